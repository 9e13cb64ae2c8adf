import type { Field } from '../../records/record-type.ts'
import type { Declaration, DimensionId } from './definition.ts'
import { findField, sourceOf } from './find-field.ts'
import { setsOf } from './sets-of.ts'
import { fieldOf } from './side.ts'

/** The field that a dimension's categories are read from; null where several make one key. */
export function dimensionField(declaration: Declaration, dimension: DimensionId): Field | null {
  const fields = dimensionFields(declaration, dimension)
  return fields.length === 1 ? fields[0]! : null
}

/** Every field that a dimension's categories are made of, in the order of their parts. */
export function dimensionFields(declaration: Declaration, dimension: DimensionId): (Field | null)[] {
  const side = declaration.dimensions[dimension]
  const paths = side ? fieldOf(side, 'numerator') : null
  const { set } = setsOf(declaration.set, declaration.measure)[0]!
  return paths === null ? [] : [paths].flat().map((path) => findField(sourceOf(set), path) ?? null)
}
