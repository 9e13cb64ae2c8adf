import { toDay } from '@causeway/shared/day'
import type { Database } from '../../ground/database/database.ts'
import { listCanonical } from '../../records/identity/canonical-records.ts'
import { readIdentity } from '../../records/identity/read-identity.ts'
import type { StoredRecord } from '../../records/list-records.ts'
import { stageOn } from './life-cycle.ts'
import type { Adoption } from './list-adoptions.ts'
import type { Stage } from './stage.ts'

/** A document that proves an adoption. */
export interface AdoptionDocument {
  /** The state of the adoption on the day of its issue, which it proves; null: it was issued before all of them. */
  stage: Stage | null
  evidence: StoredRecord
}

/** The documents of adoptions of one institution by the keys of these, in the order of their issue. */
export async function readDocuments(
  database: Database,
  adoptions: readonly Adoption[],
): Promise<Map<string, AdoptionDocument[]>> {
  const found = new Map<string, AdoptionDocument[]>()
  const institution = adoptions[0]?.record.institution
  if (institution === undefined) return found
  const byKey = new Map(adoptions.map((adoption) => [adoption.record.key, adoption]))
  const identity = await readIdentity(database.quick, institution, null)
  const keys = identity?.alike('adoption', [...byKey.keys()]) ?? [...byKey.keys()]
  const evidence = await database.snapshot((db) =>
    listCanonical(db, identity, 'evidence', institution, { record: keys, record_type: ['adoption'] }),
  )
  const order = ({ values, key }: StoredRecord) => `${values['issued_on']}\n${key}`
  evidence.sort((a, b) => (order(a.record) < order(b.record) ? -1 : 1))
  for (const { record, values } of evidence) {
    const named = String(values['record'])
    const key = identity?.canonical('adoption', named) ?? named
    const adoption = byKey.get(key)
    if (!adoption) continue
    const stage = stageOn(adoption.values, toDay(String(values['issued_on'])))
    found.set(key, [...(found.get(key) ?? []), { stage, evidence: record }])
  }
  return found
}
