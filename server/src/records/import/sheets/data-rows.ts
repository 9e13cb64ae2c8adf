import { fill } from '@causeway/shared/words/words'
import { unguardFormula } from '../../../ground/downloads.ts'
import type { FoundHeader } from './find-header.ts'
import { ImportRefused, onlyHeader } from '../ground/import-refused.ts'
import type { SaidLine, SourceRow, SourceTable } from '../ground/source-row.ts'
import REFUSALS from '../ground/refusals.json' with { type: 'json' }

/**
 * The rows under a header, as they were corrected. Guarded cells are read back as they were. `mapped`: by a mapping, which says what a
 * month means.
 */
export async function* dataRowsOf(
  header: FoundHeader,
  correcting: Correcting | undefined,
  mapped: boolean,
): AsyncGenerator<SourceRow[]> {
  const correct = correcting ? makeCorrector(correcting) : (rows: SourceRow[]) => rows
  const shown = mapped ? (rows: SourceRow[]) => rows.map(showMonths) : (rows: SourceRow[]) => rows
  for await (const chunk of header.rows)
    yield correct(
      shown(header.isGuarded ? chunk.map((row) => ({ ...row, cells: row.cells.map(unguardFormula) })) : chunk),
    )
}

/** Of 2023-09. */
const MONTH_LENGTH = 7

/** A cell that shows a month says no more than that. */
function showMonths(row: SourceRow): SourceRow {
  if (!row.months) return row
  const cells = [...row.cells]
  for (const at of row.months) cells[at] = cells[at]!.slice(0, MONTH_LENGTH)
  return { ...row, cells }
}

/** The same rows, of which the first are read at once; `onRows` is called with all. */
export async function beginRows(
  rows: AsyncGenerator<SourceRow[]>,
  onRows: (rows: SourceRow[]) => void,
): Promise<AsyncGenerator<SourceRow[]>> {
  const first = await rows.next()
  if (!first.done) onRows(first.value)
  return follow(first, rows, onRows)
}

async function* follow(
  first: IteratorResult<SourceRow[]>,
  rest: AsyncGenerator<SourceRow[]>,
  onRows: (rows: SourceRow[]) => void,
): AsyncGenerator<SourceRow[]> {
  try {
    if (first.done) return
    yield first.value
    for await (const rows of rest) {
      onRows(rows)
      yield rows
    }
  } finally {
    await rest.return(undefined)
  }
}

/** Throws where nothing under the header is data. */
export function noRows(read: number, mapped: boolean, file: string, { name }: SourceTable): ImportRefused {
  if (read > 0 && mapped) {
    return new ImportRefused('NO_ROWS', fill(REFUSALS.NO_ROWS, { read }))
  }
  return onlyHeader({ file, sheets: name === null ? [] : [name] })
}

/** `row` as Excel numbers it, and its sheet where several are read. */
export interface RowToCorrect {
  row: number
  sheet?: string | null | undefined
}

/** What a person corrected before the rows are read. */
export interface Correcting {
  /** `column`: the index of the cell. */
  corrections: readonly (RowToCorrect & { column: number; value: string })[]
  /** Rows that are not read. */
  leaveOut: readonly RowToCorrect[]
  /** Rows under the header of which it was said what they are. */
  lines?: readonly (RowToCorrect & { role: SaidLine })[]
  /** Hears of each cell that was corrected. */
  onCorrected?: (cell: CorrectedCell) => void
}

export interface CorrectedCell {
  /** Index of the cell. */
  column: number
  before: string
  value: string
}

/** The rows as they were corrected. A cell that a person wrote anew has none of the flaws that it had in the file. */
function makeCorrector({
  corrections,
  leaveOut,
  lines = [],
  onCorrected,
}: Correcting): (rows: SourceRow[]) => SourceRow[] {
  const byRow = Map.groupBy(corrections, nameOf)
  const left = new Set(leaveOut.map(nameOf))
  const said = new Map(lines.map((line) => [nameOf(line), line.role]))
  return (rows) =>
    rows.flatMap((row) => {
      const name = nameOf(row)
      if (left.has(name)) return []
      const corrected = byRow.get(name)
      if (onCorrected)
        for (const { column, value } of corrected ?? [])
          onCorrected({ column, value, before: (row.cells[column] ?? '').trim() })
      const role = said.get(name)
      const is = role === undefined ? row : { ...row, said: role }
      return corrected ? [correct(is, corrected)] : [is]
    })
}

function nameOf({ row, sheet }: RowToCorrect): string | number {
  return sheet == null ? row : `${sheet}!${row}`
}

function correct(row: SourceRow, corrections: Correcting['corrections']): SourceRow {
  const cells = [...row.cells]
  for (const { column, value } of corrections) {
    while (cells.length < column) cells.push('')
    cells[column] = value
  }
  const columns = new Set(corrections.map(({ column }) => column))
  const without = (some: Set<number> | undefined) => new Set([...(some ?? [])].filter((column) => !columns.has(column)))
  const flaws = new Map([...(row.flaws ?? [])].filter(([column]) => !columns.has(column)))
  const { flaws: _, ...rest } = row
  return {
    ...{ ...rest, cells },
    ...(flaws.size > 0 && { flaws }),
    ...(row.fromAbove && { fromAbove: without(row.fromAbove) }),
    ...(row.fromLeft && { fromLeft: without(row.fromLeft) }),
    ...(row.numbers && { numbers: without(row.numbers) }),
    ...(row.months && { months: without(row.months) }),
  }
}
