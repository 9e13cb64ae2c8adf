import { CATALOGUE } from '@causeway/server/figures/indicators/catalogue'
import type { Declaration } from '@causeway/server/figures/indicators/definition'
import { meetsThreshold } from '@causeway/server/figures/indicators/counted-in'
import { expect, it } from 'vitest'

const named = (code: string): Declaration => CATALOGUE.find((it) => it.code === code)!
const figure = (numerator: number, denominator: number) => ({
  value: (100 * numerator) / denominator,
  numerator,
  denominator,
})

it('exactly one third is enough, and what only rounds to it is not', () => {
  expect(meetsThreshold(named('IN04'), figure(1, 3))).toBe(true)
  expect(meetsThreshold(named('IN04'), figure(333, 1000))).toBe(false)
  // 33.333 % both, and only one of them is a third.
  expect(meetsThreshold(named('IN04'), figure(33_333, 99_999))).toBe(true)
  expect(meetsThreshold(named('IN04'), figure(33_333, 100_000))).toBe(false)
})

it('hours with parts are compared as the whole numbers that are stored', () => {
  // 3 × 0.15 is 0.45 on paper and less than it in floating point.
  expect(3 * 0.15 >= 0.45).toBe(false)
  expect(meetsThreshold(named('IN07'), figure(0.15, 0.45))).toBe(true)
  expect(meetsThreshold(named('IN07'), figure(0.15, 0.46))).toBe(false)
})

it('says nothing where no rule asks, or where there is no figure', () => {
  expect(meetsThreshold(named('IN15'), figure(1, 2))).toBe(null)
  expect(meetsThreshold(named('IN04'), { value: null, numerator: 0, denominator: 0 })).toBe(null)
})
