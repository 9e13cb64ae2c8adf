import type { RecordType } from './record-type.ts'
import type { StoredValues } from './stored-values.ts'

/** First characters that tell the three shapes of keys apart. */
const SOURCE = '~'
const GROUP = '*'

/**
 * The natural key of a record: its parts joined by `/`, empty parts as nothing. With a `source_id`: that, within its unit, after
 * `~`. Of a group row: all its other own fields, after `*`; empty ones at the end are left out, so that a type that gains a field
 * leaves the keys of its records alone.
 */
export function naturalKey(type: RecordType, values: StoredValues): string {
  const sourceId = values['source_id']
  if (isFilled(sourceId)) return `${SOURCE}${toPart(values['unit'])}/${toPart(sourceId)}`
  if (isGroupRow(type, values)) {
    const parts = type.fields
      .filter(({ name }) => name !== 'headcount' && name !== 'person')
      .map(({ name }) => toPart(values[name]))
    return GROUP + parts.join('/').replace(/\/+$/, '')
  }
  // A code stands as it is: records that point to one another, and people, know it so.
  const key =
    type.key.length === 1 ? String(values[type.key[0]!] ?? '') : type.key.map((name) => toPart(values[name])).join('/')
  return key.startsWith(SOURCE) || key.startsWith(GROUP) ? `\\${key}` : key
}

/** A row that stands for a group of persons. */
function isGroupRow(type: RecordType, values: StoredValues): boolean {
  return isFilled(values['headcount']) && type.fields.some(({ name }) => name === 'headcount')
}

function isFilled(value: string | number | null | undefined): boolean {
  return value !== null && value !== undefined && value !== ''
}

function toPart(value: string | number | null | undefined): string {
  if (!isFilled(value)) return ''
  const text = String(value)
  return /[/\\]/.test(text) ? text.replace(/[/\\]/g, '\\$&') : text
}
