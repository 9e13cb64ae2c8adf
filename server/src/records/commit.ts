import { randomBytes } from 'node:crypto'
import type { Connection, Database } from '../database/database.ts'
import { BatchRows } from './batch-rows.ts'
import { finishBatch } from './finish-batch.ts'
import { lockBatchOrder } from './lock-institutions.ts'
import type { TouchedType } from './warnings.ts'
import type { StoredRecord } from './stored-values.ts'

/** A row that passed its checks. */
export interface CheckedRow {
  /** Row in the file, as the person sees it there. */
  row: number
  institution: string
  /** `naturalKey` of its values. */
  key: string
  /** As stored. A name that is absent leaves the field as it is; null empties it. */
  values: Record<string, string | number | null>
}

export type RowOutcome = 'accepted' | 'updated' | 'unchanged' | 'duplicate-alike' | 'duplicate-key'

export interface BatchHeader {
  recordType: string
  fileName: string
  /** SHA-256 of the file's bytes, hex; asked for when all rows are in. */
  fileHash: () => string
  encoding: () => string | null
  /** YYYY-MM-DD: the day up to which the file speaks. */
  dataDate: string
  /** Where every row belongs to one institution: its writers take turns and nobody else's. */
  institution?: string
}

/** What the importer may do inside the batch's transaction. It sees its own rows. */
export interface BatchWriter {
  hasCode(institution: string, recordType: string, code: string): Promise<boolean>
  hasInstitution(code: string): Promise<boolean>
  /** Records of the header's type as they stand, by [institution, key]; those that are not there are left out. */
  findRecords(keys: [institution: string, key: string][]): Promise<StoredRecord[]>
  /** `recordType`: other than the header's (a companion's). Rows in chunks of some hundreds. */
  add(rows: CheckedRow[], recordType?: string): Promise<RowOutcome[]>
  /** For reading what the batch did, inside its transaction. */
  readonly connection: Connection
  /** Id that the batch will have. */
  readonly batch: string
  /** What it did so far to the institutions it has rows of, for `findWarnings`. */
  touched(recordType: string): TouchedType[]
}

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
 * leaves the database as it was. Where nothing differed from what was there, no revision rises and no data date moves.
 */
export async function commitBatch(
  database: Database,
  header: BatchHeader,
  work: (writer: BatchWriter) => Promise<'keep' | 'undo'>,
): Promise<BatchResult> {
  try {
    return await database.write(async (db) => {
      await lockBatchOrder(db, database.kind, header.institution)
      const batch = newBatchId()
      const rows = new BatchRows(db, database.kind, batch, header)
      const decision = await work(rows)
      const { accepted, updated, unchanged, withdrawn } = rows.totals()
      const result = { batch, accepted, updated, unchanged, withdrawn, revisions: {} }
      // A batch that changed nothing would show in lists without a revision that tells of it.
      if (decision === 'undo' || accepted + updated + withdrawn === 0) throw new Undone({ ...result, batch: null })
      return { ...result, revisions: await finishBatch(db, batch, header, rows.institutions()) }
    })
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
