import type { Scope } from '@causeway/shared/series'
import type { DimensionId } from '../indicators/definition.ts'
import type { Address } from './address.ts'
import type { Cell } from './cell.ts'
import type { GivenCell } from './family.ts'
import { isSensitive, lesser, type Layers } from './layers.ts'
import type { Layout } from './layout.ts'

/** What would be shown beside a gap that is not of our making. */
const SHOWN_COUNTS = ['numerator', 'denominator', 'size', 'lost', 'recordCount', 'groupHeadcount'] as const

/** The cells of one period. Addresses of which everybody knows that they hold the same share one. */
export class Cells {
  /** Every address with its own. */
  readonly of = new Map<Address, Cell>()
  readonly #layout: Layout
  readonly #sameAs: ReadonlyMap<Scope | null, string>
  readonly #byKey = new Map<string, Cell>()

  constructor(layout: Layout, layers: Layers, given: readonly GivenCell[], addresses: readonly Address[]) {
    this.#layout = layout
    this.#sameAs = representatives(layout.scopes, addresses)
    const hiddenBefore = new Set<Cell>()
    for (const address of addresses) {
      const cell = this.#take(address, layers)
      cell.given ||= given.some((one) => isAt(one, address, layout.usual))
      if (address.hidden) hiddenBefore.add(cell)
    }
    for (const cell of this.#byKey.values()) {
      cell.sensitive &&= !cell.given
      if (cell.standing !== 'published' || cell.given) continue
      cell.veiled = !cell.sensitive && hiddenBefore.has(cell)
      cell.hidden = cell.sensitive || cell.veiled
    }
    this.#findTwins()
  }

  find(scope: Scope | null, dimension: DimensionId | null, category: string | null): Cell | null {
    return this.#byKey.get(this.#keyOf({ scope, dimension, category })) ?? null
  }

  #take(address: Address, layers: Layers): Cell {
    const key = this.#keyOf(address)
    const { figure, counts, scope } = address
    const sensitive = isSensitive(counts, layers)
    const usual = scope === this.#layout.usual
    const opaque = figure.value === null && SHOWN_COUNTS.some((name) => (figure[name] ?? 0) > 0)
    let cell = this.#byKey.get(key)
    if (cell) {
      cell.counts = cell.counts.map((count, layer) => lesser(count, counts[layer] ?? null))
      cell.sensitive ||= sensitive
      cell.usual ||= usual
      if (opaque) cell.standing = 'opaque'
    } else {
      const standing = opaque ? 'opaque' : 'published'
      const unmarked = { veiled: false, given: false, hidden: false, twin: null, behind: [] }
      cell = { ...unmarked, key, counts, sensitive, standing, usual }
      this.#byKey.set(key, cell)
    }
    this.of.set(address, cell)
    return cell
  }

  #keyOf({ scope, dimension, category }: Pick<Address, 'scope' | 'dimension' | 'category'>): string {
    const layout = this.#layout
    if (dimension === null || category === null) return `0/${this.#sameAs.get(scope)}`
    if (dimension === 'country' && layout.scopesByCountry)
      return `1/country/${category}/${layout.isInside(scope, category) ? 'inside' : scope}`
    if (layout.isGroupInScope(dimension))
      return `1/${dimension}/${category}/${layout.membersInside(scope, dimension, category).join()}`
    return `1/${dimension}/${category}/${this.#sameAs.get(scope)}`
  }

  #findTwins(): void {
    const { usual, scopes, dimensions, categoriesOf } = this.#layout
    if (!scopes.includes(usual)) return
    for (const scope of scopes.filter((one) => one !== usual))
      for (const dimension of dimensions)
        for (const category of categoriesOf(scope, dimension)) {
          const cell = this.find(scope, dimension, category)!
          const twin = this.find(usual, dimension, category)
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
