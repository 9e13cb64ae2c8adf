import type { Cond, Time } from '../indicators/definition.ts'
import { inOrder } from '../indicators/in-order.ts'
import type { CountedBranch, ShownCount } from './shown-counts.ts'

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
