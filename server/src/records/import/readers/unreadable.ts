import { fill } from '@causeway/shared/words/words'
import { ImportRefused } from '../ground/import-refused.ts'
import { columnLetters } from '../ground/source-row.ts'
import REFUSALS from '../ground/refusals.json' with { type: 'json' }

export function passwordProtected(): ImportRefused {
  return new ImportRefused('PASSWORD_PROTECTED', REFUSALS.PASSWORD_PROTECTED)
}

export function damaged(): ImportRefused {
  return new ImportRefused('DAMAGED_FILE', REFUSALS.DAMAGED_WORKBOOK)
}

/** What a workbook would take is more than one may. */
export function takesTooMuch(): ImportRefused {
  return new ImportRefused('FILE_TOO_LARGE', REFUSALS.WORKBOOK_TOO_LARGE)
}

/** Excel's own limits, a little widened. Past them a quote was most likely never closed, or the file is no table. */
export const MOST_COLUMNS = 16_384
export const LONGEST_CELL = 100_000
/** Of all cells of a row together: the widest table of long notes has a tenth of it. */
export const LONGEST_ROW = 250_000

/** Of a sheet, cells with a comment that are noted. */
export const MOST_COMMENTS = 1_000

/** `column` from 0. */
export function cellTooLong(row: number, column: number): ImportRefused {
  const letters = columnLetters(column)
  return new ImportRefused('CELL_TOO_LONG', {
    ...fill(REFUSALS.CELL_TOO_LONG, { row, letters, LONGEST_CELL }),
    row,
    column: letters,
  })
}

export function rowTooLong(row: number): ImportRefused {
  return new ImportRefused('CELL_TOO_LONG', {
    ...fill(REFUSALS.ROW_TOO_LONG, { row, LONGEST_ROW }),
    row,
  })
}

export function tooManyColumns(row: number): ImportRefused {
  return new ImportRefused('TOO_MANY_COLUMNS', {
    ...fill(REFUSALS.TOO_MANY_COLUMNS, { row, MOST_COLUMNS }),
    row,
  })
}
