import type { Form } from '../series-data.ts'
import { aboutWide } from '../measures.ts'
import type { ChartSeries, ChartSpec } from '../spec.ts'

/** Lives under each other on one axis of days: `adoption-lives-view.ts` makes it. */
export const timeLine: Form = {
  marks: null,
  own: true,
  keyless: true,
  oneSeries: true,
  height: timeLineHeight,
  gives: 'series',
  asLowAsRows: true,
}

/** How a time line is laid out in a width; what draws it keeps to that. */
const LINE = 17
const KEY_LINE = 22
const AXIS = 22
/** Of the track below the words of a row. */
export const TIME_TRACK = 26

/** The state of a row is below its name, not beside it. */
export function isNarrowTimeLine(width: number): boolean {
  return width < 560
}

/** How many lines the name of a row may take. */
export function timeRowLines({ name }: ChartSeries, width: number): number {
  const narrow = isNarrowTimeLine(width)
  const long = Math.max(aboutWide(name.zh), aboutWide(name.en))
  return Math.min(narrow ? 3 : 2, Math.max(1, Math.ceil(long / (narrow ? width : width * 0.6))))
}

export function timeRowHeight(series: ChartSeries, width: number): number {
  return timeRowLines(series, width) * LINE + (isNarrowTimeLine(width) ? LINE : 0) + TIME_TRACK + 12
}

function timeLineHeight({ series, labels, span }: ChartSpec, width: number): number {
  const words = [...labels.map(({ text }) => text), ...(span ? [span.before, span.held] : [])]
  const key = words.reduce((sum, text) => sum + Math.max(aboutWide(text.zh), aboutWide(text.en)) + 40, 0)
  const rows = series.reduce((sum, one) => sum + timeRowHeight(one, width), 0)
  return Math.max(140, (Math.floor(key / width) + 1) * KEY_LINE + 10 + AXIS + rows)
}
