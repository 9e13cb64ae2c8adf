import { kept } from '../../ground/kept.ts'
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
  for (const group of single) if (isFew(group, least) || isVeiled(group)) yield group.rows
  const [putting, taking] = [placesBy(several, (times) => times > 0), placesBy(several, (times) => times < 0)]
  let open = several
  /** With the most rows: they are looked at last, and added up no further. */
  const last: [Group, Group][] = []
  for (let rows = 1; rows < MOST_ROWS; rows++) {
    const next: Group[] = []
    for (const group of open) {
      const taken = takenFrom(group)
      if (!taken && isFew(group, least)) yield group.rows
      for (const at of taken ? (putting.get(taken) ?? []) : placesTakingFrom(group, taking)) {
        const other = several[at]!
        const [pivots, total] = [group.pivots + other.pivots, group.total + other.total]
        if (pivots >= least) continue
        if (rows + 1 < MOST_ROWS)
          next.push({ cells: addUp(group.cells, other.cells), total, pivots, rows: [...group.rows, ...other.rows] })
        else if (total > 0 && total < least) last.push([group, other])
      }
    }
    open = next
  }
  for (const [group, other] of last) if (isProtectedSum(group, other)) yield [...group.rows, ...other.rows]
}

/** Whether of both together nothing is taken away, and something in them is protected. */
function isProtectedSum(one: Group, other: Group): boolean {
  let isAny = false
  for (const [cell, times] of one.cells) {
    const together = times + (other.cells.get(cell) ?? 0)
    if (together < 0) return false
    isAny ||= together > 0 && isProtected(cell)
  }
  for (const [cell, times] of other.cells) {
    if (one.cells.has(cell)) continue
    if (times < 0) return false
    isAny ||= isProtected(cell)
  }
  return isAny
}

function isFew({ cells, total }: Group, least: number): boolean {
  if (total <= 0 || total >= least) return false
  for (const cell of cells.keys()) if (isProtected(cell)) return true
  return false
}

function isVeiled({ cells }: Group): boolean {
  for (const { veiled } of cells.keys()) if (veiled) return true
  return false
}

/** The first that is taken away in it. */
function takenFrom({ cells }: Group): Cell | null {
  for (const [cell, times] of cells) if (times < 0) return cell
  return null
}

/** Of each cell the places of the groups that have it so often. */
function placesBy(groups: readonly Group[], holds: (times: number) => boolean): ReadonlyMap<Cell, readonly number[]> {
  const places = new Map<Cell, number[]>()
  for (const [at, { cells }] of groups.entries())
    for (const [cell, times] of cells) if (holds(times)) kept(places, cell, () => []).push(at)
  return places
}

/** In order, those that take away something that the group puts in. */
function placesTakingFrom({ cells }: Group, taking: ReturnType<typeof placesBy>): number[] {
  const places = new Set<number>()
  for (const [cell, times] of cells) if (times > 0) for (const at of taking.get(cell) ?? []) places.add(at)
  return [...places].sort((a, b) => a - b)
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
