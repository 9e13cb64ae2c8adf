import { createRequire } from 'node:module'
import type * as Sheets from '@e965/xlsx'
import { ImportRefused } from '../import-refused.ts'
import type { CellFlaw, SourceRow, SourceTable } from '../source-row.ts'
import { readHiddenRows } from './hidden-rows.ts'
import { passwordProtected } from './password-protected.ts'

// The library's ES build lacks the code pages that .xls files in Chinese need; its CommonJS build carries them. It is large and
// loaded for workbooks only: a CSV is imported in little memory.
let xlsx: typeof Sheets

/** A workbook is read whole: these are its stated limits. Anything larger goes in as CSV, which has none. */
export const MOST_WORKBOOK_BYTES = 64 * 1024 * 1024
const MOST_WORKBOOK_ROWS = 200_000
const MOST_WORKBOOK_CELLS = 4_000_000
const MOST_MERGED_CELLS = 1_000_000
const CHUNK = 1_000

/** The sheets of an .xlsx or .xls, hidden ones marked. Formulas give the value they had when the file was saved. */
export function readWorkbook(bytes: Buffer): SourceTable[] {
  xlsx ??= createRequire(import.meta.url)('@e965/xlsx') as typeof Sheets
  let book: Sheets.WorkBook
  try {
    book = xlsx.read(bytes, {
      type: 'buffer',
      dense: true,
      cellNF: true,
      cellText: true,
      cellFormula: true,
      cellHTML: false,
      cellDates: false,
      sheetStubs: true,
      bookFiles: true,
    })
  } catch (error) {
    const password = /password|encrypt/i.test(String((error as Error).message))
    throw password
      ? passwordProtected()
      : new ImportRefused('DAMAGED_FILE', {
          zh: '工作簿已损坏或不是 Excel 文件，无法读取。请在 Excel 中打开后另存，再导入。',
          en: 'The workbook is damaged or is no Excel file. Open it in Excel, save it anew and import that.',
        })
  }
  const date1904 = book.Workbook?.WBProps?.date1904 === true
  const hiddenRows = readHiddenRows(book)
  // As large as the workbook is unpacked, and of no more use.
  Object.assign(book, { files: undefined, cfb: undefined })
  return book.SheetNames.map((name, i) => {
    const sheet = book.Sheets[name]!
    return {
      name,
      hidden: (book.Workbook?.Sheets?.[i]?.Hidden ?? 0) !== 0,
      async *rows() {
        const rows = toRows(sheet, hiddenRows[i]!, date1904)
        for (let at = 0; at < rows.length; at += CHUNK) yield rows.slice(at, at + CHUNK)
      },
    }
  })
}

function toRows(sheet: Sheets.WorkSheet, hiddenRows: ReadonlySet<number>, date1904: boolean): SourceRow[] {
  const grid = ((sheet as { '!data'?: (Sheets.CellObject | undefined)[][] })['!data'] ?? []) as (
    Sheets.CellObject | undefined
  )[][]
  const rows = new Map<number, SourceRow>()
  let cells = 0
  for (let r = 0; r < grid.length; r++) {
    const line = grid[r]
    if (!line) continue
    const row: SourceRow = { row: r + 1, cells: [] }
    for (let c = 0; c < line.length; c++) {
      const cell = line[c]
      if (cell) readCell(row, c, cell, date1904)
    }
    if (row.cells.length === 0) continue
    if (hiddenRows.has(row.row)) row.hidden = true
    cells += row.cells.length
    rows.set(r, row)
    if (rows.size > MOST_WORKBOOK_ROWS || cells > MOST_WORKBOOK_CELLS) throw tooLarge()
  }
  fillMerged(sheet, rows)
  return [...rows.entries()].sort(([a], [b]) => a - b).map(([, row]) => row)
}

function readCell(row: SourceRow, c: number, cell: Sheets.CellObject, date1904: boolean): void {
  if (cell.t === 'e') return put(row, c, cell.w ?? '#ERROR!', { kind: 'error', text: cell.w ?? '#ERROR!' })
  if (cell.v === undefined || cell.t === 'z') {
    if (cell.f !== undefined) put(row, c, `=${cell.f}`, { kind: 'no-cached-value' })
    return
  }
  if (typeof cell.v === 'number') {
    put(row, c, toText(cell, cell.v, date1904))
    ;(row.numbers ??= new Set()).add(c)
  } else if (cell.v !== '') {
    put(row, c, String(cell.v))
  }
}

function put(row: SourceRow, c: number, text: string, flaw?: CellFlaw): void {
  while (row.cells.length < c) row.cells.push('')
  row.cells[c] = text
  if (flaw) (row.flaws ??= new Map()).set(c, flaw)
}

function toText(cell: Sheets.CellObject, value: number, date1904: boolean): string {
  const format = String(cell.z ?? 'General')
  if (xlsx.SSF.is_date(format) && value >= 1) {
    // SheetJS keeps the serial as stored; the 1904 system begins 1,462 days later.
    const date = xlsx.SSF.parse_date_code(value, { date1904 }) as { y: number; m: number; d: number } | null
    if (date)
      return `${String(date.y).padStart(4, '0')}-${String(date.m).padStart(2, '0')}-${String(date.d).padStart(2, '0')}`
  }
  // A code shown as 007 by its format is the code 007.
  if (/^0{2,}$/.test(format) && Number.isInteger(value) && value >= 0) return String(value).padStart(format.length, '0')
  if (Number.isInteger(value)) return value.toLocaleString('en', { useGrouping: false, maximumFractionDigits: 0 })
  // Excel itself knows 15 digits: 0.1+0.2 is shown, and meant, as 0.3.
  return String(Number(value.toPrecision(15)))
}

/** Every cell of a merged range says what its first cell says. */
function fillMerged(sheet: Sheets.WorkSheet, rows: Map<number, SourceRow>): void {
  let filled = 0
  for (const { s, e } of sheet['!merges'] ?? []) {
    const first = rows.get(s.r)
    const text = first?.cells[s.c]
    if (!first || text === undefined || text === '') continue
    const flaw = first.flaws?.get(s.c)
    for (let r = s.r; r <= e.r; r++) {
      const row = rows.get(r)
      if (!row) continue
      for (let c = s.c; c <= e.c; c++) {
        if (r === s.r && c === s.c) continue
        if (++filled > MOST_MERGED_CELLS) throw tooLarge()
        put(row, c, text, flaw)
        if (first.numbers?.has(s.c)) (row.numbers ??= new Set()).add(c)
        if (r > s.r) (row.fromAbove ??= new Set()).add(c)
      }
    }
  }
}

function tooLarge(): ImportRefused {
  return new ImportRefused('FILE_TOO_LARGE', {
    zh: `工作簿超过 ${MOST_WORKBOOK_ROWS.toLocaleString('en')} 行或 ${MOST_WORKBOOK_CELLS.toLocaleString('en')} 个单元格。请另存为 CSV 再导入，CSV 不限行数。`,
    en: `The workbook has more than ${MOST_WORKBOOK_ROWS.toLocaleString('en')} rows or ${MOST_WORKBOOK_CELLS.toLocaleString('en')} cells. Save it as CSV and import that: CSV has no limit on rows.`,
  })
}
