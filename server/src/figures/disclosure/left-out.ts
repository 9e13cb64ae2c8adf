import type { Figure } from '@causeway/shared/figure'
import { UNKNOWN } from '@causeway/shared/unknown'
import type { DimensionId } from '../indicators/definition.ts'
import type { Address } from './address.ts'
import type { Beside } from './family.ts'
import { FEWEST_PERSONS } from './layers.ts'

/** An address of a period, and whether it is hidden. */
export type Settled = Address & { hidden: boolean }

/**
 * What the public sees of how many records of persons were left out, figure by figure of one period: a count of persons like any
 * other. 0 is shown, 1 to 4 are hidden. It is shown of a period as a whole alone, and not where with what is shown beside it it would
 * tell of few: of those whose country is unknown, where a table hides them; of those that are in neither scope, as the persons of
 * the college's own country; of those by whom another indicator leaves out more or fewer.
 */
export function showLeftOut(
  period: readonly Settled[],
  besides: readonly Pick<Beside, 'exact' | 'shown'>[],
): (figure: Figure) => number | null {
  const most = Math.max(0, ...period.map(({ figure }) => figure.leftOut ?? 0))
  if (most === 0) return ({ leftOut }) => leftOut
  const wholes = period.filter(({ category }) => category === null)
  const isTelling =
    isFew(most) ||
    period.some(isHiddenUnknown) ||
    wholes.some((whole) => tellsOfOthers(whole, wholes)) ||
    besides.some((beside) => tellsOfDifference(most, beside))
  return ({ category, leftOut }) => (category === null && !isTelling ? leftOut : null)
}

const COUNTRIES: DimensionId[] = ['country', 'continent', 'bloc']

const isFew = (count: number) => count > 0 && count < FEWEST_PERSONS

/** Where no scope is asked, those of unknown countries are a row of the breakdown. */
function isHiddenUnknown({ scope, dimension, category, hidden }: Settled): boolean {
  return scope === null && category === UNKNOWN && hidden && COUNTRIES.includes(dimension!)
}

/** What is left when those left out are taken off: off what is in no scope, or off what a scope leaves below the line. */
function tellsOfOthers({ scope, figure, counts }: Settled, wholes: readonly Settled[]): boolean {
  const leftOut = figure.leftOut ?? 0
  if (scope === null) return false
  const all = wholes.find((whole) => whole.scope === null)
  const outside = (all?.counts ?? []).map((count, layer) => (count ?? 0) - (counts[layer] ?? 0))
  const rest = (figure.denominator ?? 0) - (figure.numerator ?? 0)
  return [...outside, rest].some((count) => isFew(count - leftOut))
}

/** Another indicator, or an earlier day, has nearly the same left out: shown, it tells by how many; hidden, this one would tell it. */
function tellsOfDifference(own: number, { exact, shown }: Pick<Beside, 'exact' | 'shown'>): boolean {
  const leftOutOf = (tables: Beside['exact']) =>
    tables
      .filter(({ dimension }) => dimension === null)
      .flatMap(({ figures }) => figures.flatMap(({ leftOut }) => leftOut ?? []))
  const theirs = Math.max(0, ...leftOutOf(exact))
  const difference = Math.abs(own - theirs)
  if (theirs === 0 || difference >= FEWEST_PERSONS) return false
  return difference > 0 || leftOutOf(shown).length === 0
}
