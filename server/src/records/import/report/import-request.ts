import type { Words } from '@causeway/shared/words/words'
import type { BatchHeader, MadeBy } from '../../batch-writer.ts'
import type { FieldOption } from '../../field-options.ts'
import type { ReplacedStretch } from '../../stretch.ts'
import type { ImportPreview } from './import-preview.ts'
import type { ImportReport } from './import-report.ts'
import type { Correcting } from '../sheets/data-rows.ts'
import type { RowCode, WarningCode } from '../ground/problem-codes.ts'
import type { MappingAsked } from '../saved/named-mapping.ts'

/** Something of an import, and how it is read: a file, a folder of them, or sheets of a workbook. */
export interface ImportPart extends Omit<MappingAsked, 'institution'> {
  path: string
  /** What the file is called; else the last part of its path. */
  name?: string | undefined
  /** SHA-256 of its bytes, hex, as a dry run said it: another file is refused. */
  fileHash?: string | undefined
  /** Of a text file, by a name that `findEncoding` knows; absent: what it holds shows it. */
  encoding?: string | undefined
  /** Name of the record type; absent: it is recognised. */
  as?: string | undefined
  /** Codes of which the importer says that a row is the record that has the code, though its partner, date or name is another. */
  sameRecords?: readonly string[] | undefined
  /** Every row that replaces another record under its code has to be among `sameRecords`; absent: those under a running number. */
  asksSame?: boolean | undefined
  /** Cells that a person corrected, and rows to leave out. */
  correcting?: Correcting | undefined
}

export interface ImportRequest extends ImportPart {
  institution?: string | undefined
  /** What goes in with it as one batch. */
  more?: readonly ImportPart[] | undefined
  /** Of a workbook that nobody said a type or a sheet of, each sheet that holds records is read. */
  allSheets?: boolean | undefined
  /** Who imports it; absent: the command line. */
  by?: MadeBy | undefined
  /** Whether records of an institution may be changed; absent: of every one. */
  mayChange?: ((institution: string) => boolean) | undefined
  /** Keeps what is worth being looked at. */
  preview?: ImportPreview | undefined
  /** Asked when all is written down, before it is kept or undone, inside the transaction. */
  beforeEnd?: BatchHeader['beforeEnd']
  /** Tell everything, change nothing. */
  dryRun?: boolean | undefined
  /** Import the right rows though others are wrong. */
  acceptValid?: boolean | undefined
  /** Where wrong rows are written back to: a workbook where it ends in .xlsx, else CSV. Of several parts each has a file of that name and its own. */
  rejects?: string | undefined
  /** YYYY-MM-DD: the day up to which the file speaks; else the mapping's, else today; of plans, decisions and papers else none. */
  dataDate?: string | undefined
  /** The file is complete for these years and units: records of them that it lacks are withdrawn. */
  replaces?: ReplacedStretch | undefined
  /** What those who know more than the importer say of a row whose cells are all right. */
  checkRow?: ((values: Record<string, string | number | null>) => RowFinding | null) | undefined
  onProgress?: ((progress: ImportProgress) => void) | undefined
  /** Called when it is known how the file is read, and `preview` has its first rows: `soFar` says what was found since. */
  onRead?: ((soFar: () => ImportReport) => void) | undefined
  /** Ends the import before its end: nothing is changed, and the reason is thrown. */
  signal?: AbortSignal | undefined
}

export interface RowFinding {
  /** Name of a field. */
  field: string
  code: RowCode | WarningCode
  message: Words
  /** It is said, and refuses nothing. */
  isDoubt: boolean
  /** What may have been meant, the likeliest first. */
  nearest?: readonly FieldOption[]
}

export interface ImportProgress {
  bytes: number
  /** Of the file. */
  totalBytes: number
  rows: number
}
