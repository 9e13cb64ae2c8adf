import type { Connection } from '../ground/database/database.ts'
import type { RecordType } from './record-type.ts'
import { recordTable } from './store.ts'

/** What is in one field of each current record of a type that has codes, by code; null: nothing. */
export async function readFieldByCode(
  db: Connection,
  type: RecordType,
  institution: string,
  field: string,
): Promise<Map<string, string | null>> {
  const rows = await db
    .selectFrom(recordTable(type).table as `record_${string}`)
    .selectAll()
    .where('institution', '=', institution)
    .where('until', 'is', null)
    .execute()
  return new Map(
    rows.map((row) => [String(row['code']), row[field] == null || row[field] === '' ? null : String(row[field])]),
  )
}
