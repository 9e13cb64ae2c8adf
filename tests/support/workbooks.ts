import { createRequire } from 'node:module'
import { join } from 'node:path'
import { Workbook } from '@cj-tech-master/excelts'
import { ROOT } from '../architecture/source-files.ts'

type Cell = string | number | null

/** What is used here of the library that the server reads old workbooks with. */
interface OldWorkbooks {
  utils: { aoa_to_sheet(rows: Cell[][]): Record<string, unknown>; decode_range(range: string): unknown }
  write(book: object, options: { type: 'buffer'; bookType: 'biff8' }): Buffer
}

/** A workbook of one sheet as Excel writes it now. `merged`: ranges such as `F1:G1`. */
export async function xlsx(rows: Cell[][], merged: string[] = []): Promise<Uint8Array> {
  const book = new Workbook()
  const sheet = book.addWorksheet('data')
  sheet.addRows(rows)
  for (const range of merged) sheet.mergeCells(range)
  return new Uint8Array(await book.xlsx.writeBuffer())
}

/** One of several sheets. */
export async function xlsxOf(sheets: Readonly<Record<string, Cell[][]>>): Promise<Uint8Array> {
  const book = new Workbook()
  for (const [title, rows] of Object.entries(sheets)) book.addWorksheet(title).addRows(rows)
  return new Uint8Array(await book.xlsx.writeBuffer())
}

/** The same as Excel wrote it until 2003. */
export async function xls(rows: Cell[][], merged: string[] = []): Promise<Uint8Array> {
  const library = createRequire(join(ROOT, 'server', 'package.json'))('@e965/xlsx') as OldWorkbooks
  const sheet = library.utils.aoa_to_sheet(rows)
  sheet['!merges'] = merged.map((range) => library.utils.decode_range(range))
  const book = { SheetNames: ['data'], Sheets: { data: sheet } }
  return new Uint8Array(library.write(book, { type: 'buffer', bookType: 'biff8' }))
}
