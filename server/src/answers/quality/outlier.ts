/** Earlier years that there must be numbers of. */
const LEAST_YEARS = 4
/** Earlier years that are looked at. */
export const MOST_YEARS = 10
/** Deviations beyond which a number is said (Iglewicz and Hoaglin 1993). */
const LIMIT = 3.5
/** A standard deviation in median absolute deviations, and in mean ones, of normal noise. */
const PER_MEDIAN_DEVIATION = 1.4826
const PER_MEAN_DEVIATION = 1.253314
/** Where the past never moved, a step of more than this part of it is said. */
const STEP = 0.5
/** Whole counts that are nearer than this are no outliers, however still the past was. */
export const LEAST_COUNT = 5

export interface Outlier {
  value: number
  /** Of the years before. */
  median: number
  /** Robust standard deviations from the median; null: the past never moved. */
  deviations: number | null
  years: number
}

/**
 * A number that is far from the institution's own past: more than 3.5 robust standard deviations from the median of the earlier
 * years, where these are 1.4826 median absolute deviations, or 1.2533 mean ones if more than half of the years are alike; where
 * all are alike, more than half of their value away. `least`: nearer than this it never is. Null: it is not, or there are fewer than four years to say so from.
 */
export function findOutlier(value: number, past: readonly number[], least = 0): Outlier | null {
  if (past.length < LEAST_YEARS) return null
  const median = medianOf(past)
  const distances = past.map((it) => Math.abs(it - median))
  const spread =
    PER_MEDIAN_DEVIATION * medianOf(distances) ||
    (PER_MEAN_DEVIATION * distances.reduce((sum, it) => sum + it, 0)) / past.length
  const distance = Math.abs(value - median)
  if (distance < least) return null
  const isFar = spread === 0 ? distance > STEP * Math.abs(median) : distance / spread > LIMIT
  return isFar ? { value, median, deviations: spread === 0 ? null : distance / spread, years: past.length } : null
}

function medianOf(values: readonly number[]): number {
  const inOrder = [...values].sort((a, b) => a - b)
  const middle = inOrder.length >> 1
  return inOrder.length % 2 === 1 ? inOrder[middle]! : (inOrder[middle - 1]! + inOrder[middle]!) / 2
}
