import { createHash } from 'node:crypto'
import { ASKER_WAITS_MS, type Connection } from '../ground/database/database.ts'
import type { StoredValues } from './stored-values.ts'

/** A row that passed its checks. */
export interface CheckedRow {
  /** Row in the file, as the person sees it there; null: it came without one. */
  row: number | null
  institution: string
  /** `naturalKey` of its values. */
  key: string
  /** As stored. A name that is absent leaves the field as it is; null empties it. */
  values: Record<string, string | number | null>
}

/** A row that was not placed: it would give its record another code, and current records point to the one it has. */
export interface CodeInUse {
  code: string
  uses: { recordType: string; count: number }[]
}

export type RowOutcome = 'accepted' | 'updated' | 'unchanged' | 'duplicate-alike' | 'duplicate-key' | CodeInUse

export interface BatchHeader {
  recordType: string
  fileName: string
  /** SHA-256 of the file's bytes, hex; asked for when all rows are in. */
  fileHash: () => string
  encoding: () => string | null
  /** YYYY-MM-DD: the day up to which it says that the records speak; null: it says none. */
  dataDate: string | null
  /** Somebody decides the data date, which may move back too. */
  decides?: true
  /** Where every row belongs to one institution: its writers take turns and nobody else's. */
  institution?: string
  /** Who makes it, and why; absent: the command line. */
  by?: MadeBy
  /** How long other writers are waited for; absent: as long as the largest import may take. */
  waitMs?: number
  /** Its rows may be many. */
  isMuch?: true
  /** Said of each version that a batch begins: what the record was before, or null of a new one. */
  onChange?: (change: RecordChange) => void
  /** Asked when all is written down, inside the transaction, also of a batch that is then undone. */
  beforeEnd?: (db: Connection, revisions: Record<string, number>) => Promise<void>
}

export interface MadeBy {
  /** Id of a token. */
  token: string | null
  reason: string | null
}

export interface RecordChange {
  type: string
  institution: string
  key: string
  row: number | null
  before: StoredValues | null
  after: StoredValues
}

/** What a batch does to one institution. */
export interface TouchedInstitution {
  institution: string
  /** Before the batch. */
  revision: number
  dataDate: string | null
  accepted: number
  updated: number
  unchanged: number
  withdrawn: number
  changedTypes: Set<string>
  /** Whether it had records of a type before the batch: a first import looks nothing up. */
  filled: Map<string, boolean>
  /** Types of which the batch has person rows; group rows. */
  persons: Set<string>
  groups: Set<string>
}

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
