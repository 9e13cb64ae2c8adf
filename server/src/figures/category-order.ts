import { UNKNOWN } from '@causeway/shared/unknown'
import type { Declaration, DimensionId } from './indicators/definition.ts'
import { knownCategories } from './known-categories.ts'

/** Categories in their dimension's declared order, else by key; unknown comes last. */
export function orderCategories(declaration: Declaration, dimension: DimensionId, keys: Iterable<string>): string[] {
  const declared = declaredOrder(declaration, dimension)
  const place = (key: string) => (key === UNKNOWN ? Number.MAX_SAFE_INTEGER : (declared.get(key) ?? declared.size))
  return [...keys].sort((a, b) => place(a) - place(b) || (a < b ? -1 : a > b ? 1 : 0))
}

function declaredOrder(declaration: Declaration, dimension: DimensionId): Map<string, number> {
  // Countries have no order of their own but their codes'.
  const keys = dimension === 'country' ? [] : (knownCategories(declaration, dimension) ?? [])
  return new Map(keys.map((key, index) => [key, index]))
}
