import type { Connection } from '../../ground/database/database.ts'
import { tableOf } from '../record-type.ts'

/** Whether a current record has the key. */
export async function hasKey(db: Connection, recordType: string, institution: string, key: string): Promise<boolean> {
  const row = await db
    .selectFrom(tableOf(recordType) as `record_${string}`)
    .select('key')
    .where('institution', '=', institution)
    .where('key', '=', key)
    .where('until', 'is', null)
    .executeTakeFirst()
  return row !== undefined
}

/** Current records that are known by a source id: their key, unit and source id, and `fields`. */
export function listBySource(
  db: Connection,
  recordType: string,
  institution: string,
  fields: readonly string[],
): Promise<Record<string, string | number | null>[]> {
  return db
    .selectFrom(tableOf(recordType) as `record_${string}`)
    .select([...new Set(['key', 'unit', 'source_id', ...fields])] as never)
    .where('institution', '=', institution)
    .where('source_id', 'is not', null)
    .where('until', 'is', null)
    .execute() as Promise<Record<string, string | number | null>[]>
}
