import type { ChartSpec } from '@causeway/shared/charts/spec'
import { wayOf, type Position, type Walk } from './walk.ts'

/**
 * In a time line: from stage to stage of one life in the order of their days, and from life to life at the stage that is nearest.
 * Where there is a sign, not where there is none.
 */
export const walkLives: Walk = (key, spec, shown, now) => {
  const rows = shown.filter((row) => placesOf(spec, row).length > 0)
  const way = wayOf(key, spec, rows.length > 1)
  if (way === null || (now === null && way === 'leave') || rows.length === 0) return undefined
  if (way === 'leave') return null
  const row = now?.series ?? rows[0]!
  const places = placesOf(spec, row)
  if (now === null || way === 'first') return { series: row, place: places[0]! }
  if (way === 'last') return { series: row, place: places.at(-1)! }
  if (way === 'out' || way === 'in') return acrossTo(rows[rows.indexOf(row) + (way === 'in' ? 1 : -1)] ?? row)
  const at = places.indexOf(now.place) + (way === 'on' ? 1 : -1)
  return { series: row, place: places[Math.min(Math.max(at, 0), places.length - 1)]! }

  function acrossTo(next: number): Position {
    const away = (place: number) => Math.abs(place - now!.place)
    return { series: next, place: placesOf(spec, next).toSorted((a, b) => away(a) - away(b))[0]! }
  }
}

/** The stages that are dated, by their days. */
function placesOf({ series }: ChartSpec, row: number): number[] {
  return series[row]!.points.flatMap(({ value }, place) => (value === null ? [] : [{ place, value }]))
    .toSorted((a, b) => a.value - b.value || a.place - b.place)
    .map(({ place }) => place)
}
