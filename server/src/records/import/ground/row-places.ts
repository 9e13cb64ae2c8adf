import type { Words } from '@causeway/shared/words/words'
import { sheetAndRow, type SourceRow } from './source-row.ts'

/** Which of several tables that go in together. */
export interface TablePlace {
  file?: string
  sheet?: string
}

interface Placed extends TablePlace {
  row: number
}

/** More rows than this, and another file or sheet is not named. */
const MOST_PLACES = 200_000

/** Where rows are of which each has its file or sheet, by what they are known by: so that a row that comes twice can name the other. */
export class RowPlaces {
  readonly #placed = new Map<string, Placed>()

  /** The first keeps its place. */
  note(type: { name: string }, name: string, source: Pick<SourceRow, 'row' | 'sheet'>, table: TablePlace): void {
    const key = `${type.name}\n${name}`
    if (this.#placed.size >= MOST_PLACES || this.#placed.has(key)) return
    const place = { ...table, ...sheetAndRow(source) }
    if (place.file !== undefined || place.sheet !== undefined) this.#placed.set(key, place)
  }

  find(type: { name: string }, name: string): Placed | undefined {
    return this.#placed.get(`${type.name}\n${name}`)
  }
}

export function isSameTable(one: TablePlace, other: TablePlace): boolean {
  return one.file === other.file && one.sheet === other.sheet
}

/** As a sentence names a row of another table. */
export function sayPlace({ file, sheet, row }: Placed): Words {
  return {
    zh: `${file === undefined ? '' : `「${file}」`}${sheet === undefined ? '' : `工作表「${sheet}」`}第 ${row} 行`,
    en: `row ${row}${sheet === undefined ? '' : ` of sheet "${sheet}"`}${file === undefined ? '' : ` in "${file}"`}`,
  }
}

/** Before the number of a row, as a spreadsheet names what is in another file: `[a.xlsx]2023!`. */
export function beforeRow({ file, sheet }: TablePlace): string {
  return `${file === undefined ? '' : `[${file}]`}${sheet === undefined ? '' : `${sheet}!`}`
}
