import { isWhole, type Cell } from './cell.ts'
import type { Count } from './held-counts.ts'
import { Intervals } from './intervals.ts'
import { WIDE } from './polytope.ts'
import { relationsOf, type Member } from './relations.ts'
import { findWider, type Open } from './widen.ts'

interface Solved {
  /** The cells that it hid. */
  hidden: Set<Cell>
  /** The counts that can be fewer numbers all the same. */
  left: readonly Count[]
}

/**
 * Hides more of tables that count some of the same persons, until no hidden count of theirs can be seen to be one of fewer than four numbers
 * by anybody who knows what all of them show. Then what has become needless is shown again.
 * @param mayHide which of the members' cells may be hidden
 */
export function hideJointly(members: readonly Member[], mayHide: (member: Member, cell: Cell) => boolean): Solved {
  // What official tables say of rounded numbers they say in any case: by themselves these are protected first.
  const isOfTables = members.some(({ isRounded, cells }) => isRounded && cells.values().some(({ given }) => given))
  if (isOfTables) hideBy(new Intervals(members, relationsOf(members), false), members, mayHide)
  return hideBy(new Intervals(members, relationsOf(members)), members, mayHide)
}

function hideBy(
  intervals: Intervals,
  members: readonly Member[],
  mayHide: (member: Member, cell: Cell) => boolean,
): Solved {
  const isPublished = ({ standing, given }: Cell) => standing === 'published' && !given
  const may = new Set(
    members.flatMap((one) => [...one.cells.values()].filter((cell) => isPublished(cell) && mayHide(one, cell))),
  )
  const open = openAmong(may)
  const hidden = new Set<Cell>()
  const left: Count[] = []
  const isLeft = (count: Count) =>
    intervals.isTold(count) || left.some(({ cell, layer }) => cell === count.cell && layer === count.layer)
  for (let found = intervals.narrow(isLeft); found.length > 0; found = intervals.narrow(isLeft)) {
    for (const count of found) {
      if (intervals.widthOf(count) >= WIDE) continue
      const cells = findWider(intervals, count, open)
      if (cells.length === 0) left.push(count)
      for (const cell of cells) {
        intervals.hide(cell)
        hidden.add(cell)
      }
    }
  }
  for (const cell of [...hidden].toSorted((a, b) => open.compare(b, a))) {
    intervals.show(cell)
    if (intervals.narrow(isLeft, 1).length > 0) intervals.hide(cell)
    else hidden.delete(cell)
  }
  // What anybody can work out, and is not few, is no secret.
  const isNone = ({ cell }: Count) => cell.hidden && may.has(cell) && intervals.isWorkedOut(cell)
  const none = new Set(left.filter(isNone).map(({ cell }) => cell))
  for (const cell of none) intervals.show(cell)
  return { hidden, left: left.filter(({ cell }) => !none.has(cell)) }
}

/** A whole is hidden last; of others those of the fewest persons are hidden first. */
function openAmong(may: ReadonlySet<Cell>): Open {
  const loss = (cell: Cell) => Math.max(...cell.counts.map((count) => count ?? 0))
  return {
    isOpen: (cell) => !cell.hidden && may.has(cell),
    compare: (a, b) =>
      Number(isWhole(a)) - Number(isWhole(b)) || loss(a) - loss(b) || (a.key < b.key ? -1 : a.key > b.key ? 1 : 0),
  }
}
