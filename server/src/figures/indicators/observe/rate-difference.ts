import type { Interval } from '@causeway/shared/figure'
import { wilson } from './interval.ts'

/** k of n: what a rate was made from. */
export interface Rate {
  k: number
  n: number
}

export interface RateDifference {
  /** First less second, in percentage points. */
  value: number
  /** In percentage points. */
  interval: Interval
}

/**
 * The difference of two independent rates with Newcombe's hybrid score interval (domain.md 4.1), which is made of the Wilson
 * intervals of both. Each n is over 0.
 */
export function rateDifference(one: Rate, other: Rate): RateDifference {
  const [p, q] = [(100 * one.k) / one.n, (100 * other.k) / other.n]
  const [a, b] = [wilson(one.k, one.n), wilson(other.k, other.n)]
  const value = p - q
  return {
    value,
    interval: {
      low: value - Math.hypot(p - a.low, b.high - q),
      high: value + Math.hypot(a.high - p, q - b.low),
      method: 'newcombe',
      level: a.level,
    },
  }
}

/** Chance alone could have made it: no difference is within the interval. */
export function isWithinNoise({ interval }: RateDifference): boolean {
  return interval.low <= 0 && interval.high >= 0
}
