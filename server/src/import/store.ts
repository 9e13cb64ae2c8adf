import type { Connection } from '../database/database.ts'
import { tableOf } from '../records/record-type.ts'

/** Codes that are there, of one institution or (null) of all, for the nearest one to be offered. */
export async function listCodes(
  db: Connection,
  recordType: string,
  institution: string | null,
  limit: number,
): Promise<string[]> {
  let query = db
    .selectFrom(tableOf(recordType) as `record_${string}`)
    .select('code')
    .where('until', 'is', null)
  if (institution !== null) query = query.where('institution', '=', institution)
  const rows = await query.limit(limit).execute()
  return rows.map((row) => String(row.code))
}
