import { type Scope, EXPORT_CODE, INTRODUCTION_CODE, LEADING } from '@causeway/shared/series'
import { type Declaration, type DimensionId, scopesOf } from '../indicators/definition.ts'
import { inOrder, sameCounts } from '../indicators/same-count.ts'
import { once, oncePerPair } from '../../ground/once.ts'
import {
  hasScopeOf,
  isSame,
  isSubset,
  liesInside,
  scopeField,
  sharedDimensions,
  withAllAsked,
  withoutDay,
  type CountOf,
  shownCounts,
  type CountName,
} from './shown-counts.ts'

/** A count of an indicator and one of another that differ by persons, since the one is inside the other. */
export interface Tie {
  own: CountName
  theirs: CountName
  /** In which scopes they are beside each other; those of one list are looked at together. */
  scopes: readonly (readonly ScopePair[])[]
  /** In which of these categories both count. */
  dimensions: ReadonlySet<DimensionId>
}

interface ScopePair {
  own: Scope | null
  theirs: Scope | null
}

export interface Tied {
  other: Declaration
  ties: readonly Tie[]
}

/** The indicators that this one gives way to: those that it is tied to, and of which it is settled before what is hidden. */
export const tiedBefore = oncePerPair(
  (indicators: readonly Declaration[], declaration: Declaration): readonly Tied[] => {
    const order = settlingOrder(indicators)
    const at = order.indexOf(declaration)
    // The earlier version of an indicator is none of them, and gives way to all.
    return (at < 0 ? order : order.slice(0, at)).flatMap((other) => {
      const ties = tiesBetween(indicators, declaration, other)
      return ties.length > 0 ? [{ other, ties }] : []
    })
  },
)

const countsOf = once((of: Declaration): CountOf[] => shownCounts(of).map((count) => ({ count, of })))

interface Pair {
  own: CountOf
  theirs: CountOf
  inner: CountOf
  outer: CountOf
}

function tiesBetween(indicators: readonly Declaration[], declaration: Declaration, other: Declaration): Tie[] {
  const pairs = countsOf(declaration).flatMap((own) => countsOf(other).flatMap((theirs) => pairOf(own, theirs) ?? []))
  return pairs
    .filter((pair) => !isOfOneFigure(pair) && !pairs.some((closer) => isCloser(closer, pair)))
    .filter((pair) => !isOfLeaders(indicators, pair) && !isOfAllLearners(pair) && !isOfAsking(pair))
    .map((pair) => ({
      own: pair.own.count.name,
      theirs: pair.theirs.count.name,
      scopes: scopesOfPair(pair),
      dimensions: sharedDimensions(pair.inner, pair.outer),
    }))
    .filter(({ scopes }) => scopes.length > 0)
}

function pairOf(own: CountOf, theirs: CountOf): Pair | null {
  if (isSame(own, theirs)) return null
  if (liesInside(own, theirs)) return { own, theirs, inner: own, outer: theirs }
  if (liesInside(theirs, own)) return { own, theirs, inner: theirs, outer: own }
  // Asked of the same persons on two days: nearly all who had found work have it still.
  if (own.count.name !== theirs.count.name || inOrder(own.of.measure) !== inOrder(theirs.of.measure)) return null
  const [one, another] = [withoutDay(own), withoutDay(theirs)]
  return one && another && isSame(one, another) ? { own, theirs, inner: one, outer: another } : null
}

/** What they differ by is what is left of a figure, which is looked at with that figure. */
function isOfOneFigure({ own, theirs, inner, outer }: Pair): boolean {
  const dimensions = sharedDimensions(inner, outer)
  const isBeside = (one: CountOf, other: CountOf) =>
    countsOf(one.of).some(
      (second) =>
        second !== one &&
        inOrder(scopeField(second)) === inOrder(scopeField(one)) &&
        isSame(second, other) &&
        isSubset(dimensions, sharedDimensions(second, other)),
    )
  return isBeside(own, theirs) || isBeside(theirs, own)
}

/** Those by whom they differ were not asked, or did not answer: nothing else is said of them. */
function isOfAsking({ own, theirs, inner, outer }: Pair): boolean {
  const isOfTwoDays = inner !== own && outer !== own
  return !isOfTwoDays && isSame(withAllAsked(own), withAllAsked(theirs))
}

/** Whether two counts of the same two figures are between these, so that these differ by few only where those do. */
function isCloser(closer: Pair, pair: Pair): boolean {
  if (closer === pair || closer.inner.of !== pair.inner.of) return false
  const isBetween = (inner: CountOf, outer: CountOf) =>
    inner === outer || (hasScopeOf(inner, outer) && liesInside(inner, outer))
  return (
    isBetween(pair.inner, closer.inner) &&
    isBetween(closer.outer, pair.outer) &&
    isSubset(sharedDimensions(pair.inner, pair.outer), sharedDimensions(closer.inner, closer.outer))
  )
}

/** Whether one of them is hidden wherever an indicator that it follows hides it, which is tied to the other itself. */
function isOfLeaders(indicators: readonly Declaration[], { own, theirs, inner, outer }: Pair): boolean {
  const dimensions = sharedDimensions(inner, outer)
  const bases = own.of.bases.filter((basis) => theirs.of.bases.includes(basis))
  return [own, theirs].some((one) =>
    sameCounts(indicators, one.of).some(
      ({ leader, dimensions: followed }) =>
        countsOf(leader).some((count) => isSame(count, one)) &&
        isSubset(dimensions, followed) &&
        bases.every((basis) => leader.bases.includes(basis)),
    ),
  )
}

/**
 * What others are measured by (DN, what a rate is over) counts nearly everybody: a site or a day that a count leaves out would hide the
 * whole college. A number of persons is beside no such side of a rate, and beside DN where both are of the same times.
 */
function isOfAllLearners({ own, theirs }: Pair): boolean {
  const names = [own.count.name, theirs.count.name]
  if (names.includes('value') && names.includes('denominator')) return true
  if (!isMeasure(own.of) && !isMeasure(theirs.of)) return false
  const timesOf = ({ count }: CountOf) => inOrder(count.branches.map(({ time }) => time))
  return names.some((name) => name !== 'value') || timesOf(own) !== timesOf(theirs)
}

function scopesOfPair({ own, theirs, inner, outer }: Pair): ScopePair[][] {
  const pairs = scopesOf(own.of).flatMap((one) => scopesOf(theirs.of).map((other) => ({ own: one, theirs: other })))
  if (scopeField(outer) === null) return pairs.map((pair) => [pair])
  if (hasScopeOf(inner, outer)) return [pairs.filter((pair) => pair.own === pair.theirs)]
  const side = outer.of === own.of ? 'own' : 'theirs'
  return pairs.filter((pair) => pair[side] === null).map((pair) => [pair])
}

/**
 * In which order it is settled what is hidden of the indicators of a catalogue, so that each gives way to those before it and none
 * waits for itself: what the overview shows, all others, what they are measured by (DN), variants, and what a college declared for
 * itself; among these counts before rates, and what counts more before what is inside it. Anyone who follows another (`sameCounts`)
 * comes after it.
 */
const settlingOrder = once((indicators: readonly Declaration[]): readonly Declaration[] => {
  const codes = new Set(indicators.map(({ code }) => code))
  const counts = indicators.map((of) => ({ of, shown: shownCounts(of).map((count) => ({ count, of })) }))
  const all = counts.flatMap(({ shown }) => shown)
  const places = new Map(
    counts.map(({ of, shown }, at) => {
      const isRate = shown.some(({ count }) => count.part === 'denominator')
      const around = shown.map((one) => all.filter((other) => liesInside(one, other)).length)
      return [of, [rankOf(of, codes), Number(isRate), Math.max(0, ...around), at]]
    }),
  )
  return indicators
    .map((of) => {
      const leaders = sameCounts(indicators, of).map(({ leader }) => places.get(leader)!)
      const [last] = [places.get(of)!, ...leaders].toSorted((a, b) => compare(b, a))
      return { of, place: [...last!, Number(leaders.length > 0)] }
    })
    .toSorted((a, b) => compare(a.place, b.place))
    .map(({ of }) => of)
})

/** Whether other indicators are measured by it. */
export const isMeasure = ({ code }: Pick<Declaration, 'code'>): boolean => code.startsWith('DN')

const PICTURE = new Set([INTRODUCTION_CODE, EXPORT_CODE])
const LEADS = new Set(Object.values(LEADING).flat())

function rankOf({ id, code }: Declaration, codes: ReadonlySet<string>): number {
  const [base = code, variant] = code.split('.')
  if (PICTURE.has(code) || LEADS.has(code)) return 0
  if (id.startsWith('own-')) return 4
  if (isMeasure({ code })) return 2
  return variant !== undefined && codes.has(base) ? 3 : 1
}

function compare(one: readonly number[], other: readonly number[]): number {
  for (const [at, number] of one.entries()) if (number !== other[at]) return number - other[at]!
  return 0
}
