import { fill, type Words } from '@causeway/shared/words/words'
import { didYouMean, findNearest } from '../../../ground/nearest.ts'
import { nameColumnsOf } from '../../identity/find-code.ts'
import { isKnownByCode, type Field, type RecordType } from '../../record-type.ts'
import { fieldsOf, findRecordType, RECORD_TYPES } from '../../record-types.ts'
import { unknownType } from '../ground/find-type.ts'
import type { Refuse } from './check-row-shape.ts'
import type { Entry, WrittenMapping } from './mapping.ts'
import REFUSALS from '../ground/refusals.json' with { type: 'json' }

/** Of what a mapping makes entries, and whether what they need is said. Each check throws what it finds. */
export function* checksOfCreated(
  mapping: WrittenMapping,
  entries: readonly Entry[],
  refuse: Refuse,
): Generator<() => void> {
  const { create = [], create_with: given = {} } = mapping
  for (const [i, name] of create.entries())
    yield () => checkType(name, given[name] ?? {}, entries, (words) => refuse(['create', i], words))
  for (const [name, fields] of Object.entries(given))
    yield () => {
      if (!create.includes(name)) throw refuse(['create_with', name], fill(REFUSALS.NOT_AMONG_CREATED, { name }))
      const type = findRecordType(name)
      for (const field of type ? Object.keys(fields) : [])
        checkField(type!, field, (words) => refuse(['create_with', name, field], words))
    }
}

function checkType(name: string, given: object, entries: readonly Entry[], refuse: (words: Words) => Error): void {
  const type = findRecordType(name)
  if (!type) throw refuse(unknownType(name))
  if (!canBeCreated(type)) {
    const list = RECORD_TYPES.filter(canBeCreated).map((one) => one.name)
    throw refuse(fill(REFUSALS.NOT_CREATED, { name, list: list.join(', ') }))
  }
  if (entries.some((entry) => entry.type === name)) throw refuse(fill(REFUSALS.MADE_ALREADY, { name }))
  if (!entries.some((entry) => names(entry, name))) throw refuse(fill(REFUSALS.NOBODY_NAMES, { name }))
  const lacking = neededBeside(type).filter((field) => !(field in given))
  if (lacking.length > 0) throw refuse(fill(REFUSALS.CREATE_NEEDS, { name, fields: lacking.join(', ') }))
}

function checkField(type: RecordType, field: string, refuse: (words: Words) => Error): void {
  if (field === 'code' || nameColumnsOf(type.name).includes(field))
    throw refuse(fill(REFUSALS.MADE_FROM_NAME, { field }))
  const known = fieldsOf(type).map(({ name }) => name)
  if (known.includes(field)) return
  const near = didYouMean(findNearest(field, known))
  throw refuse({
    zh: `${type.name} 没有字段「${field}」${near.zh}`,
    en: `${type.name} has no field "${field}"${near.en}`,
  })
}

/** Known by a code alone, and with a name. */
export function canBeCreated(type: RecordType): boolean {
  return type.name !== 'institution' && isKnownByCode(type) && nameColumnsOf(type.name).length > 0
}

function names(entry: Entry, type: string): boolean {
  return (findRecordType(entry.type)?.fields ?? []).some(({ name, to }) => to === type && name in entry.fields)
}

/** Required fields that a name alone does not say. */
export function furtherOf(type: RecordType): Field[] {
  const names = ['code', ...nameColumnsOf(type.name)]
  return type.fields.filter(({ name, required }) => required && !names.includes(name))
}

/** A country may be unknown. */
function neededBeside(type: RecordType): string[] {
  return furtherOf(type).flatMap(({ name, kind, mustBeKnown }) => (kind === 'country' && !mustBeKnown ? [] : [name]))
}
