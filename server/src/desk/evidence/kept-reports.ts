import { randomUUID } from 'node:crypto'
import { stat } from 'node:fs/promises'
import { fill } from '@causeway/shared/words/words'
import { requireExact, requireRight } from '../../access/refuse.ts'
import type { Viewer } from '../../access/viewer.ts'
import type { Causeway } from '../../figures/causeway.ts'
import { ASKER_WAITS_MS } from '../../ground/database/database.ts'
import { QuestionError } from '../../ground/question-error.ts'
import REFUSALS from '../refusals.json' with { type: 'json' }
import { MOST_EVIDENCE_BYTES } from './attach-evidence.ts'
import { EvidenceFiles } from './evidence-files.ts'
import { deleteReport, insertReport, selectReport, selectReports, type ReportRow } from './store.ts'

/** A Word report that a college keeps, as evidence of what it said of a release. */
export type KeptReport = ReportRow

const MOST_REPORTS = 500

/** The newest first. @throws QuestionError UNAUTHENTICATED, FORBIDDEN */
export function listReports({ database }: Causeway, viewer: Viewer, institution: string): Promise<KeptReport[]> {
  requireExact(viewer, institution)
  return selectReports(database.quick, institution)
}

/**
 * One of them, with its bytes.
 * @throws QuestionError UNAUTHENTICATED, FORBIDDEN, UNKNOWN_REPORT: also where it is another institution's
 */
export async function readReport(
  { database, evidence }: Causeway,
  viewer: Viewer,
  institution: string,
  id: string,
): Promise<{ report: KeptReport; body: Buffer }> {
  requireExact(viewer, institution)
  const report = await selectReport(database.quick, institution, id)
  const body = report && evidence !== undefined ? await new EvidenceFiles(evidence).read(report.file) : null
  if (!report || !body) throw unknownReport()
  return { report, body }
}

/**
 * @param path of the document
 * @throws QuestionError UNAUTHENTICATED, FORBIDDEN, NOT_SET_UP, FILE_TOO_LARGE, TOO_MANY_REPORTS
 */
export async function keepReport(
  { database, evidence }: Causeway,
  viewer: Viewer,
  path: string,
  facts: Omit<KeptReport, 'id' | 'kept_at' | 'kept_by' | 'file'>,
): Promise<KeptReport> {
  requireRight(viewer, 'reports', facts.institution)
  if (evidence === undefined) throw new QuestionError('NOT_SET_UP', REFUSALS.NOT_SET_UP)
  if ((await stat(path)).size > MOST_EVIDENCE_BYTES)
    throw new QuestionError(
      'FILE_TOO_LARGE',
      fill(REFUSALS.REPORT_TOO_LARGE, { megabytes: MOST_EVIDENCE_BYTES / 1024 / 1024 }),
    )
  const file = await new EvidenceFiles(evidence).put(path)
  const by = { kept_at: new Date().toISOString(), kept_by: viewer.token ?? null }
  const report: KeptReport = { id: randomUUID(), ...facts, ...by, file }
  await database.write(
    async (db) => {
      if ((await selectReports(db, facts.institution)).length >= MOST_REPORTS)
        throw new QuestionError('TOO_MANY_REPORTS', fill(REFUSALS.TOO_MANY_REPORTS, { most: MOST_REPORTS }))
      await insertReport(db, report)
    },
    { waitMs: ASKER_WAITS_MS },
  )
  return report
}

/** Takes it out of the list; its file is no longer had. @throws QuestionError UNAUTHENTICATED, FORBIDDEN, UNKNOWN_REPORT */
export async function removeReport(
  { database }: Causeway,
  viewer: Viewer,
  institution: string,
  id: string,
): Promise<KeptReport> {
  requireRight(viewer, 'reports', institution)
  return database.write(
    async (db) => {
      const report = await selectReport(db, institution, id)
      if (!report) throw unknownReport()
      await deleteReport(db, institution, id)
      return report
    },
    { waitMs: ASKER_WAITS_MS },
  )
}

function unknownReport(): QuestionError {
  return new QuestionError('UNKNOWN_REPORT', REFUSALS.UNKNOWN_REPORT)
}
