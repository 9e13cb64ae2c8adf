import { fill, type Words } from '@causeway/shared/words/words'
import type { Finding, StatedSum } from '../columns/row-plan.ts'
import { cellName, cellPlace, columnLetters, type CellPlace, type SourceRow } from '../ground/source-row.ts'
import { isSame } from './stated-number.ts'

const MOST_FINDINGS = 1_000
const MOST_AGREED = 200

/** What a file states beside what was read of it: what differs, and how much agrees. */
export class ComparedSums {
  readonly findings: Finding[] = []
  readonly sums: StatedSum[] = []
  agreed = 0
  readonly #headers: readonly string[]

  constructor(headers: readonly string[]) {
    this.#headers = headers
  }

  /** `at`: the cell that states it. `read`: any of these may be meant; the first is said. */
  compare(row: SourceRow, at: number, stated: number, read: readonly number[], words: Words): void {
    const agrees = read.some((sum) => isSame(sum, stated))
    if (agrees) this.agreed++
    if (agrees ? this.agreed > MOST_AGREED : this.findings.length >= MOST_FINDINGS) return
    const place = cellPlace(row, { column: at, header: this.#headers[at] ?? '' }) as CellPlace
    const cell = cellName(row, place)
    const column = place.header === '' ? columnLetters(place.onSheet ?? place.at) : place.header
    this.sums.push({ cell, column, stated, read: agrees ? stated : read[0]!, agrees })
    if (agrees) return
    const said = fill(words, { stated: tidy(stated), read: tidy(read[0]!) })
    this.findings.push({
      ...{ row: row.row, column, code: 'STATED_SUM', value: tidy(stated) },
      ...(row.sheet !== undefined && { sheet: row.sheet }),
      message: { zh: `${cell} 「${column}」：${said.zh}`, en: `${cell} "${column}": ${said.en}` },
    })
  }
}

function tidy(value: number): string {
  return String(Number(value.toPrecision(12)))
}
