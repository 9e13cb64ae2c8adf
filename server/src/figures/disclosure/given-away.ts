import { isProtected, weightOf, type Cell } from './cell.ts'
import type { Tableau } from './tableau.ts'

/** Unknown cells of which everybody can tell what they come to together, each with how often it is in the sum. */
interface Group {
  cells: ReadonlyMap<Cell, number>
  total: number
  /** What their pivots come to, which stay in however many rows are added. */
  pivots: number
  /** The rows of the tableau that tell it. */
  rows: readonly number[]
}

/** More rows than this are not added up: the ways to do it grow fast, and next to nothing is found by more than two. */
const MOST_ROWS = 3

/**
 * What is given away of hidden cells, though it is less than may be shown: a single one, or several that would be known to be few
 * each; and a single veiled one of any size. Single ones come first, then those that fewest rows tell.
 *
 * A row in which something is taken away bounds nothing by itself; it does together with others that put back what is taken, and
 * makes the sum of others less. Every row has a pivot that no other has, so that rows are only ever added up, and what their
 * pivots come to is never lost from the sum.
 */
export function* findGivenAway(tableau: Tableau, layer: number, least: number): Generator<readonly number[]> {
  const single: Group[] = []
  const several: Group[] = []
  for (const row of tableau.rowsOfFew()) {
    const cells = tableau.unknownsOf(row)
    const group = {
      cells,
      total: totalOf(cells, layer),
      pivots: weightOf(tableau.pivotOf(row), layer),
      rows: [row],
    }
    if (cells.size === 1) single.push(group)
    else several.push(group)
  }
  const isFew = ({ cells, total }: Group) => total > 0 && total < least && [...cells.keys()].some(isProtected)
  const isVeiled = ({ cells }: Group) => [...cells.keys()].some(({ veiled }) => veiled)
  for (const group of single) if (isFew(group) || isVeiled(group)) yield group.rows
  let open = several
  for (let rows = 1; rows <= MOST_ROWS; rows++) {
    const next: Group[] = []
    for (const group of open) {
      const taken = [...group.cells].find(([, times]) => times < 0)
      if (!taken && isFew(group)) yield group.rows
      if (rows === MOST_ROWS) continue
      for (const other of several) {
        const pivots = group.pivots + other.pivots
        if (pivots >= least || !(taken ? (other.cells.get(taken[0]) ?? 0) > 0 : takesFrom(other, group))) continue
        const total = group.total + other.total
        if (rows + 1 === MOST_ROWS && !(total > 0 && total < least)) continue
        next.push({
          cells: addUp(group.cells, other.cells),
          total,
          pivots,
          rows: [...group.rows, ...other.rows],
        })
      }
    }
    open = next
  }
}

function takesFrom(one: Group, other: Group): boolean {
  for (const [cell, times] of one.cells) if (times < 0 && (other.cells.get(cell) ?? 0) > 0) return true
  return false
}

function totalOf(cells: ReadonlyMap<Cell, number>, layer: number): number {
  let total = 0
  for (const [cell, times] of cells) total += times * weightOf(cell, layer)
  return total
}

function addUp(one: ReadonlyMap<Cell, number>, other: ReadonlyMap<Cell, number>): Map<Cell, number> {
  const both = new Map(one)
  for (const [cell, times] of other) {
    const together = (both.get(cell) ?? 0) + times
    if (together === 0) both.delete(cell)
    else both.set(cell, together)
  }
  return both
}
