import { COMMON_FIELDS, type Field } from '../records/record-type.ts'
import { findRecordType } from '../records/record-types.ts'
import { setsOf } from './sets-of.ts'
import { fieldOf } from './compile/dimensions.ts'
import type { Declaration, DimensionId } from './definition.ts'

/** The field that a dimension's categories are read from; null where several make one key. */
export function dimensionField(declaration: Declaration, dimension: DimensionId): Field | null {
  const side = declaration.dimensions[dimension]
  const path = side && fieldOf(side, 'numerator')
  if (typeof path !== 'string') return null
  const { set } = setsOf(declaration.set, declaration.measure)[0]!
  const branch = 'union' in set ? set.union[0]! : set
  const renamed = 'as' in branch ? branch.as?.[path] : undefined
  return fieldAt(branch.of, typeof renamed === 'string' ? renamed : path)
}

function fieldAt(typeName: string, path: string): Field | null {
  const [head, ...rest] = path.split('.') as [string, ...string[]]
  const field =
    findRecordType(typeName)?.fields.find((it) => it.name === head) ?? COMMON_FIELDS.find((it) => it.name === head)
  if (!field) return null
  if (rest.length === 0) return field
  return field.to ? fieldAt(field.to, rest.join('.')) : null
}
