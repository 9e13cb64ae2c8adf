import { sql } from 'kysely'
import type { Connection } from './database.ts'
import type { BatchPlace } from './doubtful-records.ts'

/** What of a batch begins after a day. Days since 1970. */
interface LateRecords {
  count: number
  /** Of the first of them; null: it came without one. */
  row: number | null
  firstDay: number
  /** The last day of the whole batch on which a record begins or ends, none after `today`; null: all are after it. */
  lastDay: number | null
}

/** Records of the batch that begin after `day`; null: there is none. */
export async function findLateRecords(
  db: Connection,
  { institution, batch }: BatchPlace,
  table: string,
  { day, today }: { day: number; today: number },
): Promise<LateRecords | null> {
  const { rows } = await sql<{ count: number | string; row: number | null; first: number | null; last: number | null }>`
    select count(case when first_day > ${day} then 1 end) as count, min(case when first_day > ${day} then row end) as row,
      min(case when first_day > ${day} then first_day end) as first,
      max(case when last_day <= ${today} then last_day when first_day <= ${today} then first_day end) as last
    from ${sql.table(table)} where institution = ${institution} and until is null and batch = ${batch}`.execute(db)
  const { count, row, first, last } = rows[0]!
  return first === null ? null : { count: Number(count), row, firstDay: first, lastDay: last }
}
