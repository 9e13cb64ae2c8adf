import { describe, expect, test } from 'vitest'
import { isWithinNoise, rateDifference } from '@causeway/server/figures/indicators/observe/interval'

const rounded = (one: [number, number], other: [number, number]) => {
  const { value, interval } = rateDifference({ k: one[0], n: one[1] }, { k: other[0], n: other[1] })
  return [value, interval.low, interval.high].map((it) => (it / 100).toFixed(4))
}

describe('the difference of two rates', () => {
  test('has the interval of the textbook', () => {
    expect(rounded([56, 70], [48, 80])).toEqual(['0.2000', '0.0524', '0.3339'])
  })

  test('turned round is the same with the other sign', () => {
    expect(rounded([48, 80], [56, 70])).toEqual(['-0.2000', '-0.3339', '-0.0524'])
  })

  test('of nobody against everybody stays within 100 points', () => {
    const { interval } = rateDifference({ k: 10, n: 10 }, { k: 0, n: 20 })
    expect(interval.high).toBeCloseTo(100, 9)
    expect(rounded([10, 10], [0, 20])).toEqual(['1.0000', '0.6791', '1.0000'])
  })

  test('is within the noise where it could be none', () => {
    expect(isWithinNoise(rateDifference({ k: 56, n: 70 }, { k: 48, n: 80 }))).toBe(false)
    expect(isWithinNoise(rateDifference({ k: 9, n: 10 }, { k: 7, n: 10 }))).toBe(true)
  })
})
