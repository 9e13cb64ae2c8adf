/**
 * The same numbers on every machine and on every day: whole-number arithmetic only (mulberry32), seeded by a name, so that one part
 * of the story can change without shuffling the others.
 */
export interface Random {
  /** From 0, below 1. */
  next(): number
  /** Whole, both ends included. */
  whole(from: number, to: number): number
  chance(probability: number): boolean
  /** The list must not be empty. */
  pick<T>(list: readonly T[]): T
  /** As `pick`, and takes it off the list. */
  take<T>(list: T[]): T
  /** One of the keys, as often as its weight. */
  weighted<K extends string>(weights: Partial<Record<K, number>>): K
}

/** Numbers from 0 to 1 that are the same for the same seed. */
export function seededRandom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
}

export function createRandom(seed: string): Random {
  const next = seededRandom(hashText(seed))
  const whole = (from: number, to: number) => from + Math.floor(next() * (to - from + 1))
  return {
    next,
    whole,
    chance: (probability) => next() < probability,
    pick: <T>(list: readonly T[]) => list[whole(0, list.length - 1)] as T,
    take: <T>(list: T[]) => list.splice(whole(0, list.length - 1), 1)[0] as T,
    weighted<K extends string>(weights: Partial<Record<K, number>>): K {
      const entries = Object.entries(weights) as [K, number][]
      let rest = next() * entries.reduce((sum, [, weight]) => sum + weight, 0)
      return (entries.find(([, weight]) => (rest -= weight) < 0) ?? (entries.at(-1) as [K, number]))[0]
    },
  }
}

/** FNV-1a. */
function hashText(text: string): number {
  let hash = 0x811c9dc5
  for (const character of text) hash = Math.imul(hash ^ character.codePointAt(0)!, 0x01000193)
  return hash
}
