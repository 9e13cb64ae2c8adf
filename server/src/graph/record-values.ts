import type { Locale } from '@causeway/shared/words/words'
import type { StoredRecord } from '../records/list-records.ts'

/** What stands in a field as text; null: nothing. */
export function textIn({ values }: StoredRecord, field: string): string | null {
  const value = values[field]
  return value === null || value === undefined || value === '' ? null : String(value)
}

/** The title or name in a language, else in the other, else the code. `stem`: `title` or `name`. */
export function titleOf(record: StoredRecord, stem: 'title' | 'name', locale: Locale | null | undefined): string {
  const zh = textIn(record, `${stem}_zh`)
  const en = textIn(record, `${stem}_en`)
  return (locale === 'ZH' ? (zh ?? en) : (en ?? zh)) ?? textIn(record, 'code') ?? ''
}
