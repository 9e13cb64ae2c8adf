import type { Locale } from '@causeway/shared/words/words'
import type { StoredRecord } from '../../records/list-records.ts'
import { nameOf } from '../../records/record-names.ts'
import { recordTypeOf } from '../../records/record-types.ts'
import { countryName } from '../../ground/reference/countries.ts'
import { say } from './fields.ts'

/** What is in a field as text; null: nothing. */
export function textIn({ values }: StoredRecord, field: string): string | null {
  const value = values[field]
  return value === null || value === undefined || value === '' ? null : String(value)
}

/** What is in a field of choices or in one of a country, in words; null: nothing. */
export function labelIn(record: StoredRecord, field: string, locale: Locale | null | undefined): string | null {
  const value = textIn(record, field)
  if (value === null) return null
  const declared = recordTypeOf(record.type).fields.find(({ name }) => name === field)
  if (declared?.kind === 'country') return say(countryName(value), locale)
  const label = declared?.choices?.find(({ key }) => key === value)?.label
  return label ? say(label, locale) : value
}

/** The title or name in a language, else in the other, else the code. */
export function titleOf(record: StoredRecord, locale: Locale | null | undefined): string {
  return say(nameOf(recordTypeOf(record.type), record.values), locale)
}
