import { NO_NUMBERS, type Figure } from '@causeway/shared/figure'
import type { Scope } from '@causeway/shared/series'

/** A figure as it is stored: its period follows from its year, and what is null is not written. */
export type StoredFigure = Partial<Omit<Figure, 'period'>>

/** The public figures of a year by a dimension. */
export interface StoredYear {
  /** Of the categories that occur in it. */
  figures: StoredFigure[]
  /** Of others that something was left out of. */
  besides: StoredFigure[]
  /** Of any other category. */
  absent: StoredFigure
  /** Of the whole of it, where no category occurs. */
  whole: StoredFigure
}

/** The public figures of one cut of an indicator on one basis. */
export interface StoredCut {
  /** Years before the first are as the first is, those after the last as the last is. */
  first: number
  last: number
  /** Years before the first were not stored. */
  isCutOff: boolean
  years: StoredYear[]
}

/** By scope and dimension. */
export type StoredCuts = Record<string, StoredCut>
export const cutName = (scope: Scope | null, dimension: string | null) => `${scope ?? ''} ${dimension ?? ''}`

export function toStored(figure: Omit<Figure, 'period'>): StoredFigure {
  const stored: Record<string, unknown> = {}
  for (const [name, value] of Object.entries(figure)) if (value !== null && name !== 'period') stored[name] = value
  return stored
}

export function fromStored(stored: StoredFigure): Omit<Figure, 'period'> {
  return { ...NO_NUMBERS, category: null, across: null, gap: null, ...stored }
}

/** Of a year that is as the one before it. */
const ALIKE = null

/** The text of cuts as it is stored: of years that are alike the first. */
export function writeCuts(cuts: StoredCuts): string {
  const texts = Object.entries(cuts).map(([name, { years, ...cut }]) => {
    let before = ''
    const written = years.map((year) => {
      const text = JSON.stringify(year)
      if (text === before) return String(ALIKE)
      return (before = text)
    })
    return `${JSON.stringify(name)}:{${JSON.stringify(cut).slice(1, -1)},"years":[${written.join()}]}`
  })
  return `{${texts.join()}}`
}

export function readCuts(text: string): StoredCuts {
  const cuts = JSON.parse(text) as StoredCuts
  for (const { years } of Object.values(cuts))
    for (const [at, year] of years.entries()) if (year === ALIKE) years[at] = years[at - 1]!
  return cuts
}
