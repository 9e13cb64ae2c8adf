import { requireRight } from '../../access/refuse.ts'
import type { Viewer } from '../../access/viewer.ts'
import type { Causeway } from '../../figures/causeway.ts'
import { requireInstitution } from '../../records/institutions.ts'
import { QuestionError } from '../../ground/question-error.ts'
import type { BatchResult } from '../../records/commit.ts'
import { commitRow, toStoredText, toStoredValue } from '../../records/commit-row.ts'
import { recordTypeOf } from '../../records/record-types.ts'
import { checkFormYear } from './fill-form.ts'
import { findEdition } from '../../figures/forms/find-form.ts'
import type { FormEdition } from '../../figures/forms/form-definition.ts'
import { readFormValues, type FormValue } from './form-values.ts'
import { isComputed } from './line-figure.ts'
import REFUSALS from '../refusals.json' with { type: 'json' }

export interface LineFilling {
  form: string
  edition: string
  institution: string
  /** The year its period begins in. */
  year: number
  /** Its number, as printed. */
  line: string
  status: FormValue['status']
  /** One of the two. */
  value?: number | null
  text?: string | null
  source: string
  filledBy: string
  /** YYYY-MM-DD */
  filledOn: string
  inUnit?: string | null
  /** Code of the responsible department. */
  unit?: string | null
  note?: string | null
}

const LONGEST_TEXT = 4_000
const BAD = 'BAD_VALUE'

/**
 * What one line of an official table says for one year, as its own batch that can be taken back. What stood there before is
 * replaced. A value by hand is for a line that no record can fill; what was filed may be beside any. The data date stays.
 * @throws QuestionError UNAUTHENTICATED, FORBIDDEN, UNKNOWN_INSTITUTION, UNKNOWN_FORM, UNKNOWN_EDITION, UNKNOWN_LINE, BAD_PERIOD, BAD_VALUE, NOT_NEEDED
 */
export async function fillLine(causeway: Causeway, viewer: Viewer, given: LineFilling): Promise<BatchResult> {
  const { database } = causeway
  requireRight(viewer, 'plans', given.institution)
  const institution = await requireInstitution(database, given.institution)
  const { form, edition } = findEdition(causeway, given.form, given.edition)
  checkFormYear(given.year)
  checkLine(causeway, edition, given)
  const { line, year, status } = given
  const subject = { form: form.id, edition: edition.edition, line, year, status }
  const values = {
    ...subject,
    ...checkContent(given),
    source: required(given.source, { zh: '请写明数据来源。', en: 'Say where it is from.' }),
    filled_by: required(given.filledBy, { zh: '请写明填报人。', en: 'Say who fills it in.' }),
    filled_on: given.filledOn,
    in_unit: optional(given.inUnit),
    ...(given.unit === undefined ? {} : { unit: optional(given.unit) }),
    ...(given.note === undefined ? {} : { note: optional(given.note) }),
  }
  // One that a file brought under its own number keeps it.
  const is = await readFormValues(causeway, institution.code, form.id, edition.edition, [given.year])
  const found = is.find((one) => one.line === line && one.status === status)
  const by = { token: viewer.token ?? null, reason: null }
  const made = { recordType: 'form-value', doneBy: 'fillLine', institution: institution.code, by }
  return commitRow(database, made, values, found?.record.key ?? null)
}

function checkLine(causeway: Causeway, edition: FormEdition, { line: number, status, form }: LineFilling): void {
  const line = edition.lines.find((one) => one.number === number)
  const numbers = edition.lines.map((one) => one.number)
  if (!line) {
    throw new QuestionError('UNKNOWN_LINE', {
      zh: `这张报表没有序号为“${number}”的指标项。`,
      en: `The table has no line "${number}".`,
      facts: { form, edition: edition.edition, line: number, lines: numbers },
    })
  }
  if (status === 'hand-filled' && isComputed(causeway, line)) {
    throw new QuestionError('NOT_NEEDED', { ...REFUSALS.NOT_NEEDED, facts: { line: number } })
  }
}

function checkContent({ value, text }: LineFilling): { value: number | null; text: string | null } {
  const words = optional(text)
  if ((value === null || value === undefined) === (words === null))
    throw new QuestionError(BAD, { zh: '请填数值或文字，二者取一。', en: 'Give a number or words, one of the two.' })
  if (value === null || value === undefined) return { value: null, text: words }
  const { factor } = recordTypeOf('form-value').fields.find(({ name }) => name === 'value')!
  return { value: toStoredValue(value, factor!, BAD, { zh: '数值', en: 'The value' }), text: null }
}

function required(text: string, missing: { zh: string; en: string }): string {
  const found = optional(text)
  if (found === null) throw new QuestionError(BAD, missing)
  return found
}

function optional(text: string | null | undefined): string | null {
  return toStoredText(text, LONGEST_TEXT, BAD)
}
