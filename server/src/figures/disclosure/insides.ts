import type { Scope } from '@causeway/shared/series'
import { once, oncePerPair } from '../../ground/once.ts'
import { scopesOf, type Declaration, type DimensionId } from '../indicators/definition.ts'
import {
  hasScopeOf,
  isSame,
  liesInside,
  scopeField,
  sharedDimensions,
  shownCounts,
  type CountOf,
} from './shown-counts.ts'

/** A count of an indicator that is inside one of another, or that is the same. */
export interface Inside {
  inner: CountOf
  outer: CountOf
  isSame: boolean
  /** A scope means the same to both. */
  hasScope: boolean
  /** In which of these categories both count. */
  dimensions: ReadonlySet<DimensionId>
}

const countsOf = once((of: Declaration): CountOf[] => shownCounts(of).map((count) => ({ count, of })))

/** Which counts of these indicators are inside one another. */
export function insidesOf(declarations: readonly Declaration[]): Inside[] {
  const counts = declarations.flatMap(countsOf)
  return counts.flatMap((inner) => counts.flatMap((outer) => insideOf(inner, outer) ?? []))
}

const insideOf = oncePerPair((inner: CountOf, outer: CountOf): Inside | null => {
  if (inner === outer) return null
  const same = isSame(inner, outer)
  if (!same && !liesInside(inner, outer)) return null
  const dimensions = sharedDimensions(inner, outer)
  return { inner, outer, isSame: same, hasScope: hasScopeOf(inner, outer), dimensions }
})

/** From the narrowest to the widest. */
export const SCOPES: readonly (Scope | null)[] = ['ABROAD', 'BORDER', null]

/** In which scopes of the outer one a count of the inner in this scope is inside it. */
export function scopesAround({ outer, hasScope }: Inside, scope: Scope | null): (Scope | null)[] {
  const all = scopesOf(outer.of)
  if (scopeField(outer) === null) return all
  if (!hasScope) return all.filter((one) => one === null)
  return all.filter((one) => SCOPES.indexOf(one) >= SCOPES.indexOf(scope))
}

/**
 * Indicators that count some of the same persons on the same basis, some through others. Each is in one group, alone where it has to do with
 * no other.
 */
export const personGroups = once((declarations: readonly Declaration[]): readonly (readonly Declaration[])[] => {
  const groups = new Set(declarations.map((one) => new Set([one])))
  for (const { inner, outer } of insidesOf(declarations)) {
    if (!inner.of.bases.some((basis) => outer.of.bases.includes(basis))) continue
    const [one, other] = [inner, outer].map(({ of }) => [...groups].find((group) => group.has(of))!)
    if (one === other) continue
    for (const declaration of other!) one!.add(declaration)
    groups.delete(other!)
  }
  return [...groups].map((group) => declarations.filter((one) => group.has(one)))
})
