import type { Figure, Interval } from '@causeway/shared/figure'

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

/** Parts of Student's distribution by degrees of freedom: asked for again and again. */
const known = new Map<number, number>()

/** The t within which 95 % of Student's distribution lie, for whole degrees of freedom. */
function tWithin(degrees: number): number {
  let t = known.get(degrees)
  if (t === undefined) {
    t = solve(degrees)
    known.set(degrees, t)
  }
  return t
}

/** The part within t is the part within an angle, which halving finds. */
function solve(degrees: number): number {
  let [low, high] = [0, Math.PI / 2]
  for (let step = 0; step < 53; step++) {
    const middle = (low + high) / 2
    if (partWithin(middle, degrees) < LEVEL) low = middle
    else high = middle
  }
  return Math.sqrt(degrees) * Math.tan((low + high) / 2)
}

/** Of Student's distribution within ±√degrees·tan(angle): a sum that ends (Abramowitz and Stegun 26.7.3 and 26.7.4). */
function partWithin(angle: number, degrees: number): number {
  const cosine = Math.cos(angle)
  const isOdd = degrees % 2 === 1
  let term = isOdd ? cosine : 1
  let sum = degrees === 1 ? 0 : term
  for (let power = isOdd ? 3 : 2; power <= degrees - 2; power += 2) {
    term *= cosine * cosine * ((power - 1) / power)
    sum += term
  }
  return isOdd ? (2 / Math.PI) * (angle + Math.sin(angle) * sum) : Math.sin(angle) * sum
}

/** k of n: what a rate was made from. */
export interface Rate {
  k: number
  n: number
}

/** Of a proportion of persons whose counts may be seen. */
export function toRate({
  interval,
  numerator,
  denominator,
}: Pick<Figure, 'interval' | 'numerator' | 'denominator'>): Rate | null {
  return interval?.method === 'wilson' && numerator !== null && denominator !== null
    ? { k: numerator, n: denominator }
    : null
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
