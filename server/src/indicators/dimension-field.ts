import type { Field } from '../records/record-type.ts'
import type { Declaration, DimensionId } from './definition.ts'
import { findField, sourceOf } from './find-field.ts'
import { setsOf } from './sets-of.ts'
import { fieldOf } from './side.ts'

/** The field that a dimension's categories are read from; null where several make one key. */
export function dimensionField(declaration: Declaration, dimension: DimensionId): Field | null {
  const side = declaration.dimensions[dimension]
  const path = side && fieldOf(side, 'numerator')
  if (typeof path !== 'string') return null
  const { set } = setsOf(declaration.set, declaration.measure)[0]!
  return findField(sourceOf(set), path) ?? null
}
