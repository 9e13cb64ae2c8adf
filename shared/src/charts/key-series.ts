import { namesAtEnds, panelsOf } from './size.ts'
import type { ChartSeries, ChartSpec } from './spec.ts'

/** Whose series are named where they stand. */
const KEYLESS: ReadonlySet<ChartSpec['kind']> = new Set(['matrix', 'flow', 'slope', 'time-line'])
/** Drawn by us alone: cells, streams, panels and lives. */
const OWN: ReadonlySet<ChartSpec['kind']> = new Set(['matrix', 'flow', 'multiples', 'time-line'])

/** Which series a key has to explain: those that are named nowhere else; of panels the lines of one. */
export function keyOf(spec: ChartSpec): ChartSeries[] {
  if (KEYLESS.has(spec.kind)) return []
  if (spec.kind !== 'multiples') return spec.series.length > 1 ? spec.series : []
  const first = panelsOf(spec)[0]?.series ?? []
  return first.length > 1 ? first.map((at) => spec.series[at]!) : []
}

/** Whether a picture of that width draws its key itself. */
export function drawsKey(spec: ChartSpec, width: number): boolean {
  return keyOf(spec).length > 0 && !namesAtEnds(spec, width)
}

/** Whether the series are told apart by strokes or by grounds. */
export function isLine({ kind, panelMarks }: ChartSpec): boolean {
  return kind === 'lines' || kind === 'slope' || kind === 'dots' || (kind === 'multiples' && panelMarks === 'lines')
}

/** Whether its figures are points, each series with a shape of its own. */
export function hasPoints(spec: ChartSpec): boolean {
  return isLine(spec) || spec.kind === 'range'
}

/** Whether its marks are bars, which are full to their ends: dots and lines are hidden by what is drawn on them. */
export function hasBars({ kind }: ChartSpec): boolean {
  return kind === 'bars' || kind === 'stacked' || kind === 'mirrored-bars'
}

/** Whether 0 is a foot line: of bars that begin at one axis. A part of nothing has no place in a stack. */
export function hasFeet(spec: ChartSpec): boolean {
  return (hasBars(spec) && spec.kind !== 'stacked') || (spec.kind === 'multiples' && spec.panelMarks !== 'lines')
}

/** Whether what plans want is marked: of one series on an axis, or of one in its panel. */
export function marksTargets(spec: ChartSpec): boolean {
  if (spec.kind === 'multiples') return !spec.lying && panelsOf(spec).every(({ series }) => series.length === 1)
  return hasValueAxis(spec) && spec.series.length === 1
}

/** Whether the ends of intervals are drawn. */
export function drawsWhiskers(spec: ChartSpec): boolean {
  if (spec.kind === 'multiples') return spec.panelMarks === 'lines'
  return isOnAxes(spec) && spec.kind !== 'range'
}

/** Whether Chart.js has axes for it. */
export function isOnAxes({ kind }: ChartSpec): boolean {
  return !OWN.has(kind)
}

/** Of which forms the figures stand on an axis, so that a value can be marked on it. */
export function hasValueAxis(spec: ChartSpec): boolean {
  return isOnAxes(spec) && spec.kind !== 'mirrored-bars'
}
