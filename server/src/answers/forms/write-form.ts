import type { Locale } from '@causeway/shared/words/words'
import type { Viewer } from '../../access/viewer.ts'
import type { Causeway } from '../../figures/causeway.ts'
import { exportRecords } from './export-records.ts'
import { exportToCsv, exportToXlsx } from './export-to-file.ts'
import { fillForm, type FormRequest } from './fill-form.ts'
import { findEdition } from '../../figures/forms/find-form.ts'
import { formToCsv } from './form-to-csv.ts'
import { formToXlsx } from './form-to-xlsx.ts'

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
