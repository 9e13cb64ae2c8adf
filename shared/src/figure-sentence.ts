import { dayWords } from './day.ts'
import { gapWords } from './format-figure.ts'
import type { Figure } from './figure.ts'
import { periodOnBasis } from './period-list.ts'
import type { Period } from './period.ts'
import type { Scope } from './series.ts'
import { figureWords, type Judged } from './verdict.ts'
import { type kindWords, scopeWords } from './words/terms.ts'
import { type Words, inBoth, joinWords } from './words/words.ts'

/** What a figure has to carry along when it leaves the page. */
export interface SentenceFacts {
  institution: Words
  /** Of the indicator. */
  name: Words
  unit: Words
  decimals: number
  /** Of the indicator. */
  kind: keyof typeof kindWords
  countedIn?: Words | null
  scope: Scope | null
  /** What of all is counted: `专业：畜牧兽医`. */
  narrowed?: Words[]
  /** YYYY-MM-DD; null: not known. */
  dataDate: string | null
  /** Name of the release that it is of; absent: of none. */
  release?: string | null
}

/**
 * A figure in a sentence that is alone: whose, of what, when, by which basis and scope, up to which day. What is left out here is
 * lost the moment somebody pastes the number into a message.
 */
export function figureSentence(figure: Judged & Pick<Figure, 'period' | 'gap'>, facts: SentenceFacts): Words {
  const { institution, name, scope, narrowed = [], dataDate, release = null } = facts
  const { period } = figure
  const amount = figure.value === null ? gapWords[figure.gap ?? 'NO_RECORDS'].word : figureWords(figure, facts)
  const terms = joinWords([scope && scopeWords[scope], ...narrowed])
  const when = whenOf(period, facts.kind)
  const day = dataDate === null ? null : inBoth((locale) => dayWords(dataDate, locale))
  const of = release === null ? { zh: '', en: '' } : { zh: `（定稿版“${release}”）`, en: ` (release “${release}”)` }
  return {
    zh: `${institution.zh}${name.zh}${terms.zh && `（${terms.zh}）`}：${when.zh}${figure.value === null ? '' : '为'}${amount.zh}${day ? `，台账记录截至${day.zh}` : ''}${of.zh}。`,
    en: `${name.en}${terms.en && ` (${terms.en})`}, ${institution.en}: ${amount.en} ${when.en}${day ? `, by records up to ${day.en}` : ''}${of.en}.`,
  }
}

/** What a figure speaks for: all of a period, its last day, or everything up to then. Of a period that is not over no last day is said. */
function whenOf(period: Period, kind: SentenceFacts['kind']): Words {
  const { zh, en } = periodOnBasis(period)
  const partial: Words = period.partial ? { zh: '（数据未完整）', en: ' (not complete)' } : { zh: '', en: '' }
  const last: Words = period.partial ? { zh: '', en: '' } : { zh: '末', en: 'the end of ' }
  const isDay = period.basis === 'POINT_IN_TIME'
  if (kind === 'CUMULATIVE')
    return { zh: `截至${zh}${last.zh}${partial.zh}累计`, en: `in all up to ${last.en}${en}${partial.en}` }
  if (kind === 'STOCK' && !isDay && !period.partial) return { zh: `${zh}末`, en: `at the end of ${en}` }
  return { zh: zh + partial.zh, en: `${isDay ? 'on' : 'in'} ${en}${partial.en}` }
}
