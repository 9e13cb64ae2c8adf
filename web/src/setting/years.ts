import { toDay } from '@causeway/shared/day'
import {
  openingYears,
  windowAround,
  type OpeningYears,
  isLessReported,
  isReported,
  type YearReported,
} from '@causeway/shared/reported-years'
import { periodLabel, toPeriod, type Calendar, type Period } from '@causeway/shared/period'
import type { Locale, Words } from '@causeway/shared/words/words'
import type { InstitutionFacts } from '../graph/generated.ts'
import { graph } from '../graph/graph.ts'

export interface Years extends OpeningYears {
  periodOf: (year: number) => Period
}

/** The years of an institution's records; null where it has none. */
export function readYears(institution: InstitutionFacts): Years | null {
  if (institution.dataDate === null || institution.openingYear === null) return null
  const calendar: Calendar = { schoolYearStart: institution.schoolYearStart, dataDay: toDay(institution.dataDate) }
  return {
    ...openingYears(calendar, institution.openingYear),
    periodOf: (year) => toPeriod('SCHOOL_YEAR', year, calendar),
  }
}

/** How much of a year is reported, where that is less than of the year that pages open on; else null. */
export function lessReported({ openingYear, reportedYears }: InstitutionFacts, year: number): YearReported | null {
  const of = (wanted: number | null) => reportedYears.find((one) => one.year === wanted)
  const [one, opening] = [of(year), of(openingYear)]
  return one && opening && isLessReported(one, opening) ? one : null
}

/** Enough of a year is reported for its targets and rules to be judged. */
export function isJudged({ reportedYears }: InstitutionFacts, year: number): boolean {
  return reportedYears.every((one) => one.year !== year || isReported(one))
}

/** What is not reported has neither risen nor fallen: whether enough of a year and of the year before is there. */
export function areCompared(institution: InstitutionFacts, year: number): boolean {
  return isJudged(institution, year) && isJudged(institution, year - 1)
}

/** The window of years around `year` that pictures show. */
export function windowOf(years: Years, year: number): { from: number; to: number } {
  return windowAround(years.newest, year)
}

/** The day that registers are read for in a year: its last, or the data date where that comes first. YYYY-MM-DD. */
export function registerDay({ dataDate }: InstitutionFacts, { end }: Period): string {
  return dataDate !== null && dataDate < end ? dataDate : end
}

/** A school year by the report it is filed in: 2024年度年报（2023—2024学年）. */
export function reportLabel(period: Period, locale: Locale): string {
  const filed = period.end.slice(0, 4)
  const label = periodLabel(period, locale)
  const words: Words = { zh: `${filed}年度年报（${label}）`, en: `${filed} annual report (${label})` }
  return locale === 'ZH' ? words.zh : words.en
}

/** The institution of a code, or without one the one that pages open on. */
export const InstitutionQuery = graph(`
  query Institution($code: ID, $release: ID, $asOf: DateTime, $locale: Locale!) {
    institution(code: $code, release: $release, asOf: $asOf) { ...InstitutionFacts }
  }
  fragment InstitutionFacts on Institution {
    code name(locale: $locale) demonstration dataDate schoolYearStart openingYear
    reportedYears { year expected reported } revision nothingReleased release { ...ShownRelease }
    releases { id name status publishedAt reason(locale: $locale) }
  }
  fragment ShownRelease on Release {
    name status publishedAt dataDate note(locale: $locale) reason(locale: $locale) supersedes { name }
  }
`)
