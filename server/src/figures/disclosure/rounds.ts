import { fieldOf, type Declaration, type DimensionId } from '../indicators/definition.ts'
import { placeOf, type Address, isSensitive, layersOf, lesser, type Counts } from './layers.ts'
import { buildLines } from './build-lines.ts'
import type { Cell } from './cell.ts'
import type { PersonClass } from './disclosure-class.ts'
import type { FigureFamily, GivenCell, Beside, FigureTable } from './family.ts'
import { protect } from './protect.ts'
import type { Scope } from '@causeway/shared/series'
import { countNamed, type CountName } from './shown-counts.ts'

export type Outcome = Pick<Cell, 'hidden' | 'standing'>

/** What is hidden of one period, in rounds that each see other counts of the same cells: what one hides the next ones know. */
export class Rounds {
  readonly #declaration: Pick<Declaration, 'scope' | 'dimensions'>
  readonly #kind: PersonClass
  readonly #family: FigureFamily
  readonly #givens: readonly (readonly GivenCell[])[]

  constructor(declaration: Pick<Declaration, 'scope' | 'dimensions'>, kind: PersonClass, family: FigureFamily) {
    this.#declaration = declaration
    this.#kind = kind
    this.#family = family
    const given = family.given ?? []
    const whole = given.filter((one) => one.whole)
    // What is hidden in either case: with what is given whole in mind, and as though all were given of which something is.
    this.#givens = whole.length === given.length ? [whole] : [whole, given]
  }

  /** Of each cell, in the order given. `hidden` of a cell: hidden already, for a reason of elsewhere. */
  of(addresses: readonly Address[], days: readonly Day[]): Outcome[] {
    const under =
      this.#kind === 'rate' && this.#family.sharesDenominator ? this.#hiddenUnder(addresses) : new Set<string>()
    const asked = addresses.map((address) => ({
      ...address,
      hidden: address.hidden === true || (this.#isDivided(address) && under.has(this.#placeUnder(address))),
    }))
    const outcomes = this.#runAll(asked)
    const hide = (at: number) => {
      const isNew = !outcomes[at]!.hidden
      outcomes[at]!.hidden = true
      return isNew
    }
    const known = () => addresses.map((address, at) => ({ ...address, hidden: outcomes[at]!.hidden }))
    // What another day hides would be known by what is beside it on this one, and what is hidden for that by the other days.
    for (let isNew = days.length > 0; isNew;) {
      isNew = false
      for (const day of days) for (const at of this.#toldBeside(day, known())) isNew = hide(at) || isNew
      if (isNew) for (const [at, { hidden }] of this.#runAll(known()).entries()) if (hidden) hide(at)
    }
    return outcomes
  }

  /** Which of the cells together with those of another day tell of few. */
  #toldBeside(day: Day, known: readonly Address[]): number[] {
    const steps = stepsFrom(day, known, this.#declaration.scope?.default ?? null)
    const beside = steps.filter((step) => step !== null)
    const kind = day.own === null ? this.#kind : 'persons'
    if (!beside.some(({ counts }) => isSensitive(counts, layersOf(kind)))) return []
    const outcomes = new Map(this.#runAll(beside, kind).map((outcome, at) => [beside[at]!, outcome]))
    // What the other day hides need not be hidden here.
    return steps.flatMap((step, at) => (step && !step.hidden && outcomes.get(step)!.hidden ? [at] : []))
  }

  /** With either of what is given. */
  #runAll(addresses: readonly Address[], kind = this.#kind): Outcome[] {
    const runs = this.#givens.map((given) => this.#run(addresses, given, kind))
    return addresses.map((_, at) => ({
      standing: runs[0]![at]!.standing,
      hidden: runs.some((run) => run[at]!.hidden),
    }))
  }

  /**
   * What a rate is divided by is judged by itself, and by nothing else: rates over the same persons then have the same of them hidden.
   * Where the scope is of the numerator alone it is the same in every scope.
   */
  #hiddenUnder(addresses: readonly Address[]): Set<string> {
    const usual = this.#declaration.scope?.default ?? null
    const hidden = new Set<string>()
    const under = addresses
      .filter((address) => this.#isDivided(address) && (this.#dividesByScope() || address.scope === usual))
      .map((address) => {
        const { value, denominator, size } = address.figure
        const figure = { ...address.figure, value: value === null ? null : denominator }
        return { ...address, figure, counts: [lesser(denominator, size)], hidden: false }
      })
    for (const given of this.#givens)
      for (const [at, cell] of this.#run(under, given, 'mean').entries())
        if (cell.hidden) hidden.add(this.#placeUnder(under[at]!))
    return hidden
  }

  #placeUnder({ scope, ...place }: Address): string {
    return placeOf({ ...place, scope: this.#dividesByScope() ? scope : null }, this.#declaration.scope?.default ?? null)
  }

  #dividesByScope(): boolean {
    const { scope } = this.#declaration
    return scope !== undefined && fieldOf(scope, 'denominator') !== null
  }

  /** Whether the category is under the line too, and not the whole. */
  #isDivided({ dimension }: Pick<Address, 'dimension'>): boolean {
    const side = dimension === null ? undefined : this.#declaration.dimensions[dimension as DimensionId]
    return side === undefined || fieldOf(side, 'denominator') !== null
  }

  #run(addresses: readonly Address[], given: readonly GivenCell[], kind: PersonClass): Cell[] {
    const layers = layersOf(kind)
    const { cells, lines } = buildLines(this.#declaration, layers, { ...this.#family, given }, addresses)
    protect(lines, layers)
    return addresses.map((address) => cells.get(address)!)
  }
}

/** What else is shown of the same cells: by place, what was counted, and what the public does not see of it. */
export interface Day {
  counts: ReadonlyMap<string, Counts>
  hidden: ReadonlySet<string>
  /** Of which scopes and dimensions there are tables. */
  tables: ReadonlySet<string>
  /** The one count that is beside them; null: each is beside its like. */
  own: CountName | null
}

export function toDay(
  exact: readonly Address[],
  { shown, counts }: Pick<Beside, 'shown' | 'counts'>,
  usual: Scope | null,
): Day {
  const hidden = shown.flatMap(({ scope, dimension, figures }) =>
    figures
      .filter(({ gap }) => gap === 'SUPPRESSED')
      .map(({ category }) => placeOf({ scope, dimension: category === null ? null : dimension, category }, usual)),
  )
  return {
    counts: new Map(
      exact
        .map((address) => (counts ? withOne(address, counts.theirs) : address))
        .map((address) => [placeOf(address, usual), countsBy(address)]),
    ),
    hidden: new Set(hidden),
    tables: new Set(shown.map((table) => tableOf(table, usual))),
    own: counts?.own ?? null,
  }
}

/** The one count is all that is looked at, and a number of persons is its own size. */
function withOne(address: Address, name: CountName): Address {
  const count = countNamed(name, address.figure)
  return { ...address, counts: [count, count] }
}

const tableOf = ({ scope, dimension }: Pick<FigureTable, 'scope' | 'dimension'>, usual: Scope | null) =>
  JSON.stringify([scope ?? usual, dimension])

/** Where nothing was recorded yet, nobody had come; another gap that is not of our making says nothing of how many. */
function countsBy({ figure, counts }: Address): Counts {
  if (figure.value !== null || counts.every((count) => count === 0)) return counts
  return counts.map(() => (figure.gap === 'NO_RECORDS' ? 0 : null))
}

/** The same cells with what is between in place of what there is: it adds up along the same sums. Null: there is nothing beside. */
export function stepsFrom(day: Day, addresses: readonly Address[], usual: Scope | null): (Address | null)[] {
  return addresses.map((address) => {
    if (!day.tables.has(tableOf(address, usual))) return null
    const place = placeOf(address, usual)
    const before = day.counts.get(place)
    const own = day.own === null ? address : withOne(address, day.own)
    const counts = own.counts.map((count, layer) => {
      const then = before ? before[layer]! : 0
      return count === null || then === null ? null : Math.abs(count - then)
    })
    return { ...address, counts, hidden: address.hidden === true || day.hidden.has(place) }
  })
}
