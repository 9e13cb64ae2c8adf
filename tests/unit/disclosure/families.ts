import type { Declaration, DimensionId, Measure } from '@causeway/server/figures/indicators/definition'
import { discloseFamily } from '@causeway/server/figures/disclosure/disclose'
import type { FigureFamily, FigureTable, Nesting, Places } from '@causeway/server/figures/disclosure/family'
import { NO_NUMBERS, type Figure } from '@causeway/shared/figure'
import type { Scope } from '@causeway/shared/series'

const CONTINENTS: Record<string, string> = {
  ...{ CN: 'AS', HK: 'AS', MO: 'AS', TW: 'AS', VN: 'AS', LA: 'AS', TH: 'AS' },
  ...{ RU: 'EU', BY: 'EU', TZ: 'AF' },
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

export function rate(category: string | null, numerator: number, denominator: number, more: Partial<Figure> = {}) {
  const parts = { ...EMPTY, category, numerator, denominator, size: denominator }
  const figure: Figure =
    denominator === 0
      ? { ...parts, gap: 'NOT_APPLICABLE', numerator: 0, ...more }
      : { ...parts, value: (100 * numerator) / denominator, recordCount: denominator, ...more }
  return figure
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

type Asked = Pick<Declaration, 'measure' | 'set' | 'unit' | 'scope' | 'dimensions'>

/** An indicator over enrolments, with the nationality as its country. */
export function declarationOf(measure: Measure, usual: Scope | null = 'ABROAD', more: Partial<Asked> = {}): Asked {
  return {
    measure,
    set: { of: 'enrolment', time: { overlaps: ['start', 'end'] } },
    unit: { zh: '人', en: 'people' },
    scope: { numerator: 'nationality', denominator: 'nationality', default: usual },
    dimensions: {
      ...{ country: 'nationality', continent: 'nationality', bloc: 'nationality', programme: 'programme' },
      ...{ department: 'programme.department', sex: 'sex' },
    },
    ...more,
  }
}

export const PERSONS: Measure = { distinct: 'persons' }
export const SHARE: Measure = { share: [{ field: 'passed', in: [1] }], per: 'persons' }

const PERSON_TYPES = 'enrolment mobility training-session competition-result assessment-result graduate-outcome'.split(
  ' ',
)
export const holdsPersons = (recordType: string) => PERSON_TYPES.includes(recordType)

export function disclose(declaration: Parameters<typeof discloseFamily>[0], tables: FigureTable[]): FigureTable[] {
  return discloseFamily(declaration, family(tables), holdsPersons)
}

/** `null` where a figure is hidden. */
export function shownOf(
  tables: FigureTable[],
  dimension: string | null,
  scope: string | null = null,
): Record<string, number | null> {
  const found = tables.find((one) => one.dimension === dimension && one.scope === scope)!
  return Object.fromEntries(found.figures.map((figure) => [figure.category ?? 'total', figure.value]))
}

/**
 * Someone who knows every shown number to be a sum over the same unknown people, distinguished by country, programme and sex. The
 * sums of the tables, of continents, blocs and scopes follow from that by themselves; nothing here is taken from the engine.
 */
export class Attacker {
  /** In echelon form, each with the place of its pivot. */
  readonly #known: { row: number[]; pivot: number }[] = []

  /** Takes in a sum that is shown. */
  learn(sum: readonly number[]): void {
    const row = this.#reduce(sum)
    const pivot = row.findIndex((value) => Math.abs(value) > 1e-7)
    if (pivot < 0) return
    const scale = row[pivot]!
    this.#known.push({ row: row.map((value) => value / scale), pivot })
  }

  /** Whether a sum follows from those that are shown. */
  knows(sum: readonly number[]): boolean {
    return this.#reduce(sum).every((value) => Math.abs(value) <= 1e-7)
  }

  #reduce(sum: readonly number[]): number[] {
    const row = [...sum]
    for (const { row: known, pivot } of this.#known) {
      const factor = row[pivot]!
      if (Math.abs(factor) <= 1e-9) continue
      for (let i = 0; i < row.length; i++) row[i]! -= factor * known[i]!
    }
    return row
  }
}
