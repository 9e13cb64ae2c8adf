import type { Words } from '@causeway/shared/words/words'
import { factorOf } from '../../figures/indicators/observe/factor.ts'
import type { ContributionRow } from '../../figures/indicators/compile/contributions.ts'
import type { Declaration, Measure, SetOf, PartName } from '../../figures/indicators/definition.ts'
import UNIT_WORDS from './units.json' with { type: 'json' }

/** What one record gives, as numbers. */
export interface Contribution {
  type: string
  key: string
  item: string
  /** Whose it is: a person, or of a group the record itself. */
  owner: string
  amount: number
  weight: number
  country: string | null
  begun: number | null
  ended: number | null
  lastDay: number | null
  scale: string | null
  /** Of a weighted measure: what it is a result on. */
  unit: string | null
  /** In the breakdown that is asked for; null: the whole. */
  category: string | null
}

/** What is behind the number: people, records, or what they name. */
export type Subject = 'PERSONS' | 'RECORDS' | 'KEYS' | 'VALUES' | 'PAIRS'

/** How one side of a figure is added up. */
export interface TallyRule {
  /** Null: the value itself. */
  side: 'NUMERATOR' | 'DENOMINATOR' | null
  part: PartName
  subject: Subject
  /** By which of its numbers a record counts; `one`: each item once, however many records it has. */
  by: 'amount' | 'weight' | 'one'
  /** Whole numbers are the value times this. */
  factor: number
  unit: Words
  /** Two sums can be compared record by record where this is alike. */
  sort: string
}

export interface Tally {
  rule: TallyRule
  items: Map<string, Contribution[]>
}

const UNITS = UNIT_WORDS satisfies Record<string, Words>

const SIDES = [
  { part: 'numerator', side: 'NUMERATOR' },
  { part: 'denominator', side: 'DENOMINATOR' },
] as const

/** The sums that a figure is made from, in the order in which they are said. */
export function tallyRules({ measure, set, unit }: Pick<Declaration, 'measure' | 'set' | 'unit'>): TallyRule[] {
  if ('ratio' in measure)
    return SIDES.map((side) => {
      const part = measure.ratio[side.part]
      return { ...countRule(part.measure, part.set, null), ...side }
    })
  if ('share' in measure) {
    const { per } = measure
    const counted = {
      persons: { subject: 'PERSONS', by: 'one', unit: UNITS.people },
      participations: { subject: 'PERSONS', by: 'amount', unit: UNITS.times },
      records: { subject: 'RECORDS', by: 'amount', unit: UNITS.records },
    } as const
    return SIDES.map((side) => ({ ...side, ...counted[per], factor: 1, sort: `share ${per}` }))
  }
  if ('weighted' in measure) {
    const results = { subject: 'RECORDS', by: 'amount', factor: 1, unit: UNITS.results, sort: 'weighted' } as const
    return SIDES.map((side) => ({ ...side, ...results }))
  }
  const over = { part: 'numerator', side: 'NUMERATOR', by: 'amount', unit } as const
  const under = { part: 'numerator', side: 'DENOMINATOR', by: 'weight' } as const
  const values = (sort: string) => ({ ...under, subject: 'VALUES', factor: 1, unit: UNITS.values, sort }) as const
  if ('median' in measure) return [values(`values ${JSON.stringify(measure.median)}`)]
  if ('mean' in measure) {
    const sort = JSON.stringify(measure.mean)
    const factor = factorOf(set!, measure.mean)
    return [{ ...over, subject: 'VALUES', factor, sort: `total ${sort}` }, values(`values ${sort}`)]
  }
  if ('pairs' in measure) {
    const factor = factorOf(set!, measure.value)
    const hakes = measure.gain === 'normalised'
    const pairs = hakes ? { unit: UNITS.none, factor } : { unit: UNITS.pairs, factor: 1 }
    return [
      { ...over, subject: 'PAIRS', unit: hakes ? UNITS.none : unit, factor, sort: 'gain' },
      { ...under, subject: 'PAIRS', ...pairs, sort: `pairs ${measure.gain}` },
    ]
  }
  return [{ ...countRule(measure, set!, unit), side: null, part: 'numerator' }]
}

/** Of a count, a sum or a number of different things. */
function countRule(measure: Measure, set: SetOf, unit: Words | null): Omit<TallyRule, 'side' | 'part'> {
  if ('count' in measure) {
    const sort = `count ${measure.count}`
    return measure.count === 'records'
      ? { subject: 'RECORDS', by: 'amount', factor: 1, unit: unit ?? UNITS.records, sort }
      : { subject: 'PERSONS', by: 'amount', factor: 1, unit: unit ?? UNITS.times, sort }
  }
  if ('distinct' in measure) {
    const sort = `distinct ${JSON.stringify(measure.distinct).replace(/"\w+\.(\w+)"/g, '"$1"')}`
    return measure.distinct === 'persons'
      ? { subject: 'PERSONS', by: 'one', factor: 1, unit: unit ?? UNITS.people, sort }
      : { subject: 'KEYS', by: 'one', factor: 1, unit: unit ?? UNITS.items, sort }
  }
  if ('sum' in measure) {
    const sort = `sum ${JSON.stringify(measure.sum)}`
    return { subject: 'VALUES', by: 'amount', factor: factorOf(set, measure.sum), unit: unit ?? UNITS.none, sort }
  }
  throw new Error('neither a count nor a sum')
}

/** The records of one side by what they are counted as. */
export function tallyOf(rule: TallyRule, contributions: readonly Contribution[]): Tally {
  return { rule, items: Map.groupBy(contributions, ({ item }) => item) }
}

/** How much one item gives to a side, in stored units. A group row is many. */
export function amountOf({ by }: TallyRule, rows: readonly Contribution[] | undefined): number {
  if (rows === undefined) return 0
  if (by === 'one') return rows[0]!.amount
  return rows.reduce((sum, row) => sum + row[by], 0)
}

/** The whole of a side, in stored units. */
export function totalOf({ rule, items }: Tally): number {
  let total = 0
  for (const rows of items.values()) total += amountOf(rule, rows)
  return total
}

export function toContribution(row: ContributionRow): Contribution {
  const day = (value: number | string | null) => (value === null ? null : Number(value))
  return {
    type: row.record_type,
    key: row.record_key,
    item: row.item,
    owner: row.person ?? `${row.record_type}/${row.record_key}`,
    amount: Number(row.amount),
    weight: Number(row.weight),
    country: row.country,
    begun: day(row.begun),
    ended: day(row.ended),
    lastDay: day(row.last_day),
    scale: row.scale,
    unit: row.unit_key,
    category: row.category,
  }
}
