import type { Identity } from '../../records/identity/identity.ts'
import type { CompiledFilter } from './compile/dimensions.ts'
import type { Declaration, DimensionId } from './definition.ts'
import { dimensionField } from './dimension-field.ts'

/** The type of the things that a dimension's categories are; null: they are no things of the institution's own. */
export function thingOf(declaration: Declaration, dimension: DimensionId): string | null {
  const field = dimensionField(declaration, dimension)
  if (field?.to ?? field?.codeOf) return field!.to ?? field!.codeOf!
  const { set } = declaration
  return field?.name === 'code' && set && 'of' in set ? set.of : null
}

/** Filters in the codes that represent those asked for. */
export function canonicalFilters(
  identity: Identity,
  declaration: Declaration,
  filters: CompiledFilter[],
): CompiledFilter[] {
  return filters.map((filter) => {
    const thing = thingOf(declaration, filter.dimension)
    return thing === null
      ? filter
      : { ...filter, in: [...new Set(filter.in.map((code) => identity.canonical(thing, code)))] }
  })
}
