import type { SourceRow, SourceTable } from '../ground/source-row.ts'

/** How far down a header is looked for. */
export const MOST_TITLE_ROWS = 60

/** What the header of a file is known by. */
export interface HeaderSearch {
  /** What a folded header means here; undefined: nothing. */
  knows(foldedHeader: string): boolean
  /** Headers that must all be there: those that a mapping names. */
  required?: string[]
  sheet?: string | number
  headerRow?: number
  /** It may be in another row than that, and on sheets of other names: a file of the next year may have a title more. */
  mayMove?: true
  /** How many rows the header has; 0: none, and columns go by letter. */
  headerRows?: number
  /** Sheets that are read alike: these, or all. */
  sheets?: 'all' | readonly string[]
  /** Columns that a mapping names by their letter. */
  letters?: readonly string[]
  /** The line of the mapping that names a column; null: none does. */
  lineOf?: (header: string) => number | null
  /** That row is the header whatever it says: somebody chose it. */
  isChosenRow?: true
  /** What the file is called. */
  fileName?: string
  /** For the message where none is found. */
  expected: { zh: string[]; en: string[] }
}

/** How many rows a header has; 0: none, and columns go by letter. */
export function depthOf({ levels, headRows }: Pick<FoundHeader, 'levels' | 'headRows'>): number {
  return headRows.length === 0 ? 0 : (levels?.[0]?.length ?? 1)
}

export interface FoundHeader {
  table: SourceTable
  /** As Excel numbers it; of several rows the first. */
  row: number
  headers: string[]
  /** The heads of each column where the header has several rows, one a row. */
  levels?: string[][]
  /** The rows of the header as they are, trimmed; none: columns go by letter. */
  headRows: string[][]
  /** What the file is called; absent: nobody said it. */
  fileName?: string
  /** The rows above the header. */
  titles?: SourceRow[]
  /** Where several sheets are read: those of each, by its name. */
  titlesOn?: ReadonlyMap<string, SourceRow[]>
  /** The rows under the header. */
  rows: AsyncIterable<SourceRow[]>
  /** It was written by `--rejects`. */
  isRejects: boolean
  /** Its cells are guarded against being read as formulas, and are read back as they were. */
  isGuarded: boolean
  /** Other sheets with such a header: they are not read. */
  otherSheets: string[]
  /** Hidden ones with such a header, where they are not read. */
  hiddenSheets?: string[]
  /** Where several are read: which. */
  sheetsRead?: string[]
  /** Where several are read: those without such a header, which are not. */
  sheetsWithout?: string[]
}
