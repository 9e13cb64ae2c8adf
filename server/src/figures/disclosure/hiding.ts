import { NO_NUMBERS, type Figure } from '@causeway/shared/figure'
import type { PersonClass } from './disclosure-class.ts'
import type { FigureTable } from './family.ts'
import { withSides } from '../indicators/observe/with-sides.ts'
import { roundCount, toThreeDigits } from './rounding.ts'

/** What the public does not see of the figures of a table: a sign for each of them, in their order. */
export type Hiding = string

/** What may be hidden of a figure: all of it, all but what was left out of a gap that is not of our making, or one count beside it. */
const PARTS = { all: 1, opaque: 2, leftOut: 4, lost: 8, groupHeadcount: 16, recordCount: 32 } as const
type Part = keyof typeof PARTS

/** Of a figure that is rounded, what it tells of persons: in the bits above all parts. */
const ROUNDED: readonly (PersonClass | null)[] = [null, 'persons', 'person-days', 'mean', 'rate']
const FIRST_ROUNDED = 64

const BESIDE = ['leftOut', 'lost', 'groupHeadcount', 'recordCount'] as const
const FIRST_SIGN = '0'.charCodeAt(0)

export function signOf(hidden: Readonly<Partial<Record<Part, boolean>>>, rounded: PersonClass | null = null): string {
  const bits = (Object.keys(PARTS) as Part[]).reduce((sum, part) => sum + (hidden[part] ? PARTS[part] : 0), 0)
  return String.fromCharCode(FIRST_SIGN + bits + FIRST_ROUNDED * ROUNDED.indexOf(rounded))
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
  const shown = roundFigure(figure, ROUNDED[Math.floor(bits / FIRST_ROUNDED)]!)
  for (const part of BESIDE) if (bits & PARTS[part]) shown[part] = null
  if (bits & PARTS.all) return { ...shown, ...NO_NUMBERS, gap: 'SUPPRESSED' }
  if (bits & PARTS.opaque) return { ...shown, ...NO_NUMBERS, leftOut: shown.leftOut }
  return shown
}

/** The figure with rounded numbers of persons, and without what would tell the unrounded ones; a rate is that of the rounded ones. */
function roundFigure(figure: Figure, kind: PersonClass | null): Figure {
  if (kind === null) return { ...figure }
  const { value, numerator, denominator, size, leftOut } = figure
  const rounded = { ...figure, size: roundCount(size), leftOut: roundCount(leftOut) }
  if (kind === 'persons' || kind === 'person-days') return { ...rounded, value: roundCount(value) }
  const under = roundCount(denominator)
  // A mean times how many it is of is often a whole number, and its interval says how many they are.
  if (kind === 'mean') return { ...rounded, denominator: under, value: toThreeDigits(value), interval: null }
  const coverage = roundCount(figure.coverage)
  return { ...withSides(rounded, roundCount(numerator), under), coverage, size: size === denominator ? under : null }
}
