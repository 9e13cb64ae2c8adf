import { wilson } from '../../figures/indicators/observe/interval.ts'
import { isWithinNoise, rateDifference, type Rate } from '../../figures/indicators/observe/rate-difference.ts'

export interface Ranked {
  value: number
  /** What a rate was made from; null: chance cannot be known. */
  rate: Rate | null
}

export interface Rank {
  /** From 1; those who are equal share the best of their places, and the next place is left free. */
  rank: number
  tied: boolean
  /** The best and the worst place it could hold, chance considered; null: no counts, so that chance cannot be known. */
  from: number | null
  to: number | null
  /** Some number that differs does so by no more than chance alone could make. */
  withinNoise: boolean | null
}

/** The ranks of numbers, in the order given. */
export class Ranking {
  readonly #values: readonly Ranked[]
  readonly #sign: 1 | -1
  readonly #inOrder: number[]

  constructor(values: readonly Ranked[], betterWhen: 'HIGHER' | 'LOWER' | null) {
    this.#values = values
    this.#sign = betterWhen === 'LOWER' ? 1 : -1
    this.#inOrder = values.map(({ value }) => this.#sign * value).sort((a, b) => a - b)
  }

  /** Of the entry at an index. */
  rankOf(index: number): Rank {
    const own = this.#values[index]!
    const place = this.#sign * own.value
    const better = countBelow(this.#inOrder, place)
    const notWorse = countBelow(this.#inOrder, place, true)
    const rank = { rank: better + 1, tied: notWorse - better > 1 }
    if (own.rate === null) return { ...rank, from: null, to: null, withinNoise: null }
    let surelyBetter = 0
    let surelyWorse = 0
    let withinNoise = false
    for (const [at, other] of this.#values.entries()) {
      if (at === index || other.value === own.value) continue
      if (isNoise(own.rate, other)) withinNoise = true
      else if (this.#sign * other.value < place) surelyBetter++
      else surelyWorse++
    }
    return { ...rank, from: surelyBetter + 1, to: this.#values.length - surelyWorse, withinNoise }
  }
}

/** How sure a number without counts is nobody knows: it is held against what chance could have made of the one that has them. */
function isNoise(one: Rate, other: Ranked): boolean {
  if (other.rate !== null) return isWithinNoise(rateDifference(one, other.rate))
  const { low, high } = wilson(one.k, one.n)
  return low <= other.value && other.value <= high
}

/** How many of the sorted numbers are below one, or not above it. */
function countBelow(sorted: readonly number[], value: number, orEqual = false): number {
  let [low, high] = [0, sorted.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (sorted[middle]! < value || (orEqual && sorted[middle] === value)) low = middle + 1
    else high = middle
  }
  return low
}
