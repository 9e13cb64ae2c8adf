import type { ChartSpec } from '@causeway/shared/charts/spec'
import { walkLives } from '@causeway/shared/charts/forms/draw-time-line'
import { type Position, walk } from '@causeway/shared/charts/walk'
import { describe, expect, test } from 'vitest'

const chart = (kind: ChartSpec['kind'], lying: boolean, places: number, series: number) =>
  ({
    kind,
    lying,
    labels: Array.from({ length: places }),
    series: Array.from({ length: series }),
  }) as ChartSpec

/** Where these keys lead, one after the other. */
function follow(spec: ChartSpec, keys: string[], chosen = -1, shown = spec.series.map((_, at) => at), by = walk) {
  let now: Position | null | undefined = null
  for (const key of keys) now = by(key, spec, shown, now ?? null, chosen)
  return now
}

describe('the arrow keys in a chart', () => {
  test('begin where the page is, then go along the points and stop at the ends', () => {
    const bars = chart('bars', false, 4, 1)
    expect(follow(bars, ['ArrowRight'], 2)).toEqual({ place: 2, series: null })
    expect(follow(bars, ['ArrowRight', 'ArrowRight', 'ArrowRight'], 2)).toEqual({ place: 3, series: null })
    expect(follow(bars, ['ArrowLeft', 'ArrowLeft'])).toEqual({ place: 0, series: null })
    expect(follow(bars, ['Home'], 2)).toEqual({ place: 0, series: null })
    expect(follow(bars, ['End'])).toEqual({ place: 3, series: null })
  })

  test('left and right go through points, up and down through series; Escape leads back to all, then out', () => {
    const lines = chart('lines', false, 4, 3)
    expect(follow(lines, ['ArrowRight', 'ArrowRight', 'ArrowDown'])).toEqual({ place: 1, series: 0 })
    expect(follow(lines, ['ArrowRight', 'ArrowDown', 'ArrowDown', 'ArrowRight'])).toEqual({ place: 1, series: 1 })
    expect(follow(lines, ['ArrowRight', 'ArrowUp'])).toEqual({ place: 0, series: 2 })
    expect(follow(lines, ['ArrowRight', 'ArrowDown', 'Escape'])).toEqual({ place: 0, series: null })
    expect(follow(lines, ['ArrowRight', 'ArrowDown', 'Escape', 'Escape'])).toBe(null)
  })

  test('pass over series that are put away', () => {
    const lines = chart('lines', false, 4, 3)
    expect(follow(lines, ['ArrowRight', 'ArrowDown', 'ArrowDown'], -1, [0, 2])).toEqual({ place: 0, series: 2 })
  })

  test('follow what is seen: where bars lie, points are under each other, and two sides left and right', () => {
    expect(follow(chart('bars', true, 4, 1), ['ArrowDown', 'ArrowDown'])).toEqual({ place: 1, series: null })
    const mirrored = chart('mirrored-bars', true, 4, 2)
    expect(follow(mirrored, ['ArrowDown', 'ArrowDown'])).toEqual({ place: 1, series: null })
    expect(follow(mirrored, ['ArrowDown', 'ArrowRight'])).toEqual({ place: 0, series: 1 })
    expect(follow(mirrored, ['ArrowDown', 'ArrowRight', 'ArrowLeft'])).toEqual({ place: 0, series: 0 })
  })

  test('are on one cell of a matrix at a time, and through streams both pairs lead on', () => {
    const matrix = chart('matrix', false, 3, 3)
    expect(follow(matrix, ['ArrowDown'])).toEqual({ place: 0, series: 0 })
    expect(follow(matrix, ['ArrowDown', 'ArrowDown', 'ArrowRight'])).toEqual({ place: 1, series: 1 })
    expect(follow(matrix, ['ArrowDown', 'Escape'])).toBe(null)
    expect(follow(chart('flow', true, 5, 1), ['ArrowRight', 'ArrowRight', 'ArrowDown'])).toEqual({
      place: 2,
      series: null,
    })
  })

  test('leave every other key to the browser', () => {
    expect(walk('Tab', chart('bars', false, 4, 1), [0], { place: 1, series: null }, -1)).toBe(undefined)
    expect(walk('Escape', chart('bars', false, 4, 1), [0], null, -1)).toBe(undefined)
  })
})

describe('the arrow keys in a time line', () => {
  const lives = {
    ...chart('time-line', false, 4, 3),
    series: [
      [1, null, 5, null],
      [null, null, null, null],
      [null, 9, 3, null],
    ].map((days) => ({ points: days.map((value) => ({ value })) })),
  } as ChartSpec

  const followed = (keys: string[]) => follow(lives, keys, -1, [0, 1, 2], walkLives)

  test('go from sign to sign in the order of their days, past stages without a day', () => {
    expect(followed(['ArrowRight'])).toEqual({ series: 0, place: 0 })
    expect(followed(['ArrowRight', 'ArrowRight'])).toEqual({ series: 0, place: 2 })
    expect(followed(['ArrowRight', 'ArrowRight', 'ArrowRight'])).toEqual({ series: 0, place: 2 })
    expect(followed(['ArrowRight', 'ArrowDown', 'Home'])).toEqual({ series: 2, place: 2 })
    expect(followed(['ArrowRight', 'ArrowDown', 'End'])).toEqual({ series: 2, place: 1 })
  })

  test('go from life to life at the nearest stage, past one without any, and Escape leaves them', () => {
    expect(followed(['ArrowRight', 'ArrowRight', 'ArrowDown'])).toEqual({ series: 2, place: 2 })
    expect(followed(['ArrowDown', 'ArrowDown', 'ArrowUp'])).toEqual({ series: 0, place: 0 })
    expect(followed(['ArrowRight', 'Escape'])).toBe(null)
  })
})
