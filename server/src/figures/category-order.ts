import type { Declaration, DimensionId } from '../indicators/definition.ts'
import { dimensionField } from '../indicators/dimension-field.ts'
import { BLOCS } from '../reference/blocs.ts'
import { CONTINENTS } from '../reference/continents.ts'

export const UNKNOWN = 'unknown'

/** Categories in their dimension's declared order, else by key; unknown comes last. */
export function orderCategories(declaration: Declaration, dimension: DimensionId, keys: Iterable<string>): string[] {
  const declared = declaredOrder(declaration, dimension)
  const place = (key: string) => (key === UNKNOWN ? Number.MAX_SAFE_INTEGER : (declared.get(key) ?? declared.size))
  return [...keys].sort((a, b) => place(a) - place(b) || (a < b ? -1 : a > b ? 1 : 0))
}

function declaredOrder(declaration: Declaration, dimension: DimensionId): Map<string, number> {
  return new Map(keysInOrder(declaration, dimension).map((key, index) => [key, index]))
}

function keysInOrder(declaration: Declaration, dimension: DimensionId): string[] {
  if (dimension === 'bloc') return BLOCS.map(({ id }) => id)
  if (dimension === 'continent') return CONTINENTS.map(({ id }) => id)
  return (dimensionField(declaration, dimension)?.choices ?? []).map(({ key }) => key)
}
