import { Sum, toRow, type Row } from './sparse-row.ts'

/** No row, or no number. */
export const NONE = -1

/** That a row was solved for another number: how often that was in each row then. */
interface Turn {
  row: number
  pivot: number
  column: Row
  /** Of each row its place in the column, from 1; 0: it is not in it. */
  places: Int32Array
}

/** Sums that stay as they are, each solved for one of its numbers (its pivot): as they are in the beginning, and after some were solved for another. */
export class TurnedRows {
  /** Of each row. */
  readonly pivots: number[]
  /** Of the beginning, and of each number the rows that hold it. */
  readonly #rows: readonly Row[]
  readonly #columns: readonly Row[]
  /** Of each number its row where it is a pivot. */
  readonly #rowOf: Int32Array
  #turns: Turn[] = []
  /** Of turns that were gone back; there is nothing in them. */
  readonly #spare: Int32Array[] = []
  readonly #ofRows: Sum
  readonly #ofNumbers: Sum

  /** @param size how many numbers there are */
  constructor(size: number, { rows, pivots }: { rows: readonly Row[]; pivots: number[] }) {
    this.#rows = rows
    this.pivots = pivots
    this.#rowOf = new Int32Array(size).fill(NONE)
    for (const [row, pivot] of pivots.entries()) this.#rowOf[pivot] = row
    const columns: [number, number][][] = Array.from({ length: size }, () => [])
    for (const [row, { at, times }] of rows.entries())
      for (const [place, number] of at.entries()) columns[number]!.push([row, times[place]!])
    this.#columns = columns.map(toRow)
    this.#ofRows = new Sum(rows.length)
    this.#ofNumbers = new Sum(size)
  }

  /** That is solved for a number; none: it is no pivot. */
  rowOf(number: number): number {
    return this.#rowOf[number]!
  }

  /** A row as it is after all turns. */
  rowAt(row: number): Row {
    if (this.#turns.length === 0) return this.#rows[row]!
    const often = this.#ofRows
    often.addOne(row, 1)
    for (let turn = this.#turns.length - 1; turn >= 0; turn--) {
      const { row: turned, column, places } = this.#turns[turn]!
      const before = often.of(turned)
      let own = before
      // Few rows are in it, and many in a column; in its order, so that it comes to the same to the last digit.
      for (const place of often.placesIn(places))
        if (column.at[place] !== turned) own -= often.of(column.at[place]!) * column.times[place]!
      own /= column.times[places[turned]! - 1]!
      if (own !== before) often.addOne(turned, own - before)
    }
    const { at, times } = often.take()
    for (let place = 0; place < at.length; place++) this.#ofNumbers.add(this.#rows[at[place]!]!, times[place])
    return this.#ofNumbers.take()
  }

  /** How often a number is in each row after all turns. */
  columnAt(number: number): Row {
    if (this.#turns.length === 0) return this.#columns[number]!
    const often = this.#ofRows
    often.add(this.#columns[number]!)
    for (const { row, column, places } of this.#turns) {
      const own = often.of(row)
      if (own === 0) continue
      const factor = own / column.times[places[row]! - 1]!
      often.add(column, -factor)
      often.addOne(row, factor)
    }
    return often.take()
  }

  /** Solves a row for another number. @param column how often that is in each row now */
  turn(row: number, number: number, column: Row): void {
    const pivot = this.pivots[row]!
    const places = this.#spare.pop() ?? new Int32Array(this.#rows.length)
    for (let place = 0; place < column.at.length; place++) places[column.at[place]!] = place + 1
    this.#turns.push({ row, pivot, column, places })
    this.#rowOf[pivot] = NONE
    this.pivots[row] = number
    this.#rowOf[number] = row
  }

  /** All as it was in the beginning. */
  goBack(): void {
    for (const { row, pivot } of this.#turns.toReversed()) {
      this.#rowOf[this.pivots[row]!] = NONE
      this.pivots[row] = pivot
    }
    for (const { row, column, places } of this.#turns) {
      this.#rowOf[this.pivots[row]!] = row
      for (let place = 0; place < column.at.length; place++) places[column.at[place]!] = 0
      this.#spare.push(places)
    }
    this.#turns = []
  }
}
