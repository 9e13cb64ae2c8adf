import type { AggregateRow } from '../compile/aggregate.ts'

/** Numbers of one aggregated row; absent ones are 0. Big sums come as text from PostgreSQL. */
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
