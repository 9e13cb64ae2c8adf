import { isUnknown, passes, weightOf, type Cell, type Line } from './cell.ts'
import type { Layers } from './layers.ts'

/**
 * Keeps every line safe by itself: where its parent is known, at least two children are unknown, and what is unknown in them adds
 * up to a number that might itself be shown. Only lines that a change may have made unsafe are looked at again.
 */
export class LineGuard {
  readonly #lines: readonly Line[]
  readonly #layers: Layers
  readonly #hide: (cell: Cell) => void
  readonly #linesOf: ReadonlyMap<Cell, readonly number[]>
  readonly #ofParent: ReadonlyMap<Cell, readonly Line[]>
  readonly #due: Uint8Array
  #said: ReadonlySet<Cell> = new Set()

  /** @param hide is called with each cell that has to be hidden, and hides it */
  constructor(lines: readonly Line[], layers: Layers, hide: (cell: Cell) => void) {
    this.#lines = lines
    this.#layers = layers
    this.#hide = hide
    this.#ofParent = Map.groupBy(lines, ({ parent }) => parent)
    const linesOf = new Map<Cell, number[]>()
    for (const [at, { parent, children }] of lines.entries()) {
      for (const cell of [parent, ...children]) {
        const known = linesOf.get(cell)
        if (known) known.push(at)
        else linesOf.set(cell, [at])
      }
    }
    this.#linesOf = linesOf
    this.#due = new Uint8Array(lines.length).fill(1)
  }

  /** Takes these cells as known from now on, though they are hidden, and no others. */
  know(said: ReadonlySet<Cell>): void {
    for (const cell of said) if (!this.#said.has(cell)) this.touch(cell)
    for (const cell of this.#said) if (!said.has(cell)) this.touch(cell)
    this.#said = said
  }

  /** A cell became known or unknown: its lines have to be looked at, and those in which its parents' uncertainty counts. */
  touch(cell: Cell): void {
    for (const at of this.#linesOf.get(cell) ?? []) {
      this.#due[at] = 1
      const { parent } = this.#lines[at]!
      if (parent !== cell) for (const above of this.#linesOf.get(parent)!) this.#due[above] = 1
    }
  }

  /** Hides what makes the lines safe, in their order. Whether it hid anything; other lines may then have become unsafe. */
  hideUnsafe(): boolean {
    let hidden = false
    for (const [at, line] of this.#lines.entries()) {
      if (this.#due[at] === 0) continue
      this.#due[at] = 0
      while (!this.#isSafe(line)) {
        const next = this.#nextOf(line)
        if (!next) break
        this.#hide(next)
        hidden = true
      }
    }
    return hidden
  }

  #isKnown(cell: Cell): boolean {
    return !isUnknown(cell) || this.#said.has(cell)
  }

  #isSafe(line: Line): boolean {
    const unknown = line.children.filter((cell) => !this.#isKnown(cell))
    if (!this.#isKnown(line.parent)) {
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
      const total = unknown.reduce((sum, cell) => sum + this.#uncertainty(cell, layer), 0)
      return passes(total, layer, this.#layers)
    })
  }

  /** How far a count may be below what it is, as far as everybody can tell: less what is known to be inside it. */
  #uncertainty(cell: Cell, layer: number): number {
    const count = cell.counts[layer] ?? 0
    let least = 0
    for (const line of this.#ofParent.get(cell) ?? []) {
      if (!line.layers.includes(layer)) continue
      const inside = line.children.reduce(
        (sum, child) => (this.#isKnown(child) ? sum + (child.counts[layer] ?? 0) : sum),
        0,
      )
      least = Math.max(least, inside)
    }
    return Math.max(0, count - least)
  }

  /**
   * The smallest child that is not zero; one that is hidden in the usual scope goes first, spare cells go last. What the usual
   * scope shows is not hidden for the sake of another scope while that one has anything left. A difference that is known is hidden
   * by hiding one of the two that it is made from.
   */
  #nextOf(line: Line): Cell | null {
    const open = (cell: Cell) =>
      !cell.hidden && !cell.given && cell.standing === 'published' && weightOf(cell, line.weight) > 0
    const candidates = line.children.flatMap((child) => {
      const weight = weightOf(child, line.weight)
      if (weight === 0 || line.spare.includes(child)) return []
      const cell = child.standing === 'latent' ? (this.#isKnown(child) ? child.behind.find(open) : undefined) : child
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
