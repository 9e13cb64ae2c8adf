/** How much of a school year an institution has reported, in kinds of record. */
export interface YearReported {
  /** The year it begins in. */
  year: number
  /** Kinds of which records began in the year before: they are due again. */
  expected: number
  /** Of these, the kinds with records in the year, or with zero reports for all of it. */
  reported: number
}

/** Enough of what is due is there for the year to be described: four in five kinds (contract.md, Periods, scopes, zero). */
export function isReported({ expected, reported }: YearReported): boolean {
  return 5 * reported >= 4 * expected
}

/** Of a year less is reported than of the one that pages open on, or less than enough. */
export function isLessReported(one: YearReported, opening: YearReported): boolean {
  return !isReported(one) || shareOf(one) < shareOf(opening)
}

function shareOf({ expected, reported }: YearReported): number {
  return expected === 0 ? 1 : reported / expected
}
