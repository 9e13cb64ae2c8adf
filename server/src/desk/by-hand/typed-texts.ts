import type { Field, RecordType } from '../../records/record-type.ts'
import { fieldsOf } from '../../records/record-types.ts'
import type { StoredValues } from '../../records/stored-values.ts'
import { levelName } from '../../ground/reference/language-scales.ts'

/** What a person would type for what a record holds, by field; empty: nothing stands there. Persons are their hashes. */
export function typedTexts(type: RecordType, values: StoredValues): Map<string, string> {
  return new Map(fieldsOf(type).map((field) => [field.name, typedText(field, values)]))
}

export function typedText(field: Field, values: StoredValues): string {
  const value = values[field.name]
  if (value === null || value === undefined) return ''
  if (field.kind === 'level' && field.on)
    return levelName(String(values[field.on.scale]), String(values[field.on.version]), Number(value)).en
  return String(typeof value === 'number' && field.factor ? value / field.factor : value)
}

/** Fields whose text names a person, and is not shown. */
export function isHidden({ kind }: Field): boolean {
  return kind === 'person'
}
