import type { Causeway } from '../../figures/causeway.ts'
import { listAllRecords, type StoredRecord } from '../../records/list-records.ts'
import { recordTypeOf } from '../../records/record-types.ts'

/** What was filled in by hand, or filed, for one line of one year. */
export interface FormValue {
  line: string
  year: number
  status: 'hand-filled' | 'filed'
  /** Exactly one of `value` and `text` is set. */
  value: number | null
  text: string | null
  /** What the value is measured in; null: as the line says. */
  inUnit: string | null
  source: string
  filledBy: string
  /** YYYY-MM-DD */
  filledOn: string
  /** Responsible department. */
  unit: string | null
  /** The record it is in. */
  record: StoredRecord
}

/** The values of an edition in some years, of an institution. */
export async function readFormValues(
  causeway: Causeway,
  institution: string,
  form: string,
  edition: string,
  years: readonly number[],
): Promise<FormValue[]> {
  const records = await listOfForm(causeway, 'form-value', institution, form, edition, years)
  return records.map(toFormValue)
}

/** The tables, each in its edition, of which something was filed for a year. */
export async function listFiledForms(
  { database, moment }: Causeway,
  institution: string,
  year: number,
): Promise<{ form: string; edition: string }[]> {
  const filter = [
    { dimension: 'year', in: [String(year)] },
    { dimension: 'status', in: ['filed'] },
  ]
  const records = await listAllRecords(database, {
    type: 'form-value',
    institution,
    filter,
    revision: moment?.revision,
  })
  const found = records.map(({ values }) => ({ form: String(values['form']), edition: String(values['edition']) }))
  return [...new Map(found.map((one) => [JSON.stringify(one), one])).values()]
}

/** The day on which a filled form was published; it counts once the data date has reached it. Null: it was not. */
export async function readPublishedOn(
  causeway: Causeway,
  { institution, dataDate }: { institution: string; dataDate: string | null },
  form: string,
  edition: string,
  year: number,
): Promise<string | null> {
  const records = await listOfForm(causeway, 'form-publication', institution, form, edition, [year])
  const days = records.map(({ values }) => String(values['published_on'])).filter((day) => day <= (dataDate ?? ''))
  return days.toSorted()[0] ?? null
}

function listOfForm(
  { database }: Causeway,
  type: string,
  institution: string,
  form: string,
  edition: string,
  years: readonly number[],
): Promise<StoredRecord[]> {
  const filter = [
    { dimension: 'form', in: [form] },
    { dimension: 'edition', in: [edition] },
    { dimension: 'year', in: years.map(String) },
  ]
  return listAllRecords(database, { type, institution, filter })
}

const FACTOR = recordTypeOf('form-value').fields.find(({ name }) => name === 'value')!.factor!

function toFormValue(record: StoredRecord): FormValue {
  const { values } = record
  const text = (name: string) => (values[name] === null || values[name] === undefined ? null : String(values[name]))
  return {
    line: String(values['line']),
    year: Number(values['year']),
    status: values['status'] as FormValue['status'],
    value: typeof values['value'] === 'number' ? values['value'] / FACTOR : null,
    text: text('text'),
    inUnit: text('in_unit'),
    source: String(values['source']),
    filledBy: String(values['filled_by']),
    filledOn: String(values['filled_on']),
    unit: text('unit'),
    record,
  }
}
