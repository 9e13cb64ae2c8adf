import { disclosureClass } from '@causeway/server/figures/disclosure/disclosure-class'
import type { Declaration } from '@causeway/server/figures/indicators/definition'
import { holdsPersons } from '@causeway/server/records/record-types'
import { boundSecrets, ENOUGH, type Range } from './bound.ts'
import { addBases, addBetweenIndicators, addGrowth } from './between.ts'
import { addWithinTables, type Nested } from './in-one.ts'
import { collect, placeOf, type Ask, type SeenAt } from './collect.ts'
import { System, type Layer } from './system.ts'

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
  /** Those of them that are few by themselves. */
  few: Range[]
}

/** Fewer are hidden by themselves: under the line, and of all others. */
const LEAST = { d: 10, v: 5, s: 5, n: 5, r: 5 }

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
  const narrowed = ranges.filter(({ least, most }) => most - least < ENOUGH - 1e-5)
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
    narrowed,
    few: narrowed.filter(({ secret: { layer, count, of } }) => count < LEAST[layer] && !isOfDays(of, layer)),
  }
}

/** Days are not persons, however few. */
const isOfDays = ({ declaration }: SeenAt, layer: Layer) =>
  layer === 'v' && disclosureClass(declaration, holdsPersons) === 'person-days'
