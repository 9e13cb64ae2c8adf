import type { Chart } from 'chart.js'
import type { Rectangle } from './pen.ts'

/** Where a point of a chart was drawn, in CSS pixels of its canvas. */
export interface Spot extends Rectangle {
  series: number
  place: number
}

/** Where the reader is in a chart. */
export interface Position {
  place: number
  /** null: all series at that place. */
  series: number | null
}

const spots = new WeakMap<Chart, Spot[]>()

/** Anyone who draws a chart notes where its points lie, so that they can be pointed at and walked through. */
export function noteSpots(chart: Chart, drawn: Spot[]): void {
  spots.set(chart, drawn)
}

export function spotsOf(chart: Chart): readonly Spot[] {
  return spots.get(chart) ?? []
}
