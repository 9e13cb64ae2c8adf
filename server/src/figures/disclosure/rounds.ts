import { fieldOf, type Declaration, type DimensionId } from '../indicators/definition.ts'
import { placeOf, type Address } from './address.ts'
import { buildLines } from './build-lines.ts'
import type { Cell } from './cell.ts'
import type { PersonClass } from './disclosure-class.ts'
import type { FigureFamily, GivenCell } from './family.ts'
import { isSensitive, layersOf, lesser } from './layers.ts'
import { protect } from './protect.ts'
import { stepsFrom, type Day } from './steps.ts'

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
