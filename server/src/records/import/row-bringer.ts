import type { SourceRow } from './source-row.ts'

/** Takes the rows of data of a file, one after another, into the batch. */
export interface RowBringer {
  /** False: the row makes no record. */
  check(source: SourceRow): boolean
  /** Brings in what was checked since. To be called every few hundred rows. */
  bring(): Promise<void>
  /** Once the file is read: what waited for that. */
  end(): Promise<void>
}
