import { formOf } from './forms/forms.ts'
import { panelsOf } from './forms/multiples.ts'
import type { ChartSpec } from './spec.ts'

/** From this width on lines carry their names at their ends; below it a key is above them. */
const ROOM_FOR_NAMES = 560

/** Whether Chart.js has axes for it. */
export function isOnAxes(spec: ChartSpec): boolean {
  return !formOf(spec).own
}

function marksOf(spec: ChartSpec) {
  return spec.panelMarks ?? formOf(spec).marks
}

/** Whether its marks are bars on axes, which are full to their ends: dots and lines are hidden by what is drawn on them. */
export function hasBars(spec: ChartSpec): boolean {
  return isOnAxes(spec) && marksOf(spec) === 'bars'
}

/** Whether 0 is a foot line: of bars that begin at one axis. A part of nothing has no place in a stack. */
export function hasFeet(spec: ChartSpec): boolean {
  return marksOf(spec) === 'bars' && formOf(spec).stacks !== 'parts'
}

/** Whether its figures are points, each series with its shape. */
export function hasPoints(spec: ChartSpec): boolean {
  return hasLines(spec) || marksOf(spec) === 'dots'
}

export function hasLines(spec: ChartSpec): boolean {
  return marksOf(spec) === 'lines'
}

/** How large its points are. */
export function pointRadius(spec: ChartSpec): number {
  return marksOf(spec) === 'dots' ? 5.5 : 4
}

/** Of a range the first end is hollow, the last one filled. */
export function isHollow(spec: ChartSpec, series: ChartSpec['series'][number]): boolean {
  return Boolean(formOf(spec).spans) && spec.series.length > 1 && series === spec.series[0]
}

/** Whether what plans want is marked: of one series on an axis, or of one in its panel. */
export function marksTargets(spec: ChartSpec): boolean {
  if (isOnAxes(spec)) return hasValueAxis(spec) && spec.series.length === 1
  return marksOf(spec) !== null && !spec.lying && panelsOf(spec).every(({ series }) => series.length === 1)
}

/** Whether the ends of intervals are drawn. */
export function drawsWhiskers(spec: ChartSpec): boolean {
  return isOnAxes(spec) ? !formOf(spec).spans : hasLines(spec)
}

/** Whether its figures are on an axis, so that a value can be marked on it. */
export function hasValueAxis(spec: ChartSpec): boolean {
  return isOnAxes(spec) && formOf(spec).stacks !== 'sides'
}

/** Whether the series are named where they end, so that nobody has to look at a key. */
export function namesAtEnds(spec: ChartSpec, width: number): boolean {
  const { namesAtEnds, bothEnds } = formOf(spec)
  return Boolean(bothEnds || (namesAtEnds && !spec.lying && spec.series.length > 1 && width >= ROOM_FOR_NAMES))
}
