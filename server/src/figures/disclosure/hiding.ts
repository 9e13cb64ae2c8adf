import { NO_NUMBERS, type Figure } from '@causeway/shared/figure'
import type { FigureTable } from './family.ts'

/** What the public does not see of the figures of a table: a sign for each of them, in their order. */
export type Hiding = string

/** What may be hidden of a figure: all of it, all but what was left out of a gap that is not of our making, or one count beside it. */
const PARTS = { all: 1, opaque: 2, leftOut: 4, lost: 8, groupHeadcount: 16, recordCount: 32 } as const
type Part = keyof typeof PARTS

const BESIDE = ['leftOut', 'lost', 'groupHeadcount', 'recordCount'] as const
const FIRST_SIGN = '0'.charCodeAt(0)

export function signOf(hidden: Readonly<Partial<Record<Part, boolean>>>): string {
  const bits = (Object.keys(PARTS) as Part[]).reduce((sum, part) => sum + (hidden[part] ? PARTS[part] : 0), 0)
  return String.fromCharCode(FIRST_SIGN + bits)
}

/** The table as the public sees it. */
export function hide(table: FigureTable, hiding: Hiding): FigureTable {
  const { scope, dimension, figures } = table
  // The message goes to the log, where no exact figure may be.
  if (figures.length !== hiding.length)
    throw new Error(`${hiding.length} signs for ${figures.length} figures of ${scope} ${dimension}`)
  return { ...table, figures: figures.map((figure, at) => hideOf(figure, hiding.charCodeAt(at) - FIRST_SIGN)) }
}

function hideOf(figure: Figure, bits: number): Figure {
  if (bits === 0) return figure
  const shown = { ...figure }
  for (const part of BESIDE) if (bits & PARTS[part]) shown[part] = null
  if (bits & PARTS.all) return { ...shown, ...NO_NUMBERS, gap: 'SUPPRESSED' }
  if (bits & PARTS.opaque) return { ...shown, ...NO_NUMBERS, leftOut: shown.leftOut }
  return shown
}
