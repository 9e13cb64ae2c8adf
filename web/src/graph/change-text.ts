import { formatValue } from '@causeway/shared/format-figure'
import { figureWords } from '@causeway/shared/verdict'
import { isRange } from '@causeway/shared/words/units'
import type { Locale, Words } from '@causeway/shared/words/words'
import { judgedBy, type Change, type ShownIndicator } from './change.ts'

const CHANGE_WORDS = {
  notComparable: { zh: '上年无数值，无法比较', en: 'no figure a year before to compare' },
  level: { zh: '与上年持平', en: 'same as a year before' },
  inProgress: { zh: '本期数据未完整', en: 'period not complete' },
  few: { zh: '基数小，不比较高低', en: 'too few to compare' },
  chance: { zh: '差别在波动范围内', en: 'no more than chance' },
} satisfies Record<string, Words>

/** Arrow and words for a change, in ink: no colour says better or worse. The words are in `Unbroken`. */
export function changeText(
  change: Change | null,
  indicator: Omit<ShownIndicator, 'betterWhen'>,
  locale: Locale,
): { arrow: string; words: Words } {
  if (change === null) return { arrow: '', words: CHANGE_WORDS.inProgress }
  if (change.kind === 'no-comparison') return { arrow: '', words: CHANGE_WORDS.notComparable }
  if (change.kind === 'level') return { arrow: '＝', words: CHANGE_WORDS.level }
  if (change.kind === 'unsure') {
    const before = figureWords(change.before, judgedBy(indicator))
    const why = change.few ? CHANGE_WORDS.few : CHANGE_WORDS.chance
    return { arrow: '', words: { zh: `上年${before.zh}，${why.zh}`, en: `${before.en} a year before, ${why.en}` } }
  }
  const risen = change.kind === 'risen'
  const by = formatValue(change.by, indicator.decimals, locale)
  const arrow = risen ? '▲' : '▼'
  if (indicator.kind !== 'RATIO' && indicator.kind !== 'MEAN') {
    return {
      arrow,
      words: {
        zh: `比上年${risen ? '多' : '少'}${by}${indicator.unit}`,
        en: `${by} ${risen ? 'more' : 'fewer'} than a year before`,
      },
    }
  }
  const unit = differenceUnit(indicator.unit)
  const verdict = change.better === null ? null : change.better ? BETTER : WORSE
  return {
    arrow,
    words: {
      zh: `比上年${risen ? '高' : '低'}${by}${unit.zh}${verdict ? `，${verdict.zh}` : ''}`,
      en: `${risen ? 'up' : 'down'} ${by}${unit.en && UNBROKEN + unit.en}${verdict ? `, ${verdict.en}` : ''}`,
    },
  }
}

/** Shares differ in percentage points; of a range of numbers there is no unit to say. */
function differenceUnit(unit: string): Words {
  if (unit === '%') return { zh: '个百分点', en: 'percentage points' }
  return isRange(unit) ? { zh: '', en: '' } : { zh: unit, en: unit }
}

/** No line breaks between a number and its unit. */
const UNBROKEN = '\u00a0'

const BETTER: Words = { zh: '向好', en: 'better' }
const WORSE: Words = { zh: '转差', en: 'worse' }
