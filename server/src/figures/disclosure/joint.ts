import { isWhole, type Cell } from './cell.ts'
import type { Count } from './held-counts.ts'
import { Intervals } from './intervals.ts'
import { WIDE } from './polytope.ts'
import { relationsOf, type Member } from './relations.ts'
import { findWider, type Open } from './widen.ts'

/**
 * Hides more of tables that count some of the same persons, until no hidden count of theirs can be seen to be one of fewer than four numbers
 * by anybody who knows what all of them show. Then what has become needless is shown again. Says which cells it hid.
 * @param mayHide which of the members' cells may be hidden
 */
export function hideJointly(members: readonly Member[], mayHide: (member: Member, cell: Cell) => boolean): Set<Cell> {
  // What official tables say of rounded numbers they say in any case: by themselves these are protected first.
  const isOfTables = members.some(({ isRounded, cells }) => isRounded && cells.values().some(({ given }) => given))
  if (isOfTables) hideBy(new Intervals(members, relationsOf(members), false), members, mayHide)
  return hideBy(new Intervals(members, relationsOf(members)), members, mayHide)
}

function hideBy(
  intervals: Intervals,
  members: readonly Member[],
  mayHide: (member: Member, cell: Cell) => boolean,
): Set<Cell> {
  const open = openIn(members, mayHide)
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
  return hidden
}

/** A whole is hidden last; of others those of the fewest persons are hidden first. */
function openIn(members: readonly Member[], mayHide: (member: Member, cell: Cell) => boolean): Open {
  const isOpen = new Map<Cell, boolean>()
  for (const member of members)
    for (const cell of member.cells.values())
      isOpen.set(cell, cell.standing === 'published' && !cell.given && mayHide(member, cell))
  const loss = (cell: Cell) => Math.max(...cell.counts.map((count) => count ?? 0))
  return {
    isOpen: (cell) => !cell.hidden && isOpen.get(cell) === true,
    compare: (a, b) =>
      Number(isWhole(a)) - Number(isWhole(b)) || loss(a) - loss(b) || (a.key < b.key ? -1 : a.key > b.key ? 1 : 0),
  }
}
