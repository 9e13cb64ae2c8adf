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
  /** How many rows the header has; 0: none, and columns go by letter. */
  headerRows?: number
  /** Sheets that are read alike: these, or all. */
  sheets?: 'all' | readonly string[]
  /** The line of the mapping that names a column; null: none does. */
  lineOf?: (header: string) => number | null
  /** That row is the header whatever it says: somebody chose it. */
  isChosenRow?: true
  /** For the message where there is nothing in the file. */
  fileName?: string
  /** For the message where none is found. */
  expected: { zh: string[]; en: string[] }
}
