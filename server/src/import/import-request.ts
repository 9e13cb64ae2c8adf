import type { Words } from '@causeway/shared/words/words'
import type { ReplacedStretch } from '../records/replaced-stretch.ts'
import type { RowCode, WarningCode } from './problem-codes.ts'

export interface ImportRequest {
  path: string
  /** Name of the record type. */
  as: string
  /** Path of a mapping, or the name of one that ships. */
  mapping?: string | undefined
  institution?: string | undefined
  /** Tell everything, change nothing. */
  dryRun?: boolean | undefined
  /** Import the right rows though others are wrong. */
  acceptValid?: boolean | undefined
  /** Where wrong rows are written back to, as CSV. */
  rejects?: string | undefined
  /** YYYY-MM-DD: the day up to which the file speaks; else the mapping's, else today; of plans, decisions and papers else none. */
  dataDate?: string | undefined
  /** The file is complete for these years and units: records of them that it lacks are withdrawn. */
  replaces?: ReplacedStretch | undefined
  /** What those who know more than the importer say of a row whose cells are all right. */
  checkRow?: ((recordType: string, values: Record<string, string | number | null>) => RowFinding | null) | undefined
  onProgress?: ((progress: ImportProgress) => void) | undefined
}

export interface RowFinding {
  /** Name of a field. */
  field: string
  code: RowCode | WarningCode
  message: Words
  /** It is told, and refuses nothing. */
  isDoubt: boolean
}

export interface ImportProgress {
  bytes: number
  /** Of the file. */
  totalBytes: number
  rows: number
}
