import { lastCompleteYear, toPeriod, type Calendar } from './period.ts'
import { toIso } from './day.ts'

/** How many years a picture shows: a decade, the running year included. */
export const WINDOW_YEARS = 10

export interface OpeningYears {
  /** The last school year that was complete on the data date: pages open on it. */
  last: number
  /** The newest that has begun, complete or not. */
  newest: number
}

export function openingYears(calendar: Calendar): OpeningYears {
  const last = lastCompleteYear('SCHOOL_YEAR', calendar)
  const next = toPeriod('SCHOOL_YEAR', last + 1, calendar)
  return { last, newest: next.start <= toIso(calendar.dataDay) ? last + 1 : last }
}

/** The window of years that pictures about `year` show: up to the newest, or as far as `year` where that is further off. */
export function windowAround(newest: number, year: number): { from: number; to: number } {
  const to = year > newest - WINDOW_YEARS ? Math.max(newest, year) : year + WINDOW_YEARS - 1
  return { from: to - WINDOW_YEARS + 1, to }
}
