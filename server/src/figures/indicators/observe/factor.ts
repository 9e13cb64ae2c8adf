import { HALVES } from '../compile/values.ts'
import { COMMON_FIELDS } from '../../../records/record-type.ts'
import { findRecordType } from '../../../records/record-types.ts'
import type { Key, SetOf, Value } from '../definition.ts'

/** By how much a value's sums are to be divided: decimals are stored as whole numbers. */
export function factorOf(set: SetOf, value: Value): number {
  const branch = 'union' in set ? set.union[0]! : set
  if (typeof value === 'object')
    return 'sharedDays' in value ? HALVES : 'else' in value ? factorOf(set, value.else[0]!) : 1
  const as: Record<string, Key> = ('as' in branch && branch.as) || {}
  const path = as[value] ?? value
  if (typeof path !== 'string') return 1
  return fieldFactor(branch.of, path)
}

function fieldFactor(typeName: string, path: string): number {
  const [head, ...rest] = path.split('.') as [string, ...string[]]
  const type = findRecordType(typeName)
  const field = type?.fields.find((f) => f.name === head) ?? COMMON_FIELDS.find((f) => f.name === head)
  if (rest.length > 0) return field?.to ? fieldFactor(field.to, rest.join('.')) : 1
  return field?.factor ?? 1
}
