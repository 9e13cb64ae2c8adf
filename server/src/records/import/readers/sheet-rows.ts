import { createRequire } from 'node:module'
import type * as Sheets from '@e965/xlsx'
import { kept } from '../../../ground/kept.ts'
import { ImportRefused } from '../ground/import-refused.ts'
import type { CellFlaw, SourceRow } from '../ground/source-row.ts'
import { LONGEST_ROW, MOST_COLUMNS, rowTooLong, tooManyColumns } from './unreadable.ts'

const load = createRequire(import.meta.url)
let loaded: typeof Sheets | undefined
let formats: typeof Sheets.SSF | undefined

/**
 * Its ES build lacks the code pages that .xls files in Chinese need; its CommonJS build carries them. It is large and loaded for old
 * workbooks only, in the process that reads them.
 */
export function sheetLibrary(): typeof Sheets {
  return (loaded ??= load('@e965/xlsx') as typeof Sheets)
}

/** What formats of numbers mean is in the smallest build, too, which loads in an eighth of the time. */
function numberFormats(): typeof Sheets.SSF {
  return (formats ??= (loaded ?? (load('@e965/xlsx/dist/xlsx.mini.min.js') as typeof Sheets)).SSF)
}

const MOST_ROWS = 200_000
const MOST_CELLS = 4_000_000
const MOST_MERGED_CELLS = 1_000_000
/** Handed on at once: a thousand rows of twenty short cells, or fewer that have more. */
const ROWS_AT_ONCE = 1_000
const CHARACTERS_AT_ONCE = 400_000

/** Cells that are one; rows and columns from 0. */
export interface Merge {
  s: { r: number; c: number }
  e: { r: number; c: number }
}

interface OpenMerge extends Merge {
  text: string
  flaw: CellFlaw | undefined
  isNumber: boolean
  isMonth: boolean
}

/** Rows on their way out of a sheet, in their order: every cell of a merged range says what its first says, and the limits are kept. */
export class RowBatch {
  readonly #merges: Merge[]
  #next = 0
  #open: OpenMerge[] = []
  #ready: SourceRow[] = []
  #parts: SourceRow[][] = []
  #length = 0
  #rows = 0
  #cells = 0
  #filled = 0

  constructor(merges: Merge[]) {
    this.#merges = merges.toSorted((a, b) => a.s.r - b.s.r)
  }

  add(row: SourceRow): void {
    this.#cells += row.cells.length
    if (++this.#rows > MOST_ROWS || this.#cells > MOST_CELLS) throw tooLarge()
    this.#merge(row)
    if (row.cells.length > MOST_COLUMNS) throw tooManyColumns(row.row)
    let length = row.cells.length
    for (const cell of row.cells) length += cell.length
    if (length > LONGEST_ROW + MOST_COLUMNS) throw rowTooLong(row.row)
    this.#ready.push(row)
    this.#length += length
    if (this.#ready.length >= ROWS_AT_ONCE || this.#length >= CHARACTERS_AT_ONCE) this.#close()
  }

  /** What is enough to be handed on. */
  taken(): SourceRow[][] {
    return this.#parts.splice(0)
  }

  /** All that is left. */
  rest(): SourceRow[][] {
    if (this.#ready.length > 0) this.#close()
    return this.taken()
  }

  #close(): void {
    this.#parts.push(this.#ready)
    this.#ready = []
    this.#length = 0
  }

  #merge(row: SourceRow): void {
    const r = row.row - 1
    this.#open = this.#open.filter(({ e }) => e.r >= r)
    for (; this.#next < this.#merges.length && this.#merges[this.#next]!.s.r <= r; this.#next++) {
      const merge = this.#merges[this.#next]!
      const text = merge.s.r === r ? row.cells[merge.s.c] : undefined
      if (text === undefined || text === '') continue
      const isNumber = row.numbers?.has(merge.s.c) ?? false
      const isMonth = row.months?.has(merge.s.c) ?? false
      this.#open.push({ ...merge, text, flaw: row.flaws?.get(merge.s.c), isNumber, isMonth })
    }
    for (const { s, e, text, flaw, isNumber, isMonth } of this.#open) {
      for (let c = r === s.r ? s.c + 1 : s.c; c <= e.c; c++) {
        if (++this.#filled > MOST_MERGED_CELLS) throw tooLarge()
        put(row, c, text, flaw)
        if (isNumber) (row.numbers ??= new Set()).add(c)
        if (isMonth) (row.months ??= new Set()).add(c)
        if (r > s.r) (row.fromAbove ??= new Set()).add(c)
        if (c > s.c) (row.fromLeft ??= new Set()).add(c)
      }
    }
  }
}

export function put(row: SourceRow, column: number, text: string, flaw?: CellFlaw): void {
  while (row.cells.length < column) row.cells.push('')
  row.cells[column] = text
  if (flaw) (row.flaws ??= new Map()).set(column, flaw)
}

/** A cell that holds a number, as its format means it. */
export function putNumber(row: SourceRow, column: number, value: number, format: string, date1904: boolean): void {
  const text = numberToText(value, format, date1904)
  put(row, column, text)
  ;(row.numbers ??= new Set()).add(column)
  if (text.endsWith('-01') && hidesDay(format)) (row.months ??= new Set()).add(column)
}

/** A number as its format means it: a day as 2023-09-01, a code with its zeros. */
function numberToText(value: number, format: string, date1904: boolean): string {
  if (value >= 1 && isDate(format)) {
    // SheetJS keeps the serial as stored; the 1904 system begins 1,462 days later.
    const date = numberFormats().parse_date_code(value, { date1904 }) as { y: number; m: number; d: number } | null
    if (date)
      return `${String(date.y).padStart(4, '0')}-${String(date.m).padStart(2, '0')}-${String(date.d).padStart(2, '0')}`
  }
  // A code shown as 007 by its format is the code 007.
  if (/^0{2,}$/.test(format) && Number.isInteger(value) && value >= 0) return String(value).padStart(format.length, '0')
  if (Number.isInteger(value)) return Math.abs(value) < 1e21 ? String(value) : BigInt(value).toString()
  // Excel itself knows 15 digits: 0.1+0.2 is shown, and meant, as 0.3.
  return String(Number(value.toPrecision(15)))
}

const dateFormats = new Map<string, boolean>()

function isDate(format: string): boolean {
  return kept(dateFormats, format, () => Boolean(numberFormats().is_date(format)))
}

const formatsOfMonths = new Map<string, boolean>()

/** As `mmm-yy` and `yyyy"年"m"月"`, which Excel chooses itself where somebody types 2023-9. */
function hidesDay(format: string): boolean {
  return kept(formatsOfMonths, format, () => {
    const bare = format.replaceAll(/"[^"]*"|\\.|\[[^\]]*\]|_./g, '').toLowerCase()
    return isDate(format) && bare.includes('y') && bare.includes('m') && !bare.includes('d')
  })
}

function tooLarge(): ImportRefused {
  return new ImportRefused('FILE_TOO_LARGE', {
    zh: `工作簿超过 ${MOST_ROWS.toLocaleString('en')} 行或 ${MOST_CELLS.toLocaleString('en')} 个单元格。请另存为 CSV 再导入，CSV 不限行数。`,
    en: `The workbook has more than ${MOST_ROWS.toLocaleString('en')} rows or ${MOST_CELLS.toLocaleString('en')} cells. Save it as CSV and import that: CSV has no limit on rows.`,
  })
}
