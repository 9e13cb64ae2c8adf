import type { Scope } from '@causeway/shared/series'
import { UNKNOWN } from '@causeway/shared/unknown'
import { type Declaration, type DimensionId, type Side, fieldOf } from '../indicators/definition.ts'
import type { Address } from './address.ts'
import type { Places } from './family.ts'
import type { Counts } from './layers.ts'

/** From the narrowest to the widest: each is inside the next. */
const SCOPES: (Scope | null)[] = ['ABROAD', 'BORDER', null]
const COUNTRY_GROUPS: DimensionId[] = ['continent', 'bloc']

/** Which tables there are of one period, and how scopes, continents and blocs share the countries in them. */
export class Layout {
  readonly declaration: Pick<Declaration, 'scope' | 'dimensions'>
  /** The scope that the indicator has where none is asked. */
  readonly usual: Scope | null
  /** From the narrowest to the widest. */
  readonly scopes: readonly (Scope | null)[]
  readonly dimensions: readonly DimensionId[]
  /** Those that have anybody. */
  readonly countries: readonly string[]
  /** Whether a scope leaves out rows of the breakdown by country, and nothing else. */
  readonly scopesByCountry: boolean
  /** Dimensions whose categories are made of rows of the breakdown by country. */
  readonly groups: readonly DimensionId[]
  readonly categoriesOf: (scope: Scope | null, dimension: DimensionId) => readonly string[]
  /** Countries of a continent or bloc. */
  readonly membersOf: (group: DimensionId, category: string) => readonly string[]
  readonly #outside: ReadonlyMap<Scope | null, ReadonlySet<string>>

  constructor(declaration: Pick<Declaration, 'scope' | 'dimensions'>, places: Places, addresses: readonly Address[]) {
    this.declaration = declaration
    this.usual = declaration.scope?.default ?? null
    this.scopes = SCOPES.filter((scope) => addresses.some((address) => address.scope === scope))
    this.dimensions = (Object.keys(declaration.dimensions) as DimensionId[]).filter((id) =>
      addresses.some((one) => one.dimension === id),
    )
    this.countries = distinct(
      addresses.filter(({ dimension, counts }) => dimension === 'country' && isSome(counts)),
    ).toSorted()
    const { country } = declaration.dimensions
    this.scopesByCountry = sameField(declaration.scope, country)
    this.groups = COUNTRY_GROUPS.filter((id) => sameField(declaration.dimensions[id], country))
    this.categoriesOf = remember((scope, dimension) =>
      distinct(addresses.filter((one) => one.scope === scope && one.dimension === dimension)),
    )
    const day = addresses[0]?.figure.period.end ?? ''
    this.membersOf = remember((group, category) =>
      this.countries.filter((one) =>
        group === 'bloc'
          ? places.inBloc(category, one, day)
          : (one === UNKNOWN ? UNKNOWN : places.continentOf(one)) === category,
      ),
    )
    this.#outside = new Map(
      this.scopes.map((scope) => [scope, new Set(scope ? places.placesOutside(scope, places.home) : [])]),
    )
  }

  isInside(scope: Scope | null, country: string): boolean {
    return !this.#outside.get(scope)!.has(country)
  }

  membersInside(scope: Scope | null, group: DimensionId, category: string): string[] {
    return this.membersOf(group, category).filter((country) => this.isInside(scope, country))
  }

  /** Whether a dimension is one of groups of countries, and a scope leaves out countries of them. */
  isGroupInScope(dimension: DimensionId): boolean {
    return this.scopesByCountry && this.groups.includes(dimension)
  }
}

export function isSome(counts: Counts): boolean {
  return counts.some((count) => count !== null && count > 0)
}

function distinct(addresses: readonly Address[]): string[] {
  return [...new Set(addresses.map(({ category }) => category).filter((category) => category !== null))]
}

function sameField(one: Side | undefined, other: Side | undefined): boolean {
  const named = (side: Side) => JSON.stringify(fieldOf(side, 'numerator'))
  return one !== undefined && other !== undefined && named(one) === named(other)
}

/** Answers what was asked before from memory. */
function remember<A, B, Answer>(answer: (a: A, b: B) => Answer): (a: A, b: B) => Answer {
  const answers = new Map<A, Map<B, Answer>>()
  return (a, b) => {
    const known = answers.get(a) ?? new Map<B, Answer>()
    if (!answers.has(a)) answers.set(a, known)
    if (!known.has(b)) known.set(b, answer(a, b))
    return known.get(b)!
  }
}
