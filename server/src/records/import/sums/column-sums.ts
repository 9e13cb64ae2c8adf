import type { SourceRow } from '../ground/source-row.ts'
import type { ComparedSums } from './compared-sums.ts'
import { addendIn, readCount, readNumber, type StatedNumber } from './stated-number.ts'
import type { SummedColumns } from './summed-columns.ts'
import REFUSALS from '../ground/refusals.json' with { type: 'json' }

/** What rows come to: how many they are, and the sum of each column. */
interface Sums {
  rows: number
  records: number
  columns: Float64Array
}

/** A total that comes before the rows that it is of. */
interface EarlyTotal {
  row: SourceRow
  isOfPart: boolean
}

const OF_PART = /^(?:本页|小计|分计|sub)/iu
const OF_PERSONS = /^(?:人|名|位|人次)$/u
const ROWS_LOOKED_AT = 20

/** Compares what the totals of one sheet state with the rows that were read from it. */
export class ColumnSums {
  readonly #columns: SummedColumns
  readonly #compared: ComparedSums
  readonly #all: Sums
  #part: Sums
  /** The first rows, by which a column is known to hold numbers that nobody reads. */
  readonly #first: SourceRow[] = []
  #early: EarlyTotal[] = []

  constructor(columns: SummedColumns, compared: ComparedSums) {
    this.#columns = columns
    this.#compared = compared
    this.#all = this.#none()
    this.#part = this.#none()
  }

  read(row: SourceRow): void {
    if (this.#first.length < ROWS_LOOKED_AT) this.#first.push(row)
    this.#all.rows++
    this.#part.rows++
    for (const [i, at] of this.#columns.summed.entries()) {
      const text = row.cells[at]
      // What is merged over rows is there once.
      if (text === undefined || text === '' || row.fromAbove?.has(at)) continue
      const value = addendIn(text)
      this.#all.columns[i]! += value
      this.#part.columns[i]! += value
    }
  }

  /** Records that were made of rows, where one makes several. */
  made(records: number): void {
    this.#all.records += records
    this.#part.records += records
  }

  /** `word`: what it calls itself, as 小计. */
  total(row: SourceRow, word: string): void {
    const isOfPart = OF_PART.test(word)
    const isLikeBefore = isOfPart && this.#early.some((one) => one.isOfPart)
    const isEarly = isLikeBefore || (isOfPart ? this.#part : this.#all).rows === 0
    this.#closeParts()
    if (isEarly) this.#early.push({ row, isOfPart })
    else this.#compare(row, isOfPart ? [this.#part] : [this.#all, this.#part])
    this.#part = this.#none()
  }

  /** A text above the rows, such as the title. */
  title(row: SourceRow): void {
    this.#early.push({ row, isOfPart: false })
  }

  end(): void {
    this.#closeParts()
    for (const { row } of this.#early) this.#compare(row, [this.#all])
    this.#early = []
  }

  #closeParts(): void {
    for (const { row, isOfPart } of this.#early) if (isOfPart) this.#compare(row, [this.#part])
    this.#early = this.#early.filter(({ isOfPart }) => !isOfPart)
  }

  /** `read`: any of these may be meant; the first is said. */
  #compare(row: SourceRow, read: readonly Sums[]): void {
    const said = new Set<string>()
    for (const [at, raw] of row.cells.entries()) {
      const text = raw.trim()
      // Merged cells say one thing.
      if (text === '' || row.flaws?.has(at) || said.has(text)) continue
      const i = this.#columns.summed.indexOf(at)
      const number = i < 0 ? null : readNumber(text)
      if (number) {
        const sums = read.map(({ columns }) => columns[i]!)
        this.#compared.compare(row, at, number.value, sums, REFUSALS.STATED_IN_ALL)
        continue
      }
      const count = i < 0 ? this.#countIn(row, at, text) : null
      if (!count) continue
      said.add(text)
      const counts = read.flatMap((sums) => this.#countsOf(sums, count))
      this.#compared.compare(row, at, count.value, counts, REFUSALS.STATED_COUNT)
    }
  }

  #countIn(row: SourceRow, at: number, text: string): StatedNumber | null {
    const counted = readCount(text)
    if (counted) return counted
    const number = readNumber(text)
    if (!number || number.unit !== '' || !Number.isInteger(number.value)) return null
    // The number of a row, or of what nobody reads.
    const isOfNumbers = this.#first.some(({ cells }) => readNumber(cells[at] ?? '') !== null)
    return isOfNumbers || row.cells.findIndex((cell) => cell.trim() !== '') === at ? null : number
  }

  /** How many there are, by what may be counted; the likeliest first. */
  #countsOf({ rows, records, columns }: Sums, { unit }: StatedNumber): number[] {
    const { summed, headcounts } = this.#columns
    const persons = headcounts.reduce((sum, at) => sum + columns[summed.indexOf(at)]!, 0)
    const counts = [...(headcounts.length > 0 ? [persons] : []), ...(records > 0 ? [records] : [])]
    return OF_PERSONS.test(unit) ? [...counts, rows] : [rows, ...counts]
  }

  #none(): Sums {
    return { rows: 0, records: 0, columns: new Float64Array(this.#columns.summed.length) }
  }
}
