import { sql, type RawBuilder } from 'kysely'
import type { Connection } from './database.ts'
import type { BatchPlace } from './doubtful-records.ts'
import { BEFORE_EVERY_DAY } from '@causeway/shared/day'

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

/** Over all that a type points to. The batch is read once; its rows one by one only where some are out of time. */
export async function listOutOfTime(
  db: Connection,
  place: BatchPlace,
  from: DatedTable,
  targets: readonly PointedTable[],
): Promise<OutOfTime[]> {
  const found = await findOutOfTime(db, place, from, targets)
  const doubts: OutOfTime[] = []
  for (const [i, { field, table: target }] of targets.entries()) {
    const codes = [...new Set(found.filter(({ target }) => target === i).map(({ code }) => code))]
    if (codes.length === 0) continue
    const day = dayOf(from.days)
    const { rows } = await sql<Omit<OutOfTime, 'field'>>`
      select a.row as row, ${day} as day, t.code as code, t.first_day as first, t.last_day as last
      from ${sql.table(from.table)} a join ${sql.table(target)} t
        on t.institution = a.institution and t.code = ${sql.ref(`a.${field}`)} and t.until is null
      where ${isBrought(place)} and ${sql.ref(`a.${field}`)} in (${sql.join(codes)})
        and ${day} > ${sql.lit(BEFORE_EVERY_DAY)} and ${isOut(day, day, 't')}
      order by a.row limit ${MOST_DOUBTS}`.execute(db)
    doubts.push(...rows.map((row) => ({ ...row, field })))
  }
  return doubts.sort((a, b) => (a.row ?? 0) - (b.row ?? 0)).slice(0, MOST_DOUBTS)
}

/** What is pointed to from days on which it was not there: its place among `targets`, and its code. */
async function findOutOfTime(
  db: Connection,
  place: BatchPlace,
  { table, days }: DatedTable,
  targets: readonly PointedTable[],
): Promise<{ target: number; code: string }[]> {
  const day = dayOf(days)
  const names = targets.map((_, i) => sql.ref(`code_${i}`))
  const codes = targets.map(({ field }, i) => sql`${sql.ref(`a.${field}`)} as ${names[i]}`)
  const parts = targets.map(
    ({ table: target }, i) => sql`select cast(${i} as integer) as target, t.code as code from pointing p
      join ${sql.table(target)} t on t.institution = ${place.institution} and t.code = p.${names[i]} and t.until is null
      where ${isOut(sql`p.earliest`, sql`p.latest`, 't')}`,
  )
  const { rows } = await sql<{ target: number; code: string }>`
    with pointing as materialized (
      select ${sql.join(codes)}, min(${day}) as earliest, max(${day}) as latest from ${sql.table(table)} a
      where ${isBrought(place)} and ${day} > ${sql.lit(BEFORE_EVERY_DAY)}
      group by ${sql.join(targets.map(({ field }) => sql.ref(`a.${field}`)))}
    )
    ${sql.join(parts, sql` union `)} limit ${MOST_DOUBTS}`.execute(db)
  return rows
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
      and ${isOut(day, day, 't')}
    group by t.row, t.code, t.first_day, t.last_day
    order by t.row limit ${MOST_DOUBTS}`.execute(db)
  return rows
}

function dayOf(days: readonly string[]): RawBuilder<unknown> {
  const columns = days.map((name) => sql.ref(`a.${name}`))
  return columns.length === 1 ? columns[0]! : sql`coalesce(${sql.join(columns)})`
}

function isBrought({ institution, batch }: BatchPlace): RawBuilder<unknown> {
  return sql`a.institution = ${institution} and a.until is null and a.batch = ${batch}`
}

function isOut(earliest: RawBuilder<unknown>, latest: RawBuilder<unknown>, alias: string): RawBuilder<unknown> {
  return sql`(${earliest} < ${sql.ref(`${alias}.first_day`)} or ${latest} > ${sql.ref(`${alias}.last_day`)})`
}
