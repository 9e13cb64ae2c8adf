import { kept } from '../../ground/kept.ts'
import { isUnknown, passes, weightOf, type Cell, type Line } from './cell.ts'
import type { Layers } from './layers.ts'

/**
 * Keeps every line safe by itself: where its parent is known, at least two children are unknown, and what is unknown in them adds
 * up to a number that might itself be shown. Only lines that a change may have made unsafe are looked at again.
 * @param hide is called with each cell that has to be hidden, and hides it
 */
export function guardLines(lines: readonly Line[], layers: Layers, hide: (cell: Cell) => void) {
  const ofParent = Map.groupBy(lines, ({ parent }) => parent)
  const linesOf = new Map<Cell, number[]>()
  for (const [at, { parent, children }] of lines.entries())
    for (const cell of [parent, ...children]) kept(linesOf, cell, () => []).push(at)
  const due = new Uint8Array(lines.length).fill(1)
  /** Hidden ones that are known all the same. */
  let known: ReadonlySet<Cell> = new Set()
  return { know, touch, hideUnsafe, unsafe }

  /** Takes these cells as known from now on, though they are hidden, and no others. */
  function know(said: ReadonlySet<Cell>): void {
    for (const cell of said) if (!known.has(cell)) touch(cell)
    for (const cell of known) if (!said.has(cell)) touch(cell)
    known = said
  }

  /** A cell became known or unknown: its lines have to be looked at, and those in which its parents' uncertainty counts. */
  function touch(cell: Cell): void {
    for (const at of linesOf.get(cell) ?? []) {
      due[at] = 1
      const { parent } = lines[at]!
      if (parent !== cell) for (const above of linesOf.get(parent)!) due[above] = 1
    }
  }

  /** Hides what makes the lines safe, in their order. Whether it hid anything; other lines may then have become unsafe. */
  function hideUnsafe(): boolean {
    let hidden = false
    for (const [at, line] of lines.entries()) {
      if (due[at] === 0) continue
      due[at] = 0
      while (!isSafe(line)) {
        const next = nextOf(line)
        if (!next) break
        hide(next)
        hidden = true
      }
    }
    return hidden
  }

  /** The lines that are not safe, whatever could be hidden of them. */
  function unsafe(): Line[] {
    return lines.filter((line) => !isSafe(line))
  }

  function isKnown(cell: Cell): boolean {
    return !isUnknown(cell) || known.has(cell)
  }

  function isSafe(line: Line): boolean {
    const unknown = line.children.filter((cell) => !isKnown(cell))
    if (!isKnown(line.parent)) {
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
      const total = unknown.reduce((sum, cell) => sum + uncertainty(cell, layer), 0)
      return passes(total, layer, layers)
    })
  }

  /** How far a count may be below what it is, as far as everybody can tell: less what is known to be inside it. */
  function uncertainty(cell: Cell, layer: number): number {
    const count = cell.counts[layer] ?? 0
    let least = 0
    for (const line of ofParent.get(cell) ?? []) {
      if (!line.layers.includes(layer)) continue
      const inside = line.children.reduce((sum, child) => (isKnown(child) ? sum + (child.counts[layer] ?? 0) : sum), 0)
      least = Math.max(least, inside)
    }
    return Math.max(0, count - least)
  }

  /**
   * The smallest child that is not zero; one that is hidden in the usual scope goes first, spare cells go last. What the usual
   * scope shows is not hidden for the sake of another scope while that one has anything left. A difference that is known is hidden
   * by hiding one of the two that it is made from.
   */
  function nextOf(line: Line): Cell | null {
    const open = (cell: Cell) =>
      !cell.hidden && !cell.given && cell.standing === 'published' && weightOf(cell, line.weight) > 0
    const candidates = line.children.flatMap((child) => {
      const weight = weightOf(child, line.weight)
      if (weight === 0 || line.spare.includes(child)) return []
      const cell = child.standing === 'latent' ? (isKnown(child) ? child.behind.find(open) : undefined) : child
      return cell && open(cell) ? [{ cell, weight }] : []
    })
    candidates.sort(
      (a, b) =>
        Number(b.cell.twin?.hidden ?? false) - Number(a.cell.twin?.hidden ?? false) ||
        a.weight - b.weight ||
        (a.cell.key < b.cell.key ? -1 : a.cell.key > b.cell.key ? 1 : 0),
    )
    return (
      candidates.find(({ cell }) => !cell.usual)?.cell ??
      line.spare.find((cell) => open(cell) && !cell.usual) ??
      candidates[0]?.cell ??
      line.spare.find(open) ??
      null
    )
  }
}
