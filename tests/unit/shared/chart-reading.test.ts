import { describe, expect, test } from 'vitest'
import { readingSentence, readPlace } from '@causeway/shared/charts/reading'
import { seriesToChartSpec } from '@causeway/shared/charts/series-chart'
import type { ChartFacts, ChartSpec } from '@causeway/shared/charts/spec'
import { walkLives } from '@causeway/shared/charts/forms/draw-time-line'
import { walk, type Position } from '@causeway/shared/charts/walk'
import { FACTS, figure, partial, seriesOf } from './figures.ts'

const COUNT: ChartFacts = { ...FACTS, theme: 'EXPORT', kind: 'FLOW' }
const two = seriesToChartSpec(
  seriesOf(
    [2021, 2022, 2023].flatMap((year) => [
      figure(year, year - 2000, { category: 'VN' }),
      figure(year, year === 2022 ? 'SUPPRESSED' : 4, { category: 'LA' }),
    ]),
    'country',
  ),
  COUNT,
  'lines',
)

describe('a place of a chart', () => {
  test('is read with every series that is shown, a gap by its words', () => {
    expect(readingSentence(readPlace(two, 1, [0, 1], 'EN'), 'EN')).toBe(
      '2022/23: VN: 22 people; LA: too few people to publish',
    )
    expect(readingSentence(readPlace(two, 1, [0, 1], 'ZH'), 'ZH')).toBe(
      '2022—2023学年：VN：22人；LA：人数过少，不予公开',
    )
  })

  test('of one series among several is read with its name first', () => {
    expect(readingSentence(readPlace(two, 2, [1], 'EN'), 'EN')).toBe('LA, 2023/24: 4 people')
  })

  test('says that the period is not complete, the interval and what plans want', () => {
    const spec = seriesToChartSpec(
      seriesOf([
        {
          ...partial(figure(2023, 50, { interval: { low: 41, high: 59, method: 'wilson', level: 0.95 } })),
          targets: [{ plan: 'Plan 2025', value: 60 }],
        } as ReturnType<typeof figure>,
      ]),
      COUNT,
    )
    expect(readingSentence(readPlace(spec, 0, [0], 'EN'), 'EN')).toBe(
      '2023/24 (not complete): 50 people, range of chance 41–59, target 60 people (Plan 2025)',
    )
    expect(readingSentence(readPlace(spec, 0, [0], 'ZH'), 'ZH')).toBe(
      '2023—2024学年（数据未完整）：50人，波动范围41–59，目标值60人（Plan 2025）',
    )
  })
})

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
