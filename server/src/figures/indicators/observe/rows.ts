import type { AggregateRow } from '../compile/count.ts'
import { NO_NUMBERS, type Figure, type Gap } from '@causeway/shared/figure'
import type { PlacingRow } from '../compile/left-out.ts'

/** Numbers of one aggregated row; absent ones are 0. */
export interface Sums {
  n: number
  total: number
  other: number
  records: number
  persons: number
  groupHeads: number
  /** Some of the rows are group rows, be it of nobody. */
  hasGroups: boolean
  row: AggregateRow | null
}

function sumsOf(row: AggregateRow | undefined): Sums {
  return {
    n: Number(row?.n ?? 0),
    total: Number(row?.total ?? 0),
    other: Number(row?.other ?? 0),
    records: Number(row?.records ?? 0),
    persons: Number(row?.persons ?? 0),
    groupHeads: Number(row?.group_heads ?? 0),
    hasGroups: row !== undefined && row.group_heads !== null,
    row: row ?? null,
  }
}

export type CellKey = readonly [category: string | null, across: string | null]

const nameOf = ([category, across]: CellKey): string => JSON.stringify([category, across])

/** The rows of a period by part and cell. */
export class PeriodRows {
  readonly #byPart = new Map<string, Map<string, AggregateRow[]>>()

  constructor(rows: AggregateRow[]) {
    for (const row of rows) {
      const cells = this.#byPart.get(row.part) ?? new Map<string, AggregateRow[]>()
      this.#byPart.set(row.part, cells)
      const name = nameOf([row.category, row.across])
      const list = cells.get(name)
      if (list) list.push(row)
      else cells.set(name, [row])
    }
  }

  /** Every row of a cell: one, but for weighted parts one a unit. */
  rows(part: string, cell: CellKey): AggregateRow[] {
    return this.#byPart.get(part)?.get(nameOf(cell)) ?? []
  }

  sums(part: string, cell: CellKey): Sums {
    return sumsOf(this.rows(part, cell)[0])
  }

  /** The cells that occur in any of these parts. */
  cells(parts: string[]): CellKey[] {
    const names = new Set(parts.flatMap((part) => [...(this.#byPart.get(part)?.keys() ?? [])]))
    return [...names].map((name) => JSON.parse(name) as CellKey)
  }
}

/** A figure without its period. */
export type Cell = Omit<Figure, 'period'>

export type Observed = Partial<Cell> & ({ value: number } | { gap: Gap })

export function toCell(category: string | null, across: string | null, observed: Observed): Cell {
  return { ...NO_NUMBERS, gap: null, category, across, ...observed }
}

/** What one period answers: its cells, and what a category that occurs only elsewhere is in it. */
export interface PeriodAnswer {
  year: number
  cells: Cell[]
  absent: Cell
  /** Of categories that nothing was counted in, those that are not as `absent`: records of theirs were left out. */
  uncounted: Cell[]
  /** Where it has no cell though it has records (they may all be in no bloc): the period as a whole. Null: as `absent`. */
  whole: Cell | null
}

/** What no scope could place in one period, as a whole and cell by cell. */
export class Placing {
  readonly #byKind: ReadonlyMap<PlacingRow['kind'], readonly PlacingRow[]>
  readonly #isCut: boolean

  /** @param isCut by a dimension: cells are kept apart */
  constructor(rows: readonly PlacingRow[], isCut: boolean) {
    this.#byKind = Map.groupBy(rows, ({ kind }) => kind)
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
    return [...this.#of('left-out'), ...this.#of('unplaced')].map(({ category, across }): CellKey => [category, across])
  }

  #of(kind: PlacingRow['kind']): readonly PlacingRow[] {
    return this.#byKind.get(kind) ?? []
  }

  #sum(wanted: PlacingRow['kind'], [category, second]: CellKey = [null, null]): number {
    return this.#of(wanted)
      .filter((row) => (row.category ?? category) === category && (row.across ?? second) === second)
      .reduce((sum, { total }) => sum + Number(total), 0)
  }
}
