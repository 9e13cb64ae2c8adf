import type { Interval } from '@causeway/shared/figure'
import { tWithin } from './student-t.ts'

const LEVEL = 0.95
const Z = 1.959964

/** Wilson's score interval of k out of n, in percent (domain.md 4.1). n is over 0. */
export function wilson(k: number, n: number): Interval {
  const p = k / n
  const z2 = Z * Z
  const centre = (p + z2 / (2 * n)) / (1 + z2 / n)
  const half = (Z * Math.sqrt((p * (1 - p)) / n + z2 / (4 * n * n))) / (1 + z2 / n)
  // At 0 and n the formula gives 0 and 1 up to rounding.
  const low = k === 0 ? 0 : centre - half
  const high = k === n ? 1 : centre + half
  return { low: 100 * low, high: 100 * high, method: 'wilson', level: LEVEL }
}

export interface Spread {
  mean: number
  /** Standard deviation with n - 1; null for fewer than two values. */
  deviation: number | null
}

/** Mean and deviation from whole sums; `squares` is exact, since the two terms of the variance nearly cancel. */
export function spread(n: number, total: bigint, squares: bigint, factor: number): Spread {
  const mean = Number(total) / n / factor
  if (n < 2) return { mean, deviation: null }
  const scaled = BigInt(n) * squares - total * total
  return { mean, deviation: Math.sqrt(Number(scaled) / n / (n - 1)) / factor }
}

/** The t interval of a mean; null where there is no spread to know. */
export function tInterval(n: number, { mean, deviation }: Spread): Interval | null {
  if (deviation === null) return null
  const half = (tWithin(n - 1) * deviation) / Math.sqrt(n)
  return { low: mean - half, high: mean + half, method: 't', level: LEVEL }
}
