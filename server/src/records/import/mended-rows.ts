import type { SourceRow } from './source-row.ts'

/** What a person mended before the rows are read. */
export interface Mending {
  /** `row` as Excel numbers it, `column` the index of the cell. */
  corrections: readonly { row: number; column: number; value: string }[]
  /** Rows that are not read. */
  leaveOut: readonly number[]
}

/** The rows as they were mended. A cell that a person wrote anew has none of the flaws that it had in the file. */
export function makeMender({ corrections, leaveOut }: Mending): (rows: SourceRow[]) => SourceRow[] {
  const byRow = Map.groupBy(corrections, ({ row }) => row)
  const left = new Set(leaveOut)
  return (rows) =>
    rows.flatMap((row) => {
      if (left.has(row.row)) return []
      const mended = byRow.get(row.row)
      return mended ? [mend(row, mended)] : [row]
    })
}

function mend(row: SourceRow, corrections: Mending['corrections']): SourceRow {
  const cells = [...row.cells]
  for (const { column, value } of corrections) {
    while (cells.length < column) cells.push('')
    cells[column] = value
  }
  const columns = new Set(corrections.map(({ column }) => column))
  const without = (some: Set<number> | undefined) => new Set([...(some ?? [])].filter((column) => !columns.has(column)))
  const flaws = new Map([...(row.flaws ?? [])].filter(([column]) => !columns.has(column)))
  return {
    row: row.row,
    cells,
    ...(flaws.size > 0 && { flaws }),
    ...(row.fromAbove && { fromAbove: without(row.fromAbove) }),
    ...(row.numbers && { numbers: without(row.numbers) }),
    ...(row.hidden && { hidden: row.hidden }),
  }
}
