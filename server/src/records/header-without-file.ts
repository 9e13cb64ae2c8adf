import { createHash } from 'node:crypto'
import { ASKER_WAITS_MS } from '../ground/database/database.ts'
import type { BatchHeader, MadeBy } from './batch-writer.ts'

interface WithoutFile {
  recordType: string
  /** What the batch is called in place of a file. */
  doneBy: string
  institution: string
  by?: MadeBy
}

/** The header of a batch that no file brings: it says no data date, and has the hash of what it says. */
export function headerWithoutFile({ recordType, doneBy, institution, by }: WithoutFile, says: unknown): BatchHeader {
  return {
    recordType,
    fileName: doneBy,
    fileHash: () => createHash('sha256').update(JSON.stringify(says)).digest('hex'),
    encoding: () => null,
    dataDate: null,
    institution,
    ...(by && { by, waitMs: ASKER_WAITS_MS }),
  }
}
