import type { Cell, Row, Worksheet } from '@cj-tech-master/excelts'
import { inLocale, type Locale, type Words } from '@causeway/shared/words/words'
import { widthOf } from '../../ground/downloads.ts'
import REFUSALS from './refusals.json' with { type: 'json' }

const FONTS: Record<Locale, string> = { ZH: '微软雅黑', EN: 'Calibri' }
const A4 = 9
const PAPER = { paperSize: A4, fitToPage: true, fitToWidth: 1, fitToHeight: 0 }
const THIN = { style: 'thin' as const, color: { argb: 'FFD0D5DA' } }

/** How Excel shows a number. */
export type NumberFormat = (value: number) => string

type Content = string | number | Date | null

/** What a sheet shows: a title, a table, and what has to be known to read it. */
interface SheetTable {
  title: Words
  /** What it counts, and what of all. */
  subtitle: Words[]
  institution: { demonstration: boolean }
  columns: { heading: string; width: number }[]
  rows: { content: Content; format: NumberFormat | undefined }[][]
  notes: readonly Words[]
  symbols: readonly { symbol: string; word: Words; meaning: Words }[]
}

/** Writes a table for reading and for the paper, its heads in sight on every page. */
export function writeTable(sheet: Worksheet, table: SheetTable, locale: Locale): void {
  const say = (words: Words) => inLocale(words, locale)
  const [comma, colon] = locale === 'ZH' ? ['，', '：'] : [', ', ': ']
  const widths = table.columns.map(({ width }) => width)
  const line = lineWriter(sheet, widths, locale)
  line(say(table.title), 15, true)
  line(table.subtitle.map(say).join(comma), 10, false)
  if (table.institution.demonstration) line(say(WORKBOOK_WORDS.demonstration), 10, true)
  const headings = table.columns.map(({ heading }) => heading)
  const head = writeHead(sheet, headings, locale)
  for (const cells of table.rows) {
    const row = sheet.addRow([])
    cells.forEach(({ content, format }, at) => writeCell(row.getCell(at + 1), content, format, locale))
  }
  filterBelow(sheet, head, headings.length)
  for (const note of table.notes) line(say(note), 9, false)
  for (const { symbol, word, meaning } of table.symbols)
    line(`${symbol}  ${say(word)}${colon}${say(meaning)}`, 9, false)
}

/** Sets a sheet for the paper, with its columns; what it gives writes a line across all of them. */
function lineWriter(sheet: Worksheet, widths: readonly number[], locale: Locale) {
  Object.assign(sheet.pageSetup, { ...PAPER, orientation: 'landscape' })
  sheet.headerFooter.oddFooter = locale === 'ZH' ? '第 &P 页，共 &N 页' : 'Page &P of &N'
  widths.forEach((width, at) => (sheet.getColumn(at + 1).width = width))
  return (text: string, size: number, bold: boolean): void => {
    const row = sheet.addRow([text])
    sheet.mergeCells(row.number, 1, row.number, widths.length)
    row.getCell(1).font = { name: FONTS[locale], size, bold }
    row.getCell(1).alignment = { vertical: 'middle', wrapText: true }
    const room = widths.reduce((sum, width) => sum + width, 0)
    row.height = Math.ceil((widthOf(text) * size) / 11 / room) * size * 1.6
  }
}

/** The heads of the columns, which stay in sight and are on every page. */
function writeHead(sheet: Worksheet, headings: string[], locale: Locale): Row {
  const head = sheet.addRow(headings)
  head.eachCell((cell) => {
    cell.font = { name: FONTS[locale], bold: true }
    cell.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFE7EEF4' } }
    cell.alignment = { vertical: 'middle', wrapText: true }
    cell.border = { top: THIN, bottom: THIN }
  })
  sheet.views = [{ state: 'frozen', ySplit: head.number }]
  sheet.pageSetup.printTitlesRow = `${head.number}:${head.number}`
  return head
}

/** The rows below the head, up to the last there is, may be filtered. */
function filterBelow(sheet: Worksheet, head: Row, columns: number): void {
  const last = sheet.lastRow!.number
  if (last > head.number) sheet.autoFilter = { from: { row: head.number, col: 1 }, to: { row: last, col: columns } }
}

/** What a sheet says of the figures of another: a name and a text a row; what has no text is left out. */
export function writeFacts(sheet: Worksheet, facts: readonly (readonly [string, string | null])[], locale: Locale) {
  sheet.getColumn(1).width = 24
  sheet.getColumn(2).width = 90
  Object.assign(sheet.pageSetup, PAPER)
  for (const [name, text] of facts) {
    if (!text) continue
    const row = sheet.addRow([])
    writeCell(row.getCell(1), name, undefined, locale)
    row.getCell(1).font = { name: FONTS[locale], bold: true }
    writeCell(row.getCell(2), text, undefined, locale)
    row.height = Math.max(1, ...text.split('\n').map((line) => Math.ceil(widthOf(line) / 84))) * 17
  }
}

/** A text stays one, whatever it looks like: no formula, no date. A day is one, so that it can be sorted and reckoned with. */
function writeCell(cell: Cell, content: Content, format: NumberFormat | undefined, locale: Locale): void {
  cell.font = { name: FONTS[locale] }
  cell.alignment = { vertical: 'top', wrapText: true, horizontal: format ? 'right' : 'left' }
  cell.border = { bottom: THIN }
  cell.value = content
  cell.numFmt =
    content instanceof Date ? 'yyyy-mm-dd' : typeof content === 'number' ? (format?.(content) ?? 'General') : '@'
}

/** `2024-08-31` as a workbook keeps it. */
export function dayCell(iso: string): Date {
  return new Date(`${iso}T00:00:00Z`)
}

/** What every workbook says of the figures in it. */
export const WORKBOOK_WORDS = {
  institution: { zh: '院校', en: 'Institution' },
  summary: { zh: '概要', en: 'In a sentence' },
  profile: { zh: '版本', en: 'Profile' },
  exact: { zh: '校内精确版', en: 'Exact figures' },
  public: REFUSALS.PUBLIC_VERSION,
  dataDate: { zh: '台账数据截至', en: 'Records up to' },
  revision: { zh: '数据更新至', en: 'Updated' },
  address: { zh: '网页地址', en: 'Address' },
  demonstration: { zh: '演示院校，数据均为虚构', en: 'Demonstration college: every figure is invented' },
} satisfies Record<string, Words>
