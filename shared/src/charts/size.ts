import { aboutWide } from './about-wide.ts'
import type { ChartSpec } from './spec.ts'
import { timeLineHeight } from './time-rows.ts'

const LEAST = 300

/** How wide a chart is drawn for a page that is a file, in CSS pixels: the mirrored one stands between two columns. */
export function stillWidth({ kind }: ChartSpec): number {
  return kind === 'mirrored-bars' ? 560 : 860
}

const ROW = 24
const AXIS = 64

/** How many small pictures stand beside each other in a width. */
export function panelColumns(spec: ChartSpec, width: number): number {
  const panels = panelsOf(spec).length
  const room = spec.lying ? Math.floor(width / 300) : Math.floor(width / 150)
  return Math.max(1, Math.min(room, panels, 4))
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
      return Math.max(140, spec.series.length * 34 + 84) + (headsUpright(spec, width) ? 60 : 0)
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
      return rows * (spec.lying ? places * panelRow(spec) + 54 : 168)
    }
    case 'stacked':
      return spec.lying ? Math.max(130, places * 40 + AXIS) : LEAST
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

/** A name longer than its column takes two lines, and its row twice the height. */
function panelRow(spec: ChartSpec): number {
  return longest(spec) > 130 ? 34 : 20
}

/** Bars of several series stand in one row. */
function rowOf(spec: ChartSpec, width: number): number {
  if (spec.kind === 'bars' && spec.series.length > 1) return 10 + spec.series.length * 17
  return [ROW, 36, 56][namesInLines(spec, width) - 1]!
}

/** In how many lines the names at the left are written: a line is never full, and one more than three would be read as two names. */
export function namesInLines(spec: ChartSpec, width: number): 1 | 2 | 3 {
  const lines = longest(spec) / (width * NAMES_SHARE)
  if (lines <= 1) return 1
  return lines <= 1.8 ? 2 : 3
}

/** How much of the width names at the left may take. */
export const NAMES_SHARE = 0.36

/** About how wide the longest name is, in either language. */
function longest({ labels }: ChartSpec): number {
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
