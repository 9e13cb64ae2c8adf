import { makeCellParser } from '../parse-cell.ts'
import type { EntryPlan, Finding } from '../row-plan.ts'
import type { SourceRow } from '../source-row.ts'
import { statedSum } from './column-sums.ts'
import { isSame, readNumber } from './stated-number.ts'
import type { SummedColumns } from './summed-columns.ts'
import REFUSALS from '../refusals.json' with { type: 'json' }

const MOST_FINDINGS = 1_000

/** Compares what a row states in all with what its columns come to. `made`: the rows that it becomes. */
export type RowSums = (row: SourceRow, made: readonly SourceRow[]) => void

/** Null: no column states anything. */
export function makeRowSums(
  { totals, personDays }: SummedColumns,
  entry: EntryPlan,
  headers: readonly string[],
  findings: Finding[],
): RowSums | null {
  const headcount = makeNumber(entry, 'headcount')
  const days = personDays.length > 0 ? makeNumber(entry, 'training_days') : null
  const compared = days ? personDays : []
  if (totals.length === 0 && compared.length === 0) return null
  const say = (...given: Parameters<typeof statedSum>) => {
    if (findings.length < MOST_FINDINGS) findings.push(statedSum(...given))
  }
  return (row, made) => {
    for (const { at, of } of totals) {
      const stated = numberAt(row, at)
      if (stated === null) continue
      const parts = of.map((part) => ((row.cells[part] ?? '').trim() === '' ? 0 : (numberAt(row, part) ?? 0)))
      const read = parts.reduce((sum, part) => sum + part, 0)
      if (!isSame(stated, read)) say(row, at, headers[at]!, { stated, read }, REFUSALS.STATED_OF_ROW)
    }
    for (const at of compared) {
      const stated = numberAt(row, at)
      if (stated === null) continue
      const each = made.map((one) => product(headcount ? headcount(one) : 1, days!(one)))
      // Of what is wrong or missing nothing is known.
      if (each.some((one) => one === null) || each.length === 0) continue
      const read = each.reduce<number>((sum, one) => sum + one!, 0)
      if (!isSame(stated, read)) say(row, at, headers[at]!, { stated, read }, REFUSALS.STATED_PERSON_DAYS)
    }
  }
}

function product(a: number | null, b: number | null): number | null {
  return a === null || b === null ? null : a * b
}

function numberAt(row: SourceRow, at: number): number | null {
  return row.flaws?.has(at) ? null : (readNumber(row.cells[at] ?? '')?.value ?? null)
}

/** What a field of a row says as people count it; null where it has none. */
function makeNumber({ plan }: EntryPlan, name: string): ((row: SourceRow) => number | null) | null {
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
