import type { Declaration } from '@causeway/server/figures/indicators/definition'
import { boundSecrets, ENOUGH, type Range } from './bound.ts'
import { addBases, addBetweenIndicators, addGrowth } from './between.ts'
import { addWithinTables, type Nested } from './in-one.ts'
import { collect, placeOf, type Ask } from './collect.ts'
import { System } from './system.ts'

export interface College {
  institution: string
  home: string
  /** MM-DD */
  schoolYearStart: string
  years: readonly [number, number]
  indicators: readonly Declaration[]
  nested: readonly Nested[]
}

export interface Attack {
  asked: number
  /** Figures that the public may ask for, with a number. */
  shown: number
  /** Those of them that are hidden, and how many persons they are. */
  hidden: number
  persons: number
  /** Hidden counts that can be less than four numbers. */
  narrowed: Range[]
}

/** What somebody finds out of hidden counts who asks for all that the public may see. */
export async function attack(asPublic: Ask, asReader: Ask, college: College): Promise<Attack> {
  const { institution, indicators, years, home } = college
  const seen = await collect(asPublic, institution, indicators, years)
  const exact = await collect(asReader, institution, indicators, years)
  const system = new System(seen, exact)
  addWithinTables(system, seen, home, college.nested)
  addBetweenIndicators(system, seen)
  addGrowth(system, seen)
  await addBases(system, seen, college.schoolYearStart)
  const ranges = await boundSecrets(system)
  const figures = [...seen.values()]
  const hidden = figures.filter(({ figure }) => figure.gap === 'SUPPRESSED')
  const personsOf = (of: (typeof figures)[number]) => {
    const { size, denominator, value } = exact.get(placeOf(of, of.year, of.category))!.figure
    return size ?? denominator ?? value ?? 0
  }
  return {
    asked: figures.length,
    shown: figures.filter(({ figure }) => figure.value !== null).length,
    hidden: hidden.length,
    persons: hidden.reduce((sum, of) => sum + personsOf(of), 0),
    narrowed: ranges.filter(({ least, most }) => most - least < ENOUGH - 1e-5),
  }
}
