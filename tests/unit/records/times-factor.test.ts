import { expect, test } from 'vitest'
import { timesFactor } from '@causeway/server/records/stored-values'

test('hundredths are whole where people wrote hundredths', () => {
  for (let hundredths = 0; hundredths <= 100_000; hundredths++)
    expect(
      timesFactor(Number(`${Math.floor(hundredths / 100)}.${String(hundredths % 100).padStart(2, '0')}`), 100),
    ).toBe(hundredths)
})

test('what is finer than the factor stays between two whole numbers', () => {
  expect(timesFactor(0.075, 100)).toBe(7.5)
  expect(timesFactor(1 / 3, 2)).toBeCloseTo(2 / 3, 12)
})

test('large whole numbers keep every digit', () => {
  expect(timesFactor(9_007_199_254_740_991, 1)).toBe(9_007_199_254_740_991)
})
