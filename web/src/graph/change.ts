import { couldBeChance } from '@causeway/shared/could-be-chance'
import type { FigureFacts } from './figure-fields.ts'

/**
 * What became of a figure since the period before. The one place of the page that reckons with figures: it takes the
 * difference of two that are given, unrounded, in their unit; shares differ in percentage points.
 */
export type Change =
  | { kind: 'risen' | 'fallen'; by: number; before: FigureFacts; verdict: Verdict | null }
  | { kind: 'level'; before: FigureFacts }
  /** The period before has no figure to compare with. */
  | { kind: 'no-comparison'; before: FigureFacts | null }

/** Null: neither way is the better one, or it is not known what chance can do. */
export type Verdict = 'better' | 'worse' | 'chance'

/** A figure that may differ from another one by chance. */
export interface ChangingFigure extends FigureFacts {
  /** Left out: it was not asked for. */
  interval?: { low: number; high: number } | null
}

export function readChange(
  figures: ChangingFigure[],
  year: number,
  decimals: number,
  betterWhen: 'HIGHER' | 'LOWER' | null,
): Change | null {
  const now = figures.find((figure) => figure.period.year === year)
  const before = figures.find((figure) => figure.period.year === year - 1) ?? null
  if (!now || now.value === null || now.period.partial) return null
  if (!before || before.value === null) return { kind: 'no-comparison', before }
  const by = Math.abs(now.value - before.value)
  if (by * 10 ** decimals < 0.5) return { kind: 'level', before }
  const kind = now.value > before.value ? 'risen' : 'fallen'
  return { kind, by, before, verdict: judge() }

  function judge(): Verdict | null {
    if (betterWhen === null || now!.interval === undefined) return null
    if (couldBeChance(now!.interval, before!.value!)) return 'chance'
    return (betterWhen === 'HIGHER') === (kind === 'risen') ? 'better' : 'worse'
  }
}
