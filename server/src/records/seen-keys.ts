const FIRST_CAPACITY = 1 << 12
const FULLEST = 0.6
const OFFSET = 0x811c9dc5

/**
 * Which keys a file has had so far, in 8 bytes each: a hash of 64 bits, so that among a million keys two that differ look alike
 * once in some tens of millions of files. Anyone who is said `true` looks the key up to be sure.
 */
export class SeenKeys {
  #capacity = FIRST_CAPACITY
  #high = new Uint32Array(FIRST_CAPACITY)
  #low = new Uint32Array(FIRST_CAPACITY)
  #size = 0

  /** Remembers a key. @returns whether it was (almost certainly) there before */
  add(...parts: string[]): boolean {
    const [high, low] = hashOf(parts)
    return this.#insert(high, low)
  }

  /** Whether a key was (almost certainly) added. */
  has(...parts: string[]): boolean {
    const [high, low] = hashOf(parts)
    return this.#low[this.#placeOf(high, low)] !== 0
  }

  /** Where the hash is, or the free place it would take. */
  #placeOf(high: number, low: number): number {
    const mask = this.#capacity - 1
    let place = (high ^ low) & mask
    while (this.#low[place] !== 0 && (this.#low[place] !== low || this.#high[place] !== high))
      place = (place + 1) & mask
    return place
  }

  #insert(high: number, low: number): boolean {
    if (this.#size >= this.#capacity * FULLEST) this.#grow()
    const place = this.#placeOf(high, low)
    if (this.#low[place] !== 0) return true
    this.#low[place] = low
    this.#high[place] = high
    this.#size++
    return false
  }

  #grow(): void {
    const high = this.#high
    const low = this.#low
    this.#capacity *= 2
    this.#high = new Uint32Array(this.#capacity)
    this.#low = new Uint32Array(this.#capacity)
    this.#size = 0
    for (let i = 0; i < low.length; i++) if (low[i] !== 0) this.#insert(high[i]!, low[i]!)
  }
}

function hashOf(parts: readonly string[]): [high: number, low: number] {
  let high = OFFSET
  let low = 0x9e3779b9
  for (const part of parts) {
    for (let i = 0; i < part.length; i++) {
      const unit = part.charCodeAt(i)
      high = Math.imul(high ^ unit, 0x01000193)
      low = Math.imul(low ^ unit, 0x85ebca6b) ^ (low >>> 15)
    }
    // So that `a`,`bc` is not `ab`,`c`.
    high = Math.imul(high ^ 0xffff, 0x01000193)
    low = Math.imul(low ^ 0x1ffff, 0xc2b2ae35)
  }
  high = mix(high ^ Math.imul(low, 0x27d4eb2f))
  // 0 marks a free place.
  low = mix(low) || 1
  return [high >>> 0, low >>> 0]
}

function mix(value: number): number {
  let mixed = value
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x7feb352d)
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x846ca68b)
  return mixed ^ (mixed >>> 16)
}
