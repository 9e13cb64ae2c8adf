import { kept } from '../../ground/kept.ts'
import { isProtected, isUnknown, type Cell, type Line } from './cell.ts'
import type { Layers } from './layers.ts'
import { Polytope, type Constraint } from './polytope.ts'

type Term = [at: number, times: number]

/** A count of a cell that nobody may know. */
export interface Count {
  cell: Cell
  layer: number
}

interface Built {
  polytope: Polytope
  counts: Count[]
}

/**
 * What the lines say of every count of a cell, on all layers at once. Where some persons are in several parts the parts are no less
 * than the whole, and none is more than it. Only what is tied to a count by unknown cells says anything of it, so that the rest is
 * left out.
 */
export class Intervals {
  readonly #layers: Layers
  readonly #linesOf = new Map<Cell, Line[]>()

  constructor(lines: readonly Line[], layers: Layers) {
    this.#layers = layers
    for (const line of lines)
      for (const cell of new Set([line.parent, ...line.children])) kept(this.#linesOf, cell, () => []).push(line)
  }

  /** The hidden counts that can be narrowed to fewer than four numbers, as far as `enough` of them; `among`: of these cells. */
  narrow(among: Iterable<Cell> = this.#linesOf.keys(), enough = Number.POSITIVE_INFINITY): Count[] {
    const found: Count[] = []
    const seen = new Set<Cell>()
    for (const cell of among) {
      if (found.length >= enough) break
      if (!isUnknown(cell) || seen.has(cell)) continue
      const tied = this.#tiedTo(cell)
      for (const one of tied) seen.add(one)
      const { polytope, counts } = this.#build(tied)
      for (const [at, count] of counts.entries()) {
        if (found.length >= enough) break
        if (this.#isSecret(count) && !polytope.isWide(at)) found.push(count)
      }
    }
    return found
  }

  /** All lines that have an unknown cell which is tied to this one. */
  linesTied(cell: Cell): Line[] {
    return this.#linesOfAll(this.#tiedTo(cell))
  }

  /** How wide a count would be, up to four numbers, if others were hidden too. */
  widthWith(count: Count, hidden: readonly Cell[]): number {
    return this.#withHidden(count, hidden, ({ polytope, placeOf }) => polytope.widthOf(placeOf(count)))
  }

  /** Which of some cells are other numbers where a count is as wide as it can be, if all of them were hidden too. */
  movedWith(count: Count, hidden: readonly Cell[]): Cell[] {
    return this.#withHidden(count, hidden, ({ polytope, counts, placeOf }) => {
      const wide = polytope.isWide(placeOf(count))
      const moved = new Set(polytope.moved().map((at) => counts[at]!.cell))
      return wide ? hidden.filter((cell) => moved.has(cell)) : []
    })
  }

  #withHidden<Answer>(
    count: Count,
    hidden: readonly Cell[],
    ask: (of: Built & { placeOf: (count: Count) => number }) => Answer,
  ): Answer {
    for (const cell of hidden) cell.hidden = true
    const built = this.#build(this.#tiedTo(count.cell))
    for (const cell of hidden) cell.hidden = false
    const placeOf = (one: Count) =>
      built.counts.findIndex(({ cell, layer }) => cell === one.cell && layer === one.layer)
    return ask({ ...built, placeOf })
  }

  /** The cell, and the unknown ones that lines tie to it, some through others. */
  #tiedTo(cell: Cell): ReadonlySet<Cell> {
    const tied = new Set([cell])
    const seen = new Set<Line>()
    for (const one of tied)
      for (const line of this.#linesOf.get(one) ?? []) {
        if (seen.has(line)) continue
        seen.add(line)
        for (const other of [line.parent, ...line.children]) if (isUnknown(other)) tied.add(other)
      }
    return tied
  }

  #linesOfAll(cells: ReadonlySet<Cell>): Line[] {
    return [...new Set([...cells].flatMap((cell) => this.#linesOf.get(cell) ?? []))]
  }

  /** 0 is shown, and so is known of what is hidden where all of it is 0. */
  #isSecret({ cell, layer }: Count): boolean {
    return (cell.hidden || isProtected(cell)) && (cell.counts[layer] ?? 0) > 0
  }

  #build(cells: ReadonlySet<Cell>): Built {
    const counts: Count[] = []
    const places = this.#layers.names.map(() => new Map<Cell, number>())
    for (const cell of cells) {
      if (!isUnknown(cell)) continue
      for (const [layer, count] of cell.counts.entries()) {
        if (count === null) continue
        places[layer]!.set(cell, counts.length)
        counts.push({ cell, layer })
      }
    }
    const constraints = [...this.#sums(this.#linesOfAll(cells), places), ...this.#withinCells(cells, places)]
    const values = counts.map(({ cell, layer }) => cell.counts[layer]!)
    const least = counts.map((count, at) => Math.min(values[at]!, this.#leastOf(count)))
    return { polytope: new Polytope(values, least, constraints), counts }
  }

  /** Of what is hidden everybody knows that it is somebody. */
  #leastOf({ cell, layer }: Count): number {
    const isPart = ['numerator', 'rest'].includes(this.#layers.names[layer]!)
    return cell.hidden && !isPart ? 1 : 0
  }

  *#sums(lines: readonly Line[], places: readonly ReadonlyMap<Cell, number>[]): Generator<Constraint> {
    for (const { parent, children, layers } of lines)
      for (const layer of layers) {
        const whole = parent.counts[layer]
        const parts = children.map((child) => child.counts[layer])
        if (whole == null || parts.some((part) => part == null)) continue
        const sum = parts.reduce<number>((total, part) => total + part!, 0)
        const own = places[layer]!.get(parent)
        const inside = children.map((child) => places[layer]!.get(child))
        const known = parts.reduce<number>((total, part, at) => (inside[at] === undefined ? total + part! : total), 0)
        const terms = [
          ...inside.flatMap((at): Term[] => (at === undefined ? [] : [[at, -1]])),
          ...(own === undefined ? [] : [[own, 1] as Term]),
        ]
        if (terms.length === 0) continue
        if (sum >= whole) yield { terms, most: sum === whole ? null : known - (own === undefined ? whole : 0) }
        if (sum === whole) continue
        for (const [child, at] of inside.entries()) {
          if (own === undefined && at !== undefined) yield { terms: [[at, 1]], most: whole }
          else if (own !== undefined && at !== undefined)
            yield {
              terms: [
                [at, 1],
                [own, -1],
              ],
              most: 0,
            }
          else if (own !== undefined) yield { terms: [[own, -1]], most: -parts[child]! }
        }
      }
  }

  /** What is left of those under the line is all that is not over it, and each who takes part is one person at most. */
  *#withinCells(cells: ReadonlySet<Cell>, places: readonly ReadonlyMap<Cell, number>[]): Generator<Constraint> {
    const { names } = this.#layers
    const [numerator, rest, denominator] = ['numerator', 'rest', 'denominator'].map((name) =>
      names.indexOf(name as never),
    )
    const [value, size] = ['value', 'size'].map((name) => names.indexOf(name as never))
    for (const cell of cells) {
      if (!isUnknown(cell)) continue
      const at = (layer: number | undefined) => places[layer!]?.get(cell)
      const count = (layer: number | undefined) => cell.counts[layer!] ?? 0
      const [over, left, under] = [at(numerator), at(rest), at(denominator)]
      if (
        over !== undefined &&
        left !== undefined &&
        under !== undefined &&
        count(numerator) + count(rest) === count(denominator)
      )
        yield {
          terms: [
            [over, 1],
            [left, 1],
            [under, -1],
          ],
          most: null,
        }
      const [all, persons] = [at(value), at(size)]
      if (all !== undefined && persons !== undefined && count(size) <= count(value))
        yield {
          terms: [
            [persons, 1],
            [all, -1],
          ],
          most: count(size) === count(value) ? null : 0,
        }
    }
  }
}
