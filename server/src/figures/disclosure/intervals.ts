import { isUnknown, type Cell } from './cell.ts'
import { HeldCounts, type Count, type Relation, type Table } from './held-counts.ts'
import { FEWEST_PERSONS } from './layers.ts'
import { Polytope } from './polytope.ts'
import { roomOf, roundCount } from './rounding.ts'
import type { Constraint } from './solved-rows.ts'

/**
 * What sums say of every count of a cell, on all layers at once. Where some persons are in several parts the parts are no less than the
 * whole, and none is more than it. Cells may be hidden, and shown again, after it was made.
 */
export class Intervals {
  readonly #held: HeldCounts
  readonly #isRounded: boolean
  readonly #knowsGiven: boolean
  readonly #polytope: Polytope
  readonly #secrets: (Count & { at: number })[]

  /** @param knowsGiven of tables whose counts are rounded: whether what the law published is known unrounded */
  constructor(tables: readonly Table[], relations: readonly Relation[] = [], knowsGiven = true) {
    this.#held = new HeldCounts(tables, relations)
    this.#isRounded = tables.some(({ isRounded }) => isRounded)
    this.#knowsGiven = knowsGiven
    const { all, constraints, many } = this.#held
    // What counts are rounded to are numbers after all of them.
    const rounded = this.#isRounded ? all.map(({ value }) => roundCount(value)) : []
    this.#polytope = new Polytope(
      [...all.map(({ value }) => value), ...rounded],
      [...all.map(({ least }) => least), ...rounded.map(() => 0)],
      [...distinct([...constraints, ...this.#rounded()])],
      (at) => this.#isKnown(at),
    )
    // 0 is shown, and so is known of what is hidden where all of it is 0.
    this.#secrets = all.flatMap(({ counts, value }, at) =>
      value > 0 ? counts.filter((count) => !many.has(count)).map((count) => ({ ...count, at })) : [],
    )
  }

  /** The hidden counts that can be narrowed to fewer than four numbers, as far as `enough` of them; `isLeft`: not to be looked at. */
  narrow(isLeft: (count: Count) => boolean, enough = Number.POSITIVE_INFINITY): Count[] {
    const found: Count[] = []
    for (const secret of this.#secrets) {
      if (found.length >= enough) break
      const isSecret = secret.cell.hidden || secret.cell.sensitive || (this.#isRounded && this.#isRoundedSecret(secret))
      if (isSecret && !isLeft(secret) && !this.#polytope.isWide(secret.at)) found.push(secret)
    }
    return found
  }

  /** Whether nobody may know it though it is not hidden: it is rounded, or of few between two scopes. */
  #isRoundedSecret({ cell, at }: Count & { at: number }): boolean {
    if (cell.standing === 'latent') return this.#held.all[at]!.value < FEWEST_PERSONS
    return !isUnknown(cell) && !cell.given
  }

  /** How wide a count can be, up to four numbers. */
  widthOf({ cell, layer }: Count): number {
    return this.#polytope.widthOf(this.#held.placeOf(cell, layer)!)
  }

  /** How wide it would be if others were hidden too. */
  widthWith(count: Count, hidden: readonly Cell[]): number {
    for (const cell of hidden) this.hide(cell)
    const width = this.widthOf(count)
    for (const cell of hidden) this.show(cell)
    return width
  }

  /** The numbers that are known and that a count which is not wide follows from: of each the cells that tell it. */
  limitsOf({ cell, layer }: Count): Cell[][] {
    const own = this.#held.placeOf(cell, layer)!
    const limits = this.#isKnown(own) ? [own] : this.#polytope.limitsOf(own)
    return limits.map((at) => [...new Set(this.#countsOf(at).map((count) => count.cell))])
  }

  /** The cells that are other numbers where a count is as wide as it can be. */
  movedWith({ cell, layer }: Count): Set<Cell> {
    const moved = this.#polytope.movedWith(this.#held.placeOf(cell, layer)!)
    return new Set(moved.flatMap((at) => this.#countsOf(at).map((count) => count.cell)))
  }

  /** Whether a figure that is shown tells it. */
  isTold({ cell, layer }: Count): boolean {
    return this.#isKnown(this.#held.placeOf(cell, layer)!)
  }

  /** Whether anybody can work out all its counts, none of which is one of few. */
  isWorkedOut(cell: Cell): boolean {
    const own = this.#held.placesOf(cell).filter((at) => at !== undefined)
    const isOfFew = own.some((at) => this.#countsOf(at).some((count) => count.cell.sensitive))
    return !isOfFew && own.every((at) => this.#polytope.isFixed(at))
  }

  hide(cell: Cell): void {
    cell.hidden = true
    this.#look(cell)
  }

  show(cell: Cell): void {
    cell.hidden = false
    this.#look(cell)
  }

  #look(cell: Cell): void {
    for (const at of this.#held.placesOf(cell)) {
      if (at === undefined) continue
      const shown = this.#isRounded ? [at, this.#held.all.length + at] : [at]
      for (const one of shown) this.#polytope.setKnown(one, this.#isKnown(one))
    }
  }

  #isKnown(at: number): boolean {
    const isExact = this.#isRounded && at < this.#held.all.length
    const says = (count: Count) =>
      isExact ? count.cell.given && this.#knowsGiven : !this.#isRounded || !this.#held.rests.has(count)
    return this.#countsOf(at).some((count) => !isUnknown(count.cell) && says(count))
  }

  /** Those of a number, or of what it is rounded to. */
  #countsOf(at: number): readonly Count[] {
    const { all } = this.#held
    return all[at % all.length]!.counts
  }

  /** A count is near what it is rounded to. */
  #rounded(): Constraint[] {
    if (!this.#isRounded) return []
    const { all } = this.#held
    return all.flatMap(({ value }, at) => {
      const { less, more } = roomOf(value)
      const to = all.length + at
      const terms = (own: 1 | -1) => [[at, own] as const, [to, -own] as const]
      return [
        { terms: terms(1), most: more },
        { terms: terms(-1), most: less },
      ]
    })
  }
}

/** Without those that say nothing, and each once. */
function* distinct(constraints: readonly Constraint[]): Generator<Constraint> {
  const seen = new Set<string>()
  for (const { terms, most } of constraints) {
    const held = addUp(terms)
    if (held.length === 0) continue
    let name = String(most)
    for (const [at, times] of held) name += ` ${at} ${times}`
    if (seen.has(name)) continue
    seen.add(name)
    yield { terms: held, most }
  }
}

/** Each number once, in order. */
function addUp(terms: Constraint['terms']): Constraint['terms'] {
  const held: [at: number, times: number][] = []
  for (const [at, times] of terms.toSorted(([a], [b]) => a - b)) {
    const last = held.at(-1)
    if (last?.[0] === at) last[1] += times
    else held.push([at, times])
  }
  return held.filter(([, times]) => times !== 0)
}
