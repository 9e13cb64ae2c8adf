import { sql, type RawBuilder } from 'kysely'
import type { Connection } from './database.ts'
import type { BatchPlace } from './doubtful-records.ts'
import { BEFORE_EVERY_DAY } from '../records/span.ts'

/** Records of one table by what decides their day: of several columns the first that is filled. */
export interface DatedTable {
  table: string
  days: readonly string[]
}

/** What a field of them points to, by its code. */
export interface PointedTable {
  field: string
  table: string
}

/** A record of the batch that is of a day on which what it points to was not there. */
export interface OutOfTime {
  row: number | null
  day: number
  field: string
  code: string
  /** The stretch of what it points to; last null: still open. */
  first: number | null
  last: number | null
}

/** What of the batch others point to from days on which it was not there. */
export interface PointedOutOfTime {
  row: number | null
  code: string
  first: number | null
  last: number | null
  /** How many of them are before its first day, and the earliest of those; after its last day, and the latest. */
  early: number
  earliest: number | null
  late: number
  latest: number | null
}

const MOST_DOUBTS = 500

/** Over all that a type points to in one reading of the batch. */
export async function listOutOfTime(
  db: Connection,
  { institution, batch }: BatchPlace,
  { table, days }: DatedTable,
  targets: readonly PointedTable[],
): Promise<OutOfTime[]> {
  const day = dayOf(days)
  const columns = targets.map(
    ({ field }, i) => sql`, ${sql.ref(`a.${field}`)} as ${sql.ref(`code_${i}`)},
      ${sql.ref(`t${i}.first_day`)} as ${sql.ref(`first_${i}`)}, ${sql.ref(`t${i}.last_day`)} as ${sql.ref(`last_${i}`)}`,
  )
  const joins = targets.map(
    ({ field, table: target }, i) => sql`left join ${sql.table(target)} as ${sql.ref(`t${i}`)}
      on ${sql.ref(`t${i}.institution`)} = a.institution and ${sql.ref(`t${i}.code`)} = ${sql.ref(`a.${field}`)}
      and ${sql.ref(`t${i}.until`)} is null`,
  )
  const out = targets.map((_, i) => isOut(day, `t${i}`))
  const { rows } = await sql<Record<string, string | number | null>>`
    select a.row as row, ${day} as day ${sql.join(columns, sql``)}
    from ${sql.table(table)} a ${sql.join(joins, sql` `)}
    where a.institution = ${institution} and a.until is null and a.batch = ${batch}
      and ${day} > ${sql.lit(BEFORE_EVERY_DAY)} and (${sql.join(out, sql` or `)})
    order by a.row limit ${MOST_DOUBTS}`.execute(db)
  return rows.flatMap((row) =>
    targets.flatMap(({ field }, i): OutOfTime[] => {
      const day = row['day'] as number
      const [first, last] = [row[`first_${i}`] as number | null, row[`last_${i}`] as number | null]
      const isOutside = (first !== null && day < first) || (last !== null && day > last)
      return isOutside
        ? [{ row: row['row'] as number | null, day, field, code: String(row[`code_${i}`]), first, last }]
        : []
    }),
  )
}

/** The other way round: the batch brought what is pointed to, or moved its days. */
export async function listPointedOutOfTime(
  db: Connection,
  { institution, batch }: BatchPlace,
  { field, table: target }: PointedTable,
  { table, days }: DatedTable,
): Promise<PointedOutOfTime[]> {
  const day = dayOf(days)
  const [early, late] = [sql`${day} < t.first_day`, sql`${day} > t.last_day`]
  // A cross join: SQLite then reads what points once, and finds what it points to by its code.
  const { rows } = await sql<PointedOutOfTime>`
    select t.row as row, t.code as code, t.first_day as first, t.last_day as last,
      sum(case when ${early} then 1 else 0 end) as early, min(case when ${early} then ${day} end) as earliest,
      sum(case when ${late} then 1 else 0 end) as late, max(case when ${late} then ${day} end) as latest
    from ${sql.table(table)} a cross join ${sql.table(target)} t
    where a.institution = ${institution} and a.until is null and ${day} > ${sql.lit(BEFORE_EVERY_DAY)}
      and t.institution = a.institution and t.code = ${sql.ref(`a.${field}`)} and t.until is null and t.batch = ${batch}
      and ${isOut(day, 't')}
    group by t.row, t.code, t.first_day, t.last_day
    order by t.row limit ${MOST_DOUBTS}`.execute(db)
  return rows
}

function dayOf(days: readonly string[]): RawBuilder<unknown> {
  const columns = days.map((name) => sql.ref(`a.${name}`))
  return columns.length === 1 ? columns[0]! : sql`coalesce(${sql.join(columns)})`
}

function isOut(day: RawBuilder<unknown>, alias: string): RawBuilder<unknown> {
  return sql`(${day} < ${sql.ref(`${alias}.first_day`)} or ${day} > ${sql.ref(`${alias}.last_day`)})`
}
