import type { ChartSeries } from './spec.ts'

const PATTERNS = ['solid', 'diagonal', 'dots', 'horizontal', 'cross', 'vertical'] as const
/** Tells bars apart in black and white. */
export type Pattern = (typeof PATTERNS)[number]
const DASHES: readonly (readonly number[])[] = [[], [7, 4], [2, 3], [10, 4, 2, 4], [5, 2], [12, 5]]
/** None of them looks like the symbol of a gap: × and * say that there is no figure. */
const MARKS = ['circle', 'rect', 'triangle', 'rectRot', 'cross', 'triangleDown'] as const
/** The shape of a line's points. */
export type Mark = (typeof MARKS)[number]

/** How the `tone`th series of a chart looks. */
export function looksOf(tone: number): Pick<ChartSeries, 'tone' | 'pattern' | 'dash' | 'mark'> {
  return {
    tone,
    pattern: PATTERNS[tone % PATTERNS.length]!,
    dash: DASHES[tone % DASHES.length]!,
    mark: MARKS[tone % MARKS.length]!,
  }
}
