import type { Words } from '@causeway/shared/words/words'
import { factorOf } from '../../figures/indicators/observe/factor.ts'
import type { ContributionRow } from '../../figures/indicators/compile/contributions.ts'
import type { Declaration, Measure, SetOf, PartName } from '../../figures/indicators/definition.ts'

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

const PEOPLE: Words = { zh: '人', en: 'people' }
const TIMES: Words = { zh: '人次', en: 'participations' }
const RECORDS: Words = { zh: '条记录', en: 'records' }
const ITEMS: Words = { zh: '个', en: 'items' }
const VALUES: Words = { zh: '个', en: 'values' }
const PAIRS: Words = { zh: '对', en: 'pairs' }
const RESULTS: Words = { zh: '项结果', en: 'results' }
const BARE: Words = { zh: '', en: '' }

/** The sums that a figure is made from, in the order in which they are said. */
export function tallyRules({ measure, set, unit }: Pick<Declaration, 'measure' | 'set' | 'unit'>): TallyRule[] {
  if ('ratio' in measure)
    return (['numerator', 'denominator'] as const).map((part) => ({
      ...countRule(measure.ratio[part].measure, measure.ratio[part].set, null),
      side: sideOf(part),
      part,
    }))
  const both = { numerator: 'NUMERATOR', denominator: 'DENOMINATOR' } as const
  if ('share' in measure) {
    const of = { persons: PEOPLE, participations: TIMES, records: RECORDS }[measure.per]
    const subject = measure.per === 'records' ? ('RECORDS' as const) : ('PERSONS' as const)
    const by = measure.per === 'persons' ? ('one' as const) : ('amount' as const)
    return Object.entries(both).map(([part, side]) => ({
      side,
      part: part as PartName,
      subject,
      by,
      factor: 1,
      unit: of,
      sort: `share ${measure.per}`,
    }))
  }
  if ('weighted' in measure)
    return Object.entries(both).map(([part, side]) => ({
      side,
      part: part as PartName,
      subject: 'RECORDS',
      by: 'amount',
      factor: 1,
      unit: RESULTS,
      sort: 'weighted',
    }))
  const numerator = { part: 'numerator', subject: 'VALUES' } as const
  const under = { ...numerator, side: 'DENOMINATOR', by: 'weight' } as const
  if ('median' in measure)
    return [{ ...under, factor: 1, unit: VALUES, sort: `values ${JSON.stringify(measure.median)}` }]
  if ('mean' in measure) {
    const sort = JSON.stringify(measure.mean)
    const over = { ...numerator, side: 'NUMERATOR', by: 'amount', unit } as const
    return [
      { ...over, factor: factorOf(set!, measure.mean), sort: `total ${sort}` },
      { ...under, factor: 1, unit: VALUES, sort: `values ${sort}` },
    ]
  }
  if ('pairs' in measure) {
    const factor = factorOf(set!, measure.value)
    const hakes = measure.gain === 'normalised'
    const matched = { part: 'numerator', subject: 'PAIRS' } as const
    return [
      { ...matched, side: 'NUMERATOR', by: 'amount', unit: hakes ? BARE : unit, factor, sort: 'gain' },
      {
        ...matched,
        side: 'DENOMINATOR',
        by: 'weight',
        factor: hakes ? factor : 1,
        unit: hakes ? BARE : PAIRS,
        sort: `pairs ${measure.gain}`,
      },
    ]
  }
  return [{ ...countRule(measure, set!, unit), side: null, part: 'numerator' }]
}

const sideOf = (part: PartName) => (part === 'numerator' ? 'NUMERATOR' : 'DENOMINATOR')

/** Of a count, a sum or a number of different things. */
function countRule(measure: Measure, set: SetOf, unit: Words | null): Omit<TallyRule, 'side' | 'part'> {
  if ('count' in measure) {
    const records = measure.count === 'records'
    const subject = records ? 'RECORDS' : 'PERSONS'
    return {
      subject,
      by: 'amount',
      factor: 1,
      unit: unit ?? (records ? RECORDS : TIMES),
      sort: `count ${measure.count}`,
    }
  }
  if ('distinct' in measure) {
    const persons = measure.distinct === 'persons'
    const sort = `distinct ${JSON.stringify(measure.distinct).replace(/"\w+\.(\w+)"/g, '"$1"')}`
    return {
      subject: persons ? 'PERSONS' : 'KEYS',
      by: 'one',
      factor: 1,
      unit: unit ?? (persons ? PEOPLE : ITEMS),
      sort,
    }
  }
  if ('sum' in measure) {
    const sort = `sum ${JSON.stringify(measure.sum)}`
    return { subject: 'VALUES', by: 'amount', factor: factorOf(set, measure.sum), unit: unit ?? BARE, sort }
  }
  throw new Error('neither a count nor a sum')
}

/** The records of one side by what they are counted as. */
export function tallyOf(rule: TallyRule, contributions: readonly Contribution[]): Tally {
  const items = new Map<string, Contribution[]>()
  for (const one of contributions) {
    const list = items.get(one.item)
    if (list) list.push(one)
    else items.set(one.item, [one])
  }
  return { rule, items }
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
  }
}
