import type { Words } from '@causeway/shared/words/words'
import { kept } from '../ground/kept.ts'
import type { RecordType } from './record-type.ts'
import type { StoredValues } from './stored-values.ts'

/** First characters that tell the three shapes of keys apart. */
const SOURCE = '~'
const GROUP = '*'
/** A college's own fields. */
const OWN = 'own_'

/**
 * The natural key of a record: its parts joined by `/`, empty parts as nothing. With a `source_id`: that, within its unit, after
 * `~`. Of a group row: all its other own fields, after `*`; empty ones at the end are left out, so that a type that gains a field
 * leaves the keys of its records alone.
 */
export function naturalKey(type: RecordType, values: StoredValues): string {
  const sourceId = values['source_id']
  if (isFilled(sourceId)) return `${SOURCE}${toPart(values['unit'])}/${toPart(sourceId)}`
  if (isGroupRow(type, values)) {
    const fields = type.fields.filter(({ name }) => name !== 'headcount' && name !== 'person')
    const parts = fields.filter(({ name }) => !name.startsWith(OWN)).map(({ name }) => toPart(values[name]))
    // By their names: the type may gain fields before them.
    const own = fields
      .filter(({ name }) => name.startsWith(OWN) && isFilled(values[name]))
      .map(({ name }) => `/${name}=${toPart(values[name])}`)
    return GROUP + parts.join('/').replace(/\/+$/, '') + own.sort().join('')
  }
  // A code is as it is: records that point to one another, and people, know it so.
  const key = type.key.length === 1 ? String(valueOf(type.key[0]!, values) ?? '') : joinParts(type, values)
  return key.startsWith(SOURCE) || key.startsWith(GROUP) ? `\\${key}` : key
}

function joinParts({ key, lateKey = [] }: RecordType, values: StoredValues): string {
  const late = lateKey.some((name) => isFilled(values[name])) ? lateKey : []
  return [...key, ...late].map((part) => toPart(valueOf(part, values))).join('/')
}

const namesOf = new Map<string, string[]>()

/** Of `a|b` the first that is filled. */
function valueOf(part: string, values: StoredValues): string | number | null | undefined {
  return values[kept(namesOf, part, () => part.split('|')).find((name) => isFilled(values[name])) ?? part]
}

/** A row that represents a group of persons. */
export function isGroupRow(type: RecordType, values: StoredValues): boolean {
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

/** The parts of a key that is written as one, without their escapes. */
export function splitKey(key: string): string[] {
  const parts = ['']
  for (const [char] of key.matchAll(/\\[/\\]|[^]/gu)) {
    if (char === '/') parts.push('')
    else parts[parts.length - 1] += char.length > 1 && char.startsWith('\\') ? char.slice(1) : char
  }
  return parts
}

/** What records of a type are known by, in words; `name` says a field. */
export function describeKey(
  { key, lateKey = [] }: RecordType,
  name: (field: string) => string,
  language: keyof Words,
): string {
  const or = language === 'zh' ? '（未填则用 ' : ' (where empty: '
  const close = language === 'zh' ? '）' : ')'
  const parts = key.map((part) => {
    const [first, ...others] = part.split('|').map(name)
    return others.length === 0 ? first! : `${first}${or}${others.join(', ')}${close}`
  })
  return [...parts, ...lateKey.map(name)].join(' + ')
}
