import type { FormLineFacts } from '../../graph/generated.ts'
import { ownPeriodOf } from './line-text.ts'

/** Sizes of a printed table, all in points. */
export interface PrintSizes {
  label: number
  note: number
  /** Above and below what is in a row. */
  pad: number
  labelWidth: number
}

/** From the largest to the smallest that can still be read. */
const STEPS: readonly PrintSizes[] = [
  { label: 9.5, note: 8, pad: 3, labelWidth: 185 },
  { label: 9.5, note: 7.5, pad: 2.5, labelWidth: 175 },
  { label: 9, note: 7, pad: 2, labelWidth: 165 },
  { label: 8.5, note: 6.5, pad: 1.5, labelWidth: 155 },
  { label: 8, note: 6, pad: 1.2, labelWidth: 145 },
  { label: 7.5, note: 5.5, pad: 1, labelWidth: 130 },
]

/** Height of A4 less margins, titles, signatures and foot. */
const ROOM = 570

const LINE_HEIGHT = 1.28

/** Width of a column of values: narrow beside notes. */
const VALUE_WIDTH = { besideNotes: 51, alone: 120 }
/** Width of A4 less margins, less the columns of numbers and units, and less what lines lose where words do not break. */
const WIDTH = 450

/** Height of the small words under a value: that it was filled in by hand, or the period that it has for itself. */
const MARK = 9

type PrintedLine = Pick<FormLineFacts, 'label' | 'note' | 'text' | 'source' | 'figure' | 'filed'>

/** The largest sizes in which the table fits one printed page; else the smallest. */
export function printSizesOf(lines: readonly PrintedLine[], period: string): PrintSizes {
  const valueWidth = lines.some((line) => line.note !== null) ? VALUE_WIDTH.besideNotes : VALUE_WIDTH.alone
  const values = lines.some((line) => line.filed !== null) ? 3 : 2
  const fits = STEPS.find(({ label, note, pad, labelWidth }) => {
    const noteWidth = WIDTH - labelWidth - values * valueWidth
    const rows = lines.map((line) =>
      Math.max(
        rowsOf(line.label, label, labelWidth) * label,
        rowsOf(line.note ?? '', note, noteWidth) * note,
        rowsOf(line.text ?? '', label, valueWidth) * label + (hasMark(line, period) ? MARK : 0),
      ),
    )
    return rows.reduce((sum, row) => sum + row * LINE_HEIGHT + 2 * pad + 1, 0) <= ROOM
  })
  return fits ?? STEPS.at(-1)!
}

function hasMark(line: PrintedLine, period: string): boolean {
  return line.source === 'HAND_FILLED' || ownPeriodOf(line, period) !== null
}

/** What the style sheet of the printed table reads. */
export function printProperties({ label, note, pad, labelWidth }: PrintSizes) {
  return {
    '--print': `${label}pt`,
    '--print-note': `${note}pt`,
    '--print-pad': `${pad}pt`,
    '--print-label': `${labelWidth}pt`,
  }
}

/** A Chinese character is as wide as it is high; of a Latin one half, and some for words that do not break. */
function rowsOf(text: string, size: number, width: number): number {
  let wide = 0
  for (const character of text) wide += /[\u2e80-\uffef“”‘’…—]/.test(character) ? 1 : 0.58
  return Math.max(1, Math.ceil((wide * size) / (width - 8)))
}
