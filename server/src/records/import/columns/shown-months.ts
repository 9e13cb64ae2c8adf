import { fill } from '@causeway/shared/words/words'
import type { Finding, RowPlan } from './row-plan.ts'
import { cellName, cellPlace, type SourceRow } from '../ground/source-row.ts'
import REFUSALS from '../ground/refusals.json' with { type: 'json' }

/** Without a mapping a date is the day that its cell holds: of a cell that shows a month alone nobody sees which that is. Said once a column. */
export class ShownMonths {
  readonly #columns: Map<number, { finding: Finding | null; count: number }>
  readonly #plan: RowPlan

  constructor(plan: RowPlan) {
    this.#plan = plan
    const dates = plan.readings.filter(({ field }) => field.kind === 'date')
    this.#columns = new Map(dates.flatMap(({ cells }) => cells.map((at) => [at, { finding: null, count: 0 }])))
  }

  see(row: SourceRow): void {
    for (const at of row.months ?? []) {
      const seen = this.#columns.get(at)
      if (!seen) continue
      seen.count++
      seen.finding ??= this.#find(row, at)
    }
  }

  findings(): Finding[] {
    return [...this.#columns.values()].flatMap(({ finding, count }) => {
      if (!finding) return []
      return { ...finding, message: fill(finding.message, { count }) }
    })
  }

  #find(row: SourceRow, at: number): Finding {
    const reading = this.#plan.readings.find(({ column }) => column === at)!
    const cell = cellName(row, cellPlace(row, reading))
    const { label } = reading.field
    const value = row.cells[at]!.trim()
    const { zh, en } = fill(REFUSALS.SHOWN_AS_MONTH, { value })
    return {
      ...{ row: row.row, column: reading.header, code: 'SHOWN_AS_MONTH', value },
      ...(row.sheet !== undefined && { sheet: row.sheet }),
      message: { zh: `${cell} 「${label.zh}」：${zh}`, en: `${cell} "${label.en}": ${en}` },
    }
  }
}
