import { may } from '@causeway/shared/rights'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Words } from '@causeway/shared/words/words'
import { requireRight } from '../../access/refuse.ts'
import type { Viewer } from '../../access/viewer.ts'
import { makeFormRowCheck } from '../../answers/forms/check-form-row.ts'
import type { Causeway } from '../../figures/causeway.ts'
import { makeImportedRowCheck } from '../../figures/indicators/check-mention.ts'
import { totalsAroundChange, type ChangedTotals } from '../../figures/totals-around-change.ts'
import type { Database } from '../../ground/database/database.ts'
import { kept } from '../../ground/kept.ts'
import { QuestionError } from '../../ground/question-error.ts'
import { importFile } from '../../records/import/import-file.ts'
import { ImportPreview } from '../../records/import/report/import-preview.ts'
import type { ImportReport } from '../../records/import/report/import-report.ts'
import { findRecordType } from '../../records/record-types.ts'
import { secretOf } from '../../records/secret.ts'
import type { UploadedFile, Uploads } from '../uploads/uploads.ts'
import { ImportJobs, type ImportJob, type JobDesk } from './import-jobs.ts'
import { checkAsked, toPart, type PageImport } from './page-import.ts'
import { joinRejects, readRejects, type Rejects } from './read-rejects.ts'
import REFUSALS from '../refusals.json' with { type: 'json' }

export interface ImportOutcome {
  id: string
  dryRun: boolean
  fileName: string
  /** Whose records all rows are; null: each row says it. */
  institution: string | null
  report: ImportReport
  preview: ImportPreview
  /** Null: there are none. */
  rejects: Rejects | null
  /** Null: not asked for. */
  figures: ChangedTotals | null
  /** Of a part of an import: which of the tables that were asked for it is of, and of which sheets of its workbook. */
  asked: number
  sheets: readonly string[]
  /** What went in together; none: it is one table alone. */
  parts: readonly ImportOutcome[]
}

export type PageImportAnswer = { ended: ImportOutcome } | { underWay: ImportJob<ImportOutcome> }

const USUAL_SECONDS = 8
const MOST_SECONDS = 20
/** After the first rows of a file are read: of a small one the end is worth the wait. */
const MOMENT_MS = { small: 2_000, large: 300 }
const SMALL_BYTES = 512 * 1024
/** A file of many institutions changes the figures of each: those of the first are counted. */
const MOST_INSTITUTIONS_COUNTED = 3

const jobsOf = new WeakMap<Database, ImportJobs<ImportOutcome>>()

/**
 * Imports a file that was uploaded, or tells what would happen, by the very import that the command line runs. Waits some seconds for
 * its end; what takes longer goes on, and `findImport` tells of it. A dry run is stopped where its asker leaves before it is answered.
 * @throws QuestionError UNAUTHENTICATED, FORBIDDEN, NO_FILE, TYPE_MISSING, TOO_MANY_CORRECTIONS, BAD_CORRECTION, TOO_MANY_IMPORTS
 */
export async function importRecords(
  causeway: Causeway,
  viewer: Viewer,
  uploads: Uploads | undefined,
  asked: PageImport,
  signal?: AbortSignal,
): Promise<PageImportAnswer> {
  requireImport(viewer, asked.institution ?? null)
  checkAsked(asked)
  const files = [asked, ...(asked.more ?? [])].map(({ file }) => uploads?.find(file))
  const [file] = files
  if (!uploads || !file || !files.every((one) => one !== undefined)) throw noFile()
  const release = uploads.hold()
  let job: ImportJob<ImportOutcome>
  try {
    job = jobs(causeway).start({ owner: ownerOf(viewer), dryRun: asked.dryRun === true, fileName: file.name }, (desk) =>
      run(causeway, viewer, files, asked, desk).finally(release),
    )
  } catch (error) {
    await release()
    throw error
  }
  const leave = () => job.dryRun && job.stop()
  signal?.addEventListener('abort', leave)
  try {
    const seconds = Math.max(0, Math.min(asked.seconds ?? USUAL_SECONDS, MOST_SECONDS))
    return await waitFor(job, seconds, asked.untilRead ? MOMENT_MS[file.bytes > SMALL_BYTES ? 'large' : 'small'] : null)
  } finally {
    signal?.removeEventListener('abort', leave)
  }
}

/**
 * How far an import is that the viewer began, or what came of it.
 * @throws QuestionError UNKNOWN_IMPORT, and what the import itself was refused with
 */
export async function findImport(causeway: Causeway, viewer: Viewer, id: string): Promise<PageImportAnswer> {
  return waitFor(jobOf(causeway, viewer, id), 0)
}

/**
 * Ends an import that the viewer began before its end, so that it changes nothing.
 * @returns what was stopped; null: it had ended
 * @throws QuestionError UNKNOWN_IMPORT
 */
export async function stopImport(
  causeway: Causeway,
  viewer: Viewer,
  id: string,
): Promise<{ stopped: boolean; job: ImportJob<ImportOutcome> }> {
  const job = jobOf(causeway, viewer, id)
  job.stop()
  const stopped = await job.outcome.then(
    () => false,
    (error: unknown) => error instanceof QuestionError && error.code === 'IMPORT_STOPPED',
  )
  return { stopped, job }
}

function jobOf(causeway: Causeway, viewer: Viewer, id: string): ImportJob<ImportOutcome> {
  const job = viewer.role === null ? null : jobs(causeway).find(id, ownerOf(viewer))
  if (job) return job
  throw new QuestionError('UNKNOWN_IMPORT', REFUSALS.UNKNOWN_IMPORT)
}

const GRACE_MS = 10_000

/** Lets imports under way end before the database closes, but not for ever: what is cut off changes nothing. */
export async function settleImports(database: Database): Promise<void> {
  await Promise.race([jobsOf.get(database)?.settle(), sleep(GRACE_MS, null, { ref: false })])
}

export function isImporting(database: Database): boolean {
  return (jobsOf.get(database)?.countUnderWay() ?? 0) > 0
}

function jobs({ database }: Causeway): ImportJobs<ImportOutcome> {
  return kept(jobsOf, database, () => new ImportJobs())
}

async function waitFor(
  job: ImportJob<ImportOutcome>,
  seconds: number,
  momentMs: number | null = null,
): Promise<PageImportAnswer> {
  const stop = new AbortController()
  const after = (ms: number) => sleep(ms, null, { signal: stop.signal, ref: false }).catch(() => null)
  try {
    const ended = await Promise.race([
      job.outcome,
      after(seconds * 1000),
      ...(momentMs === null ? [] : [job.read.then(() => after(momentMs))]),
    ])
    return ended ? { ended } : { underWay: job }
  } finally {
    stop.abort()
  }
}

async function run(
  causeway: Causeway,
  viewer: Viewer,
  files: readonly UploadedFile[],
  asked: PageImport,
  { id, signal, onProgress, onRead }: JobDesk<ImportOutcome>,
): Promise<ImportOutcome> {
  const { database, indicators } = causeway
  const dryRun = asked.dryRun === true
  const preview = new ImportPreview()
  const [checkMentions, checkFormRow] = [makeImportedRowCheck(indicators), makeFormRowCheck(causeway)]
  let figures: ChangedTotals | null = asked.figures ? { changes: [], notReckoned: [] } : null
  const fileName = [...new Set(files.map(({ name }) => name))].join(', ')
  const about: About = { id, dryRun, fileName, institution: asked.institution ?? null }
  const [first, ...more] = [asked, ...(asked.more ?? [])].map((table, at) => toPart(table, files[at]!))
  const report = await importFile(database, await secretOf(causeway), {
    ...first!,
    more,
    allSheets: asked.allSheets === true,
    institution: asked.institution ?? undefined,
    dryRun,
    acceptValid: asked.acceptValid === true,
    rejects: `${first!.path}.csv`,
    dataDate: asked.dataDate ?? undefined,
    ...(asked.replaces && { replaces: asked.replaces }),
    by: { token: viewer.token ?? null, reason: asked.reason ?? null },
    mayChange: (institution) => may(viewer, 'records', institution),
    preview,
    checkRow: (values) => checkMentions(values) ?? checkFormRow(values),
    onProgress,
    onRead: (soFar) => onRead(() => outcomeOf(about, soFar(), preview)),
    signal,
    ...(figures && {
      beforeEnd: async (db, revisions) => {
        figures = await countChanged(causeway, db, revisions, preview.recordTypes)
      },
    }),
  })
  const rejects = new Map<ImportReport, Rejects | null>()
  for (const part of [{ report, fileName: '', sheets: [] }, ...report.parts])
    if (part.report.parts.length === 0)
      rejects.set(part.report, await readRejects(part.report.rejects, [part.fileName, ...part.sheets].join(' ')))
  return outcomeOf(about, report, preview, rejects, figures)
}

type About = Pick<ImportOutcome, 'id' | 'dryRun' | 'fileName' | 'institution'>

/** `rejects`: by the report of each table. */
function outcomeOf(
  about: About,
  report: ImportReport,
  preview: ImportPreview,
  rejects: ReadonlyMap<ImportReport, Rejects | null> = new Map(),
  figures: ChangedTotals | null = null,
): ImportOutcome {
  const parts = report.parts.map(({ asked, fileName, sheets, ...part }): ImportOutcome => ({
    ...outcomeOf({ ...about, fileName }, part.report, part.preview ?? new ImportPreview(), rejects),
    ...{ asked, sheets },
  }))
  const wrong = parts.length > 0 ? joinRejects(parts.map((part) => part.rejects)) : (rejects.get(report) ?? null)
  return { ...about, report, preview, rejects: wrong, figures, asked: 0, sheets: [], parts }
}

async function countChanged(
  causeway: Causeway,
  db: Parameters<typeof totalsAroundChange>[1],
  revisions: Record<string, number>,
  recordTypes: readonly string[],
): Promise<ChangedTotals> {
  const types = recordTypes.flatMap((name) => [name, findRecordType(name)?.companion?.type ?? []].flat())
  const all: ChangedTotals = { changes: [], notReckoned: [] }
  for (const institution of Object.keys(revisions).slice(0, MOST_INSTITUTIONS_COUNTED)) {
    const { changes, notReckoned } = await totalsAroundChange(causeway, db, institution, types)
    all.changes.push(...changes)
    all.notReckoned = [...new Set([...all.notReckoned, ...notReckoned])]
  }
  return all
}

function ownerOf({ token }: Viewer): string {
  return token ?? ''
}

function requireImport(viewer: Viewer, institution: string | null): void {
  if (institution !== null || viewer.role === null) return requireRight(viewer, 'records', institution ?? '')
  if (viewer.institution !== null) throw new QuestionError('INSTITUTION_MISSING', REFUSALS.INSTITUTION_MISSING)
  requireRight(viewer, 'records', '')
}

export function noFile(): QuestionError {
  return new QuestionError('NO_FILE', REFUSALS.NO_FILE)
}

/** What is said when stopping waited long enough and something still runs. */
export function tellCutOff(database: Database): Words {
  return isImporting(database)
    ? {
        zh: '仍有导入没有完成，已中断；它没有改动任何数据。',
        en: 'An import had not ended and was cut off; it changed nothing.',
      }
    : { zh: '仍有工作没有按时结束，已中断。', en: 'Some work had not ended in time and was cut off.' }
}
