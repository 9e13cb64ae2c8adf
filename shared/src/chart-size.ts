import type { ChartSpec } from './chart-spec.ts'

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
      return Math.max(140, spec.series.length * 34 + 84)
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

/** A name longer than its column takes two lines, and its row twice the height. */
function panelRow(spec: ChartSpec): number {
  return longest(spec) > 130 ? 34 : 20
}

/** Bars of several series stand in one row. */
function rowOf(spec: ChartSpec, width: number): number {
  if (spec.kind === 'bars' && spec.series.length > 1) return 10 + spec.series.length * 17
  return longest(spec) > width * NAMES_SHARE ? 36 : ROW
}

/** How much of the width names at the left may take. */
export const NAMES_SHARE = 0.36

/** About how wide the longest name is, in either language: nothing is measured where nothing is drawn. */
function longest({ labels }: ChartSpec): number {
  return Math.max(0, ...labels.flatMap(({ text }) => [text.zh, text.en]).map(aboutWide))
}

function aboutWide(text: string): number {
  let width = 0
  for (const letter of text) width += letter > '\u2E80' ? 13 : 7
  return width
}

/** From this width on lines carry their names at their ends; below it a key stands above them. */
const ROOM_FOR_NAMES = 560

/** Whether the series are named where they end, so that nobody has to look at a key. */
export function namesAtEnds(spec: ChartSpec, width: number): boolean {
  if (spec.kind === 'slope') return true
  const ends = spec.kind === 'lines' || (spec.kind === 'stacked' && !spec.lying)
  return ends && spec.series.length > 1 && width >= ROOM_FOR_NAMES
}
