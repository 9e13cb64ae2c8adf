import { inLocale, type Locale } from '@causeway/shared/words/words'
import type { Viewer } from '../../access/viewer.ts'
import type { Causeway } from '../../figures/causeway.ts'
import { exportRecords } from './export-records.ts'
import { exportToCsv, exportToXlsx } from './export-to-file.ts'
import { fillForm, type FilledForm, type FormRequest } from './fill-form.ts'
import { findEdition } from '../../figures/forms/find-form.ts'
import { formToXlsx } from './form-to-xlsx.ts'
import { periodLabel } from '@causeway/shared/period'
import { csvLine, guardFormula } from '../../ground/csv.ts'
import { contentWords } from './form-words.ts'

/** Columns of a filled form; names do not change with the language. */
const FORM_COLUMNS = [
  'form',
  'edition',
  'institution',
  'year',
  'report_year',
  'line',
  'label',
  'unit',
  'period',
  'value',
  'gap',
  'text',
  'source',
  'note',
  'last_year',
  'filed',
  'indicator',
  'confidence',
] as const

/** Excel takes a file for UTF-8 by its mark. */
const BYTE_ORDER_MARK = '\uFEFF'

export type FormFormat = 'xlsx' | 'csv'

/**
 * An official table as a file: its lines filled, or the records of an export.
 * @throws QuestionError UNKNOWN_FORM, UNKNOWN_EDITION, UNKNOWN_INSTITUTION, BAD_PERIOD, FORBIDDEN, UNAUTHENTICATED
 */
export async function writeForm(
  causeway: Causeway,
  viewer: Viewer,
  request: FormRequest,
  format: FormFormat,
  locale: Locale,
): Promise<string | Buffer> {
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
  return BYTE_ORDER_MARK + [[...FORM_COLUMNS], ...rows].map((cells) => csvLine(cells.map(guardFormula))).join('')
}
