import type { Connection } from '../ground/database/database.ts'
import type { TouchedInstitution } from './batch-rows.ts'
import type { BatchHeader } from './batch-writer.ts'
import { dataDateStep, SAYS_NO_DAY } from './data-date.ts'

/** Writes down what a batch did and raises the revisions of the institutions it changed. @returns those, by institution */
export async function finishBatch(
  db: Connection,
  batch: string,
  header: BatchHeader,
  institutions: TouchedInstitution[],
): Promise<Record<string, number>> {
  const at = new Date().toISOString()
  await db
    .insertInto('batch')
    .values({
      id: batch,
      record_type: header.recordType,
      file_name: header.fileName,
      file_hash: header.fileHash(),
      encoding: header.encoding(),
      data_date: header.dataDate ?? SAYS_NO_DAY,
      created_at: at,
      reverted_at: null,
      made_by: header.by?.token ?? null,
      reason: header.by?.reason ?? null,
      reverted_by: null,
      revert_reason: null,
    })
    .execute()
  const revisions: Record<string, number> = {}
  for (const touched of institutions) {
    const { institution, accepted, updated, unchanged, withdrawn, dataDate } = touched
    if (!isChanged(touched, header)) continue
    const { after, rests } = dataDateStep(dataDate, header)
    const revision = touched.revision + 1
    await db
      .insertInto('batch_institution')
      .values({
        institution,
        batch,
        revision,
        accepted,
        updated,
        unchanged,
        withdrawn,
        data_date: rests ? after : null,
      })
      .execute()
    await raiseRevision(db, {
      institution,
      revision,
      types: touched.changedTypes,
      dataDate: { before: dataDate, after },
      at,
    })
    revisions[institution] = revision
  }
  return revisions
}

/** Its records are others, or the batch moves its data date. */
export function isChanged(
  { accepted, updated, withdrawn, dataDate }: TouchedInstitution,
  header: Pick<BatchHeader, 'dataDate' | 'decides'>,
): boolean {
  if (accepted + updated + withdrawn > 0) return true
  return dataDate !== null && dataDateStep(dataDate, header).after !== dataDate
}

/** Is beside the record types: kept figures depend on it too. */
const DATA_DATE = 'data-date'

interface Raise {
  institution: string
  /** The new one. */
  revision: number
  /** Record types of which something changed. */
  types: Iterable<string>
  dataDate: { before: string | null; after: string | null }
  /** ISO date-time */
  at: string
}

/** Sets an institution's counter, and with it the counters of what changed. */
export async function raiseRevision(
  db: Connection,
  { institution, revision, types, dataDate, at }: Raise,
): Promise<void> {
  const state = { revision, data_date: dataDate.after, committed_at: at }
  await db
    .insertInto('institution_state')
    .values({ institution, ...state })
    .onConflict((conflict) => conflict.column('institution').doUpdateSet(state))
    .execute()
  const changed = dataDate.before === dataDate.after ? [...types] : [...types, DATA_DATE]
  if (changed.length === 0) return
  await db
    .insertInto('record_revision')
    .values(changed.map((record_type) => ({ institution, record_type, revision })))
    .onConflict((conflict) => conflict.columns(['institution', 'record_type']).doUpdateSet({ revision }))
    .execute()
}
