import { createHash } from 'node:crypto'
import { ASKER_WAITS_MS, type Connection } from '../ground/database/database.ts'
import type { ReplacedStretch } from './stretch.ts'
import type { StoredRecord, StoredValues } from './stored-values.ts'
import type { TouchedType } from './warning.ts'
import type { Absent } from './withdraw-absent.ts'

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

/** What the importer may do inside the batch's transaction. It sees its own rows. */
export interface BatchWriter {
  hasCode(institution: string, recordType: string, code: string): Promise<boolean>
  hasInstitution(code: string): Promise<boolean>
  /** Records of the header's type as they are, by [institution, key]; those that are not there are left out. */
  findRecords(keys: [institution: string, key: string][]): Promise<StoredRecord[]>
  /** `recordType`: other than the header's (a companion's). Rows in chunks of some hundreds. */
  add(rows: CheckedRow[], recordType?: string): Promise<RowOutcome[]>
  /**
   * When all rows are in: the records of the header's type that a stretch has and the file lacks, of the institutions it has rows
   * of. `withdraw` false: they are only counted and listed.
   */
  withdrawAbsent(stretchOf: (institution: string) => Promise<ReplacedStretch>, withdraw: boolean): Promise<Absent>
  /** An institution of which the batch has no rows. */
  touch(institution: string): Promise<void>
  /** Ends records of the header's type, by [institution, key]. */
  withdraw(keys: [institution: string, key: string][]): Promise<void>
  /** MM-DD */
  schoolYearStart(institution: string): Promise<string>
  /** For reading what the batch did, inside its transaction. */
  readonly connection: Connection
  /** Id that the batch will have. */
  readonly batch: string
  /** What it did so far to the institutions it has rows of, for `findWarnings`. */
  touched(recordType: string): TouchedType[]
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
