import { isUnknown, passes, weightOf, type Cell, type Line } from './cell.ts'
import type { Layers } from './layers.ts'
import { findDetermined, findGivenAway } from './solve.ts'

/**
 * Hides cells until no sum gives away one that is hidden: in every line whose parent is known, at least two children are unknown,
 * and what is unknown in them adds up to a number that might itself be shown. Cells are only ever hidden, never shown again, so
 * that it ends; lines and children are taken in a fixed order, so that the answer depends on the figures alone.
 */
export function protect(lines: readonly Line[], layers: Layers): void {
  const ofParent = Map.groupBy(lines, (line) => line.parent)
  let determined = new Set<Cell>()
  for (;;) {
    const known = (cell: Cell) => !isUnknown(cell) || determined.has(cell)
    let hidden = false
    for (const line of lines) while (!isSafe(line, known, ofParent, layers) && hideNext(line, known)) hidden = true
    if (hidden) {
      determined = new Set()
      continue
    }
    const found = findDetermined(lines)
    const same = found.size === determined.size && [...found].every((cell) => determined.has(cell))
    if (!same) {
      determined = found
      continue
    }
    const given = findGivenAway(lines, layers)
    if (!given || !breakProof(given, lines, layers)) return
    determined = new Set()
  }
}

type Known = (cell: Cell) => boolean

/**
 * Hides one more cell so that these are not given away any more: the first, in the order in which cells are hidden, that does it
 * alone, else the first of all. False where nothing is left to hide.
 */
function breakProof(given: readonly Cell[], lines: readonly Line[], layers: Layers): boolean {
  const open = new Map<Cell, number>()
  const connected = [...connectedWith(given, lines)]
  for (const line of connected) {
    for (const cell of [...line.children, line.parent]) {
      const weight = weightOf(cell, line.weight)
      if (!isUnknown(cell) && weight > 0 && !open.has(cell)) open.set(cell, weight)
    }
  }
  const candidates = [...open].toSorted(
    ([a, aWeight], [b, bWeight]) => Number(a.usual) - Number(b.usual) || aWeight - bWeight || (a.key < b.key ? -1 : 1),
  )
  for (const [cell] of candidates) {
    cell.hidden = true
    if (!isSameGroup(findGivenAway(connected, layers), given)) return true
    cell.hidden = false
  }
  const first = candidates[0]?.[0]
  if (!first) return false
  first.hidden = true
  return true
}

function isSameGroup(one: readonly Cell[] | null, other: readonly Cell[]): boolean {
  return one !== null && one.length === other.length && one.every((cell) => other.includes(cell))
}

/** The lines that unknown cells join to these. */
function connectedWith(start: readonly Cell[], lines: readonly Line[]): Set<Line> {
  const connected = new Set<Line>()
  const reached = new Set(start)
  for (let grown = true; grown;) {
    grown = false
    for (const line of lines) {
      if (connected.has(line)) continue
      const unknown = [line.parent, ...line.children].filter(isUnknown)
      if (!unknown.some((cell) => reached.has(cell))) continue
      connected.add(line)
      for (const cell of unknown) reached.add(cell)
      grown = true
    }
  }
  return connected
}

function isSafe(line: Line, known: Known, ofParent: Map<Cell, Line[]>, layers: Layers): boolean {
  const unknown = line.children.filter((cell) => !known(cell))
  if (!known(line.parent)) {
    // Nothing but the sum of what is shown: the parent would be known. A gap that is not ours gives nothing away.
    return unknown.length > 0 || line.parent.standing === 'opaque'
  }
  if (unknown.length === 0) return true
  const [only] = unknown
  // A difference that may be known.
  if (unknown.length === 1 && only!.standing === 'latent' && !only!.sensitive) return true
  const real = unknown.filter((cell) => cell.standing !== 'published' || weightOf(cell, line.weight) > 0)
  if (real.length < 2) return false
  return line.layers.every((layer) => {
    const total = unknown.reduce((sum, cell) => sum + uncertainty(cell, layer, known, ofParent), 0)
    return passes(total, layer, layers)
  })
}

/** How far a count may lie below what it is, as far as everybody can tell: less what is known to be inside it. */
function uncertainty(cell: Cell, layer: number, known: Known, ofParent: Map<Cell, Line[]>): number {
  const count = cell.counts[layer] ?? 0
  let least = 0
  for (const line of ofParent.get(cell) ?? []) {
    if (!line.layers.includes(layer)) continue
    const inside = line.children.reduce((sum, child) => (known(child) ? sum + (child.counts[layer] ?? 0) : sum), 0)
    least = Math.max(least, inside)
  }
  return Math.max(0, count - least)
}

/**
 * Hides the smallest child that is not zero; one that is hidden in the usual scope goes first, spare cells go last. What the usual
 * scope shows is not hidden for the sake of another scope while that one has anything left. A difference that is known is hidden
 * by hiding one of the two that it is made from.
 */
function hideNext(line: Line, known: Known): boolean {
  const open = (cell: Cell) => !cell.hidden && cell.standing === 'published' && weightOf(cell, line.weight) > 0
  const candidates = line.children.flatMap((child) => {
    const weight = weightOf(child, line.weight)
    if (weight === 0 || line.spare.includes(child)) return []
    const cell = child.standing === 'latent' ? (known(child) ? child.behind.find(open) : undefined) : child
    return cell && open(cell) ? [{ cell, weight }] : []
  })
  candidates.sort(
    (a, b) =>
      Number(b.cell.twin?.hidden ?? false) - Number(a.cell.twin?.hidden ?? false) ||
      a.weight - b.weight ||
      (a.cell.key < b.cell.key ? -1 : a.cell.key > b.cell.key ? 1 : 0),
  )
  const [first] = candidates
  const next =
    candidates.find(({ cell }) => !cell.usual)?.cell ??
    line.spare.find((cell) => open(cell) && !cell.usual) ??
    first?.cell ??
    line.spare.find(open)
  if (!next) return false
  next.hidden = true
  return true
}
