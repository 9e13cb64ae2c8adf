import type { Connection } from '../database/database.ts'
import { SPEAKS_FOR_NO_DAY, type BatchHeader } from './batch-writer.ts'
import type { TouchedInstitution } from './batch-rows.ts'
import { raiseRevision } from './raise-revision.ts'

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
      data_date: header.dataDate,
      created_at: at,
      reverted_at: null,
      made_by: header.by?.token ?? null,
      reason: header.by?.reason ?? null,
      reverted_by: null,
      revert_reason: null,
    })
    .execute()
  const revisions: Record<string, number> = {}
  const speaksUpTo = header.dataDate === SPEAKS_FOR_NO_DAY ? null : header.dataDate
  for (const touched of institutions) {
    const { institution, accepted, updated, unchanged, withdrawn, dataDate } = touched
    if (accepted + updated + withdrawn === 0) continue
    const revision = touched.revision + 1
    await db
      .insertInto('batch_institution')
      .values({ institution, batch, revision, accepted, updated, unchanged, withdrawn })
      .execute()
    const later = dataDate === null || (speaksUpTo !== null && speaksUpTo > dataDate) ? speaksUpTo : dataDate
    await raiseRevision(db, {
      institution,
      revision,
      types: touched.changedTypes,
      dataDate: { before: dataDate, after: later },
      at,
    })
    revisions[institution] = revision
  }
  return revisions
}
