import { DEFAULT_AT, type Basis } from '@causeway/shared/period'
import { findHidings } from './disclosure/disclose.ts'
import type { Beside, FigureFamily, FigureTable, Nesting, Place, Places } from './disclosure/family.ts'
import { hide, type Hiding } from './disclosure/hiding.ts'
import { type Tie, tiedBefore, type Tied } from './disclosure/ties.ts'
import type { PublishedCell } from './forms/published-cells.ts'
import type { Declaration, DimensionId } from './indicators/definition.ts'
import { sharesDenominator, sameCounts, type SameCount } from './indicators/same-count.ts'
import { holdsPersons } from '../records/record-types.ts'
import { assemble } from './assemble.ts'
import type { Sets } from './exact-sets.ts'
import type { Cut, OnBasis } from './public-family.ts'
import type { PeriodAnswer } from './indicators/observe/rows.ts'
import type { Standing } from './standing.ts'
import { toDay } from '@causeway/shared/day'
import { kept } from '../ground/kept.ts'
import { isInBloc } from '../ground/reference/blocs.ts'
import { countryOf, placesOutside } from '../ground/reference/countries.ts'
import { hideByBases, sharesStretches } from './disclosure/bases.ts'
import { disclosureClass, type PersonClass } from './disclosure/disclosure-class.ts'
import type { Figure } from '@causeway/shared/figure'
import type { Scope } from '@causeway/shared/series'

/** An indicator on a basis, as it was read. */
export interface Source extends OnBasis {
  cuts: readonly Cut[]
  /** Where its answers begin among those that were read. */
  at: number
  nestings: Nesting[]
  given: PublishedCell[]
}

/** What is known from before to be hidden of every table of an indicator that counts persons, in the order of `cutsOf`. */
export interface Settled {
  get: (source: OnBasis, year: number) => readonly Hiding[] | null
  set: (source: OnBasis, year: number, hidings: readonly Hiding[]) => void
}

/**
 * What the public sees of indicators that were read together: the tables of a source in a year, each settled once.
 * @param sources every one that what is hidden of another depends on
 */
export function settledTables(
  indicators: readonly Declaration[],
  sources: readonly Source[],
  sets: Sets & { first: number; last: number },
  settled: Settled,
): (source: Source, year: number) => FigureTable[] {
  const exact = new Map<string, FigureTable[]>()
  const shown = new Map<string, FigureTable[]>()
  const byBases = new Map<Declaration, ReturnType<typeof hideByBases>>()
  const nameOf = (source: Source, year: number) => `${source.at}|${year}`
  const sourceOf = (declaration: Declaration, basis: Basis) =>
    sources.find((one) => one.declaration === declaration && one.basis === basis)!
  const both = (of: Source, year: number) => ({ exact: exactOf(of, year), shown: shownOf(of, year) })
  return shownOf

  function shownOf(source: Source, year: number): FigureTable[] {
    return kept(shown, nameOf(source, year), () => {
      const isKept = !isOfThings(source.declaration)
      const before = isKept ? settled.get(source, year) : null
      const hidings =
        before ?? findHidings(source.declaration, familyOf(source, year, isKept && besides(source, year)), holdsPersons)
      if (isKept && !before) settled.set(source, year, hidings)
      return exactOf(source, year).map((table, at) => hide(table, hidings[at]!))
    })
  }

  function familyOf(source: Source, year: number, others: Partial<FigureFamily> | false): FigureFamily {
    return {
      tables: exactOf(source, year),
      places: placesFrom(sets.standing.country),
      nestings: source.nestings,
      given: source.given,
      ...others,
    }
  }

  function exactOf(source: Source, year: number): FigureTable[] {
    const answers = sets.answers.slice(source.at, source.at + source.cuts.length)
    return kept(exact, nameOf(source, year), () => exactTables(source, source.cuts, sets.standing, answers, year))
  }

  /** What else is known of the persons of a source in a year. */
  function besides(source: Source, year: number): Partial<FigureFamily> {
    const others = besidesOnBasis(source, year)
    if (!isBesideBases(source)) return others
    const places = kept(byBases, source.declaration, () => findByBases(source.declaration))
    const own = places.filter((one) => one.basis === source.basis && one.year === year)
    return { ...others, hiddenElsewhere: [...others.hiddenElsewhere, ...own] }
  }

  /** What is hidden of the wholes of all other bases than the first, whose tables are settled by themselves. */
  function findByBases(declaration: Declaration) {
    const own = sources.filter((one) => one.declaration === declaration)
    const wholesOf = (source: Source, year: number) =>
      exactOf(source, year).flatMap(({ scope, dimension, figures }, at) =>
        dimension === null ? [{ scope, figure: figures[0]!, at }] : [],
      )
    const isAny = (year: number) =>
      own.some((source) =>
        wholesOf(source, year).some(({ figure: { value, gap } }) => value !== 0 && gap !== 'NO_RECORDS'),
      )
    const read = yearsFrom(sets.first, sets.last)
    // The same years whatever was asked: with more or fewer of them others would be hidden.
    const first = (read.find(isAny) ?? sets.last) - 1
    const years = read.filter((year) => year >= first && year <= endOf(sets.standing, sets.last))
    const wholes = own.flatMap((source) =>
      years.flatMap((year) => {
        const seen = isBesideBases(source) ? hiddenOnBasis(source, year) : shownOf(source, year)
        return wholesOf(source, year).map(({ scope, figure, at }) => {
          const given = source.given.some((one) => one.year === year && one.dimension === null && one.scope === scope)
          const hidden = seen[at]!.figures[0]!.gap === 'SUPPRESSED'
          return { basis: source.basis, scope, figure, hidden, least: leastBy(figure, scope, seen), given }
        })
      }),
    )
    return hideByBases(declaration, disclosureClass(declaration, holdsPersons) as PersonClass, wholes)
  }

  function hiddenOnBasis(source: Source, year: number): FigureTable[] {
    const hidings = findHidings(source.declaration, familyOf(source, year, besidesOnBasis(source, year)), holdsPersons)
    return exactOf(source, year).map((table, at) => hide(table, hidings[at]!))
  }

  function besidesOnBasis(source: Source, year: number) {
    const leaders = leadersOf(indicators, source).map(({ leader, dimensions }) => {
      return { dimensions, ...both(sourceOf(leader, source.basis), year) }
    })
    return {
      leaders,
      hiddenElsewhere: leaders.flatMap(({ dimensions, shown }) => hiddenIn(shown, year, dimensions)),
      sharesDenominator: sharesDenominator(indicators, source.declaration),
      beside: [...daysBeside(source, year), ...countsBeside(source, year)],
    }
  }

  function daysBeside(source: Source, year: number): Beside[] {
    if (!grows(source.declaration)) return []
    const { first, last } = sets
    const before = yearsFrom(first, year - 1).map((on) => both(source, on))
    const usual = source.declaration.bases[0]!
    if (source.basis === usual) return before
    return [...yearsFrom(first, last).map((on) => both(sourceOf(source.declaration, usual), on)), ...before]
  }

  function countsBeside(source: Source, year: number): Beside[] {
    return othersOf(indicators, source).flatMap(({ other, ties }) => {
      const { exact, shown } = both(sourceOf(other, source.basis), year)
      return ties.flatMap((tie) =>
        tie.scopes.map((scopes) => ({
          exact: inScopesOf(exact, tie, scopes),
          shown: inScopesOf(shown, tie, scopes),
          counts: tie,
        })),
      )
    })
  }
}

/** The tables of a year, of answers in the order of their cuts. */
export function exactTables(
  { declaration, basis }: OnBasis,
  cuts: readonly Cut[],
  standing: Standing,
  answers: readonly PeriodAnswer[][],
  year: number,
): FigureTable[] {
  return cuts.map(({ scope, by }, index) => {
    const ofYear = answers[index]!.filter((answer) => answer.year === year)
    return {
      scope,
      dimension: by,
      figures: assemble({ declaration, basis, at: DEFAULT_AT, by, across: null }, standing, ofYear),
    }
  })
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

/** So many a whole is at least: its parts that are shown, and somebody in each that is hidden, where nobody is in two of them. */
function leastBy({ value }: Figure, scope: Scope | null, shown: readonly FigureTable[]): number {
  const sums = shown.map((table) => {
    if (table.scope !== scope || table.dimension === null || table.dimension === 'bloc') return 0
    return table.figures.reduce((sum, one) => sum + (one.gap === 'SUPPRESSED' ? 1 : (one.value ?? 0)), 0)
  })
  return Math.max(0, ...sums.filter((sum) => value !== null && sum <= value))
}

/** The last year that anything is known of: what ends in the year after the data date's has begun in it. `otherwise`: of a college without one. */
export const endOf = ({ dataDate }: Pick<Standing, 'dataDate'>, otherwise: number): number =>
  dataDate === null ? otherwise : Number(dataDate.slice(0, 4)) + 1

/** How countries lie, seen from one of them. */
function placesFrom(home: string): Places {
  return {
    home,
    continentOf: (country) => countryOf(country)?.continent ?? null,
    inBloc: (bloc, country, day) => isInBloc(bloc, country, toDay(day)),
    placesOutside,
  }
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

/**
 * Of a count that only grows the usual basis has its days too: they are between those of any other. Where school years and calendar
 * years share their parts, what is hidden on the usual basis is hidden on all others.
 */
function basesBeside(one: OnBasis): Basis[] {
  const { declaration, basis } = one
  if (isBesideBases(one)) return declaration.bases
  return grows(declaration) ? [...new Set([basis, declaration.bases[0]!])] : [basis]
}

const isBesideBases = ({ declaration, basis }: OnBasis): boolean =>
  basis !== declaration.bases[0] && !isOfThings(declaration) && sharesStretches(declaration)

/** Whether what is hidden of a year follows from all years. */
export const followsFromAllYears = (one: OnBasis): boolean => grows(one.declaration) || isBesideBases(one)

/**
 * All indicators on all their bases, each with all those that hide by each other on any of them: what one hides by comes after it.
 */
export function tiedTogether(indicators: readonly Declaration[]): OnBasis[][] {
  const groups = new Set<OnBasis[]>()
  for (const declaration of indicators) {
    const own = declaration.bases.flatMap((basis) => allNeeded(indicators, { declaration, basis }))
    const tied = [...groups].filter((group) =>
      group.some((one) => own.some((it) => it.declaration === one.declaration)),
    )
    for (const group of tied) groups.delete(group)
    const group = tied.flat()
    for (const one of own.toReversed()) if (!group.some((it) => isSame(it, one))) group.unshift(one)
    groups.add(group)
  }
  return [...groups]
}

const isSame = (one: OnBasis, other: OnBasis): boolean =>
  one.declaration === other.declaration && one.basis === other.basis
