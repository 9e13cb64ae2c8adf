import type { Chart } from 'chart.js'
import type { Rectangle } from './pen.ts'

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

/** How far a stream has come from its left to its right end, 0 to 1, where it has crossed that share of the way. */
export function streamCourse(share: number): number {
  return share * share * (3 - 2 * share)
}
