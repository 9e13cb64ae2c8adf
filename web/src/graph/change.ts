import { formatValue } from '@causeway/shared/format-figure'
import { isOfFew, verdictOf, type JudgedBy } from '@causeway/shared/verdict'
import { spoken } from '../language/words.ts'
import type { JudgedFigure, NamedIndicator } from './generated.ts'

/** What says how the figures of an indicator are shown, and which way is the better one. */
export type ShownIndicator = Pick<NamedIndicator, 'kind' | 'unit' | 'decimals' | 'countedIn' | 'betterWhen'>

/**
 * What became of a figure since the period before. The one place of the page that reckons with figures: it takes the
 * difference of two that are given, unrounded, in their unit; shares differ in percentage points.
 */
export type Change =
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
