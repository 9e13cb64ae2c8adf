import { formatValue } from '@causeway/shared/format-figure'
import { isOfFew, verdictOf, type JudgedBy, figureWords } from '@causeway/shared/verdict'
import { spoken } from '../language/words.ts'
import type { JudgedFigure, NamedIndicator } from './generated.ts'
import { isRange } from '@causeway/shared/words/units'
import type { Locale, Words } from '@causeway/shared/words/words'
import CHANGE_WORDS from './words.json' with { type: 'json' }

/** What says how the figures of an indicator are shown, and which way is the better one. */
export type ShownIndicator = Pick<NamedIndicator, 'kind' | 'unit' | 'decimals' | 'countedIn' | 'betterWhen'>

/**
 * What became of a figure since the period before. The one place of the page that reckons with figures: it takes the
 * difference of two that are given, unrounded, in their unit; shares differ in percentage points.
 */
type Change =
  /** `better` null: neither way is the better one. */
  | { kind: 'risen' | 'fallen'; by: number; before: JudgedFigure; better: boolean | null }
  | { kind: 'level'; before: JudgedFigure }
  /** No more than chance could make; `few`: one of the two is of few. */
  | { kind: 'unsure'; few: boolean; before: JudgedFigure }
  /** The period before has no figure to compare with. */
  | { kind: 'no-comparison'; before: JudgedFigure | null }

/** The same facts as those who write figures want them. */
export function judgedBy({ kind, unit, decimals, countedIn }: Omit<ShownIndicator, 'betterWhen'>): JudgedBy {
  return { kind, unit: spoken(unit), decimals, countedIn: countedIn === null ? null : spoken(countedIn) }
}

/** Null: there is no figure, or its period is not complete. */
export function readChange(figures: JudgedFigure[], year: number, indicator: ShownIndicator): Change | null {
  const now = figures.find((figure) => figure.period.year === year)
  const before = figures.find((figure) => figure.period.year === year - 1) ?? null
  if (!now || now.value === null || now.period.partial) return null
  if (!before || before.value === null) return { kind: 'no-comparison', before }
  const by = judgedBy(indicator)
  const few = isOfFew(before, by) || isOfFew(now, by)
  if (few) return { kind: 'unsure', few, before }
  const shown = (value: number) => formatValue(value, indicator.decimals, 'EN')
  if (shown(now.value) === shown(before.value)) return { kind: 'level', before }
  const verdict = verdictOf(before, now, { ...by, betterWhen: indicator.betterWhen })
  if (verdict === 'noise') return { kind: 'unsure', few, before }
  const difference = now.value - before.value
  return {
    kind: difference > 0 ? 'risen' : 'fallen',
    by: Math.abs(difference),
    before,
    better: verdict === null ? null : verdict === 'better',
  }
}

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
