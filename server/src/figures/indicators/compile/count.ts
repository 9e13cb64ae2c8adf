import { sql } from 'kysely'
import type { Sql } from './compilation.ts'

/**
 * What is counted of a group of rows: the sum of products of columns (of none: the rows), how many distinct texts, or the least or the
 * greatest. `persons`: distinct ones, plus the headcounts of group rows, which are never deduplicated.
 */
export type Count =
  | { sum: readonly string[] }
  | { distinct: string }
  | { persons: true }
  | { least: string }
  | { greatest: string }

export const RECORDS: Count = { sum: [] }
export const HEADS: Count = { sum: ['heads'] }
export const PERSONS: Count = { persons: true }

/** As a statement says it of rows `m`. */
export function written(count: Count): Sql {
  const column = (name: string) => sql.ref(`m.${name}`)
  if ('persons' in count) return sql`count(distinct m.person) + coalesce(sum(m.group_heads), 0)`
  if ('distinct' in count) return sql`count(distinct ${column(count.distinct)})`
  if ('least' in count) return sql`min(${column(count.least)})`
  if ('greatest' in count) return sql`max(${column(count.greatest)})`
  return count.sum.length === 0 ? sql`count(*)` : sql`sum(${sql.join(count.sum.map(column), sql` * `)})`
}

/** The columns that it reads. */
export function columnsOf(count: Count): readonly string[] {
  if ('persons' in count) return ['person', 'group_heads']
  if ('sum' in count) return count.sum
  return ['distinct' in count ? count.distinct : 'least' in count ? count.least : count.greatest]
}

/**
 * What every select of a statement says: whole numbers and sums for one period and category. `total` is the measure's own sum or
 * count, `n` how many values it is over; `squares` may pass 2^53; `low` and `high` are the least and greatest scale (or the middle
 * values of a median), `unit_key` a unit of a weighted measure.
 */
export type AggregateRow = Record<'part' | 'year' | 'records' | 'persons', string> &
  Record<Exclude<Field, 'part' | 'year' | 'records' | 'persons'>, string | null>

export type Field = (typeof FIELDS)[number]
export type Counts = Partial<Record<Field, Count>>

export const FIELDS = [
  ...(['part', 'year', 'category', 'across', 'unit_key', 'records', 'persons', 'group_heads'] as const),
  ...(['n', 'total', 'other', 'squares', 'low', 'high'] as const),
] as const

/** Of every group. */
export const OF_EACH = {
  records: RECORDS,
  persons: { distinct: 'person' },
  group_heads: { sum: ['group_heads'] },
} as const satisfies Counts
