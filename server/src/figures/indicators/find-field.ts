import { fieldsOf, findRecordType } from '../../records/record-types.ts'
import type { Field, RecordType } from '../../records/record-type.ts'
import type { Join, Path, SetOf, UnionSet } from './definition.ts'

/** What the paths of a set are looked up in. */
export type FieldSource = { of: string; joins?: Record<string, Join> } | UnionSet

/** What the paths of a set are looked up in: its records and what they point to, or the branches of a union. */
export function sourceOf(set: SetOf): FieldSource {
  return 'union' in set ? set : { of: set.of, ...(set.joins && { joins: set.joins }) }
}

/** A path that is no field of a record but can be counted: `#key`, `#type`, or a name that a union puts several values under. */
const COMPOSED: Field = { name: '', label: { zh: '', en: '' }, kind: 'text' }

/** The field a path leads to; of a union, in its first branch, provided that every branch has the name. Undefined: nowhere. */
export function findField(source: FieldSource, path: Path): Field | undefined {
  if (path === '#key' || path === '#type') return COMPOSED
  if ('union' in source) return findInUnion(source, path)
  const type = findRecordType(source.of)
  if (!type) return undefined
  const [head = '', tail] = path.split('.')
  if (tail === undefined) return ownField(type, head)
  const target = source.joins?.[head]?.to ?? ownField(type, head)?.to
  const to = target === undefined ? undefined : findRecordType(target)
  return to && ownField(to, tail)
}

function findInUnion(union: UnionSet, path: Path): Field | undefined {
  const [head = '', tail] = path.split('.')
  const found = union.union.map((branch) => {
    const key = branch.as?.[head] ?? head
    if (typeof key !== 'string') return tail === undefined ? COMPOSED : undefined
    if (tail === undefined) return key === 'persons' ? COMPOSED : findField({ of: branch.of }, key)
    const reference = findField({ of: branch.of }, key)
    const to = reference?.to === undefined ? undefined : findRecordType(reference.to)
    return to && ownField(to, tail)
  })
  return found.every((field) => field !== undefined) ? found[0] : undefined
}

function ownField(type: RecordType, name: string): Field | undefined {
  return fieldsOf(type).find((field) => field.name === name)
}
