import { NO_NUMBERS, type Figure } from '@causeway/shared/figure'
import type { PeriodAnswer, PersonsByCategory } from '../indicators/observe/rows.ts'
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

/** What is exact of a year, whole or by a dimension. */
export interface StoredAnswer {
  cells: StoredFigure[]
  uncounted: StoredFigure[]
  absent: StoredFigure
  whole: StoredFigure | null
  /** Only of things that are counted from records of persons. Never public. */
  persons?: PersonsByCategory
}

/** What is stored of one cut of an indicator on one basis: the public figures of its years, or the exact ones. */
export interface StoredCut<Year = StoredYear> {
  /** Years before the first are as the first is, those after the last as the last is. */
  first: number
  last: number
  /** Years before the first were not stored. */
  isCutOff: boolean
  /** Its numbers of persons are rounded; absent: what few tell is hidden, and the others are as they were counted. */
  isRounded?: true
  years: Year[]
}

/** By scope and dimension. */
export type StoredCuts<Year = StoredYear> = Record<string, StoredCut<Year>>
export const cutName = (scope: Scope | null, dimension: string | null) => `${scope ?? ''} ${dimension ?? ''}`

export function toStored(figure: Omit<Figure, 'period'>): StoredFigure {
  const stored: Record<string, unknown> = {}
  for (const name in figure) {
    const value = figure[name as keyof typeof figure]
    if (value !== null && name !== 'period') stored[name] = value
  }
  return stored
}

export function fromStored(stored: StoredFigure): Omit<Figure, 'period'> {
  return { ...NO_NUMBERS, category: null, across: null, gap: null, ...stored }
}

export function toStoredAnswer({ cells, uncounted, absent, whole }: PeriodAnswer): StoredAnswer {
  return {
    cells: cells.map(toStored),
    uncounted: uncounted.map(toStored),
    absent: toStored(absent),
    whole: whole && toStored(whole),
  }
}

export function fromStoredAnswer(year: number, { cells, uncounted, absent, whole }: StoredAnswer): PeriodAnswer {
  return {
    year,
    cells: cells.map(fromStored),
    uncounted: uncounted.map(fromStored),
    absent: fromStored(absent),
    whole: whole && fromStored(whole),
  }
}

/** Of a year that is as the one before it. */
const ALIKE = null

/** Between cuts: each has a line, and no text of JSON holds the end of one. */
const BETWEEN_CUTS = ',\n'

/** The text of cuts as it is stored: of years that are alike the first. */
export function writeCuts(cuts: StoredCuts<unknown>): string {
  const texts = Object.entries(cuts).map(([name, { years, ...cut }]) => {
    let before = ''
    const written = years.map((year) => {
      const text = JSON.stringify(year)
      if (text === before) return String(ALIKE)
      return (before = text)
    })
    return `${JSON.stringify(name)}:{${JSON.stringify(cut).slice(1, -1)},"years":[${written.join()}]}`
  })
  return `{${texts.join(BETWEEN_CUTS)}}`
}

/** Cuts as they were stored, each read from its text when it is asked for: most questions are of one of dozens. */
export class ReadCuts<Year = StoredYear> {
  readonly #lines: readonly string[]
  readonly #known = new Map<string, StoredCut<Year> | undefined>()

  constructor(text: string) {
    this.#lines = text.slice(1, -1).split(BETWEEN_CUTS)
  }

  /** Undefined: it was not stored. */
  get(scope: Scope | null, dimension: string | null): StoredCut<Year> | undefined {
    const name = cutName(scope, dimension)
    if (!this.#known.has(name)) this.#known.set(name, this.#read(name))
    return this.#known.get(name)
  }

  #read(name: string): StoredCut<Year> | undefined {
    const begin = `${JSON.stringify(name)}:`
    // What was stored before each had a line is all in the first.
    const line = this.#lines.find((one) => one.startsWith(begin)) ?? this.#lines[0]!
    const cut = (JSON.parse(`{${line}}`) as StoredCuts<Year>)[name]
    for (const [at, year] of (cut?.years ?? []).entries()) if (year === ALIKE) cut!.years[at] = cut!.years[at - 1]!
    return cut
  }
}
