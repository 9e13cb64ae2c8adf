import type * as Sheets from '@e965/xlsx'
import { columnLetters, type SourceRow, type SourceTable } from '../ground/source-row.ts'
import { putNumber, put, RowBatch, sheetLibrary } from './sheet-rows.ts'
import { damaged, MOST_COMMENTS, passwordProtected } from './unreadable.ts'

type Grid = ((Sheets.CellObject | undefined)[] | undefined)[]

/**
 * The sheets of an .xls or .xlsb, which the library reads whole. A damaged file can send it round in circles: its process is ended then
 * (`workbook-child.ts`). Formulas give the value they had when the file was saved.
 */
export function readOldWorkbook(bytes: Buffer): SourceTable[] {
  const book = openBook(bytes)
  const date1904 = book.Workbook?.WBProps?.date1904 === true
  return book.SheetNames.map((name, i) => {
    const sheet = book.Sheets[name]
    return {
      name,
      hidden: (book.Workbook?.Sheets?.[i]?.Hidden ?? 0) !== 0,
      comments: sheet ? commentsOf(sheet) : [],
      async *rows() {
        // It is listed, and not there.
        if (!sheet) throw damaged()
        yield* rowsOf(sheet, date1904)
      },
    }
  })
}

function openBook(bytes: Buffer): Sheets.WorkBook {
  try {
    const book = sheetLibrary().read(bytes, {
      type: 'buffer',
      dense: true,
      cellNF: true,
      cellText: true,
      cellFormula: true,
      cellHTML: false,
      cellDates: false,
      sheetStubs: true,
    })
    if (book.SheetNames.length > 0) return book
  } catch (error) {
    if (/password|encrypt/i.test(String((error as Error).message))) throw passwordProtected()
  }
  throw damaged()
}

function commentsOf(sheet: Sheets.WorkSheet): string[] {
  const cells: string[] = []
  for (const [r, line] of gridOf(sheet).entries())
    for (const [c, cell] of (line ?? []).entries())
      if (cell?.c && cells.length < MOST_COMMENTS) cells.push(`${columnLetters(c)}${r + 1}`)
  return cells
}

function gridOf(sheet: Sheets.WorkSheet): Grid {
  return (sheet as { '!data'?: Grid })['!data'] ?? []
}

function* rowsOf(sheet: Sheets.WorkSheet, date1904: boolean): Generator<SourceRow[]> {
  const grid = gridOf(sheet)
  const batch = new RowBatch(sheet['!merges'] ?? [])
  for (let r = 0; r < grid.length; r++) {
    const line = grid[r]
    if (!line) continue
    const row: SourceRow = { row: r + 1, cells: [] }
    for (let c = 0; c < line.length; c++) {
      const cell = line[c]
      if (cell) readCell(row, c, cell, date1904)
    }
    if (row.cells.length === 0) continue
    if (sheet['!rows']?.[r]?.hidden) row.hidden = true
    batch.add(row)
    yield* batch.taken()
  }
  yield* batch.rest()
}

function readCell(row: SourceRow, c: number, cell: Sheets.CellObject, date1904: boolean): void {
  if (cell.t === 'e') return put(row, c, cell.w ?? '#ERROR!', { kind: 'error', text: cell.w ?? '#ERROR!' })
  if (cell.v === undefined || cell.t === 'z') {
    if (cell.f !== undefined) put(row, c, `=${cell.f}`, { kind: 'no-cached-value' })
    return
  }
  if (typeof cell.v === 'number') {
    putNumber(row, c, cell.v, String(cell.z ?? 'General'), date1904)
  } else if (cell.v !== '') {
    put(row, c, String(cell.v))
  }
}
