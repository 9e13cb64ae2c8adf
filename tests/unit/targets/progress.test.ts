import { describe, expect, test } from 'vitest'
import { toDay } from '@causeway/shared/day'
import { measureProgress, type Progress } from '@causeway/server/answers/targets/progress'

type Point = [value: number, day: string]

interface Case {
  actual: number | null
  target: Point
  asOf: string
  base?: Point
  before?: Point
  growsFrom?: string
  betterWhen?: 'HIGHER' | 'LOWER' | null
}

function measure({ actual, target, asOf, base, before, growsFrom, betterWhen = null }: Case): Progress {
  const toPoint = ([value, day]: Point) => ({ value, day: toDay(day) })
  return measureProgress({
    ...{ actual, betterWhen, target: toPoint(target), base: base ? toPoint(base) : null },
    before: before ? toPoint(before) : base ? toPoint(base) : null,
    ...{ growsFrom: growsFrom ? toDay(growsFrom) : null, asOf: toDay(asOf) },
  })
}

/** The progress, what is due of it, whether the target is reached and whether it is on course. */
function said(one: Case) {
  const { progress, due, reached, onCourse } = measure(one)
  return [progress, due, reached, onCourse]
}

describe('progress towards a target', () => {
  test('is the figure over the target where the plan says no base', () => {
    expect(said({ actual: 96, target: [120, '2024-12-31'], growsFrom: '2024-01-01', asOf: '2024-12-31' })).toEqual([
      80,
      100,
      false,
      false,
    ])
  })

  test('is measured from the base where there is one', () => {
    const level = { target: [150, '2025-12-31'], base: [100, '2020-12-31'] } satisfies Partial<Case>
    expect(measure({ ...level, actual: 120, asOf: '2025-12-31' }).progress).toBe(40)
    expect(measure({ ...level, actual: 90, asOf: '2025-12-31' }).progress).toBe(-20)
    expect(measure({ ...level, actual: 160, asOf: '2025-12-31' })).toMatchObject({ progress: 120, reached: true })
  })

  test('knows that less is better, with a base and without one', () => {
    const less = { betterWhen: 'LOWER', asOf: '2025-12-31' } as const
    expect(measure({ ...less, actual: 8, target: [5, '2025-12-31'], base: [10, '2020-12-31'] })).toMatchObject({
      progress: 40,
      reached: false,
    })
    expect(measure({ ...less, actual: 10, target: [5, '2025-12-31'] })).toMatchObject({ progress: 50, reached: false })
    expect(measure({ ...less, actual: 4, target: [5, '2025-12-31'] })).toMatchObject({ progress: 125, reached: true })
  })

  test('a target below its base is downward where no direction is the better one', () => {
    expect(
      measure({ actual: 6, target: [5, '2025-12-31'], base: [10, '2020-12-31'], asOf: '2025-12-31' }).reached,
    ).toBe(false)
  })

  test('a level that is to be kept has no way, and is reached or not', () => {
    expect(said({ actual: 12, target: [10, '2025-12-31'], base: [10, '2020-12-31'], asOf: '2025-12-31' })).toEqual([
      null,
      null,
      true,
      true,
    ])
  })

  test('a target of nothing has no share, and is reached or not', () => {
    expect(said({ actual: 0, target: [0, '2025-12-31'], betterWhen: 'LOWER', asOf: '2025-12-31' })).toEqual([
      null,
      null,
      true,
      true,
    ])
  })

  test('without a figure nothing is said but what is due', () => {
    expect(said({ actual: null, target: [10, '2024-12-31'], growsFrom: '2024-01-01', asOf: '2024-12-31' })).toEqual([
      null,
      100,
      null,
      null,
    ])
  })
})

describe('what is due by the data date', () => {
  test('of a count is the share of calendar days that have gone', () => {
    // 91 of the 366 days of 2024 have gone on 31 March.
    const count = { target: [366, '2024-12-31'], growsFrom: '2024-01-01', asOf: '2024-03-31' } satisfies Partial<Case>
    const onTime = measure({ ...count, actual: 91 })
    expect(onTime.due).toBeCloseTo((100 * 91) / 366, 9)
    expect(onTime).toMatchObject({ reached: false, onCourse: true })
    expect(measure({ ...count, actual: 90 }).onCourse).toBe(false)
  })

  test('of a count leaves the base aside until its year is over', () => {
    const count = { target: [150, '2024-12-31'], base: [100, '2020-12-31'], growsFrom: '2024-01-01' } as const
    expect(
      measure({ ...count, target: [150, '2024-12-31'], base: [100, '2020-12-31'], actual: 75, asOf: '2024-07-01' })
        .progress,
    ).toBe(50)
    expect(
      measure({ ...count, target: [150, '2024-12-31'], base: [100, '2020-12-31'], actual: 125, asOf: '2024-12-31' })
        .progress,
    ).toBe(50)
  })

  test('of a level is on the straight way from the base', () => {
    const level = measure({ actual: 118, target: [150, '2025-12-31'], base: [100, '2020-12-31'], asOf: '2022-12-31' })
    expect(level.due).toBeCloseTo((100 * 730) / 1826, 9)
    expect(level).toMatchObject({ progress: 36, onCourse: false })
  })

  test('of a level without base is on the way from the target before', () => {
    const level = { target: [20, '2024-12-31'], before: [10, '2023-12-31'], asOf: '2024-07-01' } satisfies Partial<Case>
    // 183 of 366 days: 15 of 20.
    expect(measure({ ...level, actual: 15 })).toEqual({ progress: 75, due: 75, reached: false, onCourse: true })
  })

  test('of a level that came from nowhere is not known before its day', () => {
    expect(said({ actual: 18, target: [20, '2024-12-31'], asOf: '2024-07-01' })).toEqual([90, null, false, null])
  })
})
