import type { ChartSpec } from './chart-spec.ts'

const LEAST = 300
const ROW = 24
const AXIS = 64

/** How many small pictures stand beside each other in a width. */
export function panelColumns(spec: ChartSpec, width: number): number {
  const panels = panelsOf(spec).length
  const room = spec.lying ? Math.floor(width / 300) : Math.floor(width / 190)
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
      return Math.max(140, spec.series.length * 34 + 72)
    case 'flow': {
      const ends = (side: 'from' | 'to') => new Set(spec.labels.map(({ stream }) => stream?.[side].en)).size
      return Math.max(LEAST, Math.max(ends('from'), ends('to')) * 34 + 40)
    }
    case 'slope':
      return Math.max(LEAST, spec.series.length * (width < 560 ? 40 : 26) + 70)
    case 'multiples': {
      const rows = Math.ceil(panelsOf(spec).length / panelColumns(spec, width))
      return rows * (spec.lying ? places * 20 + 54 : 168)
    }
    case 'stacked':
      return spec.lying ? 150 : LEAST
    default:
      return spec.lying ? Math.max(spec.kind === 'mirrored-bars' ? LEAST : 140, places * rowOf(spec) + AXIS) : LEAST
  }
}

/** Bars of several series stand in one row. */
function rowOf(spec: ChartSpec): number {
  return spec.kind === 'bars' && spec.series.length > 1 ? 10 + spec.series.length * 17 : ROW
}

/** From this width on lines carry their names at their ends; below it a key stands above them. */
export const ROOM_FOR_NAMES = 560

/** Whether the series are named where they end, so that nobody has to look at a key. */
export function namesAtEnds(spec: ChartSpec, width: number): boolean {
  if (spec.kind === 'slope') return true
  const ends = spec.kind === 'lines' || (spec.kind === 'stacked' && !spec.lying)
  return ends && spec.series.length > 1 && width >= ROOM_FOR_NAMES
}
