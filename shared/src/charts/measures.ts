import type { ChartLabel, ChartSpec } from './spec.ts'

/** More lines than these are a tangle. */
export const MOST_LINES = 6
/** How many bars are under each other. */
export const MOST_BARS = 20

/** Of an upright chart. */
export const LEAST_HEIGHT = 300
const ROW = 24
const AXIS = 64

/** About how wide a text is in the type of charts, in CSS pixels: nothing is measured where nothing is drawn. */
export function aboutWide(text: string): number {
  let width = 0
  for (const letter of text) width += letter > '\u2E80' ? 13 : 7
  return width
}

/** About how wide the longest name is, in either language. */
export function longest(labels: readonly Pick<ChartLabel, 'text'>[]): number {
  return Math.max(0, ...labels.flatMap(({ text }) => [text.zh, text.en]).map(aboutWide))
}

/** What has no room in one line fills none of them. */
export function linesOf(wide: number, column: number, most: number): number {
  return wide <= column ? 1 : Math.min(Math.ceil((wide * 1.1) / column), most)
}

/** How many lines names at the left take, and how wide they may be, with `beside` pixels for what else is there: a line is never full. */
export function nameLines({ labels }: ChartSpec, width: number, beside = 0): { room: number; lines: number } {
  const room = width * 0.36 - beside
  return { room, lines: linesOf(longest(labels), room, 4) }
}

/** The height of a chart on axes. The rows of a lying one are as high as their names, and at least `row`. */
export function heightOnAxes(
  spec: ChartSpec,
  width: number,
  { least = 140, row = 0, beside = 0 }: { least?: number; row?: number; beside?: number } = {},
): number {
  const { lying, labels } = spec
  if (!lying) return LEAST_HEIGHT
  const named = [ROW, 36, 56, 72][nameLines(spec, width, beside).lines - 1]!
  return Math.max(least, labels.length * Math.max(row, named) + AXIS)
}

/** How dark the ground of a number is among others: five steps from nothing to the largest. */
export function shadeOf(value: number, most: number): 0 | 1 | 2 | 3 | 4 {
  if (!(value > 0) || most <= 0) return 0
  return Math.min(4, Math.ceil((value / most) * 4)) as 0 | 1 | 2 | 3 | 4
}
