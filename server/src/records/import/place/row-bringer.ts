import type { SourceRow } from '../ground/source-row.ts'

/** Takes the rows of data of a file, one after another, into the batch. */
export interface RowBringer {
  /** @returns how many records the row makes */
  check(source: SourceRow): number
  /** Brings in what was checked since. To be called every few hundred records. */
  bring(): Promise<void>
  /** Once the file is read: what waited for that. */
  end(): Promise<void>
}
