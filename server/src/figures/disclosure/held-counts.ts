import { isUnknown, type Cell, type Line } from './cell.ts'
import { Groups } from './groups.ts'
import { FEWEST_PERSONS, type Layers } from './layers.ts'
import type { Constraint } from './solved-rows.ts'

/** A count of a cell. */
export interface Count {
  cell: Cell
  layer: number
}

/** Cells with the sums that they are in, and which numbers their counts are. */
export interface Table {
  lines: readonly Line[]
  layers: Layers
  /** In no line, it may be. */
  cells?: ReadonlyMap<unknown, Cell>
  /** What is shown of their counts is what they are rounded to. Absent: it is not. */
  isRounded?: boolean
}

/** A number that no figure has, as it may be. */
export interface Part {
  count: number
}

/** What is known besides, of counts of several tables: such a sum of numbers is as it is, or no more than nothing. */
export interface Relation {
  terms: readonly (readonly [of: Count | Part, times: number])[]
  isExact: boolean
}

/** A number: the counts that it is, which all are known to be the same. */
interface Held {
  counts: Count[]
  value: number
  least: number
}

/** The counts of tables as numbers, those that are known to be the same as one, and what is known of them together. */
export class HeldCounts {
  readonly all: Held[] = []
  /** What a rate that no table shows is divided by: no secret where it is many persons. */
  readonly many = new Set<Count>()
  /** What is left of those under the line, as no answer says it of what is rounded. */
  readonly rests = new Set<Count>()
  readonly constraints: readonly Constraint[]
  readonly #places = new Map<Cell | Part, readonly (number | undefined)[]>()

  constructor(tables: readonly Table[], relations: readonly Relation[]) {
    this.#take(tables, relations)
    this.constraints = [
      ...tables.flatMap(({ lines, layers, cells }) => [
        ...this.#sums(lines),
        ...this.#withinCells(cellsOf(lines, cells), layers),
      ]),
      ...relations.flatMap((relation) => this.#related(relation)),
    ]
  }

  /** Of each layer of a cell. */
  placesOf(cell: Cell): readonly (number | undefined)[] {
    return this.#places.get(cell) ?? []
  }

  placeOf(cell: Cell | Part, layer: number): number | undefined {
    return this.#places.get(cell)?.[layer]
  }

  /** Numbers the counts, those that are known to be the same as one. */
  #take(tables: readonly Table[], relations: readonly Relation[]): void {
    const groups = new Groups<Cell | Part>()
    for (const { lines, layers, cells } of tables) {
      for (const [first, second] of sameInLines(lines)) groups.join(first, second)
      const [of, size] = sizedIn(layers)
      for (const cell of cellsOf(lines, cells))
        if (cell.counts[of] != null && cell.counts[of] === cell.counts[size]) groups.join([cell, of], [cell, size])
    }
    for (const { terms, isExact } of relations)
      if (isExact && terms.length === 2 && terms[0]![1] === -terms[1]![1] && isSameCount(terms[0]![0], terms[1]![0]))
        groups.join(keyOf(terms[0]![0]), keyOf(terms[1]![0]))
    const numbers = new Map<object, number>()
    const take = (of: Cell | Part, layer: number, count: number) => {
      const root = groups.rootOf([of, layer])
      let at = numbers.get(root)
      if (at === undefined) {
        at = this.all.push({ counts: [], value: count, least: 0 }) - 1
        numbers.set(root, at)
      }
      return at
    }
    for (const { lines, layers, cells, isRounded = false } of tables)
      for (const cell of cellsOf(lines, cells)) {
        if (!isAny(cell)) continue
        const places = cell.counts.map((count, layer) => (count === null ? undefined : take(cell, layer, count)))
        this.#places.set(cell, places)
        for (const [layer, at] of places.entries()) {
          if (at === undefined) continue
          const held = this.all[at]!
          const count = { cell, layer }
          held.counts.push(count)
          if (layers.names[layer] === 'rest') this.rests.add(count)
          if (cell.standing === 'latent' && layers.names[layer] === 'denominator' && held.value >= FEWEST_PERSONS)
            this.many.add(count)
          held.least = Math.max(held.least, leastOf(cell, layer, layers, isRounded))
        }
      }
    for (const { terms } of relations)
      for (const [of] of terms) if (!('cell' in of)) this.#places.set(of, [take(of, 0, of.count)])
  }

  *#sums(lines: readonly Line[]): Generator<Constraint> {
    for (const { parent, children, layers } of lines)
      for (const layer of layers) {
        const whole = parent.counts[layer]
        if (whole == null) continue
        const parts = children.map((child) => child.counts[layer] ?? null)
        const sum = parts.includes(null) ? null : parts.reduce<number>((total, part) => total + part!, 0)
        const own = this.#termsOf(parent, layer, 1)
        const inside = children.map((child) => this.#termsOf(child, layer, -1))
        if (sum !== null && sum >= whole) yield { terms: [...own, ...inside.flat()], most: sum === whole ? null : 0 }
        if (sum === whole) continue
        for (const [place, [child]] of inside.entries())
          if (child && parts[place]! <= whole)
            yield { terms: [[child[0], 1], ...own.map(([at]) => [at, -1] as const)], most: 0 }
      }
  }

  /** What is left of those under the line is all that is not over it, and each who takes part is one person at most. */
  *#withinCells(cells: Iterable<Cell>, layers: Layers): Generator<Constraint> {
    const [numerator, rest, denominator] = placesOf(layers, ['numerator', 'rest', 'denominator'])
    const [whole, size] = sizedIn(layers)
    for (const cell of cells) {
      const count = (layer: number) => cell.counts[layer] ?? 0
      const of = (layer: number, times: number) => this.#termsOf(cell, layer, times)
      const isThere = (...those: number[]) => those.every((layer) => this.placeOf(cell, layer) !== undefined)
      if (isThere(numerator, rest, denominator) && count(numerator) + count(rest) === count(denominator))
        yield { terms: [...of(numerator, 1), ...of(rest, 1), ...of(denominator, -1)], most: null }
      if (isThere(whole, size) && count(size) < count(whole))
        yield { terms: [...of(size, 1), ...of(whole, -1)], most: 0 }
    }
  }

  #related({ terms, isExact }: Relation): Constraint[] {
    const found = terms.flatMap(([of, times]) =>
      'cell' in of ? this.#termsOf(of.cell, of.layer, times) : this.#termsOf(of, 0, times),
    )
    return [{ terms: found, most: isExact ? null : 0 }]
  }

  /** Of nothing there is none: it is no number that anybody is without. */
  #termsOf(of: Cell | Part, layer: number, times: number): (readonly [at: number, times: number])[] {
    const at = this.placeOf(of, layer)
    return at === undefined ? [] : [[at, times]]
  }
}

const keyOf = (of: Count | Part): [Cell | Part, number] => ('cell' in of ? [of.cell, of.layer] : [of, 0])

const countOf = (of: Count | Part): number | null => ('cell' in of ? of.cell.counts[of.layer]! : of.count)
const isSameCount = (one: Count | Part, other: Count | Part): boolean => countOf(one) === countOf(other)

const placesOf = ({ names }: Layers, wanted: readonly Layers['names'][number][]) =>
  wanted.map((name) => names.indexOf(name)) as [number, number, number]

/** What is counted, or divided by, and how many persons that is of. */
const sizedIn = (layers: Layers) =>
  placesOf(layers, [layers.names.includes('denominator') ? 'denominator' : 'value', 'size'])

/** Whether anybody is in it, as far as everybody knows. */
const isAny = (cell: Cell): boolean => isUnknown(cell) || cell.counts.some((count) => count !== null && count > 0)

const cellsOf = (lines: readonly Line[], cells: Table['cells']): Set<Cell> =>
  new Set([...lines.flatMap(({ parent, children }) => [parent, ...children]), ...(cells?.values() ?? [])])

/** Of what is hidden everybody knows that it is somebody; of what is rounded, of each side of a rate too. */
function leastOf(cell: Cell, layer: number, { names }: Layers, isRounded: boolean): number {
  const isPart = !isRounded && (names[layer] === 'numerator' || names[layer] === 'rest')
  return cell.standing === 'published' && !isPart ? Math.min(1, cell.counts[layer]!) : 0
}

/** Counts that a line says are the same, since all of the whole is in one of its parts. */
function* sameInLines(lines: readonly Line[]): Generator<[[Cell, number], [Cell, number]]> {
  for (const { parent, children, layers } of lines)
    for (const layer of layers) {
      const some = children.filter(isAny)
      const [only] = some
      const isOne = some.length === 1 && children.every(({ counts }) => counts[layer] != null)
      if (isOne && isAny(parent) && only!.counts[layer] === parent.counts[layer])
        yield [
          [parent, layer],
          [only!, layer],
        ]
    }
}
