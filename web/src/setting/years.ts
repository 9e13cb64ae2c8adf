import { toDay } from '@causeway/shared/day'
import { lastCompleteYear, periodLabel, toPeriod, type Calendar, type Period } from '@causeway/shared/period'
import type { Locale, Words } from '@causeway/shared/words/words'
import type { InstitutionFacts } from './setting-query.ts'

/** How many years a picture shows: a decade, the running year included. */
export const WINDOW_YEARS = 10

export interface Years {
  /** The last school year that was complete on the data date: pages open on it. */
  last: number
  /** The newest that has begun, complete or not. */
  newest: number
  periodOf: (year: number) => Period
}

/** The years of an institution's records; null where it has none. */
export function readYears(institution: InstitutionFacts): Years | null {
  if (institution.dataDate === null) return null
  const calendar: Calendar = { schoolYearStart: institution.schoolYearStart, dataDay: toDay(institution.dataDate) }
  const periodOf = (year: number) => toPeriod('SCHOOL_YEAR', year, calendar)
  const last = lastCompleteYear('SCHOOL_YEAR', calendar)
  return { last, newest: periodOf(last + 1).start <= institution.dataDate ? last + 1 : last, periodOf }
}

/** The window of years around `year` that pictures show. */
export function windowOf(years: Years, year: number): { from: number; to: number } {
  const to = year > years.newest - WINDOW_YEARS ? Math.max(years.newest, year) : year + WINDOW_YEARS - 1
  return { from: to - WINDOW_YEARS + 1, to }
}

/** A school year by the report it is filed in: 2024年度年报（2023—2024学年）. */
export function reportLabel(period: Period, locale: Locale): string {
  const filed = period.end.slice(0, 4)
  const label = periodLabel(period, locale)
  const words: Words = { zh: `${filed}年度年报（${label}）`, en: `${filed} annual report (${label})` }
  return locale === 'ZH' ? words.zh : words.en
}
