import type { Figure } from '@causeway/shared/figure'
import {
  type Branch,
  type Cond,
  type Declaration,
  type Measure,
  type PlainSet,
  type SetOf,
  type PartName,
  type Time,
  type DimensionId,
  type FieldRef,
  fieldOf,
} from '../indicators/definition.ts'
import { holdsPersons } from '../../records/record-types.ts'
import { disclosureClass, UNITS_OF_PERSONS } from './disclosure-class.ts'
import { inOrder } from '../indicators/same-count.ts'

export type CountName = 'value' | 'size' | 'numerator' | 'rest' | 'denominator'

/** A number of persons that a figure shows or gives away, and what it counts. */
export interface ShownCount {
  name: CountName
  part: PartName
  /** Two of different units are not compared. */
  unit: string
  branches: readonly CountedBranch[]
  /** What has to hold of a record besides, once it is picked. */
  also: readonly Cond[]
  /** Those are counted of which this does not hold. */
  except?: readonly Cond[]
}

export type CountedBranch = Omit<Branch, 'where'> &
  Pick<PlainSet, 'joins' | 'onePer'> & {
    where: readonly Cond[]
  }

/** What the figures of an indicator tell of how many persons. */
export function shownCounts(declaration: Declaration): ShownCount[] {
  const { measure, set, unit } = declaration
  if (disclosureClass(declaration, holdsPersons) === 'things' || (set && 'union' in set)) return []
  if ('ratio' in measure) {
    const isSurvey = measure.ratio.response !== undefined
    return (['numerator', 'denominator'] as const).flatMap((part) => {
      const side = measure.ratio[part]
      const of = unitOf(side.measure, isSurvey)
      return of === null ? [] : [{ name: part, part, unit: of, branches: branchesOf(side.set), also: [] }]
    })
  }
  if (!set || 'pairs' in measure) return []
  const branches = branchesOf(set)
  const count = (name: CountName, part: PartName, of: string, more: Partial<ShownCount> = {}): ShownCount => ({
    ...{ name, part, unit: of, branches, also: [] },
    ...more,
  })
  const sizeOf = (part: PartName) =>
    branches.some(({ of }) => holdsPersons(of)) ? [count('size', part, 'persons')] : []
  if ('share' in measure) {
    const { share, per } = measure
    if (per === 'records') return []
    // What the scope acts on is another count in each of them, and so is what is left.
    const also = share.filter((cond) => !('inScope' in cond && cond.inScope === 'SCOPE'))
    return [
      count('denominator', 'denominator', per),
      count('numerator', 'numerator', per, { also }),
      ...(also.length === share.length ? [count('rest', 'denominator', per, { except: share })] : []),
      ...(per === 'persons' ? [] : sizeOf('denominator')),
    ]
  }
  const of = unitOf(measure, UNITS_OF_PERSONS.has(unit.zh))
  // A number of persons is its own size.
  return [...(of === null ? [] : [count('value', 'numerator', of)]), ...(of === 'persons' ? [] : sizeOf('numerator'))]
}

function unitOf(measure: Measure, sumsPersons: boolean): string | null {
  if ('distinct' in measure) return measure.distinct === 'persons' ? 'persons' : null
  if ('count' in measure) return measure.count === 'participations' ? 'participations' : null
  return 'sum' in measure && sumsPersons ? `sum ${JSON.stringify(measure.sum)}` : null
}

function branchesOf(set: SetOf): CountedBranch[] {
  if (!('union' in set)) return [{ ...set, where: set.where ?? [] }]
  return set.union.map((branch) => ({ ...branch, where: [...(branch.where ?? []), ...(set.where ?? [])] }))
}

/** Of a figure. Null: not known. */
export function countNamed(name: CountName, figure: Figure): number | null {
  if (name !== 'rest') return figure[name]
  const { numerator, denominator } = figure
  return numerator === null || denominator === null ? null : Math.max(0, denominator - numerator)
}

/**
 * Whether everybody whom the one counts is counted by the other too, as far as their declarations tell: the same records or more of
 * them, by the same conditions or fewer, at the same time or longer.
 */
export function isInside(inner: ShownCount, outer: ShownCount): boolean {
  return inner.unit === outer.unit && inner.branches.every((branch) => branchesAround(inner, branch, outer).length > 0)
}

/** The branches of the outer count that hold all that a branch of the inner one does. */
export function branchesAround(inner: ShownCount, branch: CountedBranch, outer: ShownCount): CountedBranch[] {
  if (outer.except && inOrder(outer.except) !== inOrder(inner.except ?? [])) return []
  return outer.branches.filter(
    (around) =>
      branch.of === around.of &&
      inOrder(branch.joins ?? {}) === inOrder(around.joins ?? {}) &&
      isTimeInside(branch.time, around.time) &&
      followsFrom(branch.where, around.where, inner.also) &&
      isPickedInside(inner, branch, outer, around),
  )
}

/**
 * Of one for each key the first is of all history: anyone who has it in the period has some there, and where it meets what the best is
 * picked by, so does the best.
 */
function isPickedInside(inner: ShownCount, branch: CountedBranch, outer: ShownCount, around: CountedBranch): boolean {
  const [own, other] = [branch.onePer, around.onePer]
  if (!other || inOrder(own ?? {}) === inOrder(other)) return followsFrom(inner.also, outer.also, branch.where)
  if (!own || outer.except || other.pick === 'first' || inOrder(own.key) !== inOrder(other.key)) return false
  const isOfBest = (cond: Cond) => other.pick === 'best' && 'field' in cond && inOrder(cond.field) === inOrder(other.by)
  return outer.also.every(isOfBest) && followsFrom(inner.also, outer.also)
}

/** Whether all that is asked holds wherever what is known does. */
function followsFrom(known: readonly Cond[], asked: readonly Cond[], besides: readonly Cond[] = []): boolean {
  return asked.every((cond) => isOfNames(cond) || [...known, ...besides].some((one) => implies(one, cond)))
}

/** That a record names a person holds of every record where nobody is reported as heads. */
function isOfNames(cond: Cond): boolean {
  return 'filled' in cond && cond.field === 'person'
}

function implies(one: Cond, other: Cond): boolean {
  if (inOrder(one) === inOrder(other)) return true
  if ('any' in other) return other.any.some(([only, more]) => only && !more && implies(one, only))
  if (!('field' in one && 'field' in other) || inOrder(one.field) !== inOrder(other.field)) return false
  if ('filled' in other) return 'in' in one || 'atLeast' in one
  if ('in' in other) return 'in' in one && one.in.every((value) => other.in.includes(value))
  if ('notIn' in other) {
    if ('in' in one) return one.in.every((value) => !other.notIn.includes(value))
    return 'notIn' in one && other.notIn.every((value) => one.notIn.includes(value))
  }
  if (!('atLeast' in other && 'atLeast' in one)) return false
  return typeof other.atLeast === 'number' && typeof one.atLeast === 'number' && one.atLeast >= other.atLeast
}

/** Whether what is in a period by the one rule is in it by the other. */
function isTimeInside(inner: Time, outer: Time): boolean {
  if (inOrder(inner) === inOrder(outer) || 'always' in outer) return true
  if ('trailing' in inner || 'trailing' in outer) return false
  if ('overlaps' in outer) {
    const [from, to] = outer.overlaps
    if ('inForce' in inner) return inner.inForce.some(([start, end]) => start === from && end === to)
    return 'fallsIn' in inner && (inner.fallsIn === from || inner.fallsIn === to)
  }
  if (!('upTo' in outer)) return false
  if ('inForce' in inner) return inner.inForce.some(([start]) => inOrder(start) === inOrder(outer.upTo))
  const begins = 'fallsIn' in inner ? inner.fallsIn : 'overlaps' in inner ? inner.overlaps[0] : null
  return begins !== null && inOrder(begins) === inOrder(outer.upTo)
}

/** A count of an indicator. */
export interface CountOf {
  count: ShownCount
  of: Declaration
}

/** The field that the scope of a count is of; null: it is the same in every scope. */
export function scopeField({ of: { scope }, count: { part } }: CountOf): FieldRef | null {
  return scope ? fieldOf(scope, part) : null
}

/** Whether a scope means the same to a count as to the one that it is in. */
export function hasScopeOf(inner: CountOf, outer: CountOf): boolean {
  const [own, theirs] = [scopeField(inner), scopeField(outer)]
  if (own === null || theirs === null) return own === theirs
  return isSameField(inner.count, own, outer.count, theirs)
}

/** Whether the one counts all that the other does, and more. */
export function liesInside(inner: CountOf, outer: CountOf): boolean {
  return isInside(inner.count, outer.count) && !isInside(outer.count, inner.count)
}

export function isSame(one: CountOf, other: CountOf): boolean {
  return isInside(one.count, other.count) && isInside(other.count, one.count) && hasScopeOf(one, other)
}

export function sharedDimensions(inner: CountOf, outer: CountOf): Set<DimensionId> {
  const shared = (Object.keys(inner.of.dimensions) as DimensionId[]).filter((id) => {
    const own = fieldOf(inner.of.dimensions[id]!, inner.count.part)
    const side = outer.of.dimensions[id]
    const theirs = side ? fieldOf(side, outer.count.part) : null
    return own !== null && theirs !== null && isSameField(inner.count, own, outer.count, theirs)
  })
  return new Set(shared)
}

export function isSubset<Item>(some: ReadonlySet<Item>, all: ReadonlySet<Item>): boolean {
  return [...some].every((item) => all.has(item))
}

/** The same of whichever day it was asked on. Null: it was asked on none. */
export function withoutDay(one: CountOf): CountOf | null {
  return one.count.branches.every(({ where }) => where.some(isOfDay)) ? without(isOfDay, one) : null
}

/** The same of everybody, whether and whenever they were asked, and whether or not they said what a mean or median is of. */
export function withAllAsked(one: CountOf): CountOf {
  const { measure } = one.of
  const said = 'mean' in measure ? measure.mean : 'median' in measure ? measure.median : null
  const isOfTelling = (cond: Cond) => said !== null && 'filled' in cond && inOrder(cond.field) === inOrder(said)
  return without((cond) => isOfDay(cond) || isOfTelling(cond), one)
}

const isOfDay = (cond: Cond) => 'field' in cond && cond.field === 'observation'

function without(isLeftOut: (cond: Cond) => boolean, one: CountOf): CountOf {
  const branches = one.count.branches.map((branch) => ({
    ...branch,
    where: branch.where.filter((cond) => !isLeftOut(cond)),
  }))
  return { ...one, count: { ...one.count, branches } }
}

/** Whether what is counted has the same field in both: each branch of a union has its names. */
function isSameField(inner: ShownCount, one: FieldRef, outer: ShownCount, other: FieldRef): boolean {
  return inner.branches.every((branch) =>
    branchesAround(inner, branch, outer).some(
      (around) => inOrder(pathsIn(branch, one)) === inOrder(pathsIn(around, other)),
    ),
  )
}

function pathsIn({ as = {} }: CountedBranch, field: FieldRef): unknown[] {
  return [field].flat().map((path) => as[path] ?? path)
}
