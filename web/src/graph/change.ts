import type { FigureFacts } from './figure-fields.ts'

/**
 * What became of a figure since the period before. The one place of the page that reckons with figures: it takes the
 * difference of two that are given, unrounded, in their unit; shares differ in percentage points.
 */
export type Change =
  | { kind: 'risen' | 'fallen'; by: number; before: FigureFacts; verdict: 'better' | 'worse' | null }
  | { kind: 'level'; before: FigureFacts }
  /** The period before has no figure to compare with. */
  | { kind: 'no-comparison'; before: FigureFacts | null }

export function readChange(
  figures: FigureFacts[],
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
  const verdict = betterWhen === null ? null : (betterWhen === 'HIGHER') === (kind === 'risen') ? 'better' : 'worse'
  return { kind, by, before, verdict }
}
