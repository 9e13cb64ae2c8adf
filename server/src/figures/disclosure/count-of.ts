import { type Cond, type Declaration, type DimensionId, type FieldRef, fieldOf } from '../indicators/definition.ts'
import { inOrder } from '../indicators/in-order.ts'
import { branchesAround, isInside } from './is-inside.ts'
import type { CountedBranch, ShownCount } from './shown-counts.ts'

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

/** Whether what is counted has the same field in both: each branch of a union has names of its own. */
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
