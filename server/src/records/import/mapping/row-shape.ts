import { fill } from '@causeway/shared/words/words'
import { compileCondition } from './conditions.ts'
import { makeColumns, type FileColumns } from '../sheets/file-columns.ts'
import type { FoundHeader } from '../sheets/find-header.ts'
import { ImportRefused } from '../ground/import-refused.ts'
import type { Entry, Mapping } from './mapping.ts'
import type { RowShape } from '../columns/row-plan.ts'
import type { CellProblem, RowProblem } from '../ground/row-problem.ts'
import { cellName, cellPlace, sheetAndRow, type SourceRow } from '../ground/source-row.ts'
import { makeRowSplitting } from './split-rows.ts'
import { makeUnpivoting } from './unpivot.ts'
import REFUSALS from '../ground/refusals.json' with { type: 'json' }

const MOST_ROWS_OF_ONE = 10_000

/** Null: each row is as it is in the file. `empty`: what says that nothing is in a cell. */
export function makeRowShape(
  { unpivot, split_rows: splits = [], fields, when = [] }: Entry,
  header: FoundHeader,
  columns: FileColumns,
  empty: ReadonlySet<string>,
  lineOf: Mapping['lineOf'],
): RowShape | null {
  if (!unpivot && splits.length === 0) return null
  const headcount = fields['headcount']
  const isHeadcount = (typeof headcount === 'object' ? headcount.column : headcount) === unpivot?.values
  const unpivoting = unpivot ? makeUnpivoting(unpivot, header, columns, { isHeadcount, lineOf }) : null
  const shaped = unpivoting ? makeColumns({ headers: unpivoting.headers, row: header.row }, empty) : columns
  const splitting = splits.length > 0 ? makeRowSplitting(splits, shaped) : null
  const ofMade = when.filter(({ column }) => columns.find(column) === -1)
  const holds = ofMade.map((condition) => compileCondition(condition, shaped))
  return {
    columns: shaped,
    unpivoted: unpivoting && { from: unpivoting.columns, to: unpivoting.headers.length - 1 },
    make(row) {
      const all = unpivoting ? unpivoting.make(row) : [row]
      const rows = holds.length === 0 ? all : all.filter((one) => holds.every((held) => held(one)))
      if (!splitting) return rows
      const made: SourceRow[] = []
      for (const one of rows) {
        const parts = splitting.make(one)
        if (!Array.isArray(parts)) return problemAt(one, parts.column, shaped, parts.problem)
        made.push(...parts)
        if (made.length > MOST_ROWS_OF_ONE)
          throw new ImportRefused('TOO_MANY_PARTS', {
            ...fill(REFUSALS.ROW_BECOMES_TOO_MANY, { row: row.row, most: MOST_ROWS_OF_ONE }),
            row: row.row,
          })
      }
      return made
    },
  }
}

/** Without what is in the cell: persons may be named in it. */
function problemAt(row: SourceRow, column: number, columns: FileColumns, { code, message }: CellProblem): RowProblem {
  const found = cellPlace(row, { column, header: columns.header(column) })
  const place = cellName(row, found)
  const { header } = found
  return {
    ...sheetAndRow(row),
    ...{ column: header, at: found.at!, code, value: null },
    message: { zh: `${place} 「${header}」：${message.zh}`, en: `${place} "${header}": ${message.en}` },
  }
}
