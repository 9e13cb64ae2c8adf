import type { PlacingRow } from '../compile/left-out.ts'
import type { CellKey } from './rows.ts'

/** What no scope could place in one period, as a whole and cell by cell. */
export class Placing {
  readonly #rows: readonly PlacingRow[]
  readonly #isCut: boolean

  /** @param isCut by a dimension: cells are kept apart */
  constructor(rows: readonly PlacingRow[], isCut: boolean) {
    this.#rows = rows
    this.#isCut = isCut
  }

  /** Records that the cell would count; of a part that a dimension leaves whole they are in every category. */
  leftOut(cell: CellKey): number {
    return this.#sum('left-out', cell)
  }

  leftOutInAll(): number {
    return this.#sum(this.#isCut ? 'left-out-of-all' : 'left-out')
  }

  /** The country is unknown in every record of the period, of what the filters leave of it, or of the cell. */
  isAllUnknown(cell: CellKey): boolean {
    const isAll = (unplaced: number, placed: number) => unplaced > 0 && placed === 0
    return (
      isAll(this.#sum('unplaced-in-period'), this.#sum('placed-in-period')) ||
      isAll(this.#sum('unplaced-in-all'), this.#sum('placed-in-all')) ||
      isAll(this.#sum('unplaced', cell), this.#sum('placed', cell))
    )
  }

  /** Those that something was left out of, or that something unknown is in. */
  cells(): CellKey[] {
    return this.#rows
      .filter(({ kind }) => kind === 'left-out' || kind === 'unplaced')
      .map(({ category, across }): CellKey => [category, across])
  }

  #sum(wanted: PlacingRow['kind'], [category, second]: CellKey = [null, null]): number {
    return this.#rows
      .filter(({ kind }) => kind === wanted)
      .filter((row) => (row.category ?? category) === category && (row.across ?? second) === second)
      .reduce((sum, { total }) => sum + Number(total), 0)
  }
}
