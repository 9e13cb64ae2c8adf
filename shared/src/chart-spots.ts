import type { Chart } from 'chart.js'
import type { Rectangle } from './chart-pen.ts'

/** Where a point of a chart was drawn, in CSS pixels of its canvas. */
export interface Spot extends Rectangle {
  series: number
  place: number
}

const spots = new WeakMap<Chart, Spot[]>()

/** Whoever draws a chart notes where its points lie, so that they can be pointed at and walked through. */
export function noteSpots(chart: Chart, drawn: Spot[]): void {
  spots.set(chart, drawn)
}

export function spotsOf(chart: Chart): readonly Spot[] {
  return spots.get(chart) ?? []
}
