import { makeCellParser } from '../cells/parse-cell.ts'
import type { EntryPlan } from '../columns/row-plan.ts'
import type { SourceRow } from '../ground/source-row.ts'
import type { ComparedSums } from './compared-sums.ts'
import { addendIn, readNumber } from './stated-number.ts'
import type { SummedColumns } from './summed-columns.ts'
import REFUSALS from '../ground/refusals.json' with { type: 'json' }

/** Compares what rows state in all with what their columns come to. */
export interface RowSums {
  /** `made`: the rows that it becomes. */
  read(row: SourceRow, made: readonly SourceRow[]): void
  end(): void
}

/** What a cell states, and what was read for it so far: of one row, or of those that it is merged over. */
interface Stated {
  row: SourceRow
  stated: number
  /** Null: of something that is wrong or missing nothing is known. */
  read: number | null
}

/** Null: no column states anything. */
export function makeRowSums(
  { totals, personDays }: SummedColumns,
  entry: EntryPlan,
  compared: ComparedSums,
): RowSums | null {
  const headcount = makeNumber(entry, 'headcount')
  const days = personDays.length > 0 ? makeNumber(entry, 'training_days') : null
  const columns = [
    ...totals.map(({ at, of }) => ({ at, words: REFUSALS.STATED_OF_ROW, of, days: null })),
    ...(days ? personDays.map((at) => ({ at, words: REFUSALS.STATED_PERSON_DAYS, of: [], days })) : []),
  ]
  if (columns.length === 0) return null
  const open = new Map<number, Stated>()
  const close = ({ at, words }: (typeof columns)[number]) => {
    const found = open.get(at)
    open.delete(at)
    if (found && found.read !== null) compared.compare(found.row, at, found.stated, [found.read], words)
  }
  return {
    read(row, made) {
      for (const column of columns) {
        const { at, of } = column
        const read = column.days ? personDaysOf(made, headcount, column.days) : sumOf(row, of)
        const above = row.fromAbove?.has(at) ? open.get(at) : undefined
        if (above) {
          above.read = above.read === null || read === null ? null : above.read + read
          continue
        }
        close(column)
        const stated = numberAt(row, at)
        if (stated !== null) open.set(at, { row, stated, read })
      }
    },
    end: () => columns.forEach(close),
  }
}

type ReadNumber = (row: SourceRow) => number | null

function personDaysOf(made: readonly SourceRow[], headcount: ReadNumber | null, days: ReadNumber): number | null {
  let sum = 0
  for (const row of made) {
    const each = product(headcount ? headcount(row) : 1, days(row))
    if (each === null) return null
    sum += each
  }
  return made.length === 0 ? null : sum
}

function sumOf(row: SourceRow, columns: readonly number[]): number {
  const addendAt = (at: number) => (row.flaws?.has(at) ? 0 : addendIn(row.cells[at] ?? ''))
  return columns.reduce((sum, at) => sum + addendAt(at), 0)
}

function product(a: number | null, b: number | null): number | null {
  return a === null || b === null ? null : a * b
}

function numberAt(row: SourceRow, at: number): number | null {
  return row.flaws?.has(at) ? null : (readNumber(row.cells[at] ?? '')?.value ?? null)
}

/** What a field of a row says as people count it; null where it has none. */
function makeNumber({ plan }: EntryPlan, name: string): ReadNumber | null {
  const reading = plan.readings.find(({ field }) => field.name === name)
  if (!reading) return null
  const { factor = 1 } = reading.field
  const parse = makeCellParser(reading.field, plan.style)
  return (row) => {
    const text = reading.read(row)
    if (typeof text !== 'string' || text.trim() === '') return null
    const value = parse(text.trim(), reading.column !== null && row.numbers?.has(reading.column) === true)
    return typeof value === 'number' ? value / factor : null
  }
}
