import type { Field } from '../../records/record-type.ts'
import { type Declaration, type DimensionId, fieldOf } from './definition.ts'
import { findField, sourceOf } from './find-field.ts'
import { setsOf } from './sets-of.ts'
import { FOREIGN } from '@causeway/shared/unknown'
import { BLOCS } from '../../ground/reference/blocs.ts'
import { CONTINENTS } from '../../ground/reference/continents.ts'
import { COUNTRIES } from '../../ground/reference/countries.ts'

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

/** The categories a dimension can have, in their declared order; null: whatever the records hold. */
export function knownCategories(declaration: Declaration, dimension: DimensionId): string[] | null {
  if (dimension === 'bloc') return BLOCS.map(({ id }) => id)
  if (dimension === 'continent') return CONTINENTS.map(({ id }) => id)
  const field = dimensionField(declaration, dimension)
  if (field?.kind === 'country') return [...COUNTRIES.map(({ code }) => code), FOREIGN]
  return field?.choices?.map(({ key }) => key) ?? null
}
