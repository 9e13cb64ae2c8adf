/** What numbers of persons are rounded to where they are not hidden. */
export const ROUNDED_TO = 5

/** To the nearest multiple; but for nobody none is 0, so that what is shown as the least can be more than four numbers too. */
export function roundCount(count: number): number
export function roundCount(count: number | null): number | null
export function roundCount(count: number | null): number | null {
  if (count === null || count === 0) return count
  return Math.max(ROUNDED_TO, Math.round(count / ROUNDED_TO) * ROUNDED_TO)
}

/** How much less, and how much more, a count can be than what it is rounded to, where it is a number of halves or of wholes. */
export function roomOf(count: number): { less: number; more: number } {
  if (count === 0) return { less: 0, more: 0 }
  const half = Number.isInteger(count) ? (ROUNDED_TO - 1) / 2 : ROUNDED_TO / 2
  return { less: roundCount(count) === ROUNDED_TO ? ROUNDED_TO : half, more: half }
}

export const toThreeDigits = (value: number | null): number | null =>
  value === null ? null : Number(value.toPrecision(3))
