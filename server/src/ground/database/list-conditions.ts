import { sql, type RawBuilder, type SqlBool } from 'kysely'
import type { Kind } from './columns.ts'
import type { Connection } from './database.ts'
import { holds } from './database-then.ts'

export type Condition = RawBuilder<SqlBool>
export type Expression = RawBuilder<unknown>

export const columnOf = (name: string): Expression => sql.ref(name)

export const isEmpty = (column: Expression): Condition => sql<SqlBool>`${column} is null`

export const isFilled = (column: Expression): Condition => sql<SqlBool>`${column} is not null`

/** A range with both ends; null: it is open there. Null if it is open at both. */
export function isBetween(
  column: Expression,
  from: string | number | null,
  to: string | number | null,
): Condition | null {
  const bounds = [from === null ? null : sql`${column} >= ${from}`, to === null ? null : sql`${column} <= ${to}`]
  const given = bounds.filter((bound) => bound !== null)
  return given.length === 0 ? null : sql<SqlBool>`(${sql.join(given, sql` and `)})`
}

/** A condition, or that a column has the code of a record of a table for which another holds. */
export function orNames(
  db: Connection,
  own: Condition,
  column: Expression,
  { table, institution, holdsFor }: { table: string; institution: string; holdsFor: Condition },
): Condition {
  return sql<SqlBool>`(${own} or ${column} in (select code from ${sql.table(table)}
    where institution = ${institution} and ${holds(db)} and ${holdsFor}))`
}

/** The place of a column's value in a list; what is not in it comes after all. */
export function placeIn(column: Expression, values: readonly string[]): Expression {
  const cases = values.map((value, at) => sql`when ${value} then ${sql.lit(at)}`)
  return sql`case ${column} ${sql.join(cases, sql` `)} else ${sql.lit(values.length)} end`
}

/** Rows after the one with this value and key, where empty values come last and equal ones by key. */
export function comesAfter(
  { value, empty, descending }: { value: Expression; empty: Condition; descending: boolean },
  last: string | number | null,
  key: string,
): Condition {
  if (last === null) return sql<SqlBool>`(${empty} and key > ${key})`
  const beyond = descending ? sql`<` : sql`>`
  return sql<SqlBool>`(${empty} or ${value} ${beyond} ${last} or (${value} = ${last} and key > ${key}))`
}

/** Keys of records: a part of a statement that selects them from `r`, or the keys themselves. */
export type RecordKeys = { from: Expression } | { keys: readonly string[] }

/** A record is among these. Keys are one parameter: there may be more of them than a statement takes. */
export function isAmong(among: RecordKeys, kind: Kind): Condition {
  if ('from' in among) return sql<SqlBool>`key in (select r.key ${among.from})`
  return kind === 'sqlite'
    ? sql<SqlBool>`key in (select value from json_each(${JSON.stringify(among.keys)}))`
    : sql<SqlBool>`key = any(${[...among.keys]}::text[])`
}
