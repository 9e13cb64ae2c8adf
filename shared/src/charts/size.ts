import { aboutWide } from './about-wide.ts'
import type { ChartLabel, ChartSpec } from './spec.ts'
import { timeLineHeight } from './time-rows.ts'

const LEAST = 300

/** How wide a chart is drawn for a page that is a file, in CSS pixels: the mirrored one stands between two columns. */
export function stillWidth({ kind }: ChartSpec): number {
  return kind === 'mirrored-bars' ? 560 : 860
}

const ROW = 24
const AXIS = 64

/** How many small pictures stand beside each other in a width, each wide enough for its title. */
export function panelColumns(spec: ChartSpec, width: number): number {
  const panels = panelsOf(spec)
  const least = spec.lying ? 300 : Math.min(Math.max(longestTitle(panels) / 2.4 + 22, 150), 260)
  return Math.max(1, Math.min(Math.floor(width / least), panels.length, 4))
}

function longestTitle(panels: ReturnType<typeof panelsOf>): number {
  return longest(panels.map(({ name }) => ({ text: name })))
}

/** The panels of small multiples: which series stand in each. */
export function panelsOf(spec: ChartSpec): { name: ChartSpec['title']; series: number[] }[] {
  const panels = new Map<string, { name: ChartSpec['title']; series: number[] }>()
  spec.series.forEach(({ panel, name }, at) => {
    const words = panel ?? name
    const key = `${words.zh} ${words.en}`
    const known = panels.get(key)
    if (known) known.series.push(at)
    else panels.set(key, { name: words, series: [at] })
  })
  return [...panels.values()]
}

/** The height that a chart needs in a width, both in CSS pixels: rows stand apart, names do not run into each other. */
export function chartHeight(spec: ChartSpec, width: number): number {
  const places = spec.labels.length
  switch (spec.kind) {
    case 'matrix':
      return Math.max(140, spec.series.length * matrixRow(spec, width) + 84) + (headsUpright(spec, width) ? 60 : 0)
    case 'time-line':
      return timeLineHeight(spec, width)
    case 'flow': {
      const ends = (side: 'from' | 'to') => new Set(spec.labels.map(({ stream }) => stream?.[side].en)).size
      return Math.max(LEAST, Math.max(ends('from'), ends('to')) * 34 + 40)
    }
    case 'slope':
      return Math.max(LEAST, spec.series.length * (width < 560 ? 40 : 26) + 70)
    case 'multiples': {
      const rows = Math.ceil(panelsOf(spec).length / panelColumns(spec, width))
      return rows * ((spec.lying ? places * panelRow(spec, width) + 54 : 168) + panelTitle(spec, width))
    }
    case 'stacked':
      return spec.lying ? Math.max(130, places * Math.max(40, rowOf(spec, width)) + AXIS) : LEAST
    default:
      return spec.lying
        ? Math.max(spec.kind === 'mirrored-bars' ? LEAST : 140, places * rowOf(spec, width) + AXIS)
        : LEAST
  }
}

/** Whether a heading of a matrix has a word that is wider than its column, however small it is written: then headings stand upright. */
export function headsUpright({ labels }: ChartSpec, width: number): boolean {
  const words = labels.flatMap(({ text }) => text.en.split(' ')).map(aboutWide)
  return Math.max(0, ...words) * 0.78 > (width * 0.7) / labels.length
}

/** A name longer than its column takes two lines or three, and its row as much more height. */
function panelRow(spec: ChartSpec, width: number): number {
  const column = 0.48 * (width / panelColumns(spec, width) - 22)
  return [20, 34, 50][linesOf(longest(spec.labels), column, 3) - 1]!
}

/** Names of rows take two lines, three or four. */
export function matrixRow({ series }: ChartSpec, width: number): number {
  const lines = linesOf(longest(series.map(({ name }) => ({ text: name }))), width * (width < 480 ? 0.28 : 0.36), 4)
  return Math.max(34, lines * 17)
}

/** What titles of three lines take beyond two. */
function panelTitle(spec: ChartSpec, width: number): number {
  const column = width / panelColumns(spec, width) - 30
  return linesOf(longestTitle(panelsOf(spec)), column, MOST_TITLE_LINES) > 2 ? 16 : 0
}

/** Of a panel of small multiples. */
export const MOST_TITLE_LINES = 3

/** What has no room in one line fills none of them. */
function linesOf(wide: number, column: number, most: number): number {
  return wide <= column ? 1 : Math.min(Math.ceil((wide * 1.1) / column), most)
}

/** Bars of several series stand in one row. */
function rowOf(spec: ChartSpec, width: number): number {
  const bars = spec.kind === 'bars' && spec.series.length > 1 ? 10 + spec.series.length * 17 : 0
  return Math.max(bars, [ROW, 36, 56, 72][namesInLines(spec, width) - 1]!)
}

/** In how many lines the names at the left are written: a line is never full. */
export function namesInLines(spec: ChartSpec, width: number): number {
  return linesOf(longest(spec.labels), roomOfNames(spec, width), 4)
}

/** How much of the width names at the left may take; of a range the values of the lower ends stand there too. */
export function roomOfNames({ kind }: ChartSpec, width: number): number {
  return width * 0.36 - (kind === 'range' ? 40 : 0)
}

/** About how wide the longest name is, in either language. */
function longest(labels: readonly Pick<ChartLabel, 'text'>[]): number {
  return Math.max(0, ...labels.flatMap(({ text }) => [text.zh, text.en]).map(aboutWide))
}

/** From this width on lines carry their names at their ends; below it a key stands above them. */
const ROOM_FOR_NAMES = 560

/** Whether the series are named where they end, so that nobody has to look at a key. */
export function namesAtEnds(spec: ChartSpec, width: number): boolean {
  if (spec.kind === 'slope') return true
  const ends = spec.kind === 'lines' || (spec.kind === 'stacked' && !spec.lying)
  return ends && spec.series.length > 1 && width >= ROOM_FOR_NAMES
}
