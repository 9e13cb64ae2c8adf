import { fill } from '@causeway/shared/words/words'
import type { RecordType } from '../../record-type.ts'
import { foldTerm, readDay, type Ranges } from '../cells/mapped-date.ts'
import type { Finding, Reading } from '../columns/row-plan.ts'
import { cellName, cellPlace, type SourceRow } from '../ground/source-row.ts'
import type { FileColumns } from '../sheets/file-columns.ts'
import type { Entry, OneDate, Source } from './mapping.ts'
import REFUSALS from '../ground/refusals.json' with { type: 'json' }

/** By the name of a column of which both ends are read: what one date in it is. What may go on without an end has to be asked. */
export function oneDatesOf({ span }: RecordType, fields: Entry['fields']): Map<string, OneDate> {
  const ends = Object.values(fields).filter(
    (source): source is Source & { column: string } => typeof source !== 'string' && source.range !== undefined,
  )
  const mayBeOpen = !('starts' in span) || span.endless === 'open'
  return new Map(
    [...Map.groupBy(ends, ({ column }) => column)].flatMap(([column, read]): [string, OneDate][] => {
      const isBoth = read.some(({ range }) => range === 'start') && read.some(({ range }) => range === 'end')
      const said = read.find(({ one_date }) => one_date)?.one_date ?? (mayBeOpen ? undefined : 'day')
      return isBoth && said ? [[column, said]] : []
    }),
  )
}

/** Cells with one date that were read as one day. Said once a column. */
export class OneDays {
  readonly #found = new Map<number, { reading: Reading; first: SourceRow | null; day: string; count: number }>()
  readonly #columns: FileColumns
  readonly #ranges: Ranges

  /** `readings`: of the fields that the columns of the file are read for. */
  constructor(readings: readonly Reading[], columns: FileColumns, ranges: Ranges) {
    this.#columns = columns
    this.#ranges = ranges
    for (const reading of readings)
      if (reading.column !== null && reading.dates?.range === 'end' && reading.dates.oneDate === 'day')
        this.#found.set(reading.column, { reading, first: null, day: '', count: 0 })
  }

  see(row: SourceRow): void {
    for (const [at, found] of this.#found) {
      const text = this.#columns.text(row, at)
      if (text === '' || this.#ranges.terms.has(foldTerm(text)) || this.#ranges.read(text) !== null) continue
      const day = readDay(text)
      if (day === null) continue
      found.count++
      if (found.first === null) Object.assign(found, { first: row, day })
    }
  }

  findings(): Finding[] {
    return [...this.#found.values()].flatMap(({ reading, first, day, count }): Finding[] => {
      if (first === null) return []
      const cell = cellName(first, cellPlace(first, reading))
      const { zh, en } = fill(REFUSALS.ONE_DAY, { value: day, count })
      return [
        {
          ...{ row: first.row, column: reading.header, code: 'ONE_DAY', value: day },
          ...(first.sheet !== undefined && { sheet: first.sheet }),
          message: { zh: `${cell} 「${reading.header}」：${zh}`, en: `${cell} "${reading.header}": ${en}` },
        },
      ]
    })
  }
}
