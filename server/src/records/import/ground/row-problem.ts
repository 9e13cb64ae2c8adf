import { fill, type Words } from '@causeway/shared/words/words'
import type { FieldOption } from '../../field-options.ts'
import type { ProblemCode, RowCode } from './problem-codes.ts'
import type { CellFlaw } from './source-row.ts'
import REFUSALS from './refusals.json' with { type: 'json' }

/** What is wrong with one cell or row, or (row null) with the whole file. Collected, never thrown. */
export interface RowProblem {
  /** As Excel numbers rows: 1 is the first line of the file. Null: the whole file. */
  row: number | null
  /** Where several files go in together: which. */
  file?: string
  /** Where several sheets are read: which. */
  sheet?: string
  /** The header over the cell as it is in the file; the field's name where the file has no such column. Null: the row. */
  column: string | null
  /** Never changes once shipped. */
  code: ProblemCode
  /** as it is in the file. */
  value: string | null
  message: Words
  /** Index of the cell in its row; absent: it is in none. */
  at?: number
  /** Name of the field; absent: of none. */
  field?: string
  /** The record type that has the field; absent: that of the row. */
  recordType?: string
  /** What may have been meant, the likeliest first; absent: nothing is near. */
  nearest?: readonly FieldOption[]
  /** The row of this file that it is held against; absent: it is wrong by itself. */
  otherRow?: number
}

/** One wrong cell before it is known where it holds. */
export class CellProblem {
  readonly code: RowCode
  readonly message: Words
  /** What may have been meant, the likeliest first. */
  readonly nearest: readonly FieldOption[]
  /** Where it is, where that is not the column of its field. */
  readonly cell: { column: number; header: string } | null = null

  constructor(code: RowCode, { nearest = [], ...message }: Words & { nearest?: readonly FieldOption[] }) {
    this.code = code
    this.message = message
    this.nearest = nearest
  }

  at(column: number, header: string): CellProblem {
    return Object.assign(new CellProblem(this.code, { ...this.message, nearest: this.nearest }), {
      cell: { column, header },
    })
  }
}

/** Text of a cell, never empty, to the value as it is stored (a person and a reference still as text). */
export type ParseCell = (text: string, isNumber: boolean) => string | number | null | CellProblem

const MOST_SHOWN = 200

/** What of a cell or key a problem repeats. */
export function shorten(text: string): string {
  return text.length <= MOST_SHOWN ? text : `${text.slice(0, MOST_SHOWN - 1)}…`
}

/** A cell that is wrong before anyone asks what it means. */
export function flawProblem(flaw: CellFlaw): CellProblem {
  switch (flaw.kind) {
    case 'error':
      return new CellProblem('CELL_ERROR', fill(REFUSALS.CELL_ERROR, { text: flaw.text }))
    case 'no-cached-value':
      return new CellProblem('NO_CACHED_VALUE', REFUSALS.NO_CACHED_VALUE)
    case 'odd-quote':
      return new CellProblem('ODD_QUOTE', REFUSALS.ODD_QUOTE)
    case 'unclosed-quote':
      return new CellProblem('UNCLOSED_QUOTE', REFUSALS.UNCLOSED_QUOTE)
  }
}
