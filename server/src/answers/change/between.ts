import { tallyRules, type Contribution } from '../reconcile/tally.ts'
import { onTheWay, type Cut } from './categories.ts'
import { shapeOf, valueOf, type Counted } from './counted.ts'
import { amountsOf, isNothing, onlyOf, recordsBetween, type ChangeCause, type ChangePart } from './part.ts'
import { partsOfRatio, partsOfSum, type Link } from './sums.ts'

/**
 * Why a figure is another one in another period: who and what came, left, and is in both with another number. Both have a value. The
 * parts add up to the difference.
 */
export function partsBetweenPeriods(before: Cut, after: Cut): ChangePart[] {
  switch (shapeOf(after.declaration)) {
    case 'SUM':
      return partsOfSum(before, after, comeAndGo)
    case 'RATIO':
      return partsOfRatio(before, after, { NUMERATOR: 'NUMERATOR', DENOMINATOR: 'DENOMINATOR' })
    case 'LEVEL':
      return stepsOfLevel(before, after).flatMap(partsOfLevel)
  }
}

/** Why a figure is another one after a single step, as late records. Both have a value. */
export function partsOfStep(cause: ChangeCause, before: Cut, after: Cut): ChangePart[] {
  switch (shapeOf(after.declaration)) {
    case 'SUM':
      return partsOfSum(before, after, (was, is) => [{ cause, before: was, after: is }])
    case 'RATIO':
      return partsOfRatio(before, after, { NUMERATOR: cause, DENOMINATOR: cause })
    case 'LEVEL':
      return partsOfLevel({ cause, before, after })
  }
}

/** By what is counted: a person, a group row, a thing, or of a sum a record. */
function comeAndGo(before: Counted, after: Counted): Link[] {
  const [rule] = tallyRules(after.declaration)
  const [was, is] = [before, after].map(({ rows }) => amountsOf(rule!, rows))
  const [old, now] = [onlyOf(before, ({ item }) => is!.has(item)), onlyOf(after, ({ item }) => was!.has(item))]
  let stayed = 0
  for (const [item, amount] of was!) stayed += Math.min(amount, is!.get(item) ?? 0) / rule!.factor
  return inOrder(before, old, now, after, stayed)
}

/** First those who left are taken out of the old values, then those who stayed have their new ones, then the others come. */
function stepsOfLevel(before: Cut, after: Cut): (Link & { before: Cut; after: Cut })[] {
  const [was, is] = [before, after].map(ownersOf)
  const [old, now] = [keepOwners(before, is!), keepOwners(after, was!)]
  const stayed = [...was!].filter((owner) => is!.has(owner)).length
  if (valueOf(old) === null || valueOf(now) === null) return [{ cause: 'CHANGED', before, after, stayed: 0 }]
  return inOrder(before, old, now, after, stayed)
}

function inOrder<T extends Counted>(before: T, old: T, now: T, after: T, stayed: number) {
  return [
    { cause: 'LEFT' as const, before, after: old, stayed },
    { cause: 'CHANGED' as const, before: old, after: now, stayed },
    { cause: 'CAME' as const, before: now, after, stayed },
  ]
}

const ownersOf = ({ rows }: Counted) => new Set([...rows.numerator, ...rows.denominator].map(({ owner }) => owner))

function keepOwners(cut: Cut, owners: ReadonlySet<string>): Cut {
  const isOfThem = ({ owner }: Contribution) => owners.has(owner)
  const { by } = cut
  return {
    ...onlyOf(cut, isOfThem),
    by: by && { ...by, rows: onlyOf({ ...cut, rows: by.rows }, isOfThem).rows },
  }
}

/** Where what is between two categories has no value, the next category has it in its part. */
function partsOfLevel({ cause, before, after, stayed = undefined }: Link & { before: Cut; after: Cut }): ChangePart[] {
  const ways = before.by ? onTheWay(before, after) : [{ category: null, before, after }]
  const parts: ChangePart[] = []
  let last = before as Counted
  for (const way of ways) {
    const value = valueOf(way.after)
    if (value === null) continue
    const difference = value - valueOf(last)!
    const records = () => recordsBetween(last, way.after)
    if (!isNothing(difference, value))
      parts.push({
        cause,
        category: way.category,
        value: difference,
        records: records(),
        stayed: stayed ?? null,
        sums: null,
      })
    last = way.after
  }
  return parts
}
