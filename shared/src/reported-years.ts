import { lastCompleteYear, periodDays, toPeriod, type Basis, type Calendar } from './period.ts'
import { toIso } from './day.ts'
import type { Words } from './words/words.ts'

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

/** How many reports are due, and of how many units: the one sentence for every place that says it. */
export function owedWords(owed: readonly { unit: string | null }[]): Words {
  const units = new Set(owed.flatMap(({ unit }) => (unit === null ? [] : [unit]))).size
  const whole = owed.filter(({ unit }) => unit === null).length
  if (owed.length === 0) return { zh: '没有待报的台账', en: 'No report is due' }
  const [ofUnits, ofWhole] = [owed.length - whole, whole]
  const zh = [
    ...(ofWhole > 0 ? [`全校 ${ofWhole} 项`] : []),
    ...(ofUnits > 0 ? [`${units} 个部门共 ${ofUnits} 项`] : []),
  ]
  const en = [
    ...(ofWhole > 0 ? [`${ofWhole} of the whole college`] : []),
    ...(ofUnits > 0 ? [`${ofUnits} of ${units} ${units === 1 ? 'unit' : 'units'}`] : []),
  ]
  return {
    zh: `${owed.length} 项台账待报：${zh.join('，')}`,
    en: `${owed.length} ${owed.length === 1 ? 'report is' : 'reports are'} due: ${en.join(', ')}`,
  }
}
