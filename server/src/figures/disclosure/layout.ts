import type { Scope } from '@causeway/shared/series'
import { UNKNOWN } from '@causeway/shared/unknown'
import { type Declaration, type DimensionId, type Side, fieldOf } from '../indicators/definition.ts'
import { type Address, type Counts, isSensitive, lesser, type Layers } from './layers.ts'
import type { Places, GivenCell } from './family.ts'
import { UNMARKED, type Cell } from './cell.ts'

/** From the narrowest to the widest: each is inside the next. */
const SCOPES: (Scope | null)[] = ['ABROAD', 'BORDER', null]
const COUNTRY_GROUPS: DimensionId[] = ['continent', 'bloc']

export type Layout = ReturnType<typeof layOut>

/** Which tables there are of one period, and how scopes, continents and blocs share the countries in them. */
export function layOut(
  declaration: Pick<Declaration, 'scope' | 'dimensions'>,
  places: Places,
  addresses: readonly Address[],
) {
  const scopes = SCOPES.filter((scope) => addresses.some((address) => address.scope === scope))
  const countries = distinct(
    addresses.filter(({ dimension, counts }) => dimension === 'country' && isSome(counts)),
  ).toSorted()
  const { country } = declaration.dimensions
  const scopesByCountry = sameField(declaration.scope, country)
  const groups = COUNTRY_GROUPS.filter((id) => sameField(declaration.dimensions[id], country))
  const day = addresses[0]?.figure.period.end ?? ''
  const membersOf = remember((group: DimensionId, category: string): readonly string[] =>
    countries.filter((one) =>
      group === 'bloc'
        ? places.inBloc(category, one, day)
        : (one === UNKNOWN ? UNKNOWN : places.continentOf(one)) === category,
    ),
  )
  const outside = new Map(
    scopes.map((scope) => [scope, new Set(scope ? places.placesOutside(scope, places.home) : [])]),
  )
  const isInside = (scope: Scope | null, one: string): boolean => !outside.get(scope)!.has(one)
  const hasTable = remember((scope: Scope | null, dimension: DimensionId) =>
    addresses.some((one) => one.scope === scope && one.dimension === dimension),
  )
  return {
    declaration,
    /** The scope that the indicator has where none is asked. */
    usual: declaration.scope?.default ?? null,
    /** From the narrowest to the widest. */
    scopes,
    dimensions: (Object.keys(declaration.dimensions) as DimensionId[]).filter((id) =>
      addresses.some((one) => one.dimension === id),
    ),
    hasTable,
    /** Whether there is a table of all countries of a scope, if only of a wider one. */
    hasCountriesOf: (scope: Scope | null) =>
      scopes.slice(scopes.indexOf(scope)).some((wider) => hasTable(wider, 'country')),
    /** Those that have anybody. */
    countries,
    /** Whether a scope leaves out rows of the breakdown by country, and nothing else. */
    scopesByCountry,
    /** Dimensions whose categories are made of rows of the breakdown by country. */
    groups,
    categoriesOf: remember((scope: Scope | null, dimension: DimensionId): readonly string[] =>
      distinct(addresses.filter((one) => one.scope === scope && one.dimension === dimension)),
    ),
    /** Countries of a continent or bloc. */
    membersOf,
    isInside,
    membersInside: (scope: Scope | null, group: DimensionId, category: string): string[] =>
      membersOf(group, category).filter((one) => isInside(scope, one)),
    /** Whether a dimension is one of groups of countries, and a scope leaves out countries of them. */
    isGroupInScope: (dimension: DimensionId): boolean => scopesByCountry && groups.includes(dimension),
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

/** What would be shown beside a gap that is not of our making. */
const SHOWN_COUNTS = ['numerator', 'denominator', 'size', 'lost', 'recordCount', 'groupHeadcount'] as const

export type Cells = ReturnType<typeof makeCells>

/** The cells of one period. Addresses of which everybody knows that they hold the same share one. */
export function makeCells(layout: Layout, layers: Layers, given: readonly GivenCell[], addresses: readonly Address[]) {
  const { usual, scopes, dimensions, categoriesOf } = layout
  /** Every address with its own. */
  const of = new Map<Address, Cell>()
  const byKey = new Map<string, Cell>()
  const sameAs = representatives(scopes, addresses)
  const hiddenBefore = new Set<Cell>()
  for (const address of addresses) {
    const cell = take(address)
    cell.given ||= given.some((one) => isAt(one, address, usual))
    if (address.hidden) hiddenBefore.add(cell)
  }
  for (const cell of byKey.values()) {
    cell.sensitive &&= !cell.given
    if (cell.standing !== 'published' || cell.given) continue
    cell.veiled = !cell.sensitive && hiddenBefore.has(cell)
    cell.hidden = cell.sensitive || cell.veiled
  }
  findTwins()
  return { of, find }

  function find(scope: Scope | null, dimension: DimensionId | null, category: string | null): Cell | null {
    return byKey.get(keyOf({ scope, dimension, category })) ?? null
  }

  function take(address: Address): Cell {
    const key = keyOf(address)
    const { figure, counts, scope } = address
    const sensitive = isSensitive(counts, layers)
    const opaque = figure.value === null && SHOWN_COUNTS.some((name) => (figure[name] ?? 0) > 0)
    let cell = byKey.get(key)
    if (cell) {
      cell.counts = cell.counts.map((count, layer) => lesser(count, counts[layer] ?? null))
      cell.sensitive ||= sensitive
      cell.usual ||= scope === usual
      if (opaque) cell.standing = 'opaque'
    } else {
      const standing = opaque ? 'opaque' : 'published'
      cell = { ...UNMARKED, behind: [], key, counts, sensitive, standing, usual: scope === usual }
      byKey.set(key, cell)
    }
    of.set(address, cell)
    return cell
  }

  function keyOf({ scope, dimension, category }: Pick<Address, 'scope' | 'dimension' | 'category'>): string {
    if (dimension === null || category === null) return `0/${sameAs.get(scope)}`
    if (dimension === 'country' && layout.scopesByCountry)
      return `1/country/${category}/${layout.isInside(scope, category) ? 'inside' : scope}`
    if (layout.isGroupInScope(dimension))
      return `1/${dimension}/${category}/${layout.membersInside(scope, dimension, category).join()}`
    return `1/${dimension}/${category}/${sameAs.get(scope)}`
  }

  function findTwins(): void {
    if (!scopes.includes(usual)) return
    for (const scope of scopes.filter((one) => one !== usual))
      for (const dimension of dimensions)
        for (const category of categoriesOf(scope, dimension)) {
          const cell = find(scope, dimension, category)!
          const twin = find(usual, dimension, category)
          if (twin !== cell) cell.twin ??= twin
        }
  }
}

function isAt(given: GivenCell, { scope, dimension, category, figure }: Address, usual: Scope | null): boolean {
  return (
    given.year === figure.period.year &&
    (given.scope ?? usual) === scope &&
    given.dimension === dimension &&
    given.category === category
  )
}

/** Scopes whose wholes are the same count the same persons: nobody is in the one and not in the other. */
function representatives(scopes: readonly (Scope | null)[], addresses: readonly Address[]): Map<Scope | null, string> {
  const result = new Map<Scope | null, string>()
  const wholeOf = (scope: Scope | null) => {
    const whole = addresses.find((one) => one.scope === scope && one.category === null)
    return whole && JSON.stringify([whole.figure.value, whole.counts])
  }
  scopes.forEach((scope, at) => {
    const before = scopes[at - 1]
    const same = at > 0 && wholeOf(scope) !== undefined && wholeOf(scope) === wholeOf(before!)
    result.set(scope, same ? result.get(before!)! : (scope ?? 'ALL'))
  })
  return result
}
