import { didYouMean, findNearest } from '../../../ground/nearest.ts'
import { ImportRefused } from '../ground/import-refused.ts'
import type { SourceRow, SourceTable } from '../ground/source-row.ts'

export const MOST_HEAD_ROWS = 120
/** Of the first rows of all sheets together, in characters and cells: those of 250 sheets are hardly more than a tenth. */
const MOST_HEADS = 20_000_000

/** A table of which the first rows were read. */
export interface TableHead extends SourceTable {
  head: SourceRow[]
}

/** The sheet that is asked for; else those that are not hidden. Throws `NO_SUCH_SHEET`. */
export function pickTables(tables: SourceTable[], sheet?: string | number): SourceTable[] {
  // A text file, such as one that --rejects wrote from a workbook, is its own only sheet.
  if (sheet === undefined || (tables.length === 1 && tables[0]!.name === null)) return visibleOf(tables)
  const named =
    typeof sheet === 'number' ? tables[sheet - 1] : tables.find((table) => table.name?.trim() === sheet.trim())
  if (named) return [named]
  const names = tables.map((table) => table.name ?? '')
  const near = typeof sheet === 'string' ? didYouMean(findNearest(sheet, names)) : { zh: '', en: '' }
  throw new ImportRefused('NO_SUCH_SHEET', {
    zh: `工作簿中没有工作表「${sheet}」；现有：${names.join('、')}${near.zh || '。'}请改选其中一个；对照中写有 sheet 的，改正它。`,
    en: `The workbook has no sheet "${sheet}"; it has ${names.join(', ')}${near.en || '.'} Choose one of these; where a mapping names the sheet, correct it there.`,
  })
}

/** Those that are not hidden; all where all are. */
export function visibleOf(tables: SourceTable[]): SourceTable[] {
  const visible = tables.filter((table) => !table.hidden)
  return visible.length > 0 ? visible : tables
}

export function sheetNames(tables: readonly SourceTable[]): string[] {
  return tables.flatMap(({ name }) => (name === null ? [] : [name]))
}

/** The first rows of a table, of those that were read. */
export function headOf(table: SourceTable, heads: readonly TableHead[]): SourceRow[] {
  return heads.find(({ name }) => name === table.name)?.head ?? []
}

/** As tables of their first rows alone. Of sheets that are wide beyond all measure they may be fewer. */
export async function readHeads(tables: SourceTable[]): Promise<TableHead[]> {
  const heads: TableHead[] = []
  let left = MOST_HEADS
  for (const table of tables) {
    const head: SourceRow[] = []
    for await (const rows of table.rows()) {
      head.push(...rows)
      for (const { cells } of rows) left -= cells.reduce((sum, cell) => sum + cell.length, cells.length)
      if (head.length >= MOST_HEAD_ROWS || left <= 0) break
    }
    heads.push({
      ...table,
      head: head.slice(0, MOST_HEAD_ROWS),
      async *rows() {
        yield head
      },
    })
  }
  return heads
}
