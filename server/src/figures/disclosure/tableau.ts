import { isUnknown, weightOf, type Cell, type Line } from './cell.ts'

/** The greatest prime below 2^26, so that a product of two residues is exact. All coefficients of lines are 1 and -1. */
const PRIME = 67_108_859
const NONE = -1
/** Of cells in a row; a fraction is a far greater residue. */
const MOST_TIMES = 1000
/** Denominators that are looked for. */
const MOST_PARTS = 12

/**
 * The lines as linear equations, solved for the cells that are unknown, and kept solved as more of them become unknown: a cell
 * that is hidden costs a few steps of elimination, not a new one.
 *
 * Cells are columns, and a row says that its cells add up to nothing. Rows are of two kinds:
 * - solved ones have a pivot, an unknown cell that is in no other row;
 * - spare ones have none, and hold no unknown cell at all: sums among what is known. A cell that becomes unknown is solved by a
 *   spare row that holds it; where there is none, nothing new follows from the rows that hold it, and they stay as they are.
 *
 * So a sum of unknown cells follows from the known ones exactly if it is a combination of solved rows; a cell is said exactly if
 * it is alone among the unknown ones of its row. Pivots are chosen among the many, cells of at least `least` in the layer, as long
 * as a row holds one. The rows whose pivot is one of the few then hold no others, and every sum of few is a combination of them.
 */
export class Tableau {
  readonly cells: readonly Cell[]
  readonly #columns: ReadonlyMap<Cell, number>
  readonly #rows: Float64Array[]
  readonly #pivots: Int32Array
  readonly #unknown: Uint8Array
  readonly #many: Uint8Array
  /** Of each row: how many cells it holds, how many of them are unknown, and how many of those are of the many. */
  readonly #size: Int32Array
  readonly #unknowns: Int32Array
  readonly #manies: Int32Array
  /** Of a row what `unknownsOf` said, as long as nothing of it is another. */
  readonly #said: (ReadonlyMap<Cell, number> | undefined)[] = []

  constructor(lines: readonly Line[], layer: number, least: number) {
    const held = new Set(lines.flatMap(({ parent, children }) => [parent, ...children]))
    // What is nothing never becomes unknown, and adds nothing.
    this.cells = [...held].filter((cell) => isUnknown(cell) || cell.counts.some((count) => count !== null && count > 0))
    this.#columns = new Map(this.cells.map((cell, column) => [cell, column]))
    this.#rows = this.#distinctRows(lines)
    this.#pivots = new Int32Array(this.#rows.length).fill(NONE)
    this.#size = Int32Array.from(this.#rows, (row) => nonZero(row).length)
    this.#unknowns = new Int32Array(this.#rows.length)
    this.#manies = new Int32Array(this.#rows.length)
    this.#unknown = new Uint8Array(this.cells.length)
    this.#many = Uint8Array.from(this.cells, (cell) => Number(weightOf(cell, layer) >= least))
    for (const cell of this.cells) if (isUnknown(cell)) this.#addUnknown(this.#columns.get(cell)!)
    this.#preferMany()
  }

  /** Takes the cell as unknown from now on. */
  hide(cell: Cell): void {
    const column = this.#columns.get(cell)
    if (column === undefined || this.#unknown[column] === 1) return
    this.#addUnknown(column)
    this.#preferMany()
  }

  /** The unknown cells that everybody can work out. */
  said(): Cell[] {
    return this.#rowsWhere((row) => this.#unknowns[row] === 1).map((row) => this.pivotOf(row))
  }

  /** Rows that are sums of few alone. */
  rowsOfFew(): number[] {
    return this.#rowsWhere((row) => this.#pivots[row] !== NONE && this.#many[this.#pivots[row]!] === 0)
  }

  /** Of a solved row. */
  pivotOf(row: number): Cell {
    return this.cells[this.#pivots[row]!]!
  }

  /** The unknown cells of a solved row, with how often each is in the sum: once its pivot, or as often as makes all of them whole. */
  unknownsOf(row: number): ReadonlyMap<Cell, number> {
    return (this.#said[row] ??= this.#wholeUnknownsOf(row))
  }

  #wholeUnknownsOf(row: number): Map<Cell, number> {
    const values = this.#rows[row]!
    const sum = this.#entriesOf([row], 1)
    const once = inverse(values[this.#pivots[row]!]!)
    for (let parts = 1; parts <= MOST_PARTS; parts++) {
      const factor = times(once, parts)
      if (!isWhole(sum, factor)) continue
      if (factor === 1) return sum
      for (let column = 0; column < values.length; column++) values[column] = times(values[column]!, factor)
      return this.#entriesOf([row], 1)
    }
    return sum
  }

  /** The known cells that the sum of these rows is worked out from, as they were taken for their unknown cells. */
  knownOf(rows: readonly number[]): Cell[] {
    return [...this.#entriesOf(rows, 0).keys()]
  }

  /**
   * Whether what was worked out from this known cell cannot be worked out in any other way, once it is hidden: it is in no sum
   * among known cells that could be in for it.
   */
  isIrreplaceable(cell: Cell): boolean {
    const column = this.#columns.get(cell)!
    return this.#rows.every((row, at) => this.#pivots[at] !== NONE || row[column] === 0)
  }

  #entriesOf(rows: readonly number[], unknown: 0 | 1): Map<Cell, number> {
    const entries = new Map<Cell, number>()
    const held = rows.map((row) => this.#rows[row]!)
    for (let column = 0; column < this.cells.length; column++) {
      if (this.#unknown[column] !== unknown) continue
      let value = 0
      for (const row of held) value += row[column]!
      value %= PRIME
      if (value !== 0) entries.set(this.cells[column]!, signed(value))
    }
    return entries
  }

  #rowsWhere(holds: (row: number) => boolean): number[] {
    const found: number[] = []
    for (let row = 0; row < this.#rows.length; row++) if (holds(row)) found.push(row)
    return found
  }

  #distinctRows(lines: readonly Line[]): Float64Array[] {
    const rows = new Map<string, Float64Array>()
    for (const { parent, children } of lines) {
      const whole = this.#columns.get(parent)
      const parts = children.flatMap((child) => this.#columns.get(child) ?? []).toSorted((a, b) => a - b)
      const name = `${whole}=${parts.join()}`
      if ((whole === undefined && parts.length === 0) || rows.has(name)) continue
      const row = new Float64Array(this.cells.length)
      for (const column of parts) row[column] = 1
      if (whole !== undefined) row[whole] = PRIME - 1
      rows.set(name, row)
    }
    return [...rows.values()]
  }

  #addUnknown(column: number): void {
    this.#unknown[column] = 1
    let spare = NONE
    for (let row = 0; row < this.#rows.length; row++) {
      if (this.#rows[row]![column] === 0) continue
      this.#said[row] = undefined
      this.#unknowns[row]!++
      if (this.#many[column] === 1) this.#manies[row]!++
      if (this.#pivots[row] === NONE && (spare === NONE || this.#size[row]! < this.#size[spare]!)) spare = row
    }
    if (spare !== NONE) this.#solve(spare, column)
  }

  #preferMany(): void {
    for (;;) {
      const row = this.#pivots.findIndex((pivot, at) => this.#manies[at]! > 0 && this.#many[pivot] === 0)
      if (row < 0) return
      const isOfMany = (value: number, at: number) => value !== 0 && this.#unknown[at] === 1 && this.#many[at] === 1
      this.#solve(row, this.#rows[row]!.findIndex(isOfMany))
    }
  }

  /** Makes the cell the pivot of the row, and takes it out of all others. */
  #solve(at: number, column: number): void {
    const row = this.#rows[at]!
    const held = nonZero(row)
    const scale = inverse(row[column]!)
    for (const i of held) row[i] = times(row[i]!, scale)
    this.#pivots[at] = column
    this.#said[at] = undefined
    for (let other = 0; other < this.#rows.length; other++) {
      const values = this.#rows[other]!
      const factor = values[column]!
      if (factor === 0 || other === at) continue
      this.#said[other] = undefined
      for (const i of held) {
        const before = values[i]!
        const after = before - times(row[i]!, factor)
        values[i] = after < 0 ? after + PRIME : after
        if (before === 0) this.#count(other, i, 1)
        else if (after === 0) this.#count(other, i, -1)
      }
    }
  }

  #count(row: number, column: number, more: 1 | -1): void {
    this.#size[row]! += more
    if (this.#unknown[column] === 0) return
    this.#unknowns[row]! += more
    if (this.#many[column] === 1) this.#manies[row]! += more
  }
}

/** Whether these are small whole numbers, taken so often. */
function isWhole(sum: ReadonlyMap<Cell, number>, factor: number): boolean {
  for (const value of sum.values()) if (Math.abs(signed(times(residue(value), factor))) > MOST_TIMES) return false
  return true
}

function signed(value: number): number {
  return value > PRIME / 2 ? value - PRIME : value
}

function residue(value: number): number {
  return value < 0 ? value + PRIME : value
}

function nonZero(row: Float64Array): number[] {
  const held: number[] = []
  for (let at = 0; at < row.length; at++) if (row[at] !== 0) held.push(at)
  return held
}

/** Of residues; nearly all factors are 1 and -1, and a remainder is slow. */
function times(value: number, factor: number): number {
  if (factor === 1) return value
  if (factor === PRIME - 1) return value === 0 ? 0 : PRIME - value
  return (value * factor) % PRIME
}

/** By Fermat: value^(PRIME - 2). */
function inverse(value: number): number {
  if (value === 1 || value === PRIME - 1) return value
  let [result, base, exponent] = [1, value, PRIME - 2]
  while (exponent > 0) {
    if (exponent % 2 === 1) result = (result * base) % PRIME
    base = (base * base) % PRIME
    exponent = Math.floor(exponent / 2)
  }
  return result
}
