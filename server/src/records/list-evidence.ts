import { inParts } from '../ground/in-parts.ts'
import type { Connection, Database } from '../ground/database/database.ts'
import { listRecordsWhere, type StoredRecord } from './list-records.ts'

/** The evidence of records by the ids of these, in the order of its issue. Records may be of several types and institutions. */
export async function listEvidence(
  { quick }: Database,
  records: readonly StoredRecord[],
): Promise<Map<string, StoredRecord[]>> {
  const found = new Map<string, StoredRecord[]>()
  const places = Map.groupBy(records, ({ type, institution }) => `${type}\n${institution}`)
  for (const [place, some] of places) {
    const [type, institution] = place.split('\n') as [string, string]
    const keys = some.map(({ key }) => key)
    for (const evidence of await readEvidence(quick, institution, type, keys)) {
      const id = `${type}/${institution}/${evidence.values['record']}`
      found.set(id, [...(found.get(id) ?? []), evidence])
    }
  }
  return found
}

const MOST_KEYS = 500

async function readEvidence(
  db: Connection,
  institution: string,
  recordType: string,
  keys: readonly string[],
): Promise<StoredRecord[]> {
  const evidence: StoredRecord[] = []
  for (const record of inParts(keys, MOST_KEYS))
    evidence.push(...(await listRecordsWhere(db, 'evidence', institution, { record_type: [recordType], record })))
  const order = ({ values, key }: StoredRecord) => `${values['issued_on']}\n${key}`
  return evidence.sort((a, b) => (order(a) < order(b) ? -1 : 1))
}
