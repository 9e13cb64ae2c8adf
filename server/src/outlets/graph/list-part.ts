import { builder } from './builder.ts'

const MOST_LISTED = 500

/** `first` and `offset` of a list that is kept whole. */
export function partArguments(usual: number) {
  return builder.args((t) => ({
    first: t.int({ description: `How many, at most ${MOST_LISTED}; ${usual} where omitted.` }),
    offset: t.int({ description: 'How many to pass over; none where omitted.' }),
  }))
}

interface Part {
  first?: number | null
  offset?: number | null
}

export function partOf<T>(list: readonly T[], { first, offset }: Part, usual: number): T[] {
  const start = Math.max(0, offset ?? 0)
  return list.slice(start, start + Math.max(0, Math.min(first ?? usual, MOST_LISTED)))
}

export function partCost(usual: number) {
  return ({ first }: Part) => ({ field: 1, multiplier: Math.max(1, Math.min(first ?? usual, MOST_LISTED)) })
}
