import { widthOf } from '../../ground/text-width.ts'

/** Rows of a table for a terminal, each cell as wide as the widest of its column. `rightAligned`: columns of numbers. */
export function inColumns(rows: readonly (readonly string[])[], rightAligned: readonly number[] = []): string[] {
  const widths = (rows[0] ?? []).map((_, at) => Math.max(...rows.map((row) => widthOf(row[at]!))))
  return rows.map((row) =>
    row
      .map((cell, at) => {
        const space = ' '.repeat(widths[at]! - widthOf(cell))
        return rightAligned.includes(at) ? space + cell : cell + space
      })
      .join('  ')
      .trimEnd(),
  )
}
