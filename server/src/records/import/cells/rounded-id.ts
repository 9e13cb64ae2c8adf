import { fill } from '@causeway/shared/words/words'
import { keyFieldsOf, type Field, type RecordType } from '../../record-type.ts'
import { CellProblem } from '../ground/row-problem.ts'
import type { SourceRow } from '../ground/source-row.ts'
import REFUSALS from '../ground/refusals.json' with { type: 'json' }

/** Of a number Excel keeps so many digits. */
const MOST_DIGITS = 15
const ID_KINDS = new Set<Field['kind']>(['code', 'person', 'reference', 'record-key'])
/** As Excel writes a long number: `2.30102E+17`. `1E5` may be the code of a room. */
const SCIENTIFIC = /^[+-]?\d+(?:[.,]\d+E[+-]?|E[+-])\d+$/iu

/** Whether a field says which thing or person is meant, so that another value is another one. */
export function isId(type: RecordType, { name, kind }: Field): boolean {
  return ID_KINDS.has(kind) || (kind === 'text' && keyFieldsOf(type).includes(name))
}

/** A workbook cell that holds a number of more digits than Excel keeps: its last digits are noughts. */
export function isRoundedNumber(row: SourceRow, at: number): boolean {
  return row.numbers?.has(at) === true && /^-?\d+$/.test(row.cells[at]!) && digitsOf(row.cells[at]!) > MOST_DIGITS
}

/** What to write of a cell where it is taken for text when it is read again: a rounded number must not pass for digits written out. */
export function writtenText(row: SourceRow, at: number): string {
  const text = row.cells[at] ?? ''
  return isRoundedNumber(row, at)
    ? Number(text)
        .toExponential(MOST_DIGITS - 1)
        .toUpperCase()
    : text
}

/** What is wrong with the text of an id; null: nothing. */
export function checkId(row: SourceRow, { cells }: { cells: readonly number[] }, text: string): CellProblem | null {
  if (text.trim() === '') return null
  if (cells.some((at) => isRoundedNumber(row, at))) return ROUNDED
  const written = [text, ...cells.map((at) => row.cells[at] ?? '')]
  return written.some(isScientific) ? SHORTENED : null
}

/** The parts of a key are joined by `/`. */
function isScientific(text: string): boolean {
  if (!/[eＥ]/iu.test(text)) return false
  const parts = text.normalize('NFKC').split('/')
  return parts.some((part) => SCIENTIFIC.test(part.trim()))
}

function digitsOf(text: string): number {
  return text.replace(/^-?0*/, '').length
}

const CURE = REFUSALS.IDS_AS_TEXT

const ROUNDED = new CellProblem('ROUNDED_ID', fill(REFUSALS.ROUNDED_ID, { CUREZh: CURE.zh, CUREEn: CURE.en }))

const SHORTENED = new CellProblem('ROUNDED_ID', fill(REFUSALS.SCIENTIFIC_ID, { CUREZh: CURE.zh, CUREEn: CURE.en }))
