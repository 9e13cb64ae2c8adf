import { DEFAULT_AT, type Basis } from '@causeway/shared/period'
import { discloseFamily } from './disclosure/disclose.ts'
import type { Beside, FigureTable, Nesting, Place, Places } from './disclosure/family.ts'
import { type Tie, tiedBefore, type Tied } from './disclosure/ties.ts'
import type { PublishedCell } from './forms/published-cells.ts'
import type { Declaration, DimensionId } from './indicators/definition.ts'
import { sharesDenominator, sameCounts, type SameCount } from './indicators/same-count.ts'
import { holdsPersons } from '../records/record-types.ts'
import { assemble } from './assemble.ts'
import type { SetKey, Sets } from './exact-sets.ts'
import { toDay } from '@causeway/shared/day'
import { BLOCS } from '../ground/reference/blocs.ts'
import { countryOf, placesOutside } from '../ground/reference/countries.ts'
import { disclosureClass } from './disclosure/disclosure-class.ts'

export type Cut = Pick<SetKey, 'scope' | 'by'>

/** An indicator on a basis, as it was read. */
export interface Source extends OnBasis {
  cuts: readonly Cut[]
  /** Where its answers begin among those that were read. */
  at: number
  nestings: Nesting[]
  given: PublishedCell[]
}

/** What is known from before: of the same records, so that it need not be settled again. */
export interface Settled {
  get: (source: Pick<Source, keyof OnBasis | 'cuts'>, year: number) => FigureTable[] | null
  set: (source: Source, year: number, tables: FigureTable[]) => void
}

/** What the public sees of indicators that were read together, each year of each settled once. */
export class SettledTables {
  readonly #indicators: readonly Declaration[]
  readonly #sources: readonly Source[]
  readonly #sets: Sets & { first: number; last: number }
  readonly #settled: Settled
  readonly #exact = new Map<string, FigureTable[]>()
  readonly #shown = new Map<string, FigureTable[]>()

  /** @param sources every one that what is hidden of another depends on */
  constructor(
    indicators: readonly Declaration[],
    sources: readonly Source[],
    sets: Sets & { first: number; last: number },
    settled: Settled,
  ) {
    this.#indicators = indicators
    this.#sources = sources
    this.#sets = sets
    this.#settled = settled
  }

  shownOf(source: Source, year: number): FigureTable[] {
    const name = this.#nameOf(source, year)
    const found = this.#shown.get(name) ?? this.#settled.get(source, year)
    if (found) return found
    const tables = discloseFamily(
      source.declaration,
      {
        tables: this.#exactOf(source, year),
        places: placesFrom(this.#sets.standing.country),
        nestings: source.nestings,
        given: source.given,
        ...(!isOfThings(source.declaration) && this.#besides(source, year)),
      },
      holdsPersons,
    )
    this.#shown.set(name, tables)
    this.#settled.set(source, year, tables)
    return tables
  }

  #exactOf(source: Source, year: number): FigureTable[] {
    const name = this.#nameOf(source, year)
    const found = this.#exact.get(name)
    if (found) return found
    const tables = source.cuts.map(({ scope, by }, index) => {
      const answers = this.#sets.answers[source.at + index]!.filter((answer) => answer.year === year)
      const question = { declaration: source.declaration, basis: source.basis, at: DEFAULT_AT, by, across: null }
      return { scope, dimension: by, figures: assemble(question, this.#sets.standing, answers) }
    })
    this.#exact.set(name, tables)
    return tables
  }

  /** What else is known of the persons of a source in a year. */
  #besides(source: Source, year: number) {
    const leaders = leadersOf(this.#indicators, source).map(({ leader, dimensions }) => {
      const of = this.#sourceOf(leader, source.basis)
      return { dimensions, exact: this.#exactOf(of, year), shown: this.shownOf(of, year) }
    })
    return {
      leaders,
      hiddenElsewhere: leaders.flatMap(({ dimensions, shown }) => hiddenIn(shown, year, dimensions)),
      sharesDenominator: sharesDenominator(this.#indicators, source.declaration),
      beside: [...this.#daysBeside(source, year), ...this.#countsBeside(source, year)],
    }
  }

  #daysBeside(source: Source, year: number): Beside[] {
    if (!grows(source.declaration)) return []
    const { first, last } = this.#sets
    const day = (of: Source, on: number): Beside => ({ exact: this.#exactOf(of, on), shown: this.shownOf(of, on) })
    const before = yearsFrom(first, year - 1).map((on) => day(source, on))
    const usual = source.declaration.bases[0]!
    if (source.basis === usual) return before
    return [...yearsFrom(first, last).map((on) => day(this.#sourceOf(source.declaration, usual), on)), ...before]
  }

  #countsBeside(source: Source, year: number): Beside[] {
    return othersOf(this.#indicators, source).flatMap(({ other, ties }) => {
      const of = this.#sourceOf(other, source.basis)
      return ties.flatMap((tie) =>
        tie.scopes.map((scopes) => ({
          exact: inScopesOf(this.#exactOf(of, year), tie, scopes),
          shown: inScopesOf(this.shownOf(of, year), tie, scopes),
          counts: tie,
        })),
      )
    })
  }

  #sourceOf(declaration: Declaration, basis: Basis): Source {
    return this.#sources.find((one) => one.declaration === declaration && one.basis === basis)!
  }

  #nameOf(source: Source, year: number): string {
    return `${source.at}|${year}`
  }
}

/** The tables that both have, each under the scope in which it is beside one of the indicator's own. */
function inScopesOf(tables: readonly FigureTable[], { dimensions }: Tie, scopes: Tie['scopes'][number]): FigureTable[] {
  const shared = tables.filter(({ dimension }) => dimension === null || dimensions.has(dimension))
  return scopes.flatMap(({ own, theirs }) =>
    shared.filter(({ scope }) => scope === theirs).map((table) => ({ ...table, scope: own })),
  )
}

function hiddenIn(tables: readonly FigureTable[], year: number, dimensions: ReadonlySet<DimensionId>): Place[] {
  return tables.flatMap(({ scope, dimension, figures }) =>
    figures
      .filter(({ category, gap }) => gap === 'SUPPRESSED' && (category === null || dimensions.has(dimension!)))
      .map(({ category }) => ({ year, scope, dimension: category === null ? null : dimension, category })),
  )
}

export function yearsFrom(first: number, last: number): number[] {
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, at) => first + at)
}

/** How countries lie, seen from one of them. */
function placesFrom(home: string): Places {
  return {
    home,
    continentOf: (country) => countryOf(country)?.continent ?? null,
    inBloc: (bloc, country, day) => isMember(bloc, country, toDay(day)),
    placesOutside,
  }
}

function isMember(bloc: string, country: string, day: number): boolean {
  const members = BLOCS.find(({ id }) => id === bloc)?.members ?? []
  return members.some(
    (member) => member.country === country && member.from <= day && (member.to === null || member.to >= day),
  )
}

/** An indicator on a basis: its tables are hidden in together. */
export interface OnBasis {
  declaration: Declaration
  basis: Basis
}

/** Whether nothing is hidden of it, so that each of its tables can be known without the others. */
export const isOfThings = (declaration: Declaration): boolean => disclosureClass(declaration, holdsPersons) === 'things'

export const grows = ({ kind }: Declaration): boolean => kind === 'CUMULATIVE'

/** Those that count the same persons, and say what is hidden of them. */
export const leadersOf = (indicators: readonly Declaration[], { declaration, basis }: OnBasis): SameCount[] =>
  sameCounts(indicators, declaration).filter(({ leader }) => leader.bases.includes(basis))

/** Those that count some of the same persons, and that it gives way to. */
export const othersOf = (indicators: readonly Declaration[], { declaration, basis }: OnBasis): Tied[] =>
  tiedBefore(indicators, declaration).filter(({ other }) => other.bases.includes(basis))

/** An indicator, itself first, with all that what is hidden of it depends on. */
export function allNeeded(indicators: readonly Declaration[], asked: OnBasis): OnBasis[] {
  if (isOfThings(asked.declaration)) return [asked]
  const needed: OnBasis[] = []
  const add = (declaration: Declaration, basis: Basis) => {
    if (needed.some((one) => one.declaration === declaration && one.basis === basis)) return
    const one = { declaration, basis }
    needed.push(one)
    for (const beside of basesBeside(one)) add(declaration, beside)
    for (const { leader } of leadersOf(indicators, one)) add(leader, basis)
    for (const { other } of othersOf(indicators, one)) add(other, basis)
  }
  add(asked.declaration, asked.basis)
  return needed
}

/** Of a count that only grows the usual basis has its days too: they are between those of any other. */
function basesBeside({ declaration, basis }: OnBasis): Basis[] {
  return grows(declaration) ? [...new Set([basis, declaration.bases[0]!])] : [basis]
}
