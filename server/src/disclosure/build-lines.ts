import type { Figure } from '@causeway/shared/figure'
import type { Scope } from '@causeway/shared/series'
import type { Declaration, DimensionId, Side } from '../indicators/definition.ts'
import { fieldOf } from '../indicators/side.ts'
import type { Cell, Line } from './cell.ts'
import type { FigureFamily, GivenCell } from './family.ts'
import { latentOf } from './latent-cell.ts'
import { isSensitive, lesser, type Counts, type Layers } from './layers.ts'

/** A figure of one period with the question it answers. */
export interface Address {
  /** As counted: the indicator's own where none was asked. */
  scope: Scope | null
  dimension: DimensionId | null
  category: string | null
  figure: Figure
  counts: Counts
  /** Hidden for a reason that these counts do not show. */
  hidden?: boolean
}

/** Where a cell stands among those of its year. */
export function placeOf(
  { scope, dimension, category }: { scope: Scope | null; dimension: string | null; category: string | null },
  usual: Scope | null,
): string {
  return JSON.stringify([scope ?? usual, dimension, category])
}

/** From the narrowest to the widest: each lies inside the next. */
const SCOPES: (Scope | null)[] = ['ABROAD', 'BORDER', null]
const COUNTRY_GROUPS: DimensionId[] = ['continent', 'bloc']
const UNKNOWN = 'unknown'
/** What would be shown beside a gap that is not of our making. */
const SHOWN_COUNTS = ['numerator', 'denominator', 'size', 'lost', 'recordCount', 'groupHeadcount'] as const

/** The cells of one period, every address with its own, and the sums between them that everybody knows. */
export function buildLines(
  declaration: Pick<Declaration, 'scope' | 'dimensions'>,
  layers: Layers,
  { places, nestings, given = [] }: Pick<FigureFamily, 'places' | 'nestings' | 'given'>,
  addresses: readonly Address[],
): { cells: Map<Address, Cell>; lines: Line[] } {
  const usual = declaration.scope?.default ?? null
  const all = layers.names.map((_, layer) => layer)
  const scopes = SCOPES.filter((scope) => addresses.some((address) => address.scope === scope))
  const outside = new Map(
    scopes.map((scope) => [scope, new Set(scope ? places.placesOutside(scope, places.home) : [])]),
  )
  const onCountry = sameField(declaration.scope, declaration.dimensions.country)
  const groups = COUNTRY_GROUPS.filter((id) => sameField(declaration.dimensions[id], declaration.dimensions.country))

  const countries = [
    ...new Set(
      addresses
        .filter((one) => one.dimension === 'country' && one.category !== null && isSome(one.counts))
        .map((one) => one.category!),
    ),
  ].toSorted()
  const day = addresses[0]?.figure.period.end ?? ''
  const isMember = (dimension: DimensionId, group: string, country: string) =>
    dimension === 'bloc'
      ? places.inBloc(group, country, day)
      : country === UNKNOWN
        ? group === UNKNOWN
        : places.continentOf(country) === group
  const membersOf = remember((dimension: DimensionId, group: string) =>
    countries.filter((country) => isMember(dimension, group, country)),
  )
  const insideScope = (scope: Scope | null, country: string) => !outside.get(scope)!.has(country)
  const membersInside = (scope: Scope | null, dimension: DimensionId, group: string) =>
    membersOf(dimension, group).filter((country) => insideScope(scope, country))
  const sameAs = representatives(scopes, addresses)

  const keyOf = ({ scope, dimension, category }: Pick<Address, 'scope' | 'dimension' | 'category'>): string => {
    if (category === null) return `0/${sameAs.get(scope)}`
    if (dimension === 'country' && onCountry)
      return `1/country/${category}/${insideScope(scope, category) ? 'inside' : scope}`
    if (groups.includes(dimension!) && onCountry)
      return `1/${dimension}/${category}/${membersInside(scope, dimension!, category).join()}`
    return `1/${dimension}/${category}/${sameAs.get(scope)}`
  }

  const byKey = new Map<string, Cell>()
  const hiddenBefore = new Set<string>()
  const cells = new Map<Address, Cell>()
  for (const address of addresses) {
    const key = keyOf(address)
    const { figure, counts } = address
    const opaque = figure.value === null && SHOWN_COUNTS.some((name) => (figure[name] ?? 0) > 0)
    const cell = byKey.get(key)
    if (cell) {
      cell.counts = cell.counts.map((count, layer) => lesser(count, counts[layer] ?? null))
      cell.sensitive ||= isSensitive(counts, layers)
      cell.usual ||= address.scope === usual
      if (opaque) cell.standing = 'opaque'
    } else {
      byKey.set(key, {
        key,
        counts,
        sensitive: isSensitive(counts, layers),
        veiled: false,
        given: false,
        standing: opaque ? 'opaque' : 'published',
        hidden: false,
        usual: address.scope === usual,
        twin: null,
        behind: [],
      })
    }
    const own = byKey.get(key)!
    own.given ||= given.some((one) => isAt(one, address, usual))
    if (address.hidden) hiddenBefore.add(key)
    cells.set(address, own)
  }
  for (const cell of byKey.values()) cell.sensitive &&= !cell.given
  for (const cell of byKey.values()) {
    if (cell.standing !== 'published' || cell.given) continue
    cell.veiled = !cell.sensitive && hiddenBefore.has(cell.key)
    cell.hidden = cell.sensitive || cell.veiled
  }

  const find = (scope: Scope | null, dimension: DimensionId | null, category: string | null) =>
    byKey.get(keyOf({ scope, dimension, category })) ?? null
  const layersIn = (...sides: (Side | undefined)[]) =>
    layers.numerator !== null && sides.some(isOfNumerator) ? [layers.numerator] : all
  const weightIn = (on: readonly number[]) => (on.includes(layers.weight) ? layers.weight : on[0]!)
  const lines: Line[] = []
  const add = (parent: Cell | null, children: (Cell | null)[], on: readonly number[], spare: Cell[]) => {
    const real = [...new Set(children)].filter((child): child is Cell => child !== null && child !== parent)
    if (parent !== null && real.length > 0)
      lines.push({ parent, children: real, layers: on, weight: weightIn(on), spare })
  }

  // The usual scope first: what has to be hidden in the others then follows it.
  const inOrder = scopes.toSorted((a, b) => Number(b === usual) - Number(a === usual))
  const dimensions = (Object.keys(declaration.dimensions) as DimensionId[]).filter((id) =>
    addresses.some((one) => one.dimension === id),
  )
  const categoriesOf = remember((scope: Scope | null, dimension: DimensionId) => [
    ...new Set(
      addresses
        .filter((one) => one.scope === scope && one.dimension === dimension && one.category !== null)
        .map((one) => one.category!),
    ),
  ])
  for (const scope of inOrder) {
    const total = find(scope, null, null)
    for (const dimension of dimensions) {
      const categories = categoriesOf(scope, dimension)
      if (scope !== usual && scopes.includes(usual)) {
        for (const category of categories) {
          const cell = find(scope, dimension, category)!
          const twin = find(usual, dimension, category)
          if (twin !== cell) cell.twin ??= twin
        }
      }
      // Blocs overlap, and many countries are in none.
      if (dimension === 'bloc') continue
      const children = categories.map((category) => find(scope, dimension, category))
      add(total, children, layersIn(declaration.dimensions[dimension]), total ? [total] : [])
    }
    for (const dimension of groups) {
      for (const category of categoriesOf(scope, dimension)) {
        const group = find(scope, dimension, category)!
        add(
          group,
          membersInside(scope, dimension, category).map((country) => find(scope, 'country', country)),
          layersIn(declaration.dimensions[dimension]),
          [group],
        )
      }
    }
    for (const { inner, outer, outerOf } of nestings) {
      const inside = Map.groupBy(categoriesOf(scope, inner), outerOf)
      for (const category of categoriesOf(scope, outer)) {
        const group = find(scope, outer, category)!
        const members = (inside.get(category) ?? []).map((member) => find(scope, inner, member))
        add(group, members, layersIn(declaration.dimensions[outer]), [group])
      }
    }
  }

  // Where the scope acts on the numerator alone, what it is divided by is the same in every scope.
  const same = all.filter((layer) => !layersIn(declaration.scope).includes(layer) && layers.names[layer] !== 'rest')
  const pairs = scopes.slice(1).map((outer, at) => [scopes[at]!, outer] as const)
  for (const [inner, outer] of pairs) {
    const on = layersIn(declaration.scope)
    const between = countries.filter((country) => insideScope(outer, country) && !insideScope(inner, country))
    const join = (dimension: DimensionId | null, category: string | null): Cell | null => {
      const whole = find(outer, dimension, category)
      const part = find(inner, dimension, category)
      if (whole === part) return null
      // A category that the narrower scope lacks, or has nobody in, is its own difference.
      if (!whole || !part || !isSome(part.counts)) return whole
      const group = dimension !== null && groups.includes(dimension) ? dimension : null
      const told = onCountry && dimensions.includes('country') && (dimension === null || group !== null)
      const spare = [whole, part].toSorted((a, b) => Number(a.usual) - Number(b.usual))
      const rest = told
        ? between
            .filter((country) => group === null || membersOf(group, category!).includes(country))
            .map((country) => find(outer, 'country', country))
        : [latentOf(whole, part, spare, on, layers)]
      add(whole, [part, ...rest], on, spare)
      return told ? null : rest[0]!
    }
    for (const dimension of same.length > 0 ? [null, ...dimensions] : []) {
      for (const category of dimension === null ? [null] : categoriesOf(outer, dimension)) {
        const [wider, narrower] = [find(outer, dimension, category), find(inner, dimension, category)]
        if (wider && narrower && wider !== narrower)
          lines.push({
            parent: wider,
            children: [narrower],
            layers: same,
            weight: weightIn(same),
            spare: [],
            equation: true,
          })
      }
    }
    join(null, null)
    const [whole, part] = [find(outer, null, null), find(inner, null, null)]
    for (const dimension of dimensions) {
      if (dimension === 'country' && onCountry) continue
      const differences = categoriesOf(outer, dimension).map((category) => join(dimension, category))
      // Together the differences are what the wider scope has more.
      if (whole && part && whole !== part && dimension !== 'bloc' && !(groups.includes(dimension) && onCountry)) {
        add(
          whole,
          [part, ...differences],
          on,
          [whole, part].toSorted((a, b) => Number(a.usual) - Number(b.usual)),
        )
      }
    }
  }
  return { cells, lines }
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
function representatives(scopes: (Scope | null)[], addresses: readonly Address[]): Map<Scope | null, string> {
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

function isSome(counts: Counts): boolean {
  return counts.some((count) => count !== null && count > 0)
}

function isOfNumerator(side: Side | undefined): boolean {
  return typeof side === 'object' && !Array.isArray(side) && side.denominator === undefined
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
