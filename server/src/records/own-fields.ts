import { isOwnColumn } from '../ground/database/columns.ts'
import type { Field, RecordType } from './record-type.ts'
import { keepFieldsOf, recordTypeOf, RECORD_TYPES } from './record-types.ts'
import { forgetTables } from './store.ts'

/**
 * Gives record types the fields that a college declares for itself, in the place of those given before: once, at the start of a
 * process. They come after the type's own, whatever it gains later.
 */
export function setOwnFields(fields: ReadonlyMap<string, readonly Field[]>): void {
  for (const type of RECORD_TYPES) {
    const shipped = type.fields.filter(({ name }) => !isOwnColumn(name))
    const own = fields.get(type.name) ?? []
    if (own.length === 0 && shipped.length === type.fields.length) continue
    type.fields.splice(0, type.fields.length, ...shipped, ...own)
    keepFieldsOf(recordTypeOf(type.name))
  }
  forgetTables()
}

/** Those that were given, by record type. */
export function listOwnFields(): Map<string, Field[]> {
  const own = ({ fields }: RecordType) => fields.filter(({ name }) => isOwnColumn(name))
  return new Map(typesWithOwnFields().map((type) => [type.name, own(type)]))
}

/** Types that have such fields. */
export function typesWithOwnFields() {
  return RECORD_TYPES.filter(({ fields }) => fields.some(({ name }) => isOwnColumn(name)))
}
