import type { Basis } from '@causeway/shared/period'
import { kept } from '../ground/kept.ts'
import { oncePerPair } from '../ground/once.ts'
import { holdsPersons } from '../records/record-types.ts'
import type { Causeway } from './causeway.ts'
import { disclosureClass, isFoundInPersons } from './disclosure/disclosure-class.ts'
import { insidesOf, personGroups } from './disclosure/insides.ts'
import { sharesStretches } from './disclosure/stretches.ts'
import { tiedBefore, type Tied } from './disclosure/ties.ts'
import type { Declaration } from './indicators/definition.ts'
import { linkedPersons } from './indicators/linked-persons.ts'
import { sameCounts, type SameCount } from './indicators/same-count.ts'
import type { OnBasis } from './public-family.ts'
import type { Standing } from './standing.ts'

/** The last year that anything is known of: what ends in the year after the data date's has begun in it. `otherwise`: of a college without one. */
export const endOf = ({ dataDate }: Pick<Standing, 'dataDate'>, otherwise: number): number =>
  dataDate === null ? otherwise : Number(dataDate.slice(0, 4)) + 1

export function yearsFrom(first: number, last: number): number[] {
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, at) => first + at)
}

/** Whether nothing is hidden of it, so that each of its tables can be known without the others. */
export const isOfThings = (declaration: Declaration): boolean => disclosureClass(declaration, holdsPersons) === 'things'

export const grows = ({ kind }: Declaration): boolean => kind === 'CUMULATIVE'

/** Whether it counts things, such as programmes or countries, in records that may name persons, or by what such records say of them. */
export const isOfThingsInPersons = (declaration: Declaration): boolean =>
  isOfThings(declaration) && (isFoundInPersons(declaration, holdsPersons) || linkedPersons(declaration) !== null)

/** Those that count the same persons, and say what is hidden of them. */
export const leadersOf = (indicators: readonly Declaration[], { declaration, basis }: OnBasis): SameCount[] =>
  sameCounts(indicators, declaration).filter(({ leader }) => leader.bases.includes(basis))

/** Those that count some of the same persons, and that it gives way to. */
export const othersOf = (indicators: readonly Declaration[], { declaration, basis }: OnBasis): Tied[] =>
  tiedBefore(indicators, declaration).filter(({ other }) => other.bases.includes(basis))

/**
 * Those that count some of the same persons as an indicator, some through others, and it: what is hidden of them is settled together. The
 * earlier version of an indicator is of the group of those that it has to do with, and none of theirs.
 */
export const groupOf = oncePerPair(
  (indicators: readonly Declaration[], declaration: Declaration): readonly Declaration[] => {
    const groups = personGroups(indicators)
    const own = groups.find((group) => group.includes(declaration))
    if (own) return own
    const beside = new Set(
      insidesOf([declaration, ...indicators]).flatMap(({ inner, outer }) =>
        inner.of === declaration ? [outer.of] : outer.of === declaration ? [inner.of] : [],
      ),
    )
    return [declaration, ...groups.filter((group) => group.some((one) => beside.has(one))).flat()]
  },
)

/** An indicator, itself first, with all that what is hidden of it depends on. */
export function allNeeded(indicators: readonly Declaration[], asked: OnBasis): readonly OnBasis[] {
  return neededOf(indicators, asked.declaration)(asked.basis)
}

const neededOf = oncePerPair((indicators: readonly Declaration[], declaration: Declaration) => {
  const known = new Map<Basis, OnBasis[]>()
  return (basis: Basis) => kept(known, basis, () => findNeeded(indicators, { declaration, basis }))
})

function findNeeded(indicators: readonly Declaration[], asked: OnBasis): OnBasis[] {
  if (isOfThings(asked.declaration)) return [asked]
  const needed: OnBasis[] = []
  const add = (declaration: Declaration, basis: Basis) => {
    if (!declaration.bases.includes(basis)) return
    if (needed.some((one) => one.declaration === declaration && one.basis === basis)) return
    const one = { declaration, basis }
    needed.push(one)
    for (const { leader } of leadersOf(indicators, one)) add(leader, basis)
    for (const { other } of othersOf(indicators, one)) add(other, basis)
  }
  add(asked.declaration, asked.basis)
  const group = groupOf(indicators, asked.declaration)
  const bases: Basis[] = isBesideYear(group, asked.basis) ? [asked.basis, 'SCHOOL_YEAR'] : [asked.basis]
  const isOfAll = followsFromAllYears(indicators, asked)
  for (const one of group) for (const basis of isOfAll ? one.bases : bases) add(one, basis)
  return needed
}

/** Whether the public sees its numbers of persons rounded. */
export const isRoundedIn = ({ isRounded = false }: Pick<Causeway, 'isRounded'>, declaration: Declaration): boolean =>
  isRounded && !isOfThings(declaration)

/** Whether it is first of all of a day, which is inside a school year: what it shows there is hidden with that in mind. */
export const isOfDay = ({ declaration, basis }: OnBasis): boolean =>
  basis === 'POINT_IN_TIME' && declaration.bases[0] === basis && sharesStretches(declaration)

/** Whether one of those that are settled together is of such a day: all of them are then hidden with the school year in mind. */
export const isBesideYear = (group: readonly Declaration[], basis: Basis): boolean =>
  group.some((declaration) => isOfDay({ declaration, basis }))

/** Whether its wholes share their parts with those of another basis, by which they are hidden. */
export const isBesideBases = (indicators: readonly Declaration[], { declaration, basis }: OnBasis): boolean =>
  basis !== declaration.bases[0] && haveStretches(indicators, declaration)

/** Whether it, or one that counts some of the same persons, has bases that share their parts. */
export function haveStretches(indicators: readonly Declaration[], declaration: Declaration): boolean {
  if (isOfThings(declaration)) return false
  const group = groupOf(indicators, declaration)
  return !group.some(grows) && group.some(sharesStretches)
}

/** Whether what is hidden of a year follows from all years. */
export const followsFromAllYears = (indicators: readonly Declaration[], one: OnBasis): boolean =>
  isOfGrowing(indicators, one.declaration) || isBesideBases(indicators, one)

/** Whether it counts some of the same persons as one that only grows, each day of which is hidden with all before it in mind. */
export const isOfGrowing = (indicators: readonly Declaration[], declaration: Declaration): boolean =>
  groupOf(indicators, declaration).some(grows)

/** Those of which all is there that what is hidden of them follows from; the others are there for these alone. */
export const whollyThere = <One extends OnBasis>(indicators: readonly Declaration[], there: readonly One[]): One[] =>
  there.filter((one) => allNeeded(indicators, one).every((needed) => there.some((other) => isSame(other, needed))))

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

export const isSame = (one: OnBasis, other: OnBasis): boolean =>
  one.declaration === other.declaration && one.basis === other.basis
