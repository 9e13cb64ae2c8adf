import type { Day } from '@causeway/shared/day'
import type { RecordType } from './record-type.ts'
import type { StoredValues } from './stored-values.ts'

/** First day of a record that speaks for every day before its last. */
export const BEFORE_EVERY_DAY: Day = -1_000_000

/**
 * The stretch a record speaks for (contract.md, Periods, scopes, zero), as `first_day` and `last_day` are stored. First day null:
 * it covers no day; last day null: still open. A type without dates is always covered. A type with a `class` has neither here:
 * its stretch is the class's school year, which moves with the institution's.
 */
export function spanOf({ span }: RecordType, values: StoredValues): { first: Day | null; last: Day | null } {
  if ('always' in span) return { first: BEFORE_EVERY_DAY, last: null }
  if ('class' in span) return { first: null, last: null }
  const last = span.ends === undefined ? null : dayOf(values, span.ends)
  const starts = span.starts.map((field) => dayOf(values, field)).filter((day) => day !== null)
  if (starts.length === 0) return span.empty === 'always' ? { first: BEFORE_EVERY_DAY, last } : { first: null, last: null }
  const first = Math.min(...starts)
  return { first, last: span.ends === undefined || (last === null && span.endless === 'one-day') ? first : last }
}

function dayOf(values: StoredValues, field: string): Day | null {
  return (values[`${field}_day`] as Day | null | undefined) ?? null
}
