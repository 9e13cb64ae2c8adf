import type { Basis } from '@causeway/shared/period'
import { settleFamily, toHidings } from './disclosure/disclose.ts'
import type { Beside, FigureFamily, FigureTable, Place, Places } from './disclosure/family.ts'
import { hide, type Hiding } from './disclosure/hiding.ts'
import type { Tie } from './disclosure/ties.ts'
import type { Declaration, DimensionId } from './indicators/definition.ts'
import { sharesDenominator } from './indicators/same-count.ts'
import { holdsPersons } from '../records/record-types.ts'
import { exactTables } from './assemble.ts'
import { NOTHING_EARLIER, type Earlier } from './earlier-tables.ts'
import type { Sets } from './exact-sets.ts'
import { grows, isOfThings, leadersOf, othersOf, yearsFrom } from './needed.ts'
import type { OnBasis } from './public-family.ts'
import { nameOf, settledTogether, type Alone, type SolvedBefore } from './settled-together.ts'
import { namesOf, type Source } from './source.ts'
import { toDay } from '@causeway/shared/day'
import { kept } from '../ground/kept.ts'
import { isInBloc } from '../ground/reference/blocs.ts'
import { countryOf, placesOutside } from '../ground/reference/countries.ts'

/** What is known from before to be hidden of every table of an indicator that counts persons, in the order of `cutsOf`. */
export interface Settled {
  get: (source: OnBasis, year: number) => readonly Hiding[] | null
  set: (source: OnBasis, year: number, hidings: readonly Hiding[], tables: string) => void
  /** What was hidden where all that it follows from had this name. Absent: nothing of that is remembered. */
  again?: (source: OnBasis, year: number, tables: string) => readonly Hiding[] | null
  /** What is hidden of several on one basis, where another reading of the same records solved it. Absent: nothing of that is remembered. */
  solved?: SolvedBefore
}

/**
 * What the public sees of indicators that were read together: the tables of a source in a year, each settled once.
 * @param sources every one that what is hidden of another depends on
 * @param isRounded whether numbers of persons are rounded, and not hidden
 * @param earlier what releases showed that anybody could read
 */
export function settledTables(
  indicators: readonly Declaration[],
  sources: readonly Source[],
  sets: Sets & { first: number; last: number },
  settled: Settled,
  isRounded: boolean,
  earlier: Earlier = NOTHING_EARLIER,
): (source: Source, year: number) => FigureTable[] {
  const exact = new Map<string, FigureTable[]>()
  const shown = new Map<string, FigureTable[]>()
  const alone = new Map<string, Alone>()
  const tablesOf = namesOf(indicators, sources, sets)
  const sourceOf = (declaration: Declaration, basis: Basis) =>
    sources.find((one) => one.declaration === declaration && one.basis === basis)!
  const solvedBefore: SolvedBefore = (name, solve) => settled.solved?.(name, solve) ?? solve()
  const read = { indicators, sources, sets, isRounded, earlier, familyOf, aloneOf, exactOf, solvedBefore, sourceOf }
  const hiddenOf = settledTogether(read)
  return shownOf

  function shownOf(source: Source, year: number): FigureTable[] {
    return kept(shown, nameOf(source, year), () => {
      if (isOfThings(source.declaration)) return aloneOf(source, year).shown
      const hidings = settled.get(source, year) ?? settle(source, year)
      return exactOf(source, year).map((table, at) => hide(table, hidings[at]!))
    })
  }

  function settle(source: Source, year: number): readonly Hiding[] {
    const tables = settled.again ? tablesOf(source, year) : ''
    const hidings = settled.again?.(source, year, tables) ?? hidingsOf(source, year)
    settled.set(source, year, hidings, tables)
    return hidings
  }

  function hidingsOf(source: Source, year: number): Hiding[] {
    const { family, outcomes } = aloneOf(source, year)
    return toHidings(source.declaration, family, hiddenOf(source, year) ?? outcomes, holdsPersons)
  }

  /** What is hidden of it for itself, and for those that count the same persons and that it gives way to. */
  function aloneOf(source: Source, year: number): Alone {
    return kept(alone, nameOf(source, year), () => {
      const { declaration } = source
      const family = {
        ...familyOf(source, year),
        ...(isOfThings(declaration) || isRounded ? {} : besides(source, year)),
      }
      const outcomes = settleFamily(declaration, family, holdsPersons)
      const hidings = toHidings(declaration, family, outcomes, holdsPersons)
      return { family, outcomes, shown: family.tables.map((table, at) => hide(table, hidings[at]!)) }
    })
  }

  /** Without what else is known of its persons. */
  function familyOf(source: Source, year: number): FigureFamily {
    const { nestings, given } = source
    return { tables: exactOf(source, year), places: placesFrom(sets.standing.country), nestings, given, isRounded }
  }

  function exactOf(source: Source, year: number): FigureTable[] {
    const answers = sets.answers.slice(source.at, source.at + source.cuts.length)
    return kept(exact, nameOf(source, year), () => exactTables(source, source.cuts, sets.standing, answers, year))
  }

  /** What else is known of the persons of a source in a year. */
  function besides(source: Source, year: number) {
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

  function both(of: Source, year: number) {
    return { exact: exactOf(of, year), shown: aloneOf(of, year).shown }
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

/** How countries lie, seen from one of them. */
function placesFrom(home: string): Places {
  return {
    home,
    continentOf: (country) => countryOf(country)?.continent ?? null,
    inBloc: (bloc, country, day) => isInBloc(bloc, country, toDay(day)),
    placesOutside,
  }
}
