import { formatValue } from '@causeway/shared/format-figure'
import { isRange } from '@causeway/shared/words/units'
import type { Locale, Words } from '@causeway/shared/words/words'
import type { Change, Verdict } from './change.ts'

const CHANGE_WORDS = {
  notComparable: { zh: '上年无数值，无法比较', en: 'no figure a year before to compare' },
  level: { zh: '与上年持平', en: 'same as a year before' },
  inProgress: { zh: '本期数据未完整', en: 'period not complete' },
} satisfies Record<string, Words>

/** Arrow and words for a change, in ink: no colour says better or worse. The words stand in `Unbroken`. */
export function changeText(
  change: Change | null,
  facts: { decimals: number; unit: string; kind: 'STOCK' | 'FLOW' | 'CUMULATIVE' | 'RATIO' | 'MEAN' },
  locale: Locale,
): { arrow: string; words: Words } {
  if (change === null) return { arrow: '', words: CHANGE_WORDS.inProgress }
  if (change.kind === 'no-comparison') return { arrow: '', words: CHANGE_WORDS.notComparable }
  if (change.kind === 'level') return { arrow: '＝', words: CHANGE_WORDS.level }
  const risen = change.kind === 'risen'
  const by = formatValue(change.by, facts.decimals, locale)
  const arrow = risen ? '▲' : '▼'
  if (facts.kind !== 'RATIO' && facts.kind !== 'MEAN') {
    return {
      arrow,
      words: {
        zh: `比上年${risen ? '多' : '少'}${by}${facts.unit}`,
        en: `${by} ${risen ? 'more' : 'fewer'} than a year before`,
      },
    }
  }
  const unit = differenceUnit(facts.unit)
  const verdict = change.verdict === null ? null : VERDICT[change.verdict]
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

const VERDICT: Record<Verdict, Words> = {
  better: { zh: '向好', en: 'better' },
  worse: { zh: '转差', en: 'worse' },
  chance: { zh: '在抽样波动范围内', en: 'no more than chance' },
}
