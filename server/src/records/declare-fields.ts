import type { Words } from '@causeway/shared/words/words'
import type { Choice, Field, FieldKind, RecordType } from './record-type.ts'

/** What a field is beside its name, label and kind. */
type More = Omit<Partial<Field>, 'also' | 'example'> & {
  /** Other headers it is known by, parted by commas. */
  also?: string
  /** A text is the example in both languages. */
  example?: string | Words
}

/** Declares fields of a kind: its name, its label in both languages, and what else there is to say. */
function field(kind: FieldKind) {
  const declare = (name: string, zh: string, en: string, more: More = {}): Field =>
    like({ name, label: { zh, en }, kind }, more)
  const required: typeof declare = (name, zh, en, more) => declare(name, zh, en, { required: true, ...more })
  return Object.assign(declare, { required })
}

export const text = field('text')
export const code = field('code')
export const choice = field('choice')
export const country = field('country')
export const reference = field('reference')
export const person = field('person')
export const date = field('date')
export const monthDay = field('month-day')
export const flag = field('flag')
export const integer = field('integer')
export const year = field('year')
export const decimal = field('decimal')
export const level = field('level')
export const recordKey = field('record-key')

/** A field as another one, with what differs; further headers come before those that it has. */
export function like(base: Field, { also, example, ...more }: More): Field {
  const headers = [...partsOf(also), ...(base.also ?? [])]
  return {
    ...base,
    ...more,
    ...(headers.length > 0 && { also: headers }),
    ...(example !== undefined && { example: typeof example === 'string' ? { zh: example, en: example } : example }),
  }
}

/** One value of a choice; `also`: other ways people write it, parted by commas. */
export function value(key: string, zh: string, en: string, also?: string): Choice {
  return { key, label: { zh, en }, ...(also !== undefined && { also: partsOf(also) }) }
}

/** What one record is called: in English the English name comes before the Chinese one. */
export function titled(...parts: string[]): RecordType['title'] {
  return { zh: parts, en: parts.map((part) => part.replace(/^(\w+)_zh\|\1_en/, '$1_en|$1_zh')) }
}

function partsOf(list = ''): string[] {
  return list === '' ? [] : list.split(/,\s+/)
}
