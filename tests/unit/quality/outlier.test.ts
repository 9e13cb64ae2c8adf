import { expect, test } from 'vitest'
import { findOutlier } from '@causeway/server/answers/quality/indicator-quality'

test('a number more than 3.5 robust deviations from the median of earlier years is said', () => {
  // Median 12, median absolute deviation 1: a robust deviation is 1.4826.
  const past = [10, 11, 12, 13, 14]
  expect(findOutlier(18, past)).toMatchObject({ value: 18, median: 12, years: 5 })
  expect(findOutlier(18, past)!.deviations).toBeCloseTo(6 / 1.4826, 9)
  expect(findOutlier(17, past)).toBeNull()
  expect(findOutlier(6, past)).not.toBeNull()
})

test('one strange year of the past does not hide another', () => {
  expect(findOutlier(900, [10, 11, 12, 13, 1000])).not.toBeNull()
})

test('fewer than four earlier years say nothing', () => {
  expect(findOutlier(1000, [10, 10, 10])).toBeNull()
  expect(findOutlier(1000, [10, 10, 10, 10])).not.toBeNull()
})

test('where more than half of the years are alike, the mean deviation takes over', () => {
  expect(findOutlier(12, [10, 10, 10, 10, 11])).not.toBeNull()
  expect(findOutlier(10.5, [10, 10, 10, 10, 11])).toBeNull()
})

test('a past that never moved tells a step of more than half', () => {
  expect(findOutlier(15, [10, 10, 10, 10])).toBeNull()
  expect(findOutlier(16, [10, 10, 10, 10])).toMatchObject({ deviations: null, median: 10 })
  expect(findOutlier(1, [0, 0, 0, 0])).not.toBeNull()
})

test('whole counts that are near are never said', () => {
  expect(findOutlier(4, [0, 0, 0, 0], 5)).toBeNull()
  expect(findOutlier(5, [0, 0, 0, 0], 5)).not.toBeNull()
})
