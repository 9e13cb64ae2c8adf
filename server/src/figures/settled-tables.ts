import type { Basis } from '@causeway/shared/period'
import { settleFamily, toHidings } from './disclosure/disclose.ts'
import { openFamily, type Outcomes } from './disclosure/open-family.ts'
import type { Beside, FigureFamily, FigureTable, Place, Places } from './disclosure/family.ts'
import { hide, type Hiding } from './disclosure/hiding.ts'
import { hideJointly } from './disclosure/joint.ts'
import type { Member } from './disclosure/relations.ts'
import type { Tie } from './disclosure/ties.ts'
import type { Declaration, DimensionId } from './indicators/definition.ts'
import { sharesDenominator } from './indicators/same-count.ts'
import { holdsPersons } from '../records/record-types.ts'
import { exactTables } from './assemble.ts'
import { NOTHING_EARLIER, shownUnrounded, type Earlier } from './earlier-tables.ts'
import type { Sets } from './exact-sets.ts'
import { endOf, groupOf, grows, isBesideBases, isOfDay, isOfThings, leadersOf, othersOf } from './needed.ts'
import type { OnBasis } from './public-family.ts'
import { outcomesOf, staysHidden, wholesOf, withoutBreakdowns, type Settling } from './settling.ts'
import { namesOf, type Source } from './source.ts'
import { toDay } from '@causeway/shared/day'
import { kept } from '../ground/kept.ts'
import { isInBloc } from '../ground/reference/blocs.ts'
import { countryOf, placesOutside } from '../ground/reference/countries.ts'
import type { Figure } from '@causeway/shared/figure'

/** What is known from before to be hidden of every table of an indicator that counts persons, in the order of `cutsOf`. */
export interface Settled {
  get: (source: OnBasis, year: number) => readonly Hiding[] | null
  set: (source: OnBasis, year: number, hidings: readonly Hiding[], tables: string) => void
  /** What was hidden where all that it follows from had this name. Absent: nothing of that is remembered. */
  again?: (source: OnBasis, year: number, tables: string) => readonly Hiding[] | null
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
  const together = new Map<string, ReadonlyMap<string, Outcomes>>()
  const nameOf = (source: Source, year: number) => `${source.at}|${year}`
  const tablesOf = namesOf(indicators, sources, sets)
  const sourceOf = (declaration: Declaration, basis: Basis) =>
    sources.find((one) => one.declaration === declaration && one.basis === basis)!
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

  /** Null: of a year of which nothing is known. */
  function hiddenOf(source: Source, year: number): Outcomes | null {
    const group = groupOf(indicators, source.declaration)
    const all = isBesideBases(indicators, source) ? byBases(group) : onBasis(group, source.basis, year)
    return all.get(nameOf(source, year)) ?? null
  }

  /** What is hidden of it for itself, and for those that count the same persons and that it gives way to. */
  function aloneOf(source: Source, year: number): Alone {
    return kept(alone, nameOf(source, year), () => {
      const { declaration } = source
      const family = {
        tables: exactOf(source, year),
        places: placesFrom(sets.standing.country),
        nestings: source.nestings,
        given: source.given,
        isRounded,
        ...(isOfThings(declaration) || isRounded ? {} : besides(source, year)),
      }
      const outcomes = settleFamily(declaration, family, holdsPersons)
      const hidings = toHidings(declaration, family, outcomes, holdsPersons)
      return { family, outcomes, shown: family.tables.map((table, at) => hide(table, hidings[at]!)) }
    })
  }

  function exactOf(source: Source, year: number): FigureTable[] {
    const answers = sets.answers.slice(source.at, source.at + source.cuts.length)
    return kept(exact, nameOf(source, year), () => exactTables(source, source.cuts, sets.standing, answers, year))
  }

  /** What is hidden of those that count some of the same persons, on a basis in a year; of what only grows in all years. */
  function onBasis(group: readonly Declaration[], basis: Basis, year: number): ReadonlyMap<string, Outcomes> {
    const growing = group.some(grows)
    return kept(together, growing ? group[0]!.id : `${group[0]!.id} ${basis} ${year}`, () => {
      const members = growing ? membersOf(group, yearsOf(group)) : membersOf(group, [year], basis)
      const before = shownBefore(members)
      if (group.length > 1 || growing || before.length > 0 || isRounded)
        hideJointly([...before, ...members.map(asShown)], (one) => isOpenNow(group, one))
      if (basis === 'POINT_IN_TIME' && members.some(isOfDay)) hideByYear(group, year, members)
      return outcomesOf(members)
    })
  }

  /** What is shown of a day tells of the school year around it: it is hidden for that where nothing else can be. */
  function hideByYear(group: readonly Declaration[], year: number, ofDay: readonly Settling[]): void {
    const ofYear = settledOn(group, [year], 'SCHOOL_YEAR')
    const all = [...shownBefore([...ofYear, ...ofDay]), ...withoutBreakdowns(ofYear), ...ofDay]
    const isOther = isOnOther(group)
    const { left } = hideJointly(all, isOther)
    if (left.length > 0) hideJointly(all, (one) => isOther(one) || (isOfDay(one) && isOpenNow(group, one)))
  }

  /** What is hidden besides, since bases of an indicator share their parts: wholes on others than the first, and nothing else. */
  function byBases(group: readonly Declaration[]): ReadonlyMap<string, Outcomes> {
    return kept(together, `${group[0]!.id} bases`, () => {
      const members = settledOn(group, yearsOf(group))
      const all = [...shownBefore(members), ...members]
      hideJointly(isRounded ? all : withoutBreakdowns(all), isOnOther(group))
      return outcomesOf(members)
    })
  }

  /** With what is hidden of them on their basis. */
  function settledOn(group: readonly Declaration[], years: readonly number[], basis?: Basis): Settling[] {
    const members = membersOf(group, years, basis)
    for (const member of members) {
      const hidden = onBasis(group, member.basis, member.year).get(member.name)!
      for (const [place, table] of member.addresses.entries())
        for (const [at, address] of table.entries()) member.cells.get(address)!.hidden = hidden[place]![at]!.hidden
    }
    return members
  }

  function isOpenNow(group: readonly Declaration[], { declaration, release }: Member): boolean {
    return isOpen(group, declaration) && release === undefined
  }

  function isOnOther(group: readonly Declaration[]) {
    return (one: Member) => isOpenNow(group, one) && one.basis !== one.declaration.bases[0]
  }

  /** A breakdown that is not shown, since it stays as it was before, is nothing that anybody could solve with. */
  function asShown(member: Settling): Member {
    return earlier.stays(member.source, member.year) ? wholesOf(member) : member
  }

  /** What earlier releases show of members, where any of these is other than it was last. What was hidden of a table stays hidden in it. */
  function shownBefore(members: readonly Settling[]): Member[] {
    const all = members.map((member) => ({ member, before: earlier.tablesOf(member.source, member.year) }))
    const isOther = all.filter(({ member, before }) => before.length > 0 && !staysHidden(member, before))
    if (isOther.length === 0) return []
    return all.flatMap(({ member: { declaration, basis, year, source }, before }) =>
      before.map(({ release, tables }) => {
        const outcomes = tables.map(({ hidden }) =>
          hidden.map((one) => ({ hidden: one, standing: 'published' as const })),
        )
        const { family: own } = aloneOf(source, year)
        // What was shown unrounded everybody knows.
        const given = isRounded ? tables.flatMap(shownUnrounded) : []
        const family = {
          ...own,
          tables: tables.map(({ table }) => table),
          given: given.length > 0 ? given : (own.given ?? []),
        }
        return { declaration, basis, year, release, ...openFamily(declaration, family, outcomes, holdsPersons) }
      }),
    )
  }

  /** Whether more may be hidden of it: where an earlier version is asked for, of that alone. */
  function isOpen(group: readonly Declaration[], declaration: Declaration): boolean {
    return group.every((one) => indicators.includes(one)) || !indicators.includes(declaration)
  }

  /** In one order, whatever was asked: of cells that tell the same the first is hidden. */
  function membersOf(group: readonly Declaration[], years: readonly number[], basis?: Basis): Settling[] {
    const own = group.flatMap((declaration) =>
      declaration.bases
        .filter((one) => basis === undefined || one === basis)
        .flatMap((one) => sourceOf(declaration, one) ?? []),
    )
    return years.flatMap((year) =>
      own.map((source) => {
        const { declaration } = source
        const { family, outcomes } = aloneOf(source, year)
        const before = isOpen(group, declaration) ? null : hiddenOf(source, year)
        const open = openFamily(declaration, family, before ?? outcomes!, holdsPersons)
        return { declaration, basis: source.basis, year, source, name: nameOf(source, year), ...open }
      }),
    )
  }

  /** The years of which anything is known. The same whatever was asked: with more or fewer of them others would be hidden. */
  function yearsOf(group: readonly Declaration[]): number[] {
    const own = sources.filter(({ declaration }) => group.includes(declaration))
    const isAny = (year: number) =>
      own.some((source) =>
        exactOf(source, year).some(({ dimension, figures: [whole] }) => dimension === null && isSome(whole!)),
      )
    const read = yearsFrom(sets.first, sets.last)
    const first = (read.find(isAny) ?? sets.last) - 1
    return read.filter((year) => year >= first && year <= endOf(sets.standing, sets.last))
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

/** What an indicator hides by itself in a year. */
interface Alone {
  family: FigureFamily
  outcomes: Outcomes | null
  shown: FigureTable[]
}

const isSome = ({ value, gap }: Figure): boolean => value !== 0 && gap !== 'NO_RECORDS'

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
    inBloc: (bloc, country, day) => isInBloc(bloc, country, toDay(day)),
    placesOutside,
  }
}
