import type { Words } from '@causeway/shared/words/words'
import type { FieldOption } from '../field-options.ts'
import type { ProblemCode, RowCode } from './problem-codes.ts'

/** What is wrong with one cell or row, or (row null) with the whole file. Collected, never thrown. */
export interface RowProblem {
  /** As Excel numbers rows: 1 is the first line of the file. Null: the whole file. */
  row: number | null
  /** The header over the cell as it stands in the file; the field's name where the file has no such column. Null: the row. */
  column: string | null
  /** Never changes once shipped. */
  code: ProblemCode
  /** As it stands in the file. */
  value: string | null
  message: Words
  /** Index of the cell in its row; absent: it stands in none. */
  at?: number
  /** Name of the field; absent: of none. */
  field?: string
  /** What may have been meant, the likeliest first; absent: nothing is near. */
  nearest?: readonly FieldOption[]
  /** The row of this file that it is held against; absent: it is wrong by itself. */
  otherRow?: number
}

/** One wrong cell before it is known where it stands. */
export class CellProblem {
  readonly code: RowCode
  readonly message: Words
  /** What may have been meant, the likeliest first. */
  readonly nearest: readonly FieldOption[]

  constructor(code: RowCode, message: Words, nearest: readonly FieldOption[] = []) {
    this.code = code
    this.message = message
    this.nearest = nearest
  }
}

/** Text of a cell, never empty, to the value as it is stored (a person and a reference still as text). */
export type ParseCell = (text: string, isNumber: boolean) => string | number | null | CellProblem
