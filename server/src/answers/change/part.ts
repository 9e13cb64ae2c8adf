import { eachOnce } from '../reconcile/compare.ts'
import type { Sides } from '../reconcile/state.ts'
import { amountOf, tallyOf, tallyRules, type Contribution, type TallyRule } from '../reconcile/tally.ts'
import { shapeOf, type Counted } from './counted.ts'

/** Why a figure differs: between two periods the first three and the last two, between two revisions the others, in their order. */
export const CAUSES = [
  ...(['CAME', 'LEFT', 'CHANGED', 'LATE', 'CORRECTED', 'WITHDRAWN', 'IDENTITY', 'REDEFINED', 'SETTING'] as const),
  ...(['NUMERATOR', 'DENOMINATOR'] as const),
]
export type ChangeCause = (typeof CAUSES)[number]

/** What one cause adds to the difference of two figures, or takes from it. */
export interface ChangePart {
  cause: ChangeCause
  /** Null: of the whole; where there are categories, what is in several of them or in none. */
  category: string | null
  /** In the indicator's unit. */
  value: number
  /** Those that show it, each once. */
  records: Named[]
  /** Between two periods: how many are in both. */
  stayed: number | null
  /** Of a numerator or a denominator: what it was and is. */
  sums: [before: number, after: number] | null
}

export interface Named {
  type: string
  key: string
}

/** What is 0 up to how a computer divides. */
const NOTHING = 1e-11

export function isNothing(value: number, ...of: number[]): boolean {
  return Math.abs(value) <= NOTHING * Math.max(1, ...of.map(Math.abs))
}

/** The rows of one category; null: of none. */
export function onlyOf(counted: Counted, keep: (row: Contribution) => boolean): Counted {
  const { numerator, denominator } = counted.rows
  return { ...counted, rows: { numerator: numerator.filter(keep), denominator: denominator.filter(keep) } }
}

/** By what is counted, how much it gives to a side. */
export function amountsOf(rule: TallyRule, rows: Sides): Map<string, number> {
  const amounts = new Map<string, number>()
  for (const [item, own] of tallyOf(rule, rows[rule.part]).items) amounts.set(item, amountOf(rule, own))
  return amounts
}

/** The records of what gives another amount to one than to the other; `side`: of this side alone. */
export function recordsBetween(before: Counted, after: Counted, side?: 'NUMERATOR' | 'DENOMINATOR'): Named[] {
  const found: Contribution[] = []
  for (const part of ['numerator', 'denominator'] as const) {
    if (side && side.toLowerCase() !== part) continue
    const [was, is] = [before, after].map((one) => signsOf(one, part))
    for (const item of new Set([...was!.keys(), ...is!.keys()])) {
      const [old, now] = [was!.get(item), is!.get(item)]
      if (old?.sign !== now?.sign) found.push(...(old?.rows ?? []), ...(now?.rows ?? []))
    }
  }
  return eachOnce(found.map(({ type, key }) => ({ type, key })))
}

/** By what is counted, its rows and what tells it from the same with another amount. */
function signsOf({ declaration, rows }: Counted, part: 'numerator' | 'denominator') {
  const items = Map.groupBy(rows[part], ({ item }) => item)
  const rule = tallyRules(declaration).find((one) => one.part === part)
  const adds = shapeOf(declaration) !== 'LEVEL' && rule
  const signOf = (own: readonly Contribution[]) =>
    adds
      ? String(amountOf(rule, own))
      : own
          .map(({ type, key, amount, weight, scale, unit }) => JSON.stringify([type, key, amount, weight, scale, unit]))
          .sort()
          .join()
  return new Map([...items].map(([item, own]) => [item, { rows: own, sign: signOf(own) }]))
}
