import { NEAR, Sum, timesIn, toRow, type Row } from './sparse-row.ts'

/** A sum of numbers, each so many times. */
export interface Constraint {
  terms: readonly (readonly [at: number, times: number])[]
  /** Null: everybody knows what it is. */
  most: number | null
}

const NONE = -1

/**
 * Sums that stay as they are, each solved for one of its numbers (its pivot) that is in no other: one that is unknown and in few, where
 * there is one. What is left up to a sum that is no more than something is a number too, after all others.
 */
export function solveRows(
  size: number,
  constraints: readonly Constraint[],
  isKnown: (at: number) => boolean,
): { rows: Row[]; pivots: number[] } {
  const [exact, loose] = [true, false].map((is) => constraints.filter(({ most }) => (most === null) === is))
  const all = size + loose!.length
  const rows: Row[] = []
  const pivots: number[] = []
  const rowOf = new Int32Array(all).fill(NONE)
  const rowsOf: Set<number>[] = Array.from({ length: size }, () => new Set())
  const often = new Int32Array(size)
  const sum = new Sum(all)
  for (const { terms } of exact!) for (const [at] of terms) often[at]!++
  for (const { terms } of exact!) {
    const row = withoutPivots(terms)
    const column = pivotIn(row)
    if (column !== NONE) solve(row, column)
  }
  for (const [place, { terms }] of loose!.entries()) {
    const left = size + place
    rows.push(withoutPivots([...terms, [left, 1]]))
    pivots.push(left)
  }
  return { rows, pivots }

  function withoutPivots(terms: Constraint['terms']): Row {
    sum.add(toRow(terms))
    for (const [at, times] of terms) {
      const own = rowOf[at]!
      if (own !== NONE) sum.add(rows[own]!, -times)
    }
    return sum.take()
  }

  /** None: it follows from the others. */
  function pivotIn({ at }: Row): number {
    let best = NONE
    const rank = (one: number) => often[one]! + (isKnown(one) ? constraints.length : 0)
    for (const one of at) if (best === NONE || rank(one) < rank(best)) best = one
    return best
  }

  function solve(row: Row, column: number): void {
    const times = timesIn(row, column)
    const own = { at: row.at, times: row.times.map((one) => one / times) }
    const place = rows.push(own) - 1
    pivots.push(column)
    rowOf[column] = place
    for (const other of rowsOf[column]!) {
      const before = rows[other]!
      const factor = timesIn(before, column)
      if (Math.abs(factor) <= NEAR) continue
      sum.add(before)
      sum.add(own, -factor)
      rows[other] = sum.take()
      for (const at of own.at) rowsOf[at]!.add(other)
    }
    for (const at of own.at) rowsOf[at]!.add(place)
  }
}
