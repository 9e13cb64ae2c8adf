import { toDay, toIso } from '@causeway/shared/day'
import type { Connection } from '../ground/database/database.ts'
import { listExpiredEvidence, listTypesWithExpiringEvidence } from '../ground/database/doubtful-evidence.ts'
import type { BatchPlace } from '../ground/database/doubtful-records.ts'
import { tableOf, type RecordType } from './record-type.ts'
import { recordTypeOf } from './record-types.ts'
import type { RecordWarning } from './record-warning.ts'

/** Evidence that expires while what it proves still runs. */
export async function findEvidenceWarnings(
  db: Connection,
  place: BatchPlace,
  { name }: RecordType,
): Promise<RecordWarning[]> {
  if (name !== 'evidence') return []
  const dataDay = await readDataDay(db, place.institution)
  const warnings: RecordWarning[] = []
  for (const recordType of await listTypesWithExpiringEvidence(db, place)) {
    const { label } = recordTypeOf(recordType)
    const asked = { recordType, table: tableOf(recordType), dataDay }
    for (const { row, expired, last } of await listExpiredEvidence(db, place, asked)) {
      const message = {
        zh: `佐证材料有效期至 ${toIso(expired)}，而所证“${label.zh}”记录到 ${toIso(last)} 仍在进行。请补充续期后的材料。`,
        en: `The evidence expired on ${toIso(expired)}, and the ${label.en.toLowerCase()} it proves runs to ${toIso(last)}. Add what it was renewed with.`,
      }
      warnings.push({ code: 'EXPIRED_EVIDENCE', row, field: 'expires_on', value: toIso(expired), message })
    }
  }
  return warnings
}

/** Up to which day the institution's records spoke before the batch; null: they did not. */
async function readDataDay(db: Connection, institution: string): Promise<number | null> {
  const state = await db
    .selectFrom('institution_state')
    .select('data_date')
    .where('institution', '=', institution)
    .executeTakeFirst()
  return state?.data_date ? toDay(state.data_date) : null
}
