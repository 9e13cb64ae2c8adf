import { isUnknown, type Cell, type Line } from './cell.ts'

/** The greatest prime below 2^26, so that a product of two residues is exact. All coefficients are 1 and -1. */
const PRIME = 67_108_859

/**
 * The unknown cells whose counts follow from the known ones when all sums are taken together. Signs are not used: what follows
 * only because no count is negative is not found.
 */
export function findDetermined(lines: readonly Line[]): Set<Cell> {
  const determined = new Set<Cell>()
  let rows = lines.map(unknownsOf).filter((row) => row.size > 0)
  // Most of it is told by sums with one unknown; what is left is small.
  for (let found = true; found;) {
    found = false
    for (const row of rows) {
      if (row.size !== 1) continue
      determined.add(row.keys().next().value!)
      found = true
    }
    if (!found) break
    for (const row of rows) for (const cell of row.keys()) if (determined.has(cell)) row.delete(cell)
    rows = rows.filter((row) => row.size > 0)
  }
  for (const cell of determinedBy(rows)) determined.add(cell)
  return determined
}

function unknownsOf(line: Line): Map<Cell, number> {
  const row = new Map<Cell, number>()
  for (const child of line.children) if (isUnknown(child)) row.set(child, (row.get(child) ?? 0) + 1)
  if (isUnknown(line.parent)) {
    const coefficient = (row.get(line.parent) ?? 0) - 1
    if (coefficient === 0) row.delete(line.parent)
    else row.set(line.parent, coefficient)
  }
  return row
}

/** Reduces the rows to echelon form; a row with nothing but its pivot determines it. */
function determinedBy(rows: Map<Cell, number>[]): Cell[] {
  const cells = [...new Set(rows.flatMap((row) => [...row.keys()]))]
  const column = new Map(cells.map((cell, at) => [cell, at]))
  const matrix = rows.map((row) => {
    const dense = new Float64Array(cells.length)
    for (const [cell, coefficient] of row) dense[column.get(cell)!] = residue(coefficient)
    return dense
  })
  const pivots: [row: Float64Array, column: number][] = []
  let next = 0
  for (let at = 0; at < cells.length && next < matrix.length; at++) {
    const pivot = matrix.findIndex((row, index) => index >= next && row[at] !== 0)
    if (pivot < 0) continue
    const row = matrix[pivot]!
    matrix[pivot] = matrix[next]!
    matrix[next] = row
    const scale = inverse(row[at]!)
    for (let i = at; i < row.length; i++) row[i] = (row[i]! * scale) % PRIME
    for (const [index, other] of matrix.entries()) {
      const factor = other[at]!
      if (index === next || factor === 0) continue
      for (let i = at; i < row.length; i++) if (row[i] !== 0) other[i] = residue(other[i]! - ((row[i]! * factor) % PRIME))
    }
    pivots.push([row, at])
    next++
  }
  return pivots.filter(([row]) => nonZero(row) === 1).map(([, at]) => cells[at]!)
}

function nonZero(row: Float64Array): number {
  let count = 0
  for (const value of row) if (value !== 0) count++
  return count
}

function residue(value: number): number {
  return ((value % PRIME) + PRIME) % PRIME
}

/** By Fermat: value^(PRIME - 2). */
function inverse(value: number): number {
  let [result, base, exponent] = [1, value, PRIME - 2]
  while (exponent > 0) {
    if (exponent % 2 === 1) result = (result * base) % PRIME
    base = (base * base) % PRIME
    exponent = Math.floor(exponent / 2)
  }
  return result
}
