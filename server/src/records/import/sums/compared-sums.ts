import { fill, type Words } from '@causeway/shared/words/words'
import type { Finding } from '../columns/row-plan.ts'
import { cellName, cellPlace, columnLetters, type CellPlace, type SourceRow } from '../ground/source-row.ts'
import { isSame } from './stated-number.ts'

const MOST_FINDINGS = 1_000

/** What a file states beside what was read of it: what differs, and how much agrees. */
export class ComparedSums {
  readonly findings: Finding[] = []
  agreed = 0
  readonly #headers: readonly string[]

  constructor(headers: readonly string[]) {
    this.#headers = headers
  }

  /** `at`: the cell that states it. `read`: any of these may be meant; the first is said. */
  compare(row: SourceRow, at: number, stated: number, read: readonly number[], words: Words): void {
    if (read.some((sum) => isSame(sum, stated))) this.agreed++
    else if (this.findings.length < MOST_FINDINGS) this.findings.push(this.#find(row, at, stated, read[0]!, words))
  }

  #find(row: SourceRow, at: number, stated: number, read: number, words: Words): Finding {
    const place = cellPlace(row, { column: at, header: this.#headers[at] ?? '' }) as CellPlace
    const cell = cellName(row, place)
    const said = fill(words, { stated: tidy(stated), read: tidy(read) })
    const column = place.header === '' ? columnLetters(place.onSheet ?? place.at) : place.header
    return {
      ...{ row: row.row, column, code: 'STATED_SUM', value: tidy(stated) },
      ...(row.sheet !== undefined && { sheet: row.sheet }),
      message: { zh: `${cell} 「${column}」：${said.zh}`, en: `${cell} "${column}": ${said.en}` },
    }
  }
}

function tidy(value: number): string {
  return String(Number(value.toPrecision(12)))
}
