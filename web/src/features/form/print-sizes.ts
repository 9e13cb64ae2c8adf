import type { FormLineFacts } from './form-query.ts'
import { ownPeriodOf } from './line-text.ts'

/** Sizes of a printed table, all in points. */
export interface PrintSizes {
  label: number
  note: number
  /** Above and below what stands in a row. */
  pad: number
  labelWidth: number
  noteWidth: number
}

/** From the largest to the smallest that can still be read. */
const STEPS: readonly PrintSizes[] = [
  { label: 9.5, note: 8, pad: 3, labelWidth: 185, noteWidth: 165 },
  { label: 9.5, note: 7.5, pad: 2.5, labelWidth: 175, noteWidth: 175 },
  { label: 9, note: 7, pad: 2, labelWidth: 165, noteWidth: 185 },
  { label: 8.5, note: 6.5, pad: 1.5, labelWidth: 155, noteWidth: 195 },
  { label: 8, note: 6, pad: 1.2, labelWidth: 145, noteWidth: 205 },
  { label: 7.5, note: 5.5, pad: 1, labelWidth: 130, noteWidth: 220 },
]

/** Height of A4 less margins, titles, signatures and foot. */
const ROOM = 570

const LINE_HEIGHT = 1.28

/** Width of the column of values: narrow beside notes. */
const VALUE_WIDTH = { besideNotes: 43, alone: 120 }

/** Height of the small words under a value: that it was filled in by hand, or the period that it has for itself. */
const MARK = 9
/** Beside notes the column is so narrow that a day takes two lines. */
const MARKS = { besideNotes: 2 * MARK, alone: MARK }

type PrintedLine = Pick<FormLineFacts, 'label' | 'note' | 'text' | 'source' | 'figure'>

/** The largest sizes in which the table fits one printed page; else the smallest. */
export function printSizesOf(lines: readonly PrintedLine[], period: string): PrintSizes {
  const place = lines.some((line) => line.note !== null) ? 'besideNotes' : 'alone'
  const valueWidth = VALUE_WIDTH[place]
  const fits = STEPS.find(({ label, note, pad, labelWidth, noteWidth }) => {
    const rows = lines.map((line) =>
      Math.max(
        rowsOf(line.label, label, labelWidth) * label,
        rowsOf(line.note ?? '', note, noteWidth) * note,
        rowsOf(line.text ?? '', label, valueWidth) * label + markOf(line, place, period),
      ),
    )
    return rows.reduce((sum, row) => sum + row * LINE_HEIGHT + 2 * pad + 1, 0) <= ROOM
  })
  return fits ?? STEPS.at(-1)!
}

function markOf(line: PrintedLine, place: keyof typeof MARKS, period: string): number {
  if (ownPeriodOf(line, period) !== null) return MARKS[place]
  return line.source === 'HAND_FILLED' ? MARK : 0
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
