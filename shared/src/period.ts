import { shortDayWords, dayInYear, toDay, toIso, yearOf, type Day } from './day.ts'
import type { Locale } from './words/words.ts'

export const BASES = ['SCHOOL_YEAR', 'CALENDAR_YEAR', 'POINT_IN_TIME', 'COHORT'] as const
export type Basis = (typeof BASES)[number]

/** The years a question may ask for. */
export const FIRST_YEAR = 1900
export const LAST_YEAR = 2199

/** One stretch of a basis. Both ends belong to it. */
export interface Period {
  basis: Basis
  /** The year the period begins in. */
  year: number
  /** First day, YYYY-MM-DD. */
  start: string
  /** Last day, YYYY-MM-DD. */
  end: string
  /** The institution's records do not yet speak for all of it. */
  partial: boolean
}

/** What of an institution its periods depend on. */
export interface Calendar {
  /** MM-DD */
  schoolYearStart: string
  dataDay: Day
}

/** Of an institution; without a data date every day is after it. */
export function calendarOf({
  schoolYearStart,
  dataDate,
}: {
  schoolYearStart: string
  dataDate: string | null
}): Calendar {
  return { schoolYearStart, dataDay: dataDate === null ? Number.NEGATIVE_INFINITY : toDay(dataDate) }
}

export const DEFAULT_AT = '09-01'

/** First and last day of the period of `basis` that begins in `year`. `at` (MM-DD) is read for a point in time only. */
export function periodDays(
  basis: Basis,
  year: number,
  schoolYearStart: string,
  at = DEFAULT_AT,
): [first: Day, last: Day] {
  switch (basis) {
    case 'SCHOOL_YEAR':
    case 'COHORT':
      return [dayInYear(year, schoolYearStart), dayInYear(year + 1, schoolYearStart) - 1]
    case 'CALENDAR_YEAR':
      return [toDay(`${year}-01-01`), toDay(`${year}-12-31`)]
    case 'POINT_IN_TIME': {
      const day = dayInYear(year, at)
      return [day, day]
    }
  }
}

export function toPeriod(basis: Basis, year: number, calendar: Calendar, at?: string): Period {
  const [first, last] = periodDays(basis, year, calendar.schoolYearStart, at)
  return { basis, year, start: toIso(first), end: toIso(last), partial: last > calendar.dataDay }
}

/** The year of the last period of `basis` that was complete on the data date. */
export function lastCompleteYear(basis: Basis, calendar: Calendar, at?: string): number {
  const year = yearOf(calendar.dataDay)
  return periodDays(basis, year, calendar.schoolYearStart, at)[1] <= calendar.dataDay
    ? year
    : periodDays(basis, year - 1, calendar.schoolYearStart, at)[1] <= calendar.dataDay
      ? year - 1
      : year - 2
}

/** The period as people write it: `2023/24`, `2023—2024学年`, `class of 2023`, `2023届`. */
export function periodLabel(period: Pick<Period, 'basis' | 'year' | 'start' | 'end'>, locale: Locale): string {
  const first = period.start.slice(0, 4)
  const last = period.end.slice(0, 4)
  const zh = locale === 'ZH'
  switch (period.basis) {
    case 'SCHOOL_YEAR':
      if (first === last) return zh ? `${first}学年` : first
      return zh ? `${first}—${last}学年` : `${first}/${last.slice(2)}`
    case 'CALENDAR_YEAR':
      return zh ? `${first}年` : first
    case 'POINT_IN_TIME':
      return shortDayWords(period.start, locale)
    case 'COHORT':
      return zh ? `${last}届` : `class of ${last}`
  }
}
