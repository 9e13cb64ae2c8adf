/** One of the answers that were seen: the numbers that are other ones than they are, and how many of those are known by now. */
interface Answer {
  moved: ReadonlyMap<number, number>
  known: number
}

/** What numbers were seen to be, of which some become known, or unknown again: how much more and less than they are. */
export class SeenAnswers {
  readonly #less: Float64Array
  readonly #more: Float64Array
  readonly #answersOf: Answer[][]

  constructor(numbers: number) {
    this.#less = new Float64Array(numbers)
    this.#more = new Float64Array(numbers)
    this.#answersOf = Array.from({ length: numbers }, () => [])
  }

  /** Highest less lowest. */
  widthOf(at: number): number {
    return this.#more[at]! - this.#less[at]!
  }

  /** Whether nothing that was seen before is as much more or less. */
  isNew(at: number, by: number): boolean {
    return by < this.#less[at]! || by > this.#more[at]!
  }

  add(moved: ReadonlyMap<number, number>): void {
    const answer = { moved, known: 0 }
    for (const [at, by] of moved) {
      this.#answersOf[at]!.push(answer)
      this.#take(at, by)
    }
  }

  setKnown(at: number, isKnown: boolean): void {
    for (const answer of this.#answersOf[at]!) {
      answer.known += isKnown ? 1 : -1
      if (!isKnown && answer.known === 0) for (const [other, by] of answer.moved) this.#take(other, by)
      if (isKnown && answer.known === 1) for (const [other, by] of answer.moved) this.#lookAgain(other, by)
    }
  }

  /** The numbers that are other ones where it is lowest, or highest. */
  movedWith(at: number): number[] {
    const most = this.#answersOf[at]!.filter(({ moved, known }) => known === 0 && this.#isEnd(at, moved.get(at)!))
    return [...new Set(most.flatMap(({ moved }) => [...moved.keys()]))]
  }

  #isEnd(at: number, by: number): boolean {
    return by === this.#less[at] || by === this.#more[at]
  }

  /** Where it was so much more or less in an answer that is none any more. */
  #lookAgain(at: number, by: number): void {
    if (!this.#isEnd(at, by)) return
    this.#less[at] = this.#more[at] = 0
    for (const { moved, known } of this.#answersOf[at]!) if (known === 0) this.#take(at, moved.get(at)!)
  }

  #take(at: number, by: number): void {
    if (by < this.#less[at]!) this.#less[at] = by
    if (by > this.#more[at]!) this.#more[at] = by
  }
}
