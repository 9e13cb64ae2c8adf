import { inLocale, type Locale } from '@causeway/shared/words/words'
import type { Viewer } from '../../access/viewer.ts'
import type { Causeway } from '../../figures/causeway.ts'
import { causewayAsked } from '../../figures/causeway-then.ts'
import { exportRecords, type ExportedRecords } from './export-records.ts'
import { fillForm, type FilledForm, type FormRequest } from './fill-form.ts'
import { findEdition } from '../../figures/forms/find-form.ts'
import { formToXlsx } from './form-to-xlsx.ts'
import { periodLabel } from '@causeway/shared/period'
import { csvFile, guardFormula, widthOf, newWorkbook } from '../../ground/downloads.ts'
import { contentWords } from './form-words.ts'

/** Columns of a filled form; names do not change with the language. */
const FORM_COLUMNS = [
  ...['form', 'edition', 'institution', 'year', 'report_year', 'line', 'label', 'unit', 'period', 'value'],
  ...['gap', 'text', 'source', 'note', 'last_year', 'filed', 'indicator', 'confidence'],
]

export type FormFormat = 'xlsx' | 'csv'

/**
 * An official table as a file: its lines filled, or the records of an export.
 * @throws QuestionError UNKNOWN_FORM, UNKNOWN_EDITION, UNKNOWN_INSTITUTION, BAD_PERIOD, FORBIDDEN, UNAUTHENTICATED
 */
export async function writeForm(
  given: Causeway,
  viewer: Viewer,
  request: FormRequest,
  format: FormFormat,
  locale: Locale,
): Promise<string | Buffer> {
  const causeway = await causewayAsked(given, viewer, request)
  const { edition } = findEdition(causeway, request.form, request.edition)
  if (edition.records) {
    const exported = await exportRecords(causeway, viewer, request, locale)
    return format === 'csv' ? exportToCsv(exported) : exportToXlsx(exported, locale)
  }
  const filled = await fillForm(causeway, viewer, request)
  return format === 'csv' ? formToCsv(filled, locale) : formToXlsx(filled, locale, causeway)
}

/** A filled form as CSV: one row a line, numbers unrounded, a gap by its name. */
function formToCsv({ form, edition, institution, year, reportYear, lines }: FilledForm, locale: Locale): string {
  const rows = lines.map(({ line, note, last, ...content }): string[] => [
    form.id,
    edition.edition,
    institution.code,
    String(year),
    String(reportYear),
    line.number,
    inLocale(line.label, locale),
    inLocale(line.unit, locale),
    content.figures[0] ? periodLabel(content.figures[0].figure.period, locale) : '',
    content.value === null ? '' : String(content.value),
    content.gap ?? '',
    content.text ?? (content.source === 'withheld' ? inLocale(contentWords(content), locale) : ''),
    content.source,
    note === null ? '' : inLocale(note, locale),
    last.value === null ? '' : String(last.value),
    content.filed?.value == null ? (content.filed?.text ?? '') : String(content.filed.value),
    line.indicator ?? '',
    line.confidence,
  ])
  return csvFile([FORM_COLUMNS, ...rows].map((cells) => cells.map(guardFormula)))
}

const WIDEST = 40

/** One row a record under the official column names. */
export function exportToCsv({ columns, rows }: ExportedRecords): string {
  const lines = rows.map((row) => row.map((cell) => guardFormula(cell === null ? '' : String(cell))))
  return csvFile([columns.map(({ name }) => name), ...lines])
}

/** The same as a workbook: the official names in the first row, what they mean in a note and in the second sheet. */
export async function exportToXlsx(exported: ExportedRecords, locale: Locale): Promise<Buffer> {
  const { form, columns, rows, institution } = exported
  const title = inLocale(form.name, locale)
  const workbook = await newWorkbook(
    { title, institution: institution.name, revisionOf: institution.committedAt },
    locale,
  )
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
