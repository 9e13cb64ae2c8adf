import { sql } from 'kysely'
import type { Connection } from './database.ts'
import type { BatchPlace } from './doubtful-records.ts'

const MOST_DOUBTS = 500

/** The types that evidence of the batch is about, and that expires at all. */
export async function listTypesWithExpiringEvidence(
  db: Connection,
  { institution, batch }: BatchPlace,
): Promise<string[]> {
  const { rows } = await sql<{ type: string }>`
    select distinct record_type as type from record_evidence
    where institution = ${institution} and until is null and batch = ${batch} and expires_on_day is not null
    order by 1`.execute(db)
  return rows.map(({ type }) => type)
}

export interface ExpiredEvidence {
  row: number | null
  expired: number
  /** The last day of what it proves; the data date where that still runs. */
  last: number
}

/** Evidence of the batch that expires before what it proves ends; what is still open runs to the data date. */
export async function listExpiredEvidence(
  db: Connection,
  { institution, batch }: BatchPlace,
  { recordType, table, dataDay }: { recordType: string; table: string; dataDay: number | null },
): Promise<ExpiredEvidence[]> {
  const last = dataDay === null ? sql`r.last_day` : sql`coalesce(r.last_day, ${sql.lit(dataDay)})`
  const { rows } = await sql<ExpiredEvidence>`
    select e.row as row, e.expires_on_day as expired, ${last} as last
    from record_evidence e
    join ${sql.table(table)} r on r.institution = e.institution and r.key = e.record and r.until is null
    where e.institution = ${institution} and e.until is null and e.batch = ${batch} and e.record_type = ${recordType}
      and r.first_day is not null and e.expires_on_day < ${last}
    order by e.row limit ${MOST_DOUBTS}`.execute(db)
  return rows
}
