import { solveRows, type Constraint } from './solved-rows.ts'
import { SeenAnswers } from './seen-answers.ts'
import { NEAR, timesIn, type Row } from './sparse-row.ts'
import { NONE, TurnedRows } from './turned-rows.ts'

/** Highest less lowest of the four numbers that a hidden count can be at least. */
export const WIDE = 3

/** Steps after which the first way is taken instead of the best, so that none is gone in a circle, and after which none is. */
const BEST_STEPS = 40
const MOST_STEPS = 60

/**
 * All that some counts can be, as far as anybody knows who knows some of them, the least that each is and how they add up. What they
 * are is one of the answers, and others are walked to from it, from corner to corner (the simplex method): a count that is four numbers
 * on the way can be four. Only answers in whole numbers count. Each walk begins with what they are, and the answers that were seen are
 * remembered, so that a count that becomes known, or unknown again, costs little.
 */
export class Polytope {
  /** What they are, and what they are on the way. */
  readonly #start: Float64Array
  readonly #values: Float64Array
  readonly #least: Float64Array
  readonly #isKnown: Uint8Array
  readonly #asked: number
  readonly #sums: TurnedRows
  readonly #moved = new Set<number>()
  readonly #seen: SeenAnswers
  /** Of a number that is not wide how often one had become unknown when that was found. */
  readonly #narrowAt: Int32Array
  #opened = 0
  /** How often one had become known or unknown when all that a number can be was looked for. */
  readonly #lookedAt: Int32Array
  #changes = 0

  /** @param isKnown which of them are known at first */
  constructor(
    values: readonly number[],
    least: readonly number[],
    constraints: readonly Constraint[],
    isKnown: (at: number) => boolean = () => false,
  ) {
    this.#asked = values.length
    const left = constraints.flatMap(({ terms, most }) =>
      most === null ? [] : [terms.reduce((rest, [at, times]) => rest - times * values[at]!, most)],
    )
    this.#start = Float64Array.from([...values, ...left])
    const { length } = this.#start
    this.#least = new Float64Array(length)
    this.#least.set(least)
    this.#isKnown = Uint8Array.from(this.#start, (_, at) => Number(at < values.length && isKnown(at)))
    this.#sums = new TurnedRows(length, solveRows(values.length, constraints, isKnown))
    this.#values = this.#start.slice()
    this.#seen = new SeenAnswers(values.length)
    this.#narrowAt = new Int32Array(values.length).fill(NONE)
    this.#lookedAt = new Int32Array(values.length).fill(NONE)
  }

  /** Whether it can be at least four numbers. */
  isWide(at: number): boolean {
    return this.#seen.widthOf(at) >= WIDE || (this.#narrowAt[at] !== this.#opened && this.widthOf(at) >= WIDE)
  }

  /** Highest less lowest, as far as four. */
  widthOf(at: number): number {
    for (const way of [1, -1] as const) {
      if (this.#lookedAt[at] === this.#changes || this.#seen.widthOf(at) >= WIDE || this.#isKnown[at] === 1) break
      this.#walk(at, way)
      this.#goBack()
    }
    this.#lookedAt[at] = this.#changes
    if (this.#seen.widthOf(at) < WIDE) this.#narrowAt[at] = this.#opened
    return this.#seen.widthOf(at)
  }

  /** The numbers that everybody knows and that one that is not wide follows from. */
  limitsOf(at: number): number[] {
    const limits = new Set<number>()
    for (const way of [1, -1] as const) {
      const own = this.#walk(at, way) ? this.#sums.rowOf(at) : NONE
      if (own !== NONE)
        for (const column of this.#sums.rowAt(own).at) if (this.#isKnown[column] === 1) limits.add(column)
      this.#goBack()
    }
    this.#lookedAt[at] = this.#changes
    return [...limits]
  }

  /** Whether it can be nothing else than what it is. */
  isFixed(at: number): boolean {
    return ([1, -1] as const).every((way) => {
      const isEnd = this.#walk(at, way)
      const moved = Math.abs(this.#values[at]! - this.#start[at]!)
      this.#goBack()
      return isEnd && moved <= NEAR
    })
  }

  /** The numbers that are other ones where it is lowest, or highest. */
  movedWith(at: number): number[] {
    return this.#seen.movedWith(at)
  }

  /** Says that everybody knows a number from now on, or nobody. */
  setKnown(at: number, isKnown: boolean): void {
    if (this.#isKnown[at] === Number(isKnown)) return
    this.#isKnown[at] = Number(isKnown)
    this.#changes++
    if (!isKnown) this.#opened++
    this.#seen.setKnown(at, isKnown)
  }

  /** Makes it as great, or as little, as it has to be. Whether it came to an end: it can be no more, or no less. */
  #walk(at: number, way: 1 | -1): boolean {
    for (let steps = 0; steps <= MOST_STEPS; steps++) {
      const own = this.#sums.rowOf(at)
      const row = own === NONE ? null : this.#sums.rowAt(own)
      const next = row ? this.#findWay(row, at, way, steps < BEST_STEPS) : { column: at, way, rate: 1 }
      if (!next || (next.column === at && way < 0 && this.#room(at) <= NEAR)) return true
      const column = this.#sums.columnAt(next.column)
      const blocking = this.#move(next, column)
      if (blocking === NONE) this.#lookFromStart(next, column)
      if (this.#seen.widthOf(at) >= WIDE) return false
      if (blocking !== NONE) this.#sums.turn(blocking, next.column, column)
    }
    return false
  }

  #goBack(): void {
    this.#sums.goBack()
    for (const at of this.#moved) this.#values[at] = this.#start[at]!
    this.#moved.clear()
  }

  /** A number that is no pivot, and whether it has to be more or less. */
  #findWay(row: Row, at: number, way: 1 | -1, isBest: boolean): Way | null {
    let [best, most] = [NONE, NEAR]
    let to: 1 | -1 = 1
    for (let place = 0; place < row.at.length; place++) {
      const column = row.at[place]!
      const gain = -row.times[place]! * way
      const size = Math.abs(gain)
      if (size < most || column === at || this.#isKnown[column] === 1) continue
      // Of equals the first, however the row was made.
      if (best !== NONE && (isBest ? size === most : true) && column > best) continue
      if (gain < 0 && this.#room(column) <= NEAR) continue
      best = column
      to = gain > 0 ? 1 : -1
      if (isBest) most = size
    }
    return best === NONE ? null : { column: best, way: to, rate: Math.abs(timesIn(row, best)) }
  }

  /** How much less it can be by itself. */
  #room(at: number): number {
    return this.#isKnown[at] === 1 ? 0 : this.#values[at]! - this.#least[at]!
  }

  /** The row whose pivot can be no other number further on. */
  #move({ column: number, way, rate }: Way, column: Row): number {
    let step = Math.ceil(WIDE / rate)
    let blocking = NONE
    if (way < 0) step = Math.min(step, this.#room(number))
    const [{ at, times }, pivots, known] = [column, this.#sums.pivots, this.#isKnown]
    for (let place = 0; place < at.length; place++) {
      const pivot = pivots[at[place]!]!
      const change = -times[place]! * way
      const isKnown = known[pivot] === 1
      if (change > -NEAR && (change < NEAR || !isKnown)) continue
      const most = isKnown ? 0 : this.#room(pivot) / -change
      if (most < step - NEAR) [step, blocking] = [most, at[place]!]
    }
    if (step > NEAR) {
      this.#change(number, way * step)
      for (let place = 0; place < at.length; place++) this.#change(pivots[at[place]!]!, -times[place]! * way * step)
      this.#look()
    }
    return blocking
  }

  /** The same way from what they are: on a corner some may be halves, and stay so however far it goes on. */
  #lookFromStart({ column: number, way, rate }: Way, column: Row): void {
    const step = Math.ceil(WIDE / rate)
    const moved = new Map([[number, way * step]])
    for (let place = 0; place < column.at.length; place++)
      moved.set(this.#sums.pivots[column.at[place]!]!, -column.times[place]! * way * step)
    for (const [at, by] of moved) {
      const nearest = Math.round(by)
      if (Math.abs(by - nearest) > NEAR || this.#start[at]! + nearest < this.#least[at]! - NEAR) return
      if (nearest === 0 || at >= this.#asked) moved.delete(at)
      else if (this.#isKnown[at] === 1) return
      else moved.set(at, nearest)
    }
    this.#seen.add(moved)
  }

  #change(at: number, by: number): void {
    const value = this.#values[at]! + by
    const nearest = Math.round(value)
    this.#values[at] = Math.abs(value - nearest) > NEAR ? value : nearest
    this.#moved.add(at)
  }

  /** Remembers the answer where a count is more or less in it than it was seen to be. */
  #look(): void {
    const moved = new Map<number, number>()
    let isNew = false
    for (const at of this.#moved) {
      const by = this.#values[at]! - this.#start[at]!
      if (!Number.isInteger(by)) return
      if (at >= this.#asked || by === 0) continue
      moved.set(at, by)
      isNew ||= this.#seen.widthOf(at) < WIDE && this.#seen.isNew(at, by)
    }
    if (isNew) this.#seen.add(moved)
  }
}

interface Way {
  column: number
  way: 1 | -1
  /** How many more, or less, what is asked for is for one of it. */
  rate: number
}
