import type { Interval } from '@causeway/shared/figure'

const LEVEL = 0.95
/** domain.md 4.1 */
const Z = 1.959964

/** Of a share in percent. */
export function wilson(k: number, n: number): Interval {
  const p = k / n
  const centre = (p + Z ** 2 / (2 * n)) / (1 + Z ** 2 / n)
  const half = (Z * Math.sqrt((p * (1 - p)) / n + Z ** 2 / (4 * n ** 2))) / (1 + Z ** 2 / n)
  return { low: 100 * (centre - half), high: 100 * (centre + half), method: 'wilson', level: LEVEL }
}

export function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}

/** Of a sample; needs two values. */
export function deviation(values: readonly number[]): number {
  const centre = mean(values)
  return Math.sqrt(values.reduce((sum, value) => sum + (value - centre) ** 2, 0) / (values.length - 1))
}

/** Null for fewer than two values. */
export function tInterval(values: readonly number[]): Interval | null {
  if (values.length < 2) return null
  const half = (tQuantile(values.length - 1) * deviation(values)) / Math.sqrt(values.length)
  return { low: mean(values) - half, high: mean(values) + half, method: 't', level: LEVEL }
}

const known = new Map<number, number>()

/**
 * The t within which 95 % of Student's distribution lie. With t = sqrt(df) tan(a) the density is that of cos(a)^(df - 1), which
 * Simpson's rule adds up and halving finds.
 */
function tQuantile(df: number): number {
  if (known.has(df)) return known.get(df)!
  const area = (to: number) => {
    const steps = 4000
    const width = to / steps
    let sum = 0
    for (let i = 0; i <= steps; i++)
      sum += (i === 0 || i === steps ? 1 : i % 2 === 1 ? 4 : 2) * Math.cos(i * width) ** (df - 1)
    return (sum * width) / 3
  }
  const whole = area(Math.PI / 2)
  let [low, high] = [0, Math.PI / 2]
  for (let i = 0; i < 60; i++) {
    const middle = (low + high) / 2
    if (area(middle) < LEVEL * whole) low = middle
    else high = middle
  }
  const t = Math.sqrt(df) * Math.tan((low + high) / 2)
  known.set(df, t)
  return t
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  const half = Math.floor(sorted.length / 2)
  return sorted.length % 2 === 1 ? sorted[half]! : (sorted[half - 1]! + sorted[half]!) / 2
}
