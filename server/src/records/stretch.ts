import { BEFORE_EVERY_DAY, toDay, yearOf, type Day } from '@causeway/shared/day'
import { periodDays } from '@causeway/shared/period'
import type { RecordType } from './record-type.ts'
import type { StoredValues } from './stored-values.ts'

/**
 * The stretch a record speaks for (contract.md, Periods, scopes, zero), as `first_day` and `last_day` are stored. First day null:
 * it covers no day; last day null: still open. A type without dates is always covered. A type with a `class` has neither here:
 * its stretch is the class's school year, which moves with the institution's. `dayOf` gives the day of a date field.
 */
export function spanOf(
  { span }: RecordType,
  dayOf: (field: string) => Day | null,
): { first: Day | null; last: Day | null } {
  if ('always' in span) return { first: BEFORE_EVERY_DAY, last: null }
  if ('class' in span) return { first: null, last: null }
  const last = span.ends === undefined ? null : dayOf(span.ends)
  let first: Day | null = null
  for (const field of span.starts) {
    const day = dayOf(field)
    if (day !== null && (first === null || day < first)) first = day
  }
  if (first === null) return { first: span.empty === 'always' ? BEFORE_EVERY_DAY : null, last }
  return { first, last: span.ends === undefined || (last === null && span.endless === 'one-day') ? first : last }
}

/**
 * What a file is complete for, so that records which it lacks are gone: school years, by a record's first day; units. Several years,
 * and several units, are taken together; years and units are those years of those units.
 */
export interface ReplacedStretch {
  /** The years that school years begin in; none: all time. */
  years: readonly number[]
  /** None: the whole institution. */
  units: readonly string[]
}

/** The school years of one institution: first and last day of each, and the class that graduates in it. */
export interface SchoolYear {
  first: Day
  last: Day
  class: number
}

export function schoolYearsOf({ years }: ReplacedStretch, schoolYearStart: string): SchoolYear[] {
  return years.map((year) => {
    const [first, last] = periodDays('SCHOOL_YEAR', year, schoolYearStart)
    return { first, last, class: yearOf(last) }
  })
}

/** The field that puts a record outside; null: it is within. */
export function outsideOf(
  type: RecordType,
  stretch: ReplacedStretch,
  schoolYears: readonly SchoolYear[],
  values: StoredValues,
): string | null {
  if (stretch.units.length > 0 && !stretch.units.includes(String(values['unit'] ?? ''))) return 'unit'
  if (stretch.years.length === 0) return null
  const { span } = type
  if ('class' in span) return schoolYears.some((year) => year.class === values[span.class]) ? null : span.class
  const { first } = spanOf(type, (field) => {
    const iso = values[field]
    return typeof iso === 'string' ? toDay(iso) : null
  })
  const within = first !== null && schoolYears.some((year) => year.first <= first && first <= year.last)
  return within || 'always' in span ? null : span.starts[0]!
}

/** The fields that tell whether a record is within: a file that lacks one of them is asked about its records as they are. */
export function fieldsThatPlace(type: RecordType, { years, units }: ReplacedStretch): string[] {
  const { span } = type
  const dates = 'class' in span ? [span.class] : 'starts' in span ? span.starts : []
  return [...(units.length > 0 ? ['unit'] : []), ...(years.length > 0 ? dates : [])]
}
