import { lastCompleteYear, periodDays, toPeriod, type Basis, type Calendar } from './period.ts'
import { toIso } from './day.ts'

/** How many years a picture shows: a decade, the running year included. */
export const WINDOW_YEARS = 10

export interface OpeningYears {
  /** The institution's opening year: pages open on it. */
  last: number
  /** The newest that has begun, complete or not. */
  newest: number
}

/** `opening`: the institution's opening year, which its records decide. */
export function openingYears(calendar: Calendar, opening: number): OpeningYears {
  const complete = lastCompleteYear('SCHOOL_YEAR', calendar)
  const next = toPeriod('SCHOOL_YEAR', complete + 1, calendar)
  return { last: opening, newest: next.start <= toIso(calendar.dataDay) ? complete + 1 : complete }
}

/**
 * The year that a series of `basis` opens on: of its periods that were complete on the data date the last, and none that ends after
 * the opening year where that is an earlier school year than the last complete one.
 */
export function openingYearOn(basis: Basis, calendar: Calendar, opening: number, at?: string): number {
  const { schoolYearStart, dataDay } = calendar
  if (opening >= lastCompleteYear('SCHOOL_YEAR', calendar)) {
    return basis === 'SCHOOL_YEAR' ? opening : lastCompleteYear(basis, calendar, at)
  }
  const [, end] = periodDays('SCHOOL_YEAR', opening, schoolYearStart)
  return lastCompleteYear(basis, { schoolYearStart, dataDay: Math.min(dataDay, end) }, at)
}

/** The window of years that pictures about `year` show: up to the newest, or as far as `year` where that is further off. */
export function windowAround(newest: number, year: number): { from: number; to: number } {
  const to = year > newest - WINDOW_YEARS ? Math.max(newest, year) : year + WINDOW_YEARS - 1
  return { from: to - WINDOW_YEARS + 1, to }
}
