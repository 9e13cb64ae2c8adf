import { randomBytes } from 'node:crypto'
import type { Database } from '../ground/database/database.ts'
import { BatchRows } from './batch-rows.ts'
import type { BatchHeader, BatchWriter } from './batch-writer.ts'
import { finishBatch, isChanged } from './finish-batch.ts'
import { lockBatchOrder } from './lock-institutions.ts'

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
    return await database.write(async (db) => {
      await lockBatchOrder(db, database.kind, header.institution)
      const batch = newBatchId()
      const rows = new BatchRows(db, database.kind, batch, header)
      const decision = await work(rows)
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
