const MOST_FAILURES = 10
const WINDOW_MS = 60_000
/** Addresses remembered at most: what is kept stays small however many try. */
const MOST_ADDRESSES = 10_000

/**
 * Ten failed sign-ins a minute from one address, then it has to wait; a good token passes all the same. A token cannot be
 * guessed; the limit says that trying is seen. Kept in memory, so that nothing about who tried outlives the process.
 */
export class SignInLimit {
  readonly #failures = new Map<string, number[]>()

  /** Seconds to wait before the next try; 0: it may be made now. */
  secondsToWait(address: string, now = Date.now()): number {
    const recent = this.#recent(address, now)
    return recent.length < MOST_FAILURES ? 0 : Math.ceil((recent.at(-MOST_FAILURES)! + WINDOW_MS - now) / 1000)
  }

  failed(address: string, now = Date.now()): void {
    const recent = [...this.#recent(address, now), now]
    this.#failures.delete(address)
    this.#failures.set(address, recent)
    if (this.#failures.size > MOST_ADDRESSES) this.#failures.delete(this.#failures.keys().next().value!)
  }

  #recent(address: string, now: number): number[] {
    return (this.#failures.get(address) ?? []).filter((at) => at > now - WINDOW_MS)
  }
}
