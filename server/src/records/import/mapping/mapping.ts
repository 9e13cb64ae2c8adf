import type { CorrectionsByColumn } from '../sheets/remembered-corrections.ts'
import type { Words } from '@causeway/shared/words/words'

/** Holds of a row, by one of its cells. Exactly one test. */
export interface Condition {
  column: string
  in?: (string | number)[]
  not_in?: (string | number)[]
  matches?: string
  not_matches?: string
  filled?: boolean
}

export type OneDate = 'day' | 'open'

/** Where a field's text comes from: a column by its header, or what is made of columns. */
export interface Source {
  column?: string
  /** A column of names: the value is the code that is made from the name. Several columns: a code is made of all their cells. */
  made_from?: string | string[]
  columns?: string[]
  /** Between the columns joined. */
  join?: string
  constant?: string | number
  /** Of a value for all rows: what titles and names said of the field when somebody chose it. They may say it again. */
  said?: (string | number)[]
  /** The row's number in the file. */
  row?: true
  /** The name in the section heading above. */
  section?: true
  /** The lines above the header of its sheet: where there is a pattern, the first that it fits. */
  title?: true
  /** The name of its sheet. */
  sheet?: true
  /** The name of the file, without its ending. */
  file?: true
  /** Only where all of these hold; else the field is empty. */
  when?: Condition[]
  split?: { by: string; part: number }
  extract?: string
  /** Of a text that begins with a country: that, or what follows it. */
  place?: 'country' | 'rest'
  remove?: string
  values?: Record<string, string | number>
  cases?: { matches: string; value: string | number }[]
  /** Where neither values, cases nor extract fit. */
  otherwise?: string | number
  /** The file may lack the column. */
  optional?: boolean
  /** One end of a cell that holds two dates. */
  range?: 'start' | 'end'
  /** Where the cell holds one date: that day is both ends, or something begins then and has no end. */
  one_date?: OneDate
  /** Which day is meant where a date says the month alone. */
  month?: 'first' | 'last'
  /** Or the year alone. */
  year?: 'first' | 'last'
  /** The last day of so much from the date. A column: the first number in its cell. */
  plus?: Partial<Record<'years' | 'months' | 'days', number | { column: string }>>
  /** The first number in the cell. */
  number?: true
  /** Of a person who has no number: the column of the name, and of the birth date. */
  name?: string
  birth?: string
}

/** Columns of which each makes a row: its heads and its cell become columns of these names. */
export interface Unpivot {
  /** A pattern of their names, or their names. */
  columns: string | string[]
  /** One name a row of the header. */
  names: string[]
  values: string
}

/** A cell of which each part makes a row. */
export interface SplitRows {
  column: string
  /** A text, or a pattern between slashes. */
  by: string
}

/** What a row, or a part of it, becomes: records of one type. */
export interface Entry {
  type: string
  fields: Record<string, string | Source>
  /** Only of rows for which all of these hold. */
  when?: Condition[]
  unpivot?: Unpivot
  split_rows?: SplitRows[]
  add_up?: 'headcount'
  one_per?: { fields: string[]; keep: 'first' | 'last' }
}

/** What a mapping says of the whole file. */
interface OfTheFile {
  name?: Words
  about?: Words
  sheet?: string | number
  /** More than one sheet, read alike. */
  sheets?: 'all' | string[]
  header_row?: number
  /** How many rows the header has; 0: none. */
  header_rows?: number
  empty?: string[]
  date_format?: 'D/M/Y' | 'M/D/Y' | 'Y/M/D'
  decimal_comma?: boolean
  data_date?: string
  skip?: Condition[]
  where?: Condition[]
  section?: { column: string; pattern: string; name?: number; count?: number }
  /** What words mean that are no dates, where a range is read. */
  terms?: Record<string, [first: string, last: string]>
  institution?: string | Source
  /** By column and text of its cells: what is read in their place. */
  corrections?: CorrectionsByColumn
  /** Types of which an entry is made for a name that no register has. */
  create?: string[]
  /** By type and field: what such an entry takes from the row beside its name. */
  create_with?: Record<string, Record<string, string | Source>>
  /** Heads of the file that it was made for, by which the next one is known. */
  made_for?: string[]
}

/** As it is written: with one entry at its top, or with `records`. Its JSON Schema is `mappings/mapping.schema.json`. */
export type WrittenMapping = OfTheFile & Partial<Entry> & { records?: Entry[] }

/** How a file that is not ours becomes records. */
export interface Mapping extends OfTheFile {
  /** The line of its file that names a column, or says some other text; null: none does. */
  lineOf?: (text: string) => number | null
  /** In the order in which they are written. */
  records: [Entry, ...Entry[]]
}

/** Names of the record types that it makes, each once. */
export function recordTypesOf({ records }: Mapping): string[] {
  return [...new Set(records.map(({ type }) => type))]
}
