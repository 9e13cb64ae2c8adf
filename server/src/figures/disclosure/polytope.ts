/** Highest less lowest of the four numbers that a hidden count can be at least. */
export const WIDE = 3

/** A sum of unknown numbers, each so many times. */
export interface Constraint {
  terms: readonly (readonly [at: number, times: number])[]
  /** Null: everybody knows what it is. */
  most: number | null
}

const NEAR = 1e-7
/** Steps after which the first way is taken instead of the best, so that none is gone in a circle. */
const MOST_STEPS = 40

/**
 * All numbers that some unknown counts can be, as far as anybody knows who knows the least that each is and how they add up. What they
 * are is one of the answers, and others are walked to from it, from corner to corner (the simplex method): a count that is four
 * numbers on the way can be four. Only answers in whole numbers count.
 *
 * Rows are sums that stay as they are, each solved for one of its numbers (its pivot) that is in no other row.
 */
export class Polytope {
  readonly #values: Float64Array
  readonly #least: Float64Array
  readonly #rows: Float64Array[] = []
  readonly #pivots: number[] = []
  /** Of each number its row where it is a pivot, else -1. */
  readonly #rowOf: Int32Array
  /** Seen on the way. */
  readonly #lowest: Float64Array
  readonly #highest: Float64Array
  readonly #asked: number

  constructor(values: readonly number[], least: readonly number[], constraints: readonly Constraint[]) {
    this.#asked = values.length
    const [exact, loose] = [true, false].map((isExact) => constraints.filter(({ most }) => (most === null) === isExact))
    const size = values.length + loose!.length
    this.#values = new Float64Array(size)
    this.#values.set(values)
    this.#least = new Float64Array(size)
    this.#least.set(least)
    this.#rowOf = new Int32Array(size).fill(-1)
    const rowOf = ({ terms }: Constraint) => {
      const row = new Float64Array(size)
      for (const [at, times] of terms) row[at]! += times
      return row
    }
    for (const one of exact!) this.#addRow(rowOf(one))
    // What is left up to a sum is a number, too, and unknown. It is in no other row, so that nothing has to be solved for it.
    for (const [at, one] of loose!.entries()) {
      const [row, left] = [rowOf(one), values.length + at]
      this.#values[left] = one.terms.reduce((rest, [term, times]) => rest - times * values[term]!, one.most!)
      for (const [other, pivot] of this.#pivots.entries())
        if (pivot < values.length) subtract(row, this.#rows[other]!, row[pivot]!)
      row[left] = 1
      this.#rowOf[left] = this.#rows.push(row) - 1
      this.#pivots.push(left)
    }
    this.#lowest = this.#values.slice()
    this.#highest = this.#values.slice()
  }

  /** Whether it can be at least four numbers. */
  isWide(at: number): boolean {
    return this.widthOf(at) >= WIDE - NEAR
  }

  /** Highest less lowest, as far as four. */
  widthOf(at: number): number {
    for (const way of [1, -1] as const) {
      if (this.#width(at) >= WIDE - NEAR) break
      this.#walk(at, way)
    }
    return this.#width(at)
  }

  /** The numbers that were other ones on the way. */
  moved(): number[] {
    return Array.from(this.#lowest.subarray(0, this.#asked).keys()).filter((at) => this.#width(at) > NEAR)
  }

  #width(at: number): number {
    return this.#highest[at]! - this.#lowest[at]!
  }

  /** Makes it as great, or as little, as it has to be. */
  #walk(at: number, way: 1 | -1): void {
    for (let steps = 0; this.#width(at) < WIDE - NEAR; steps++) {
      const next = this.#findWay(at, way, steps < MOST_STEPS)
      if (!next || steps > 10 * MOST_STEPS) return
      this.#move(at, next.column, next.way)
    }
  }

  /** A number that is no pivot, and whether it has to be more or less. */
  #findWay(at: number, way: 1 | -1, isBest: boolean): { column: number; way: 1 | -1 } | null {
    const own = this.#rowOf[at]!
    if (own < 0) return way > 0 || this.#room(at) > NEAR ? { column: at, way } : null
    const row = this.#rows[own]!
    let [best, most] = [-1, NEAR]
    let to: 1 | -1 = 1
    for (let column = 0; column < row.length; column++) {
      const gain = -row[column]! * way
      if (column === at || Math.abs(gain) <= most) continue
      if (gain < 0 && this.#room(column) <= NEAR) continue
      best = column
      to = gain > 0 ? 1 : -1
      if (!isBest) break
      most = Math.abs(gain)
    }
    return best < 0 ? null : { column: best, way: to }
  }

  /** How much less it can be by itself. */
  #room(at: number): number {
    return this.#values[at]! - this.#least[at]!
  }

  #move(at: number, column: number, way: 1 | -1): void {
    const own = this.#rowOf[at]!
    const rate = own < 0 ? 1 : Math.abs(this.#rows[own]![column]!)
    let step = Math.ceil(WIDE / rate)
    let blocking = -1
    if (way < 0) step = Math.min(step, this.#room(column))
    for (let row = 0; row < this.#rows.length; row++) {
      const change = -this.#rows[row]![column]! * way
      if (change >= -NEAR) continue
      const most = this.#room(this.#pivots[row]!) / -change
      if (most < step - NEAR) [step, blocking] = [most, row]
    }
    this.#values[column]! += way * step
    for (let row = 0; row < this.#rows.length; row++) {
      const times = this.#rows[row]![column]!
      if (times !== 0) this.#values[this.#pivots[row]!]! -= times * way * step
    }
    if (blocking >= 0) this.#pivot(blocking, column)
    this.#look()
  }

  #look(): void {
    const { length } = this.#values
    for (let at = 0; at < length; at++) {
      const nearest = Math.round(this.#values[at]!)
      if (Math.abs(this.#values[at]! - nearest) > NEAR) return
      this.#values[at] = nearest
    }
    for (let at = 0; at < this.#asked; at++) {
      const value = this.#values[at]!
      if (value < this.#lowest[at]!) this.#lowest[at] = value
      if (value > this.#highest[at]!) this.#highest[at] = value
    }
  }

  #addRow(row: Float64Array): void {
    for (let other = 0; other < this.#rows.length; other++)
      subtract(row, this.#rows[other]!, row[this.#pivots[other]!]!)
    const column = row.findIndex((value) => Math.abs(value) > NEAR)
    // It follows from the others.
    if (column < 0) return
    this.#rows.push(row)
    this.#pivots.push(-1)
    this.#pivot(this.#rows.length - 1, column)
  }

  /** Solves the row for this number, which leaves all others. */
  #pivot(at: number, column: number): void {
    const row = this.#rows[at]!
    const times = row[column]!
    if (times !== 1) for (let i = 0; i < row.length; i++) row[i]! /= times
    for (let other = 0; other < this.#rows.length; other++)
      if (other !== at) subtract(this.#rows[other]!, row, this.#rows[other]![column]!)
    const before = this.#pivots[at]!
    if (before >= 0) this.#rowOf[before] = -1
    this.#pivots[at] = column
    this.#rowOf[column] = at
  }
}

function subtract(from: Float64Array, row: Float64Array, times: number): void {
  if (Math.abs(times) <= NEAR) return
  for (let at = 0; at < row.length; at++) {
    const value = row[at]!
    if (value !== 0) from[at]! -= times * value
  }
}
