import type { DimensionId } from '@causeway/server/figures/indicators/definition'
import type { FigureFamily, FigureTable, Nesting, Places } from '@causeway/server/figures/disclosure/family'
import { NO_NUMBERS, type Figure } from '@causeway/shared/figure'
import type { Scope } from '@causeway/shared/series'

const CONTINENTS: Record<string, string> = {
  CN: 'AS',
  HK: 'AS',
  MO: 'AS',
  TW: 'AS',
  VN: 'AS',
  LA: 'AS',
  TH: 'AS',
  RU: 'EU',
  BY: 'EU',
  TZ: 'AF',
}
const BLOCS: Record<string, string[]> = {
  asean: ['VN', 'LA', 'TH'],
  sco: ['CN', 'RU', 'BY'],
  'belt-and-road': ['VN', 'LA', 'RU', 'TZ'],
}

export const PLACES: Places = {
  home: 'CN',
  continentOf: (country) => CONTINENTS[country] ?? null,
  inBloc: (bloc, country) => BLOCS[bloc]!.includes(country),
  placesOutside: (scope: Scope, home) => (scope === 'ABROAD' ? [home, 'HK', 'MO', 'TW', 'unknown'] : [home, 'unknown']),
}

const DEPARTMENTS: Record<string, string> = { a: 'fields', b: 'stables', c: 'fields', d: 'trade' }
/** A programme that is not said is in no department that is. */
const departmentOf = (programme: string) => DEPARTMENTS[programme] ?? null
const NESTINGS: Nesting[] = [{ inner: 'programme', outer: 'department', outerOf: departmentOf }]

export const EMPTY: Figure = {
  period: { basis: 'SCHOOL_YEAR', year: 2023, start: '2023-09-01', end: '2024-08-31', partial: false },
  category: null,
  across: null,
  gap: null,
  ...NO_NUMBERS,
}

export function count(category: string | null, value: number, more: Partial<Figure> = {}): Figure {
  return { ...EMPTY, category, value, size: value, recordCount: value, ...more }
}

export function rate(
  category: string | null,
  numerator: number,
  denominator: number,
  more: Partial<Figure> = {},
): Figure {
  return denominator === 0
    ? { ...EMPTY, category, gap: 'NOT_APPLICABLE', numerator: 0, denominator: 0, size: 0, ...more }
    : {
        ...EMPTY,
        category,
        value: (100 * numerator) / denominator,
        numerator,
        denominator,
        size: denominator,
        recordCount: denominator,
        ...more,
      }
}

export function table(scope: Scope | null, dimension: DimensionId | null, figures: Figure[]): FigureTable {
  return { scope, dimension, figures }
}

export function family(tables: FigureTable[], places: Partial<Places> = {}): FigureFamily {
  return { tables, places: { ...PLACES, ...places }, nestings: NESTINGS }
}

/** One person for a cell of the tests' world: where from, in which programme, of which sex, and whether the test was passed. */
export interface Person {
  country: string
  programme: string
  sex: string
  passed: boolean
}

const SCOPES: (Scope | null)[] = ['ABROAD', 'BORDER', null]
export const DIMENSIONS = ['country', 'continent', 'bloc', 'programme', 'department', 'sex'] as const

/** Every public table over these persons, as the figures would be counted from records. */
export function tablesOf(
  persons: readonly Person[],
  figureOf: (category: string | null, members: readonly Person[]) => Figure,
  scopes: readonly (Scope | null)[] = SCOPES,
): FigureTable[] {
  return scopes.flatMap((scope) => {
    const outside = new Set(scope ? PLACES.placesOutside(scope, 'CN') : [])
    const inside = persons.filter(({ country }) => !outside.has(country))
    const by = DIMENSIONS.map((dimension) => {
      const categories = [...new Set(persons.flatMap((person) => categoriesOf(dimension, person)))].toSorted()
      const figures = categories.map((category) =>
        figureOf(
          category,
          inside.filter((person) => categoriesOf(dimension, person).includes(category)),
        ),
      )
      return table(scope, dimension, figures)
    })
    return [table(scope, null, [figureOf(null, inside)]), ...by]
  })
}

function categoriesOf(dimension: (typeof DIMENSIONS)[number], person: Person): string[] {
  switch (dimension) {
    case 'continent':
      return [CONTINENTS[person.country] ?? 'unknown']
    case 'bloc':
      return Object.keys(BLOCS).filter((bloc) => BLOCS[bloc]!.includes(person.country))
    case 'department':
      return [departmentOf(person.programme) ?? 'unknown']
    default:
      return [person[dimension]]
  }
}

/** The same numbers on every run. */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0 || 1
  return () => {
    state ^= state << 13
    state >>>= 0
    state ^= state >>> 17
    state ^= state << 5
    state >>>= 0
    return state / 2 ** 32
  }
}

/** Few countries with many persons and many with few, as colleges have them. */
export function randomPersons(random: () => number, most: number): Person[] {
  const countries = ['CN', 'CN', 'RU', 'RU', 'VN', 'LA', 'TH', 'BY', 'TZ', 'HK', 'MO', 'unknown']
  const used = countries.filter(() => random() < 0.7)
  const from = used.length > 0 ? used : ['RU']
  const programmes = ['a', 'b', 'c', 'd'].slice(0, 1 + Math.floor(random() * 4))
  return Array.from({ length: Math.floor(random() ** 2 * most) }, () => ({
    country: from[Math.floor(random() ** 2 * from.length)]!,
    programme: programmes[Math.floor(random() ** 1.7 * programmes.length)]!,
    sex: random() < 0.4 ? 'female' : random() < 0.95 ? 'male' : 'unknown',
    passed: random() < 0.85,
  }))
}
