import { randomBytes, randomUUID } from 'node:crypto'
import type { Database, Connection } from '../ground/database/database.ts'
import { inParts } from '../ground/database/many.ts'
import { measureGrown } from '../ground/database/planner.ts'
import type { SystemTables } from '../ground/database/tables.ts'
import { BatchRows, type BatchWriter } from './batch-rows.ts'
import type { BatchHeader, TouchedInstitution } from './batch-writer.ts'
import { RECORD_TYPES } from './record-types.ts'
import { lockBatchOrder } from './institutions.ts'
import { dataDateStep, SAYS_NO_DAY } from './data-date.ts'
import { noteRevisions } from './note-revisions.ts'

export interface BatchResult {
  /** Null where nothing was kept, or nothing differed. */
  batch: string | null
  accepted: number
  updated: number
  unchanged: number
  withdrawn: number
  /** The new revision of each institution that changed. */
  revisions: Record<string, number>
}

/**
 * The one door through which records change: one transaction, in which `work` adds rows and then says whether they stay. `undo`
 * leaves the database as it was. Where nothing differed from what was there and no data date moves, no revision rises.
 */
export async function commitBatch(
  database: Database,
  header: BatchHeader,
  work: (writer: BatchWriter) => Promise<'keep' | 'undo'>,
): Promise<BatchResult> {
  try {
    let grown: ReadonlyMap<string, number> = new Map()
    const committed = await database.write(async (db) => {
      await lockBatchOrder(db, database.kind, header.institution)
      const batch = newBatchId()
      const rows = new BatchRows(db, database.kind, batch, header)
      grown = rows.grown
      // Where rows did not go in, that is the cause of whatever failed after it.
      const decision = await work(rows).finally(() => rows.written())
      const { accepted, updated, unchanged, withdrawn } = rows.totals()
      const result = { batch, accepted, updated, unchanged, withdrawn, revisions: {} }
      // A batch that changed nothing would show in lists without a revision that tells of it.
      const changed = rows.institutions().some((touched) => isChanged(touched, header))
      if (!changed || (decision === 'undo' && !header.beforeEnd)) throw new Undone({ ...result, batch: null })
      const revisions = await finishBatch(db, batch, header, rows.institutions())
      await header.beforeEnd?.(db, revisions)
      if (decision === 'undo') throw new Undone({ ...result, batch: null })
      return { ...result, revisions }
    }, header)
    await measureGrown(database, grown)
    return committed
  } catch (error) {
    if (error instanceof Undone) return error.result
    throw error
  }
}

/** Rolls the transaction back. */
class Undone extends Error {
  readonly result: BatchResult

  constructor(result: BatchResult) {
    super('undone')
    this.result = result
  }
}

const ID_LETTERS = '23456789abcdefghjkmnpqrstuvwxyz'
const ID_LENGTH = 8

/** `20261125-k7m2q9xw`: short enough to be typed, without letters that look alike. */
function newBatchId(): string {
  const day = new Date().toISOString().slice(0, 10).replaceAll('-', '')
  return `${day}-${Array.from(randomBytes(ID_LENGTH), (byte) => ID_LETTERS[byte % ID_LETTERS.length]).join('')}`
}

/** Writes down what a batch did and raises the revisions of the institutions it changed. @returns those, by institution */
async function finishBatch(
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
      more_types: moreTypes(header.recordType, institutions),
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
  const raised: Raise[] = []
  const touches: SystemTables['batch_institution'][] = []
  for (const touched of institutions) {
    const { institution, accepted, updated, unchanged, withdrawn, dataDate } = touched
    if (!isChanged(touched, header)) continue
    const { after, rests } = dataDateStep(dataDate, header)
    const revision = touched.revision + 1
    const counts = { accepted, updated, unchanged, withdrawn }
    touches.push({ institution, batch, revision, ...counts, data_date: rests ? after : null })
    raised.push({ institution, revision, types: touched.changedTypes, dataDate: { before: dataDate, after }, at })
  }
  for (const rows of inParts(touches)) await db.insertInto('batch_institution').values(rows).execute()
  await raiseRevisions(db, raised)
  return Object.fromEntries(raised.map(({ institution, revision }) => [institution, revision]))
}

/** The other types of which a batch changed something, as they are written down. */
function moreTypes(recordType: string, institutions: readonly TouchedInstitution[]): string | null {
  const types = new Set(institutions.flatMap(({ changedTypes }) => [...changedTypes]))
  types.delete(recordType)
  return types.size === 0 ? null : RECORD_TYPES.flatMap(({ name }) => (types.has(name) ? [name] : [])).join(',')
}

/** Its records are others, or the batch moves its data date. */
function isChanged(
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

/** Sets the counters of institutions, and with them the counters of what changed. */
export async function raiseRevisions(db: Connection, raised: readonly Raise[]): Promise<void> {
  for (const some of inParts(raised)) {
    await db
      .insertInto('institution_state')
      .values(
        some.map(({ institution, revision, dataDate, at }) => {
          return { institution, revision, data_date: dataDate.after, committed_at: at, epoch: randomUUID() }
        }),
      )
      .onConflict((conflict) =>
        conflict.column('institution').doUpdateSet((row) => ({
          revision: row.ref('excluded.revision'),
          data_date: row.ref('excluded.data_date'),
          // The clock may have been put back: no revision is earlier than the one before it.
          committed_at: row
            .case()
            .when('excluded.committed_at', '>', row.ref('institution_state.committed_at'))
            .then(row.ref('excluded.committed_at'))
            .else(row.ref('institution_state.committed_at'))
            .end(),
        })),
      )
      .execute()
    await noteRevisions(
      db,
      some.map(({ institution }) => institution),
    )
    const changed = some.flatMap(({ institution, revision, types, dataDate }) =>
      (dataDate.before === dataDate.after ? [...types] : [...types, DATA_DATE]).map((record_type) => {
        return { institution, record_type, revision }
      }),
    )
    if (changed.length === 0) continue
    await db
      .insertInto('record_revision')
      .values(changed)
      .onConflict((conflict) =>
        conflict
          .columns(['institution', 'record_type'])
          .doUpdateSet((row) => ({ revision: row.ref('excluded.revision') })),
      )
      .execute()
  }
}
