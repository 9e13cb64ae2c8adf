import { Workbook } from '@cj-tech-master/excelts'
import { inLocale, type Locale } from '@causeway/shared/words/words'
import { csvLine, guardFormula } from '../../ground/csv.ts'
import { widthOf } from '../../ground/text-width.ts'
import { tellOrigin } from '../../ground/workbook-origin.ts'
import type { ExportedRecords } from './export-records.ts'

/** Excel takes a file for UTF-8 by its mark. */
const BYTE_ORDER_MARK = '\uFEFF'
const WIDEST = 40

/** One row a record under the official column names. */
export function exportToCsv({ columns, rows }: ExportedRecords): string {
  const lines = rows.map((row) => row.map((cell) => guardFormula(cell === null ? '' : String(cell))))
  return BYTE_ORDER_MARK + [columns.map(({ name }) => name), ...lines].map((cells) => csvLine(cells)).join('')
}

/** The same as a workbook: the official names in the first row, what they mean in a note and in the second sheet. */
export async function exportToXlsx(exported: ExportedRecords, locale: Locale): Promise<Buffer> {
  const { form, columns, rows, institution } = exported
  const workbook = new Workbook()
  const title = inLocale(form.name, locale)
  tellOrigin(workbook, { title, institution: institution.name, revisionOf: institution.committedAt }, locale)
  const sheet = workbook.addWorksheet(title.slice(0, 31), {
    views: [{ state: 'frozen', ySplit: 1 }],
  })
  const head = sheet.addRow(columns.map(({ name }) => name))
  head.eachCell((cell, at) => {
    cell.font = { bold: true }
    cell.note = inLocale(columns[at - 1]!.label, locale)
  })
  for (const row of rows) {
    const added = sheet.addRow([])
    row.forEach((value, at) => {
      const cell = added.getCell(at + 1)
      if (typeof value === 'string') cell.numFmt = '@'
      cell.value = value
    })
  }
  columns.forEach(({ name }, at) => {
    const widest = Math.max(widthOf(name), ...rows.map((row) => widthOf(String(row[at] ?? ''))))
    sheet.getColumn(at + 1).width = Math.min(WIDEST, widest + 3)
  })
  const meaning = workbook.addWorksheet(locale === 'ZH' ? '字段说明' : 'Columns')
  meaning.columns = [{ width: 16 }, { width: 60 }, { width: 12 }]
  meaning.addRow(locale === 'ZH' ? ['字段', '含义', '可靠程度'] : ['Column', 'Meaning', 'Confidence']).font = {
    bold: true,
  }
  for (const { name, label, confidence } of columns) meaning.addRow([name, inLocale(label, locale), confidence])
  return Buffer.from(await workbook.xlsx.writeBuffer())
}
