import type { Scope } from '@causeway/shared/series'
import type { DimensionId } from '../indicators/definition.ts'
import type { Cell } from './cell.ts'
import type { Cells } from './cells.ts'
import { isSome, type Layout } from './layout.ts'
import type { Sums } from './sums.ts'
import { isSensitive, type Counts, type Layers } from './layers.ts'

/** What a scope and the narrower one inside it tell together: the places between them. */
export class ScopePair {
  readonly #inner: Scope | null
  readonly #outer: Scope | null
  readonly #layout: Layout
  readonly #cells: Cells

  constructor(inner: Scope | null, outer: Scope | null, layout: Layout, cells: Cells) {
    this.#inner = inner
    this.#outer = outer
    this.#layout = layout
    this.#cells = cells
  }

  /** Each cell of the wider scope is that of the narrower one and what is between. */
  addSums(sums: Sums): void {
    const { dimensions, declaration } = this.#layout
    this.#equate(sums)
    this.#addDifference(sums, null, null)
    const [whole, part] = this.#cellsAt(null, null)
    for (const dimension of dimensions) {
      if (dimension === 'country' && this.#layout.scopesByCountry) continue
      const differences = this.#categoriesOf(dimension).map((category) =>
        this.#addDifference(sums, dimension, category),
      )
      // Together the differences are what the wider scope has more.
      if (whole && part && whole !== part && dimension !== 'bloc' && !this.#layout.isGroupInScope(dimension))
        sums.add(whole, [part, ...differences], sums.layersBy(declaration.scope), unusualFirst(whole, part))
    }
  }

  /** Where the scope acts on the numerator alone, what it is divided by is the same in every scope. */
  #equate(sums: Sums): void {
    const { dimensions, declaration } = this.#layout
    const same = sums.layersBeside(declaration.scope)
    if (same.length === 0) return
    for (const dimension of [null, ...dimensions])
      for (const category of this.#categoriesOf(dimension)) sums.equate(...this.#cellsAt(dimension, category), same)
  }

  /** The cell that is between, where no table shows it as such: to be protected all the same. */
  #addDifference(sums: Sums, dimension: DimensionId | null, category: string | null): Cell | null {
    const [whole, part] = this.#cellsAt(dimension, category)
    if (whole === part) return null
    // A category that the narrower scope lacks, or has nobody in, is its own difference.
    if (!whole || !part || !isSome(part.counts)) return whole
    const on = sums.layersBy(this.#layout.declaration.scope)
    const spare = unusualFirst(whole, part)
    const countries = this.#countriesBetween(dimension, category)
    const latent = countries === null ? latentOf(whole, part, spare, on, sums.layers) : null
    sums.add(whole, [part, ...(countries ?? [latent])], on, spare)
    return latent
  }

  /** Where the breakdown by country tells what is between, its rows of that; null: it does not. */
  #countriesBetween(dimension: DimensionId | null, category: string | null): (Cell | null)[] | null {
    const layout = this.#layout
    if (!layout.scopesByCountry || !layout.dimensions.includes('country')) return null
    if (dimension !== null && !layout.isGroupInScope(dimension)) return null
    const countries = dimension === null ? layout.countries : layout.membersOf(dimension, category!)
    return countries
      .filter((country) => layout.isInside(this.#outer, country) && !layout.isInside(this.#inner, country))
      .map((country) => this.#cells.find(this.#outer, 'country', country))
  }

  /** In the wider scope and in the narrower one. */
  #cellsAt(dimension: DimensionId | null, category: string | null): [Cell | null, Cell | null] {
    return [this.#cells.find(this.#outer, dimension, category), this.#cells.find(this.#inner, dimension, category)]
  }

  #categoriesOf(dimension: DimensionId | null): readonly (string | null)[] {
    return dimension === null ? [null] : this.#layout.categoriesOf(this.#outer, dimension)
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
  return {
    key: `2/${whole.key}/${part.key}`,
    counts,
    sensitive: isSensitive(counts, layers),
    veiled: false,
    given: false,
    standing: 'latent',
    hidden: false,
    usual: false,
    twin: null,
    behind,
  }
}
