import { FOREIGN } from '@causeway/shared/unknown'
import type { Declaration, DimensionId } from './indicators/definition.ts'
import { dimensionField } from './indicators/dimension-field.ts'
import { BLOCS } from '../ground/reference/blocs.ts'
import { CONTINENTS } from '../ground/reference/continents.ts'
import { COUNTRIES } from '../ground/reference/countries.ts'

/** The categories a dimension can have, in their declared order; null: whatever the records hold. */
export function knownCategories(declaration: Declaration, dimension: DimensionId): string[] | null {
  if (dimension === 'bloc') return BLOCS.map(({ id }) => id)
  if (dimension === 'continent') return CONTINENTS.map(({ id }) => id)
  const field = dimensionField(declaration, dimension)
  if (field?.kind === 'country') return [...COUNTRIES.map(({ code }) => code), FOREIGN]
  return field?.choices?.map(({ key }) => key) ?? null
}
