import type { AggregateRow } from '../compile/count.ts'
import { NO_NUMBERS, type Figure, type Gap } from '@causeway/shared/figure'
import { kept } from '../../../ground/kept.ts'
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

/** Tells one cell from another; asked of each row and each cell of each breakdown. */
export const nameOf = ([category, across]: CellKey): string =>
  across === null ? (category === null ? '' : `=${category}`) : JSON.stringify([category, across])

interface RowsOfCell {
  key: CellKey
  rows: AggregateRow[]
}

/** The rows of a period by part and cell. */
export class PeriodRows {
  readonly #byPart = new Map<string, Map<string, RowsOfCell>>()

  constructor(rows: readonly AggregateRow[]) {
    for (const row of rows) {
      const cells = kept(this.#byPart, row.part, () => new Map<string, RowsOfCell>())
      const key: CellKey = [row.category, row.across]
      kept(cells, nameOf(key), () => ({ key, rows: [] })).rows.push(row)
    }
  }

  /** Every row of a cell: one, but for weighted parts one a unit. */
  rows(part: string, cell: CellKey): readonly AggregateRow[] {
    return this.#byPart.get(part)?.get(nameOf(cell))?.rows ?? []
  }

  sums(part: string, cell: CellKey): Sums {
    return sumsOf(this.rows(part, cell)[0])
  }

  /** The cells that occur in any of these parts. */
  cells(parts: readonly string[]): CellKey[] {
    const found = new Map<string, CellKey>()
    for (const part of parts)
      for (const [name, { key }] of this.#byPart.get(part) ?? []) if (!found.has(name)) found.set(name, key)
    return [...found.values()]
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
  /** Only when a release is counted. */
  persons?: PersonsByCategory
}

/**
 * The number of persons, with those of group rows, whose records are counted in the numerator and in the denominator, by category; the
 * key `''` stands for the whole, or for records in no category.
 */
export type PersonsByCategory = Record<string, [numerator: number, denominator: number]>

/** Returns the numbers of persons behind the rows of one period. */
export function countPersons(rows: readonly AggregateRow[]): PersonsByCategory {
  const persons: PersonsByCategory = {}
  for (const { part, category, persons: named, group_heads } of rows) {
    const side = ['numerator', 'denominator'].indexOf(part)
    const count = Number(named) + Number(group_heads ?? 0)
    if (side >= 0 && count > 0) (persons[category ?? ''] ??= [0, 0])[side]! += count
  }
  return persons
}

/** What no scope could place in one period, as a whole and cell by cell. */
export class Placing {
  readonly #byKind = new Map<PlacingRow['kind'], Map<string | null, PlacingRow[]>>()
  readonly #isCut: boolean

  /** @param isCut by a dimension: cells are kept apart */
  constructor(rows: readonly PlacingRow[], isCut: boolean) {
    this.#isCut = isCut
    for (const row of rows) {
      const ofKind = this.#byKind.get(row.kind) ?? new Map<string | null, PlacingRow[]>()
      this.#byKind.set(row.kind, ofKind)
      const own = ofKind.get(row.category)
      if (own) own.push(row)
      else ofKind.set(row.category, [row])
    }
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
    return [...(this.#byKind.get(kind)?.values() ?? [])].flat()
  }

  /** A row that names no category is in each of them. */
  #sum(wanted: PlacingRow['kind'], [category, second]: CellKey = [null, null]): number {
    const ofKind = this.#byKind.get(wanted)
    if (!ofKind) return 0
    let sum = 0
    for (const own of category === null ? [null] : [null, category])
      for (const row of ofKind.get(own) ?? []) if ((row.across ?? second) === second) sum += Number(row.total)
    return sum
  }
}
