import { formatDay } from '../../../language/words.ts'
import { fill, inLocale, type Locale, type Words } from '@causeway/shared/words/words'
import { isIsoDate } from '@causeway/shared/day'
import type { ListColumn } from '../../../graph/generated.ts'
import WORDS from './words.json' with { type: 'json' }

/** What one field of the listed records must hold. */
export interface RecordFilter {
  field: string
  text?: string
  in?: string[]
  from?: string | null
  to?: string | null
  empty?: boolean
}

/** Returns the filters in an address: `from:2019-01-01..`, `name_zh:~学院`, `type:college,university`, `to:-` (empty), `to:*` (filled). */
export function readFilters(written: readonly string[]): RecordFilter[] {
  return written.map((one) => {
    const at = one.indexOf(':')
    const [field, value] = [one.slice(0, at), one.slice(at + 1)]
    if (value === '-' || value === '*') return { field, empty: value === '-' }
    if (value.startsWith('~')) return { field, text: value.slice(1) }
    const range = /^(.*?)\.\.(.*)$/.exec(value)
    return range ? { field, from: range[1] || null, to: range[2] || null } : { field, in: value.split(',') }
  })
}

export function writeFilters(filters: readonly RecordFilter[]): string[] {
  return filters.map(({ field, text, in: keys, from, to, empty }) => {
    if (empty !== undefined) return `${field}:${empty ? '-' : '*'}`
    if (text !== undefined) return `${field}:~${text}`
    return `${field}:${keys ? keys.join(',') : `${from ?? ''}..${to ?? ''}`}`
  })
}

/** Returns the filters with one more. A field has one condition; further keys are added to those that it has. */
export function withFilter(filters: readonly RecordFilter[], added: RecordFilter): RecordFilter[] {
  const former = filters.find(({ field }) => field === added.field)
  const keys = added.in && former?.in ? [...new Set([...former.in, ...added.in])] : added.in
  return [...filters.filter((one) => one !== former), keys ? { ...added, in: keys } : added]
}

/** How the content of a column can be filtered, besides by whether it is empty. */
export type FilterKind = 'text' | 'choice' | 'date' | 'number' | 'none'

export function filterKindOf({ kind, options }: ListColumn): FilterKind {
  if (options.length > 0) return 'choice'
  if (kind === 'date') return 'date'
  if (kind === 'integer' || kind === 'year' || kind === 'decimal') return 'number'
  return ['text', 'code', 'reference', 'month-day', 'record-key'].includes(kind) ? 'text' : 'none'
}

/** Returns a filter in words, as the button that removes it says. */
export function filterWords(filter: RecordFilter, column: ListColumn | undefined, locale: Locale): string {
  const day = (text: string) => (isIsoDate(text) ? formatDay(text, locale) : text)
  const { field, text, in: keys, from, to, empty } = filter
  const say = (words: Words, facts: object = {}) =>
    inLocale(fill(words, { column: column?.label ?? field, ...facts }), locale)
  if (empty !== undefined) return say(empty ? WORDS.saysEmpty : WORDS.saysFilled)
  if (text !== undefined) return say(WORDS.saysHolds, { text })
  if (keys) {
    const labels = keys.map((key) => column?.options.find((one) => one.key === key)?.label ?? key)
    return say(WORDS.saysIs, { text: labels.join(inLocale(WORDS.or, locale)) })
  }
  const facts = { from: day(from ?? ''), to: day(to ?? '') }
  return say(from ? (to ? WORDS.saysBetween : WORDS.saysFrom) : WORDS.saysTo, facts)
}

/** Returns the sort in an address: `to`, or `-to` if it is descending. */
export function readSort(written: string | null): { field: string; descending: boolean } | null {
  if (written === null) return null
  return { field: written.replace(/^-/, ''), descending: written.startsWith('-') }
}
