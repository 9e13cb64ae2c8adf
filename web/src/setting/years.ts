import { toDay } from '@causeway/shared/day'
import { openingYears, windowAround, type OpeningYears } from '@causeway/shared/opening-years'
import { periodLabel, toPeriod, type Calendar, type Period } from '@causeway/shared/period'
import type { Locale, Words } from '@causeway/shared/words/words'
import type { InstitutionFacts } from './setting-query.ts'

export interface Years extends OpeningYears {
  periodOf: (year: number) => Period
}

/** The years of an institution's records; null where it has none. */
export function readYears(institution: InstitutionFacts): Years | null {
  if (institution.dataDate === null) return null
  const calendar: Calendar = { schoolYearStart: institution.schoolYearStart, dataDay: toDay(institution.dataDate) }
  return { ...openingYears(calendar), periodOf: (year) => toPeriod('SCHOOL_YEAR', year, calendar) }
}

/** The window of years around `year` that pictures show. */
export function windowOf(years: Years, year: number): { from: number; to: number } {
  return windowAround(years.newest, year)
}

/** A school year by the report it is filed in: 2024年度年报（2023—2024学年）. */
export function reportLabel(period: Period, locale: Locale): string {
  const filed = period.end.slice(0, 4)
  const label = periodLabel(period, locale)
  const words: Words = { zh: `${filed}年度年报（${label}）`, en: `${filed} annual report (${label})` }
  return locale === 'ZH' ? words.zh : words.en
}
