/** What is wrong with a cell before anyone asks what it means. */
export type CellFlaw =
  | { kind: 'error'; text: string }
  | { kind: 'no-cached-value' }
  | { kind: 'odd-quote' }
  | { kind: 'unclosed-quote' }

export const SAID_LINES = ['RECORD', 'TOTAL', 'NOTE'] as const
/** What a person may say that a line under the header is. */
export type SaidLine = (typeof SAID_LINES)[number]

/** One row of a file as text. Blank rows are left out but keep their number. */
export interface SourceRow {
  /** As Excel numbers rows: 1 is the first. */
  row: number
  /** Dates of workbooks as 2023-09-01, numbers without thousands separators, codes with the zeros they are shown with. */
  cells: string[]
  /** By index of the cell. */
  flaws?: Map<number, CellFlaw>
  /** Cells whose value is in a merged cell that begins in a row above. */
  fromAbove?: Set<number>
  /** Cells whose value is in a merged cell that begins to the left. */
  fromLeft?: Set<number>
  /** Cells that hold a number in a workbook, so that a bare date serial can be recognised from a number typed as text. */
  numbers?: Set<number>
  /** Cells that hold the first day of a month and show the month alone: which day was meant, nobody wrote. */
  months?: Set<number>
  /** The workbook shows it to nobody, as where a filter left it out. */
  hidden?: true
  /** What somebody said that it is, whatever it looks like. */
  said?: SaidLine
  /** Its cells before somebody corrected some of them. */
  asInFile?: readonly string[]
  /** What somebody said of it alone, by field: of fields that no cell of it says. */
  given?: ReadonlyMap<string, string>
  /** Its sheet, where several are read. */
  sheet?: string
  /** The row of the file that it was made of, where one makes several. */
  origin?: SourceRow
  /** Cells that are somewhere else in the file, by their index here. */
  from?: ReadonlyMap<number, CellPlace>
}

/** A column of the file: its index, its head as it is there, and its index on its sheet where several that differ are read. */
export interface CellPlace {
  at: number
  header: string
  onSheet?: number
}

/** Where a row is in its file. */
export type RowPlace = Pick<SourceRow, 'row' | 'sheet' | 'from'>

/** As a problem says them. */
export function sheetAndRow({ row, sheet }: RowPlace): { row: number; sheet?: string } {
  return sheet === undefined ? { row } : { row, sheet }
}

/** As a spreadsheet names it: `5`, and `2023!5` where several sheets are read. */
export function nameOfRow({ row, sheet }: RowPlace): string {
  return sheet === undefined ? String(row) : `${sheet}!${row}`
}

/** Where in the file a cell is: `at` null where it is in none, or in several. */
export function cellPlace(
  { from }: RowPlace,
  { column, header }: { column: number | null; header: string },
): CellPlace | { at: null; header: string } {
  if (column === null) return { at: null, header }
  return from?.get(column) ?? { at: column, header }
}

/** As a spreadsheet names a cell: `C5`, and `2023!C5` where several sheets are read; empty where it is in none. */
export function cellName({ row, sheet }: RowPlace, place: CellPlace | { at: null }): string {
  const of = sheet === undefined ? '' : `${sheet}!`
  return place.at === null ? of : `${of}${columnLetters(place.onSheet ?? place.at)}${row}`
}

/** One sheet of a workbook, or the one table of a text file. */
export interface SourceTable {
  /** Null for a text file. */
  name: string | null
  hidden: boolean
  /** Cells that have a comment, as `E2`: the first of them. */
  comments?: readonly string[]
  /** A pivot table is on it: what it shows is reckoned from records elsewhere. */
  isPivot?: boolean
  /** The table's rows in chunks, from the first row on. */
  rows(): AsyncIterable<SourceRow[]>
}

/** `A`, `B` … `Z`, `AA`: how Excel names the column of an index from 0. */
export function columnLetters(index: number): string {
  let letters = ''
  for (let rest = index + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters
  }
  return letters
}

/** `A` is 0. */
export function columnIndex(letters: string): number {
  let index = 0
  for (const letter of letters.toUpperCase()) index = index * 26 + letter.charCodeAt(0) - 64
  return index - 1
}

/** What the cells of a row mean, by field. */
export type Values = Record<string, string | number | null>

/** A row whose institution, references and persons are known. */
export interface SettledRow {
  source: SourceRow
  institution: string
  values: Values
  /** Of the record that further columns make; null: they are empty. */
  companion: Values | null
}
