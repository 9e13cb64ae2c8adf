import type { Declaration, DimensionId, Side } from '../indicators/definition.ts'
import { isSensitive, type Address, type Counts, type Layers } from './layers.ts'
import { UNMARKED, type Cell, type Line } from './cell.ts'
import { isSome, layOut, makeCells, type Cells, type Layout } from './layout.ts'
import type { FigureFamily, Nesting } from './family.ts'
import type { Scope } from '@causeway/shared/series'
import { FOREIGN } from '@causeway/shared/unknown'

/** The cells of one period, every address with its own, and the sums between them that everybody knows. */
export function buildLines(
  declaration: Pick<Declaration, 'scope' | 'dimensions'>,
  layers: Layers,
  { places, nestings, given = [] }: Pick<FigureFamily, 'places' | 'nestings' | 'given'>,
  addresses: readonly Address[],
): { cells: Map<Address, Cell>; lines: Line[] } {
  const layout = layOut(declaration, places, addresses)
  const cells = makeCells(layout, layers, given, addresses)
  const sums = new Sums(layers)
  const { scopes, usual } = layout
  // The usual scope first: what has to be hidden in the others then follows it.
  for (const scope of scopes.toSorted((a, b) => Number(b === usual) - Number(a === usual))) {
    addCategories(sums, scope, layout, cells)
    addCountries(sums, scope, layout, cells)
    for (const nesting of nestings) addNested(sums, scope, layout, cells, nesting)
  }
  for (const [at, outer] of scopes.slice(1).entries()) addScopePair(sums, scopes[at]!, outer, layout, cells)
  return { cells: cells.of, lines: sums.lines }
}

/** The categories of a dimension are the whole. */
function addCategories(sums: Sums, scope: Scope | null, layout: Layout, cells: Cells): void {
  const whole = cells.find(scope, null, null)
  for (const dimension of layout.dimensions) {
    // Blocs overlap, and many countries are in none.
    if (dimension === 'bloc') continue
    const categories = layout.categoriesOf(scope, dimension).map((category) => cells.find(scope, dimension, category))
    // Who is of somewhere abroad is on no continent.
    if (dimension === 'continent' && layout.groups.includes(dimension))
      categories.push(cells.find(scope, 'country', FOREIGN))
    sums.add(whole, categories, sums.layersBy(layout.declaration.dimensions[dimension]), whole ? [whole] : [])
  }
}

/** The countries of a continent or bloc are all of it. */
function addCountries(sums: Sums, scope: Scope | null, layout: Layout, cells: Cells): void {
  for (const dimension of layout.groups)
    for (const category of layout.categoriesOf(scope, dimension)) {
      const group = cells.find(scope, dimension, category)!
      const countries = layout
        .membersInside(scope, dimension, category)
        .map((country) => cells.find(scope, 'country', country))
      sums.add(group, countries, sums.layersBy(layout.declaration.dimensions[dimension]), [group])
    }
}

/** The programmes of a department are all of it. */
function addNested(
  sums: Sums,
  scope: Scope | null,
  layout: Layout,
  cells: Cells,
  { inner, outer, outerOf }: Nesting,
): void {
  const inside = Map.groupBy(layout.categoriesOf(scope, inner), outerOf)
  for (const category of layout.categoriesOf(scope, outer)) {
    const group = cells.find(scope, outer, category)!
    const members = (inside.get(category) ?? []).map((member) => cells.find(scope, inner, member))
    sums.add(group, members, sums.layersBy(layout.declaration.dimensions[outer]), [group])
  }
}

/** What a scope and the narrower one inside it tell together: each cell of the wider is that of the narrower and what is between. */
function addScopePair(sums: Sums, inner: Scope | null, outer: Scope | null, layout: Layout, cells: Cells): void {
  const { declaration, scopesByCountry } = layout
  const dimensions = layout.dimensions.filter((one) => layout.hasTable(outer, one) && layout.hasTable(inner, one))
  const on = sums.layersBy(declaration.scope)
  /** In the wider scope and in the narrower one. */
  const cellsAt = (dimension: DimensionId | null, category: string | null) =>
    [cells.find(outer, dimension, category), cells.find(inner, dimension, category)] as const
  const categoriesOf = (dimension: DimensionId | null) =>
    dimension === null ? [null] : layout.categoriesOf(outer, dimension)

  // Where the scope acts on the numerator alone, what it is divided by is the same in every scope.
  const same = sums.layersBeside(declaration.scope)
  for (const dimension of same.length === 0 ? [] : [null, ...dimensions])
    for (const category of categoriesOf(dimension)) sums.equate(...cellsAt(dimension, category), same)
  addDifference(null, null)
  const [whole, part] = cellsAt(null, null)
  for (const dimension of dimensions) {
    if (dimension === 'country' && scopesByCountry) continue
    const differences = categoriesOf(dimension).map((category) => addDifference(dimension, category))
    // Together the differences are what the wider scope has more.
    if (whole && part && whole !== part && dimension !== 'bloc' && !layout.isGroupInScope(dimension))
      sums.add(whole, [part, ...differences], on, unusualFirst(whole, part))
  }

  /** The cell that is between, where no table shows it as such: to be protected all the same. */
  function addDifference(dimension: DimensionId | null, category: string | null): Cell | null {
    const [whole, part] = cellsAt(dimension, category)
    if (whole === part) return null
    // A category that the narrower scope lacks, or has nobody in, is its own difference.
    if (!whole || !part || !isSome(part.counts)) return whole
    const spare = unusualFirst(whole, part)
    const countries = countriesBetween(dimension, category)
    const latent = countries === null ? latentOf(whole, part, spare, on, sums.layers) : null
    sums.add(whole, [part, ...(countries ?? [latent])], on, spare)
    return latent
  }

  /** Where the breakdown by country tells what is between, its rows of that; null: it does not. */
  function countriesBetween(dimension: DimensionId | null, category: string | null): (Cell | null)[] | null {
    if (!scopesByCountry || !layout.hasCountriesOf(outer)) return null
    if (dimension !== null && !layout.isGroupInScope(dimension)) return null
    const countries = dimension === null ? layout.countries : layout.membersOf(dimension, category!)
    return countries
      .filter((country) => layout.isInside(outer, country) && !layout.isInside(inner, country))
      .map((country) => cells.find(outer, 'country', country))
  }
}

/** What is hidden first before the other. */
function unusualFirst(one: Cell, other: Cell): Cell[] {
  return [one, other].toSorted((a, b) => Number(a.usual) - Number(b.usual))
}

/** What a whole holds beside its part: in no table, and said by two that are. */
function latentOf(whole: Cell, part: Cell, behind: Cell[], on: readonly number[], layers: Layers): Cell {
  const counts: Counts = whole.counts.map((count, layer) => {
    const inside = part.counts[layer] ?? null
    return on.includes(layer) && count !== null && inside !== null ? Math.max(0, count - inside) : null
  })
  const sensitive = isSensitive(counts, layers)
  return { ...UNMARKED, key: `2/${whole.key}/${part.key}`, counts, sensitive, standing: 'latent', usual: false, behind }
}

/** The sums of one period that everybody knows, in the order in which they are found. */
export class Sums {
  readonly layers: Layers
  readonly lines: Line[] = []
  readonly #all: readonly number[]

  constructor(layers: Layers) {
    this.layers = layers
    this.#all = layers.names.map((_, layer) => layer)
  }

  /** Layers on which parts distinguished by this side of an indicator add up to their whole. */
  layersBy(side: Side | undefined): readonly number[] {
    const { numerator } = this.layers
    return numerator !== null && isOfNumerator(side) ? [numerator] : this.#all
  }

  /** Layers on which parts distinguished by this side are each as much as their whole. */
  layersBeside(side: Side | undefined): readonly number[] {
    const by = this.layersBy(side)
    return this.#all.filter((layer) => !by.includes(layer) && this.layers.names[layer] !== 'rest')
  }

  /** `spare`: what may be hidden when no child is left to hide, in this order. */
  add(parent: Cell | null, children: readonly (Cell | null)[], on: readonly number[], spare: Cell[]): void {
    const real = [...new Set(children)].filter((child): child is Cell => child !== null && child !== parent)
    if (parent !== null && real.length > 0)
      this.lines.push({ parent, children: real, layers: on, weight: this.#weightIn(on), spare })
  }

  equate(one: Cell | null, other: Cell | null, on: readonly number[]): void {
    const line = { children: [other!], layers: on, weight: this.#weightIn(on), spare: [], equation: true as const }
    if (one && other && one !== other) this.lines.push({ parent: one, ...line })
  }

  #weightIn(on: readonly number[]): number {
    return on.includes(this.layers.weight) ? this.layers.weight : on[0]!
  }
}

function isOfNumerator(side: Side | undefined): boolean {
  return typeof side === 'object' && !Array.isArray(side) && side.denominator === undefined
}
