import { DEFAULT_AT, type Basis } from '@causeway/shared/period'
import type { Scope } from '@causeway/shared/series'
import { type Declaration, type DimensionId, scopesOf } from './indicators/definition.ts'
import type { FigureQuestion } from './indicators/form-line.ts'

/** An indicator on a basis: its tables are hidden in together. */
export interface OnBasis {
  declaration: Declaration
  basis: Basis
}

/** One table of it: in a scope, whole or by one dimension. */
export interface Cut {
  scope: Scope | null
  by: DimensionId | null
}

/**
 * Whether the public may ask for dimensions and their categories here: school years and calendar years share their halves, and scopes
 * their countries, so that cells of several could be solved for those that are hidden. Wholes it may have on each.
 */
export function isBrokenDown({ bases, scope: scopes }: Declaration, basis: Basis, scope: Scope | null): boolean {
  return basis === bases[0] && scope === (scopes?.default ?? null)
}

/** The tables of an indicator on a basis that the public may ask for: what is hidden follows from them alone. */
export function cutsOf({ declaration, basis }: OnBasis): Cut[] {
  const dimensions = Object.keys(declaration.dimensions) as DimensionId[]
  return scopesOf(declaration).flatMap((scope) =>
    [null, ...(isBrokenDown(declaration, basis, scope) ? dimensions : [])].map((by) => ({ scope, by })),
  )
}

/** Whether a line of an official table asks for nothing else of an indicator. */
export function isInFamily(
  declaration: Declaration,
  { basis, scope, at, filter = [] }: Partial<FigureQuestion>,
): boolean {
  const [first, ...more] = filter
  if ((at ?? DEFAULT_AT) !== DEFAULT_AT || more.length > 0) return false
  if (!first) return true
  const own = declaration.scope?.default ?? null
  return (
    first.in.length === 1 &&
    isBrokenDown(declaration, basis ?? declaration.bases[0]!, scope === undefined ? own : scope)
  )
}
