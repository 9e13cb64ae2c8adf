/** Remembers what was made, up to a weight in all; what was asked for longest ago goes first. */
export class Memory<T> {
  readonly #entries = new Map<string, { value: T; weight: number }>()
  readonly #most: number
  #weight = 0

  constructor(most: number) {
    this.#most = most
  }

  get weight(): number {
    return this.#weight
  }

  get(name: string): T | undefined {
    const entry = this.#entries.get(name)
    if (!entry) return undefined
    this.#entries.delete(name)
    this.#entries.set(name, entry)
    return entry.value
  }

  /** What is heavier than all that may be remembered is not. */
  set(name: string, value: T, weight: number): void {
    this.#forget(name)
    if (weight > this.#most) return
    this.#entries.set(name, { value, weight })
    this.#weight += weight
    for (const oldest of this.#entries.keys()) {
      if (this.#weight <= this.#most) return
      this.#forget(oldest)
    }
  }

  #forget(name: string): void {
    this.#weight -= this.#entries.get(name)?.weight ?? 0
    this.#entries.delete(name)
  }
}
