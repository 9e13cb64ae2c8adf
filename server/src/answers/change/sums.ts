import { everyOf } from '../../figures/indicators/observe/observe.ts'
import { tallyRules } from '../reconcile/tally.ts'
import { eachOnce } from '../reconcile/compare.ts'
import { categoriesOf, categoryIn, type Cut } from './categories.ts'
import { sumsOf, valueOf, type Counted } from './counted.ts'
import { amountsOf, isNothing, recordsBetween, type ChangeCause, type ChangePart, type Named } from './part.ts'

/** One cause, and what is counted before and after it. */
export interface Link {
  cause: ChangeCause
  before: Counted
  after: Counted
  stayed?: number
}

/** Of a sum: each category by itself, and what the categories count twice or not at all as one more part. */
export function partsOfSum(
  before: Cut,
  after: Cut,
  linksOf: (before: Counted, after: Counted) => Link[],
): ChangePart[] {
  if (!before.by) return linksOf(before, after).flatMap((link) => partOfSum(link, null))
  const parts = categoriesOf(before, after).flatMap((category) =>
    linksOf(categoryIn(before, category), categoryIn(after, category)).flatMap((link) => partOfSum(link, category)),
  )
  const whole = linksOf(before, after)
  const rest = valueOf(after)! - valueOf(before)! - parts.reduce((sum, { value }) => sum + value, 0)
  if (isNothing(rest)) return parts
  const [only] = whole
  const cause = whole.length === 1 ? only!.cause : rest > 0 ? 'CAME' : 'LEFT'
  const records = recordsOfRest(before, after, 0)
  return [...parts, { cause, category: null, value: rest, records, stayed: null, sums: null }]
}

function partOfSum({ cause, before, after, stayed = undefined }: Link, category: string | null): ChangePart[] {
  const value = valueOf(after)! - valueOf(before)!
  if (isNothing(value)) return []
  return [{ cause, category, value, records: recordsBetween(before, after), stayed: stayed ?? null, sums: null }]
}

/** Those of what the categories count otherwise than the whole, where that changed. */
function recordsOfRest(before: Cut, after: Cut, side: number): Named[] {
  const rule = tallyRules(after.declaration)[side]!
  const surplus = (cut: Cut) => {
    const rest = new Map(amountsOf(rule, cut.rows))
    for (const category of categoriesOf(cut))
      for (const [item, amount] of amountsOf(rule, categoryIn(cut, category).rows))
        rest.set(item, (rest.get(item) ?? 0) - amount)
    return rest
  }
  const [was, is] = [surplus(before), surplus(after)]
  const rows = [...before.rows[rule.part], ...after.rows[rule.part]]
  const moved = rows.filter(({ item }) => (was.get(item) ?? 0) !== (is.get(item) ?? 0))
  return eachOnce(moved.map(({ type, key }) => ({ type, key })))
}

type Causes = Record<'NUMERATOR' | 'DENOMINATOR', ChangeCause>

/**
 * Of a share or a ratio, each side at the mean of what the other was and is, so that both add up: dn·(1/d0 + 1/d1)/2 and
 * (1/d1 − 1/d0)·(n0 + n1)/2. A category adds its own part of either sum.
 */
export function partsOfRatio(before: Cut, after: Cut, causes: Causes): ChangePart[] {
  const [n0, d0] = sumsOf(before) as [number, number]
  const [n1, d1] = sumsOf(after) as [number, number]
  const every = everyOf(after.declaration)
  const ofSide = {
    NUMERATOR: (was: number, is: number) => (every * (is - was) * (1 / d0 + 1 / d1)) / 2,
    DENOMINATOR: (was: number, is: number) => (every * (was - is) * (n0 + n1)) / 2 / d0 / d1,
  }
  const sides = ['NUMERATOR', 'DENOMINATOR'] as const
  const cells = before.by ? categoriesOf(before, after) : []
  const parts = sides.flatMap((side, at) => {
    const partOf = (category: string | null, was: Counted, is: Counted): ChangePart => {
      const sums: [number, number] = [sumsOf(was)[at]!, sumsOf(is)[at]!]
      const value = ofSide[side](...sums)
      return { cause: causes[side], category, value, records: recordsBetween(was, is, side), stayed: null, sums }
    }
    const whole = partOf(null, before, after)
    const own = cells.map((category) => partOf(category, categoryIn(before, category), categoryIn(after, category)))
    const value = whole.value - own.reduce((sum, part) => sum + part.value, 0)
    if (own.length === 0) return [whole]
    return [...own, { ...whole, value, records: recordsOfRest(before, after, at), sums: null }]
  })
  return joinAlike(parts).filter(({ value }) => !isNothing(value))
}

/** One part for each cause and category. */
function joinAlike(parts: readonly ChangePart[]): ChangePart[] {
  const byName = Map.groupBy(parts, ({ cause, category }) => JSON.stringify([cause, category]))
  return [...byName.values()].map((own) => {
    const [first, ...others] = own as [ChangePart, ...ChangePart[]]
    if (others.length === 0) return first
    const value = own.reduce((sum, part) => sum + part.value, 0)
    return { ...first, value, records: eachOnce(own.flatMap(({ records }) => records)), sums: null }
  })
}
