import { dayWords } from './day-words.ts'
import { formatQuantity, gapWords } from './format-figure.ts'
import type { Figure } from './figure.ts'
import { periodLabel, type Period } from './period.ts'
import type { Scope } from './series.ts'
import { basisWords } from './words/bases.ts'
import { scopeWords } from './words/scopes.ts'
import type { Words } from './words/words.ts'

/** What a figure has to carry along when it leaves the page. */
export interface TelltaleFacts {
  institution: Words
  /** Of the indicator. */
  name: Words
  unit: Words
  decimals: number
  scope: Scope | null
  /** What of all is counted: `专业：畜牧兽医`. */
  narrowed?: Words[]
  /** YYYY-MM-DD; null: not known. */
  dataDate: string | null
}

/**
 * A figure in a sentence that stands alone: whose, of what, when, by which basis and scope, up to which day. What is left out here is
 * lost the moment somebody pastes the number into a message.
 */
export function figureSentence(figure: Pick<Figure, 'period' | 'value' | 'gap'>, facts: TelltaleFacts): Words {
  const { institution, name, scope, narrowed = [], dataDate } = facts
  const { period } = figure
  const amount = (locale: 'ZH' | 'EN') =>
    figure.value === null
      ? gapWords[figure.gap ?? 'NO_RECORDS'].word[locale === 'ZH' ? 'zh' : 'en']
      : formatQuantity(figure.value, facts.decimals, facts.unit, locale)
  const terms = {
    zh: [scope && scopeWords[scope].zh, ...narrowed.map(({ zh }) => zh)].filter(Boolean).join('，'),
    en: [scope && scopeWords[scope].en, ...narrowed.map(({ en }) => en)].filter(Boolean).join(', '),
  }
  const when = periodOnBasis(period)
  const day = { zh: dataDate && dayWords(dataDate, 'ZH'), en: dataDate && dayWords(dataDate, 'EN') }
  const partial = period.partial ? { zh: '（数据未完整）', en: ' (not complete)' } : { zh: '', en: '' }
  return {
    zh: `${institution.zh}${name.zh}${terms.zh && `（${terms.zh}）`}：${when.zh}${partial.zh}${figure.value === null ? '' : '为'}${amount('ZH')}${day.zh ? `，台账记录截至${day.zh}` : ''}。`,
    en: `${name.en}${terms.en && ` (${terms.en})`}, ${institution.en}: ${amount('EN')} ${period.basis === 'POINT_IN_TIME' ? 'on' : 'in'} ${when.en}${partial.en}${day.en ? `, by records up to ${day.en}` : ''}.`,
  }
}

/** A period with what it is a period of, where its name does not say so: 2023年（自然年）, school year 2023/24. */
export function periodOnBasis(period: Period): Words {
  const [zh, en] = [periodLabel(period, 'ZH'), periodLabel(period, 'EN')]
  switch (period.basis) {
    case 'SCHOOL_YEAR':
      return { zh, en: `${basisWords.SCHOOL_YEAR.en} ${en}` }
    case 'CALENDAR_YEAR':
      return { zh: `${zh}（${basisWords.CALENDAR_YEAR.zh}）`, en: `${basisWords.CALENDAR_YEAR.en} ${en}` }
    case 'POINT_IN_TIME':
      return { zh: `${zh}（${basisWords.POINT_IN_TIME.zh}）`, en: `${en} (${basisWords.POINT_IN_TIME.en})` }
    case 'COHORT':
      return { zh: `${zh}毕业生`, en: `the ${en}` }
  }
}
