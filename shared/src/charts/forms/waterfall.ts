import { aboutWide } from '../measures.ts'
import type { Form } from '../series-data.ts'
import type { ChartPoint, ChartSpec } from '../spec.ts'
import type { Words } from '../../words/words.ts'

/** From one figure to another by the parts of their difference, row under row: `change-view.ts` makes it. */
export const waterfall: Form = {
  marks: null,
  own: true,
  keyless: true,
  oneSeries: true,
  height: (spec, width) => spec.labels.reduce((sum, { text }) => sum + waterfallRow(text, width).height, 6),
  notes: (spec) => [
    ...(pointsOf(spec).some(({ value, low }) => low !== null && value! < 0) ? [LESS] : []),
    ...(isTorn(spec) ? [TORN] : []),
  ],
  gives: 'places',
  asLowAsRows: true,
}

const LESS: Words = { zh: '斜纹：使数值减少', en: 'hatched: makes the figure smaller' }
const TORN: Words = { zh: '首尾两条有断口：坐标轴不从0开始', en: 'cut bars: the axis does not begin at 0' }

const LINE = 17

/** How a row is laid out in a width: its name at the left of the bar, or above it where there is no room. */
export function waterfallRow(name: Words, width: number): { height: number; names: number; lines: number } {
  const names = width < 520 ? 0 : Math.min(width * 0.34, 280)
  const long = Math.max(aboutWide(name.zh), aboutWide(name.en))
  const lines = Math.min(2, Math.max(1, Math.ceil((long * 1.1) / (names || width))))
  return { names, lines, height: names ? Math.max(32, lines * LINE + 10) : lines * LINE + 30 }
}

function pointsOf({ series }: ChartSpec): ChartPoint[] {
  return series[0]?.points ?? []
}

/** From where to where a point goes: a part from `low` to `high`, a figure from 0. */
export function reachOf({ value, low, high }: ChartPoint): [number, number] {
  return low === null || high === null ? [0, value ?? 0] : [low, high]
}

/** Of parts that would be too small to see beside their figures the axis begins nearer to them; the bars of the figures are cut. */
export function isTorn(spec: ChartSpec): boolean {
  const all = pointsOf(spec).flatMap(({ value, low, high }) => (low === null || high === null ? [value!] : [low, high]))
  const [least, most] = [Math.min(...all), Math.max(...all)]
  return least > 0 && most - least < most / 4
}

/** The values at both ends of the axis. */
export function axisOf(spec: ChartSpec): [number, number] {
  const torn = isTorn(spec)
  const points = pointsOf(spec)
  const all = points.flatMap((point) => (torn && point.low === null ? [point.value!] : reachOf(point)))
  const [least, most] = [Math.min(...all), Math.max(...all)]
  return torn ? [least - (most - least || most) / 2, most] : [Math.min(0, least), Math.max(0, most)]
}
