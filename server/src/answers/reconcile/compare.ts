import { reasonOf, type Reason, type Step } from './reason.ts'
import { recordName, type State } from './state.ts'
import { amountOf, type Contribution, type Tally, type TallyRule } from './tally.ts'

/** One cause of a difference: everything that differs for the same reason and in the same direction. */
export interface RawPart {
  rule: TallyRule
  step: Step
  reason: Reason
  /** Counted in the other value and not, or less, in the reference; or the other way about. */
  direction: 'IN' | 'OUT'
  /** In stored units: by how much it makes the other value greater or, below 0, smaller. Never 0. */
  amount: number
  /** How many people, records or keys it is about. */
  items: number
  /** The records it speaks of, each once, in the order of their type and key. */
  records: { type: string; key: string }[]
}

/** What differs in one side of a figure along a path; the amounts add up to the difference. */
export function comparePath(steps: readonly Step[], sideOf: (state: State) => Tally): RawPart[] {
  if (steps.length === 0) return []
  // Counted as persons and as participations the same things have different names: then they go by whose they are.
  const byOwner = steps.some(({ aspect }) => aspect === 'UNIT')
  const tallies = [steps[0]!.from, ...steps.map(({ to }) => to)].map((state) => byName(sideOf(state), byOwner))
  const parts = new Map<string, RawPart>()
  for (const item of new Set(tallies.flatMap(({ items }) => [...items.keys()]))) {
    const rows = tallies.map(({ items }) => items.get(item))
    const amounts = rows.map((own, index) => amountOf(tallies[index]!.rule, own))
    for (const { index, amount } of netOf(amounts, byOwner)) {
      const step = steps[index]!
      const [before, after] = [rows[index] ?? [], rows[index + 1] ?? []]
      const { reason, about } = explain(step, tallies[index + 1]!.rule, before, after)
      const direction = directionOf(amount, before, after)
      // A gain may be below 0: those that cancel each other out are distinguished.
      const name = JSON.stringify([index, direction, Math.sign(amount), reason])
      const rule = tallies[index + 1]!.rule
      const part = parts.get(name) ?? { rule, step, reason, direction, amount: 0, items: 0, records: [] }
      part.amount += amount
      part.items++
      part.records.push(...about.map(({ type, key }) => ({ type, key })))
      parts.set(name, part)
    }
  }
  return [...parts.values()].map((part) => ({ ...part, records: eachOnce(part.records) }))
}

/** In the order of their type and key. */
export function eachOnce(records: RawPart['records']): RawPart['records'] {
  return [...new Map(records.map((record) => [recordName(record), record])).values()].sort((a, b) =>
    a.type < b.type ? -1 : a.type > b.type ? 1 : a.key < b.key ? -1 : 1,
  )
}

function byName({ rule, items }: Tally, byOwner: boolean): Tally {
  if (!byOwner) return { rule, items }
  return { rule, items: Map.groupBy([...items.values()].flat(), ({ owner }) => owner) }
}

/**
 * The steps at which an item makes a difference. What comes in at one step and goes out at another makes none; what is left over is
 * said at the last step that goes the same way.
 */
function netOf(amounts: readonly number[], apart: boolean): { index: number; amount: number }[] {
  const changes = amounts.slice(1).map((amount, index) => ({ index, amount: amount - amounts[index]! }))
  const real = changes.filter(({ amount }) => amount !== 0)
  const net = amounts.at(-1)! - amounts[0]!
  if (apart || real.every(({ amount }) => amount > 0 === net > 0 && net !== 0)) return real
  if (net === 0) return []
  return [{ index: real.findLast(({ amount }) => amount > 0 === net > 0)!.index, amount: net }]
}

function directionOf(amount: number, before: readonly Contribution[], after: readonly Contribution[]): 'IN' | 'OUT' {
  if (before.length === 0) return 'IN'
  if (after.length === 0) return 'OUT'
  return amount > 0 ? 'IN' : 'OUT'
}

/** Why an item counts otherwise after a step than before it, and the records that show it. */
function explain(
  step: Step,
  { part }: TallyRule,
  before: readonly Contribution[],
  after: readonly Contribution[],
): { reason: Reason; about: readonly Contribution[] } {
  const all = [...before, ...after]
  if (step.aspect === 'UNIT')
    return { reason: { kind: 'REPEATED', times: Math.max(before.length, after.length) }, about: all }
  if (before.length === 0) return { reason: reasonOf(step, part, after, step.from), about: after }
  if (after.length === 0) return { reason: reasonOf(step, part, before, step.to), about: before }
  const [left, entered] = [notIn(before, after), notIn(after, before)]
  if (left.length === 0 && entered.length === 0) return { reason: { kind: 'AMOUNT' }, about: all }
  if (left.length > 0 && entered.length > 0) return { reason: { kind: 'OTHER_RECORD' }, about: all }
  return entered.length > 0
    ? { reason: reasonOf(step, part, entered, step.from), about: entered }
    : { reason: reasonOf(step, part, left, step.to), about: left }
}

function notIn(rows: readonly Contribution[], others: readonly Contribution[]): Contribution[] {
  const known = new Set(others.map(recordName))
  return rows.filter((row) => !known.has(recordName(row)))
}
