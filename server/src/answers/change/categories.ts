import type { DimensionId } from '../../figures/indicators/definition.ts'
import { orderCategories } from '../../figures/assemble.ts'
import { recordName, type Sides } from '../reconcile/state.ts'
import type { Contribution } from '../reconcile/tally.ts'
import type { Counted } from './counted.ts'
import { onlyOf } from './part.ts'

/** What a figure is counted from, and the same by a dimension. */
export interface Cut extends Counted {
  /** Null: by none. A row is there once for each of its categories. */
  by: { dimension: DimensionId; rows: Sides } | null
}

/** Every category of either, in order. */
export function categoriesOf(...cuts: readonly Cut[]): string[] {
  const rows = cuts.flatMap(({ by }) => (by ? [...by.rows.numerator, ...by.rows.denominator] : []))
  const [first] = cuts.filter(({ by }) => by !== null)
  const keys = new Set(rows.flatMap(({ category }) => category ?? []))
  return first ? orderCategories(first.declaration, first.by!.dimension, keys) : []
}

/** What one category is counted from. */
export function categoryIn({ by, ...whole }: Cut, category: string): Counted {
  return onlyOf({ ...whole, rows: by!.rows }, (row) => row.category === category)
}

/**
 * From one to the other category by category: each as `after` has it, once those before it are. A row of several is in the first of
 * them, one of none in the last, which is null. What is no sum has no other parts of its categories that add up.
 */
export function onTheWay(before: Cut, after: Cut): { category: string | null; before: Counted; after: Counted }[] {
  const order = [...categoriesOf(before, after), null]
  const [was, is] = [before, after].map((cut) => inOneCategory(cut, order))
  const mixed = (count: number): Counted => {
    const done = new Set(order.slice(0, count))
    const old = onlyOf(was!, ({ category }) => !done.has(category))
    const now = onlyOf(is!, ({ category }) => done.has(category))
    const join = (part: keyof Sides) => [...old.rows[part], ...now.rows[part]]
    return { ...after, rows: { numerator: join('numerator'), denominator: join('denominator') } }
  }
  return order.map((category, at) => ({
    category,
    before: at === 0 ? before : mixed(at),
    after: at === order.length - 1 ? after : mixed(at + 1),
  }))
}

function inOneCategory({ by, ...whole }: Cut, order: readonly (string | null)[]): Counted {
  const first = new Map<string, string | null>()
  const rows = by ? [...by.rows.numerator, ...by.rows.denominator] : []
  for (const category of order)
    for (const row of rows.filter((one) => one.category === category))
      if (!first.has(recordName(row))) first.set(recordName(row), category)
  const named = (rows: readonly Contribution[]) =>
    rows.map((row) => ({ ...row, category: first.get(recordName(row)) ?? null }))
  return { ...whole, rows: { numerator: named(whole.rows.numerator), denominator: named(whole.rows.denominator) } }
}
