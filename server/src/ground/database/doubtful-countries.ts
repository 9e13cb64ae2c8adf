import { UNKNOWN } from '@causeway/shared/unknown'
import { sql } from 'kysely'
import type { Connection } from './database.ts'
import type { BatchPlace } from './doubtful-records.ts'

export interface UnknownCountries {
  /** How many records of the batch. */
  count: number
  /** Rows of the file, the first of them; records made by hand have none. */
  rows: number[]
}

/** Records of the batch whose country nobody knows, in one field. */
export async function listUnknownCountries(
  db: Connection,
  { institution, batch }: BatchPlace,
  table: string,
  field: string,
  mostRows: number,
): Promise<UnknownCountries> {
  const { rows } = await sql<{ row: number | null; count: number | string }>`
    select row, count(*) over () as count from ${sql.table(table)}
    where institution = ${institution} and until is null and batch = ${batch} and ${sql.ref(field)} = ${UNKNOWN}
    order by row limit ${mostRows}`.execute(db)
  return { count: Number(rows[0]?.count ?? 0), rows: rows.flatMap(({ row }) => row ?? []) }
}
