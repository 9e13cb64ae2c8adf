import { BEFORE_EVERY_DAY, type Day } from '@causeway/shared/day'
import type { RecordType } from './record-type.ts'

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
