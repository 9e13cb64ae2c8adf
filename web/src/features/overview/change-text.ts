import { formatValue } from '@causeway/shared/format-figure'
import type { Locale, Words } from '@causeway/shared/words/words'
import type { Change } from './change.ts'
import type { OverviewIndicator } from './overview-query.ts'
import { OVERVIEW_WORDS } from './words.ts'

/** Arrow and words for a change, in ink: no colour says better or worse. */
export function changeText(
  change: Change | null,
  facts: { decimals: number; unit: string; kind: OverviewIndicator['kind'] },
  locale: Locale,
): { arrow: string; words: Words } {
  if (change === null) return { arrow: '', words: OVERVIEW_WORDS.inProgress }
  if (change.kind === 'no-comparison') return { arrow: '', words: OVERVIEW_WORDS.notComparable }
  if (change.kind === 'level') return { arrow: '＝', words: OVERVIEW_WORDS.level }
  const risen = change.kind === 'risen'
  const by = formatValue(change.by, facts.decimals, locale)
  const arrow = risen ? '▲' : '▼'
  if (facts.kind !== 'RATIO' && facts.kind !== 'MEAN') {
    return {
      arrow,
      words: {
        zh: `比上年${risen ? '多' : '少'}${UNBROKEN}${by}`,
        en: `${by} ${risen ? 'more' : 'fewer'} than a year before`,
      },
    }
  }
  const unit: Words =
    facts.unit === '%' ? { zh: '个百分点', en: 'percentage points' } : { zh: facts.unit, en: facts.unit }
  const verdict = change.verdict === null ? null : VERDICT[change.verdict]
  return {
    arrow,
    words: {
      zh: `比上年${risen ? '高' : '低'} ${by}${UNBROKEN}${unit.zh}${verdict ? `，${verdict.zh}` : ''}`,
      en: `${risen ? 'up' : 'down'} ${by}${UNBROKEN}${unit.en}${verdict ? `, ${verdict.en}` : ''}`,
    },
  }
}

/** No line breaks between a number and its unit. */
const UNBROKEN = '\u00a0'

const VERDICT: Record<'better' | 'worse', Words> = {
  better: { zh: '向好', en: 'better' },
  worse: { zh: '转差', en: 'worse' },
}
