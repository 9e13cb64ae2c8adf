import { isProtected, isUnknown, weightOf, type Cell, type Line } from './cell.ts'
import type { Layers } from './layers.ts'

/** The greatest prime below 2^26, so that a product of two residues is exact. All coefficients are 1 and -1. */
const PRIME = 67_108_859

type Row = Map<Cell, number>

/**
 * The unknown cells whose counts follow from the known ones when all sums are taken together. Signs are not used: what follows
 * only because no count is negative is not found.
 */
export function findDetermined(lines: readonly Line[]): Set<Cell> {
  const { determined, rows } = peel(lines)
  for (const part of partsOf(rows)) {
    const cells = cellsOf(part)
    for (const { row, at } of reduce(part, cells)) if (nonZero(row) === 1) determined.add(cells[at]!)
  }
  return determined
}

/**
 * Cells of which everybody can tell what they come to together, which is less than may be shown: a single one, or several that
 * would be known to be few each. Null where there are none.
 */
export function findGivenAway(lines: readonly Line[], layers: Layers): Cell[] | null {
  for (const [layer, least] of layers.least.entries()) {
    const { determined, rows } = peel(lines.filter((line) => line.layers.includes(layer)))
    const single = [...determined].find((cell) => isProtected(cell) && isFew(cell, layer, least))
    if (single) return [single]
    for (const part of partsOf(rows)) {
      const group = findFew(part, layer, least)
      if (group) return group
    }
  }
  return null
}

function findFew(rows: readonly Row[], layer: number, least: number): Cell[] | null {
  const all = cellsOf(rows)
  // With the many in front, the rows that are left at the end are the sums of few alone.
  const many = all.filter((cell) => weightOf(cell, layer) >= least)
  const cells = [...many, ...all.filter((cell) => weightOf(cell, layer) < least)]
  const sums = reduce(rows, cells)
    .filter(({ at }) => at >= many.length)
    .map(({ row }) => toSum(row, cells))
  for (const sum of sums) {
    for (const group of groupsOf(sum, sums)) {
      const total = [...group].reduce((soFar, [cell, times]) => soFar + times * weightOf(cell, layer), 0)
      if (total > 0 && total < least && [...group.keys()].some(isProtected)) return [...group.keys()]
    }
  }
  return null
}

/** Cells with how often each is in the sum. */
type Sum = Map<Cell, number>

function toSum(row: Float64Array, cells: readonly Cell[]): Sum {
  const sum: Sum = new Map()
  for (let at = 0; at < row.length; at++) {
    const value = row[at]!
    if (value !== 0) sum.set(cells[at]!, value > PRIME / 2 ? value - PRIME : value)
  }
  return sum
}

/**
 * A sum in which nothing is taken away, else its sums with one other in which that is so; a difference bounds nothing by itself.
 * Every sum has its pivot once, and no other has it, so that taking one from another never helps.
 */
function groupsOf(sum: Sum, sums: readonly Sum[]): Sum[] {
  const taken = [...sum].find(([, times]) => times < 0)
  if (!taken) return [sum]
  return sums.flatMap((other) => {
    if ((other.get(taken[0]) ?? 0) < -taken[1]) return []
    const both: Sum = new Map(sum)
    for (const [cell, times] of other) {
      const together = (both.get(cell) ?? 0) + times
      if (together === 0) both.delete(cell)
      else both.set(cell, together)
    }
    return [...both.values()].every((times) => times > 0) ? [both] : []
  })
}

function cellsOf(rows: readonly Row[]): Cell[] {
  return [...new Set(rows.flatMap((row) => [...row.keys()]))]
}

/** Rows that no unknown cell joins can be solved apart. */
function partsOf(rows: readonly Row[]): Row[][] {
  const above = rows.map((_, at) => at)
  const topOf = (at: number): number => {
    while (above[at] !== at) at = above[at] = above[above[at]!]!
    return at
  }
  const rowOf = new Map<Cell, number>()
  for (const [at, row] of rows.entries()) {
    for (const cell of row.keys()) {
      const other = rowOf.get(cell)
      if (other === undefined) rowOf.set(cell, at)
      else above[topOf(at)] = topOf(other)
    }
  }
  return [...Map.groupBy(rows.keys(), topOf).values()].map((part) => part.map((at) => rows[at]!))
}

function isFew(cell: Cell, layer: number, least: number): boolean {
  const count = weightOf(cell, layer)
  return count > 0 && count < least
}

/** Most of it is told by sums with one unknown; what is left is small. */
function peel(lines: readonly Line[]): { determined: Set<Cell>; rows: Row[] } {
  const determined = new Set<Cell>()
  let rows = lines.map(unknownsOf).filter((row) => row.size > 0)
  for (;;) {
    const single = rows.filter((row) => row.size === 1)
    if (single.length === 0) return { determined, rows }
    for (const row of single) determined.add(row.keys().next().value!)
    for (const row of rows) for (const cell of row.keys()) if (determined.has(cell)) row.delete(cell)
    rows = rows.filter((row) => row.size > 0)
  }
}

function unknownsOf(line: Line): Row {
  const row: Row = new Map()
  for (const child of line.children) if (isUnknown(child)) row.set(child, (row.get(child) ?? 0) + 1)
  if (isUnknown(line.parent)) {
    const coefficient = (row.get(line.parent) ?? 0) - 1
    if (coefficient === 0) row.delete(line.parent)
    else row.set(line.parent, coefficient)
  }
  return row
}

/** The rows in reduced echelon form over the cells in this order, each with the place of its pivot. */
function reduce(rows: readonly Row[], cells: readonly Cell[]): { row: Float64Array; at: number }[] {
  const column = new Map(cells.map((cell, at) => [cell, at]))
  const matrix = rows.map((row) => {
    const dense = new Float64Array(cells.length)
    for (const [cell, coefficient] of row) dense[column.get(cell)!] = residue(coefficient)
    return dense
  })
  const pivots: { row: Float64Array; at: number }[] = []
  let next = 0
  for (let at = 0; at < cells.length && next < matrix.length; at++) {
    const pivot = matrix.findIndex((row, index) => index >= next && row[at] !== 0)
    if (pivot < 0) continue
    const row = matrix[pivot]!
    matrix[pivot] = matrix[next]!
    matrix[next] = row
    const scale = inverse(row[at]!)
    const filled: number[] = []
    for (let i = 0; i < row.length; i++) {
      if (row[i] === 0) continue
      row[i] = (row[i]! * scale) % PRIME
      filled.push(i)
    }
    for (const [index, other] of matrix.entries()) {
      const factor = other[at]!
      if (index === next || factor === 0) continue
      for (const i of filled) other[i] = residue(other[i]! - ((row[i]! * factor) % PRIME))
    }
    pivots.push({ row, at })
    next++
  }
  return pivots
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
