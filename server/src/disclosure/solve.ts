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
    .map(({ row }) => row)
  for (const [at, sum] of sums.entries()) {
    for (const other of [null, ...sums.slice(at + 1)]) {
      const group = groupOf(other ? combine(sum, other, 1) : sum, cells) ?? (other && groupOf(combine(sum, other, -1), cells))
      if (!group || !group.some(({ cell }) => isProtected(cell))) continue
      const total = group.reduce((sumOf, { cell, times }) => sumOf + times * weightOf(cell, layer), 0)
      if (total > 0 && total < least) return group.map(({ cell }) => cell)
    }
  }
  return null
}

function cellsOf(rows: readonly Row[]): Cell[] {
  return [...new Set(rows.flatMap((row) => [...row.keys()]))]
}

/** Rows that no unknown cell joins can be solved apart. */
function partsOf(rows: readonly Row[]): Row[][] {
  const partOf = new Map<Cell, Row[]>()
  const parts = new Set<Row[]>()
  for (const row of rows) {
    const part = [row]
    for (const cell of row.keys()) {
      const joined = partOf.get(cell)
      if (!joined || joined === part) continue
      parts.delete(joined)
      for (const other of joined) {
        part.push(other)
        for (const reached of other.keys()) partOf.set(reached, part)
      }
    }
    for (const cell of row.keys()) partOf.set(cell, part)
    parts.add(part)
  }
  return [...parts]
}

function isFew(cell: Cell, layer: number, least: number): boolean {
  const count = weightOf(cell, layer)
  return count > 0 && count < least
}

/** The cells of a row whose coefficients are all positive, or all negative; null: a difference, which bounds nothing by itself. */
function groupOf(row: Float64Array, cells: readonly Cell[]): { cell: Cell; times: number }[] | null {
  const group: { cell: Cell; times: number }[] = []
  let sign = 0
  for (const [at, value] of row.entries()) {
    if (value === 0) continue
    const coefficient = value > PRIME / 2 ? value - PRIME : value
    if (sign !== 0 && Math.sign(coefficient) !== sign) return null
    sign = Math.sign(coefficient)
    group.push({ cell: cells[at]!, times: Math.abs(coefficient) })
  }
  return group.length > 0 ? group : null
}

function combine(one: Float64Array, other: Float64Array, times: 1 | -1): Float64Array {
  return one.map((value, at) => residue(value + times * other[at]!))
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
    for (let i = at; i < row.length; i++) row[i] = (row[i]! * scale) % PRIME
    for (const [index, other] of matrix.entries()) {
      const factor = other[at]!
      if (index === next || factor === 0) continue
      for (let i = at; i < row.length; i++) if (row[i] !== 0) other[i] = residue(other[i]! - ((row[i]! * factor) % PRIME))
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
