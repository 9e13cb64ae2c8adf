import { formOf } from './forms/forms.ts'
import type { ChartSpec } from './spec.ts'
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

export type Way = 'back' | 'on' | 'out' | 'in' | 'first' | 'last' | 'leave'

const ALONG: readonly [Way, Way] = ['back', 'on']
const ACROSS: readonly [Way, Way] = ['out', 'in']

/** What a key means: along the points, or across the series. Where bars lie, points are under each other. */
export function wayOf(key: string, spec: ChartSpec, several: boolean): Way | null {
  // With nothing across, both pairs of arrows lead along.
  const [upAndDown, sideways] = !several ? [ALONG, ALONG] : spec.lying ? [ALONG, ACROSS] : [ACROSS, ALONG]
  const ways: Record<string, Way> = {
    ArrowUp: upAndDown[0],
    ArrowDown: upAndDown[1],
    ArrowLeft: sideways[0],
    ArrowRight: sideways[1],
    Home: 'first',
    End: 'last',
    Escape: 'leave',
  }
  return ways[key] ?? null
}

/** Where a key leads in a chart: `walk`, or the way of that form. */
export type Walk = typeof walk

/**
 * Where a key leads; null: the reader leaves the points; undefined: the key is not one of the chart's.
 *
 * @param shown the series that are not put away, in order
 * @param chosen the place that the page is about, where walking begins; -1: none
 */
export function walk(
  key: string,
  spec: ChartSpec,
  shown: readonly number[],
  now: Position | null,
  chosen: number,
): Position | null | undefined {
  const way = wayOf(key, spec, shown.length > 1)
  if (way === null || (now === null && way === 'leave')) return undefined
  const last = spec.labels.length - 1
  const { oneSeries } = formOf(spec)
  const alone = oneSeries ? (shown[0] ?? null) : null
  if (way === 'leave') return now!.series !== alone && !oneSeries ? { ...now!, series: null } : null
  const from = now ?? { place: chosen >= 0 && chosen <= last ? chosen : 0, series: alone }
  if (way === 'first') return { ...from, place: 0 }
  if (way === 'last') return { ...from, place: last }
  // The first arrow says where the reader is.
  if (now === null && (way === 'back' || way === 'on' || alone !== null)) return from
  if (way === 'back') return { ...from, place: Math.max(from.place - 1, 0) }
  if (way === 'on') return { ...from, place: Math.min(from.place + 1, last) }
  return { ...from, series: nextSeries(way, spec, shown, from.series) }
}

function nextSeries(way: 'out' | 'in', spec: ChartSpec, shown: readonly number[], now: number | null): number | null {
  // The two sides of a mirrored chart are where their arrows point.
  if (formOf(spec).stacks === 'sides') return (way === 'out' ? shown[0] : shown.at(-1)) ?? null
  if (now === null) return (way === 'in' ? shown[0] : shown.at(-1)) ?? null
  const at = shown.indexOf(now) + (way === 'in' ? 1 : -1)
  return shown[Math.min(Math.max(at, 0), shown.length - 1)] ?? null
}
