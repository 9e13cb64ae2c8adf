import type { Basis } from '@causeway/shared/period'
import type { Figure } from '@causeway/shared/figure'
import type { FigureFamily, FigureTable } from './disclosure/family.ts'
import { hideJointly } from './disclosure/joint.ts'
import { openFamily, type Outcomes } from './disclosure/open-family.ts'
import type { Member } from './disclosure/relations.ts'
import type { Declaration } from './indicators/definition.ts'
import { holdsPersons } from '../records/record-types.ts'
import { shownUnrounded, type Earlier } from './earlier-tables.ts'
import type { Sets } from './exact-sets.ts'
import { endOf, groupOf, grows, haveStretches, isBesideBases, isBesideYear, isOfDay, yearsFrom } from './needed.ts'
import { outcomesOf, staysHidden, wholesOf, withoutBreakdowns, type Settling } from './settling.ts'
import type { OnBasis } from './public-family.ts'
import type { Source } from './source.ts'
import { kept } from '../ground/kept.ts'

/** What an indicator hides by itself in a year. */
export interface Alone {
  family: FigureFamily
  outcomes: Outcomes | null
  shown: FigureTable[]
}

/** Of each indicator on each basis in each year what is hidden of it, by `nameOf`. */
export type SolvedTogether = ReadonlyMap<string, Outcomes>
/** What was solved under a name, or what is solved now. */
export type SolvedBefore = (name: string, solve: () => SolvedTogether) => SolvedTogether

/** Indicators that were read together, each with what it hides by itself. */
interface ReadTogether {
  indicators: readonly Declaration[]
  sources: readonly Source[]
  sets: Sets & { first: number; last: number }
  isRounded: boolean
  earlier: Earlier
  familyOf: (source: Source, year: number) => FigureFamily
  aloneOf: (source: Source, year: number) => Alone
  exactOf: (source: Source, year: number) => FigureTable[]
  solvedBefore: SolvedBefore
  sourceOf: (declaration: Declaration, basis: Basis) => Source | undefined
}

/**
 * What is hidden of a source in a year, since others count some of the same persons, or other bases share its parts. Null: of a year of which
 * nothing is known.
 */
export function settledTogether(read: ReadTogether): (source: Source, year: number) => Outcomes | null {
  const { indicators, sources, sets, isRounded, earlier, familyOf, aloneOf, exactOf, solvedBefore, sourceOf } = read
  const together = new Map<string, SolvedTogether>()
  return hiddenOf

  function hiddenOf(source: Source, year: number): Outcomes | null {
    const group = groupOf(indicators, source.declaration)
    const isByBases =
      isBesideBases(indicators, source) || (earlier.isAny && haveStretches(indicators, source.declaration))
    const all = isByBases ? byBases(group) : onBasis(group, source.basis, year)
    return all.get(nameOf(source, year)) ?? null
  }

  /** What is hidden of those that count some of the same persons, on a basis in a year; of what only grows in all years. */
  function onBasis(group: readonly Declaration[], basis: Basis, year: number): SolvedTogether {
    const growing = group.some(grows)
    const name = `${group.map(indicatorName).join()}${growing ? '' : ` ${basis} ${year}`}`
    const solve = () => {
      const members = growing ? membersOf(group, yearsOf(group)) : membersOf(group, [year], basis)
      const before = shownBefore(members)
      if (group.length > 1 || growing || before.length > 0 || isRounded)
        hideJointly([...before, ...members.map(asShown)], (one) => isOpenNow(group, one))
      if (!isRounded && isBesideYear(group, basis)) hideByYear(group, year, members)
      return outcomesOf(members)
    }
    return kept(together, name, () => (growing || earlier.isAny ? solve() : solvedBefore(name, solve)))
  }

  /** What is shown of a day tells of the school year around it: it is hidden for that where nothing else can be. */
  function hideByYear(group: readonly Declaration[], year: number, ofDay: readonly Settling[]): void {
    const ofYear = settledOn(group, [year], 'SCHOOL_YEAR')
    const all = [...shownBefore([...ofYear, ...ofDay]), ...withoutBreakdowns(ofYear), ...ofDay]
    const isOther = isOnOther(group)
    const { left } = hideJointly(all, isOther)
    if (left.length > 0) hideJointly(all, (one) => isOther(one) || (isOfDay(one) && isOpenNow(group, one)))
  }

  /**
   * What is hidden besides, since bases of an indicator share their parts: wholes on others than the first, and only where an earlier release
   * shows those already anything else.
   */
  function byBases(group: readonly Declaration[]): SolvedTogether {
    return kept(together, `${group.map(indicatorName).join()} bases`, () => {
      const members = settledOn(group, yearsOf(group))
      const all = [...shownBefore(members), ...members.map(asShown)]
      const { left } = hideJointly(isRounded ? all : withoutBreakdowns(all), isOnOther(group))
      if (left.length > 0 && earlier.isAny) hideJointly(all, (one) => isOpenNow(group, one))
      return outcomesOf(members)
    })
  }

  /** With what is hidden of them on their basis. */
  function settledOn(group: readonly Declaration[], years: readonly number[], basis?: Basis): Settling[] {
    return placesIn(group, years, basis).map(([source, year]) =>
      toSettling(source, year, onBasis(group, source.basis, year).get(nameOf(source, year))!),
    )
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
        const own = familyOf(source, year)
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

  /** With what each hides by itself. */
  function membersOf(group: readonly Declaration[], years: readonly number[], basis?: Basis): Settling[] {
    return placesIn(group, years, basis).map(([source, year]) => {
      const before = isOpen(group, source.declaration) ? null : hiddenOf(source, year)
      return toSettling(source, year, before ?? aloneOf(source, year).outcomes!)
    })
  }

  /** In one order, whatever was asked: of cells that tell the same the first is hidden. */
  function placesIn(group: readonly Declaration[], years: readonly number[], basis?: Basis): [Source, number][] {
    const own = group.flatMap((declaration) =>
      declaration.bases
        .filter((one) => basis === undefined || one === basis)
        .flatMap((one) => sourceOf(declaration, one) ?? []),
    )
    return years.flatMap((year) => own.map((source): [Source, number] => [source, year]))
  }

  function toSettling(source: Source, year: number, outcomes: Outcomes): Settling {
    const { declaration, basis } = source
    const open = openFamily(declaration, familyOf(source, year), outcomes, holdsPersons)
    return { declaration, basis, year, source, name: nameOf(source, year), ...open }
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
}

const indicatorName = ({ id, version }: Declaration) => `${id}@${version}`

/** The same in every reading. */
export const nameOf = ({ declaration, basis }: OnBasis, year: number) =>
  `${indicatorName(declaration)} ${basis} ${year}`

const isSome = ({ value, gap }: Figure): boolean => value !== 0 && gap !== 'NO_RECORDS'
