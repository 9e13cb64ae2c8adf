/** One of the answers that were seen: the numbers that are other ones than they are, and how many of those are known by now. */
interface Answer {
  moved: readonly number[]
  known: number
}

/** How much more or less a number is in an answer. */
interface Place {
  answer: Answer
  by: number
}

/** What numbers were seen to be, of which some become known, or unknown again: how much more and less than they are. */
export class SeenAnswers {
  readonly #less: Float64Array
  readonly #more: Float64Array
  readonly #placesOf: Place[][]
  /** How often one became known or unknown, and how often it had when the less and more of each were reckoned. */
  #changes = 0
  readonly #reckonedAt: Int32Array

  constructor(numbers: number) {
    this.#less = new Float64Array(numbers)
    this.#more = new Float64Array(numbers)
    this.#reckonedAt = new Int32Array(numbers)
    this.#placesOf = Array.from({ length: numbers }, () => [])
  }

  /** Highest less lowest. */
  widthOf(at: number): number {
    this.#reckon(at)
    return this.#more[at]! - this.#less[at]!
  }

  /** Whether nothing that was seen before is as much more or less. */
  isNew(at: number, by: number): boolean {
    this.#reckon(at)
    return by < this.#less[at]! || by > this.#more[at]!
  }

  add(moved: ReadonlyMap<number, number>): void {
    const answer = { moved: [...moved.keys()], known: 0 }
    for (const [at, by] of moved) {
      this.#reckon(at)
      this.#placesOf[at]!.push({ answer, by })
      this.#take(at, by)
    }
  }

  setKnown(at: number, isKnown: boolean): void {
    const places = this.#placesOf[at]!
    if (places.length === 0) return
    for (const { answer } of places) answer.known += isKnown ? 1 : -1
    this.#changes++
  }

  /** The numbers that are other ones where it is lowest, or highest. */
  movedWith(at: number): number[] {
    this.#reckon(at)
    const isEnd = (by: number) => by === this.#less[at] || by === this.#more[at]
    const most = this.#placesOf[at]!.filter(({ answer, by }) => answer.known === 0 && isEnd(by))
    return [...new Set(most.flatMap(({ answer }) => answer.moved))]
  }

  #reckon(at: number): void {
    if (this.#reckonedAt[at] === this.#changes) return
    this.#reckonedAt[at] = this.#changes
    this.#less[at] = this.#more[at] = 0
    for (const { answer, by } of this.#placesOf[at]!) if (answer.known === 0) this.#take(at, by)
  }

  #take(at: number, by: number): void {
    if (by < this.#less[at]!) this.#less[at] = by
    if (by > this.#more[at]!) this.#more[at] = by
  }
}
