import { isUnknown, isWhole, type Cell } from './cell.ts'
import type { Count } from './held-counts.ts'
import type { Intervals } from './intervals.ts'
import { WIDE } from './polytope.ts'

/** Cells that are only hidden together, since each tells the same number. */
type Together = readonly Cell[]

/** What is looked at to hide one of it. */
const MOST_TRIED = 8

/** What may be hidden, and in which order: what is lost least first. */
export interface Open {
  isOpen: (cell: Cell) => boolean
  compare: (one: Cell, other: Cell) => number
}

/**
 * What to hide so that a count that is not wide can be four numbers: what does it alone at the least loss, else what makes it wider, else
 * several that do it together; a whole only where no parts do. None: nothing does.
 */
export function findWider(intervals: Intervals, count: Count, open: Open): Together {
  const limits = limitsOf(intervals, count, open)
  const isPart = (cell: Cell) => !isWhole(cell)
  const parts = limits.filter((cells) => cells.every(isPart))
  const found = findAmong(parts.slice(0, MOST_TRIED))
  if (found.length > 0) return found
  const several = findSeveral(intervals, count, parts, { ...open, isOpen: (cell) => isPart(cell) && open.isOpen(cell) })
  if (several.length > 0 || parts.length === limits.length) return several
  const wholes = findAmong(limits.slice(0, MOST_TRIED).filter((cells) => !cells.every(isPart)))
  return wholes.length > 0 ? wholes : findSeveral(intervals, count, limits, open)

  function findAmong(some: readonly Together[]): Together {
    let [best, width] = [[] as Together, intervals.widthOf(count)]
    for (const cells of some) {
      const wider = intervals.widthWith(count, cells)
      if (wider <= width) continue
      ;[best, width] = [cells, wider]
      if (width >= WIDE) break
    }
    return best
  }
}

/** Hides all that it follows from, and what it follows from then, until it is wide; those that are other numbers there do it together. */
function findSeveral(intervals: Intervals, count: Count, limits: readonly Together[], open: Open): Together {
  const hidden: Cell[] = []
  let next = limits.flat()
  while (next.length > 0) {
    for (const cell of next) intervals.hide(cell)
    hidden.push(...next)
    if (intervals.widthOf(count) >= WIDE) break
    next = limitsOf(intervals, count, open).flat()
  }
  const moved = intervals.widthOf(count) < WIDE ? new Set<Cell>() : intervals.movedWith(count)
  for (const cell of hidden) intervals.show(cell)
  return hidden.filter((cell) => moved.has(cell))
}

/** What is shown and tells what it is, the least loss first: to hide anything else alone is of no use. */
function limitsOf(intervals: Intervals, count: Count, { isOpen, compare }: Open): Together[] {
  return intervals
    .limitsOf(count)
    .map((cells) => cells.filter((cell) => !isUnknown(cell)).toSorted((a, b) => compare(b, a)))
    .filter((cells) => cells.every(isOpen))
    .toSorted((one, other) => compare(one[0]!, other[0]!) || one.length - other.length)
}
