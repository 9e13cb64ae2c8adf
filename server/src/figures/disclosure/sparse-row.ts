/** A sum of few of many numbers: their places, and how often each is in it. */
export interface Row {
  at: number[]
  times: number[]
}

export const NEAR = 1e-7

export function toRow(terms: readonly (readonly [at: number, times: number])[]): Row {
  return { at: terms.map(([at]) => at), times: terms.map(([, times]) => times) }
}

export function timesIn({ at, times }: Row, wanted: number): number {
  const place = at.indexOf(wanted)
  return place < 0 ? 0 : times[place]!
}

/** Adds rows up, with a place for each of all numbers. */
export class Sum {
  readonly #sums: Float64Array
  readonly #isHeld: Uint8Array
  readonly #held: number[] = []
  readonly #found: number[] = []

  constructor(size: number) {
    this.#sums = new Float64Array(size)
    this.#isHeld = new Uint8Array(size)
  }

  add({ at, times }: Row, factor = 1): void {
    // The fields are read once and not for each number: a walk does little else.
    const [sums, isHeld, held] = [this.#sums, this.#isHeld, this.#held]
    for (let place = 0; place < at.length; place++) {
      const one = at[place]!
      if (isHeld[one] === 0) {
        isHeld[one] = 1
        held.push(one)
      }
      sums[one]! += times[place]! * factor
    }
  }

  addOne(at: number, times: number): void {
    if (this.#isHeld[at] === 0) {
      this.#isHeld[at] = 1
      this.#held.push(at)
    }
    this.#sums[at]! += times
  }

  of(at: number): number {
    return this.#sums[at]!
  }

  /** Where those that it holds are in a row, in the order of the row. @param placeOf of each its place from 1, 0: it is not there */
  placesIn(placeOf: Int32Array): readonly number[] {
    const [sums, held, found] = [this.#sums, this.#held, this.#found]
    found.length = 0
    for (let one = 0; one < held.length; one++) {
      const at = held[one]!
      const place = placeOf[at]! - 1
      if (place < 0 || sums[at] === 0) continue
      let to = found.length
      for (; to > 0 && found[to - 1]! > place; to--) found[to] = found[to - 1]!
      found[to] = place
    }
    return found
  }

  /** What it came to; it is nothing then. */
  take(): Row {
    const row: Row = { at: [], times: [] }
    const [sums, isHeld, held] = [this.#sums, this.#isHeld, this.#held]
    for (let one = 0; one < held.length; one++) {
      const at = held[one]!
      const times = sums[at]!
      if (Math.abs(times) > NEAR) {
        row.at.push(at)
        row.times.push(times)
      }
      sums[at] = 0
      isHeld[at] = 0
    }
    held.length = 0
    return row
  }
}
