import { sql } from 'kysely'
import type { Connection } from '../../ground/database/database.ts'
import { findDataDate } from '../../records/data-date.ts'
import { tableOf } from '../../records/record-type.ts'
import { holds } from '../../ground/database/database-then.ts'

/** What the institution's records were at the end of a day, as far as batches that still stand tell. */
export interface StateThen {
  revision: number
  /** YYYY-MM-DD */
  dataDate: string
}

/** The state that the last batch of or before a day made; null: there was none by then. */
export async function findStateOn(db: Connection, institution: string, day: string): Promise<StateThen | null> {
  const row = await db
    .selectFrom('batch_institution as t')
    .innerJoin('batch as b', 'b.id', 't.batch')
    .select((e) => e.fn.max('t.revision').as('revision'))
    .where('t.institution', '=', institution)
    .where('b.created_at', '<', endOf(day))
    .executeTakeFirst()
  const dataDate = await findDataDate(db, institution, endOf(day))
  return row?.revision == null || dataDate === null ? null : { revision: Number(row.revision), dataDate }
}

/** How many imports after a day changed records of some types, those taken back left out. */
export async function countBatchesSince(
  db: Connection,
  institution: string,
  day: string,
  recordTypes: readonly string[],
): Promise<number> {
  const { count } = await db
    .selectFrom('batch_institution as t')
    .innerJoin('batch as b', 'b.id', 't.batch')
    .select((e) => e.fn.countAll<number>().as('count'))
    .where('t.institution', '=', institution)
    .where('b.created_at', '>=', endOf(day))
    .where((e) =>
      e.or([
        e('b.record_type', 'in', [...recordTypes]),
        ...recordTypes.map((type) => sql<boolean>`',' || b.more_types || ',' like ${`%,${type},%`}`),
      ]),
    )
    .where('b.reverted_at', 'is', null)
    .executeTakeFirstOrThrow()
  return Number(count)
}

/** Times of batches are ISO date-times: what is at or after this was on a later day. */
const endOf = (day: string) => `${day}T99`

/** How many current records of a type each unit has whose stretch meets these days; a type without days has them all. */
export async function countByUnit(
  db: Connection,
  recordType: string,
  institution: string,
  first: number,
  last: number,
): Promise<{ unit: string | null; records: number }[]> {
  const rows = await db
    .selectFrom(tableOf(recordType) as `record_${string}`)
    .select(['unit', sql<number | string>`count(*)`.as('records')])
    .where('institution', '=', institution)
    .where(holds(db))
    .where((e) => e.or([e('first_day', 'is', null), e('first_day', '<=', last)]))
    .where((e) => e.or([e('last_day', 'is', null), e('last_day', '>=', first)]))
    .groupBy('unit')
    .execute()
  return rows.map((row) => ({ unit: row['unit'] as string | null, records: Number(row['records']) }))
}
