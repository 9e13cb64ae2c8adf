import { requireExact } from '../../access/refuse.ts'
import type { Viewer } from '../../access/viewer.ts'
import type { Causeway } from '../../figures/causeway.ts'
import { badCursor, fromCursor, toCursor } from '../../ground/cursor.ts'
import { findRecords, type RecordPage, type StoredRecord } from '../../records/list-records.ts'
import { recordName } from './state.ts'

interface Named {
  type: string
  key: string
}

/**
 * A page of the records that a part of a difference speaks of, in the order of type and key.
 * @throws QuestionError FORBIDDEN and UNAUTHENTICATED without the right, BAD_PAGE
 */
export async function listPartRecords(
  { database }: Causeway,
  viewer: Viewer,
  institution: string,
  records: readonly Named[],
  { first, after }: { first: number; after?: string | null },
): Promise<RecordPage> {
  requireExact(viewer, institution)
  const start = after ? placeAfter(records, fromCursor(after)) : 0
  const wanted = records.slice(start, start + first)
  const found = await database.snapshot(async (db) => {
    const byName = new Map<string, StoredRecord>()
    for (const [type, own] of Map.groupBy(wanted, (record) => record.type)) {
      const keys = own.map(({ key }) => key)
      for (const record of await findRecords(db, database.kind, type, institution, keys))
        byName.set(recordName(record), { ...record, cursor: toCursor(recordName(record)) })
    }
    return wanted.flatMap((record) => byName.get(recordName(record)) ?? [])
  })
  return {
    records: found,
    hasNext: start + first < records.length,
    endCursor: found.at(-1)?.cursor ?? null,
    totalCount: records.length,
  }
}

function placeAfter(records: readonly Named[], name: string): number {
  const place = records.findIndex((record) => recordName(record) === name)
  if (place < 0) throw badCursor()
  return place + 1
}
