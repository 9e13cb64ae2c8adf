import { sql } from 'kysely'
import {
  type Branch,
  type Cond,
  type Declaration,
  type Key,
  type Measure,
  type PlainSet,
  type SetOf,
  type Time,
  fieldOf,
  type PartName,
} from '../definition.ts'
import { Compilation, type Asked, once, type Sql, PART } from './compilation.ts'
import { stretchOf } from './dates.ts'
import { measureAggregates, selectAggregates } from './measures.ts'
import { EMPTY, members, type Cut } from './members.ts'
import { pickedKey } from './one-per.ts'
import type { Source } from './source.ts'
import { periodTable } from './statement.ts'
import { keyText, valueOf } from './values.ts'

/** What one record gives to one side of a figure. Numbers may come as text from PostgreSQL. */
export interface ContributionRow {
  /** `numerator`, `denominator`; of a count, a sum, a mean or a gain the numerator alone. */
  part: PartName
  /** Of the period. */
  year: number
  record_type: string
  record_key: string
  /** What it is counted as: a person, a key, or the record itself. */
  item: string
  /** The keyed hash; null: a group row, or a record that is of nobody. */
  person: string | null
  /** Stored as value times the measure's factor; of what is counted, how many. */
  amount: number | string
  /** What it adds to the denominator of a mean or of a gain. */
  weight: number | string
  /** What the scope acts on. */
  country: string | null
  /** Day numbers, as the time rule reads them. */
  begun: number | string | null
  ended: number | string | null
  /** The last day that the record itself speaks for; null: still open. */
  last_day: number | string | null
  /** What a mean may not mix. */
  scale: string | null
  /** Of a weighted measure: what the record is a result on. */
  unit_key: string | null
  /** In the breakdown that is asked for; null: the whole. */
  category: string | null
}

/**
 * The records behind one figure of each period, each with what it gives: added up they are the sums that the figure was made from.
 */
export function compileContributions(declaration: Declaration, asked: Asked, cut: Omit<Cut, 'scope'>): Sql {
  const whole: Cut = { ...cut, scope: declaration.scope }
  const compilation = new Compilation(asked)
  const selects = selectsOf(compilation, declaration.set, declaration.measure, whole, 'numerator')
  return sql`${periodTable(declaration, asked)} ${sql.join(selects, sql` union all `)}`
}

/** What each unit of a weighted measure weighs. */
export function compileWeights(declaration: Declaration, asked: Asked): Sql {
  const compilation = new Compilation(asked)
  const whole: Cut = { scope: declaration.scope, by: null, across: null, filters: [] }
  const { set, measure } = declaration
  const all = measureAggregates(compilation, set!, measure, whole, 'numerator', 'numerator')
  const weights = all.filter(({ part }) => part === 'weight')
  return sql`${periodTable(declaration, asked)} ${selectAggregates(compilation, weights)}`
}

function selectsOf(
  compilation: Compilation,
  set: SetOf | undefined,
  measure: Measure,
  cut: Cut,
  part: PartName,
): Sql[] {
  if ('ratio' in measure)
    return (['numerator', 'denominator'] as const).flatMap((side) =>
      selectsOf(compilation, measure.ratio[side].set, measure.ratio[side].measure, cut, side),
    )
  if ('pairs' in measure) return pairedSelects(compilation, set!, measure, cut)
  const rows = (given: Given, also?: Cond[], of = part) => {
    const columns = (source: Source, branch: PlainSet | Branch) => columnsOf(source, branch, given, cut, of)
    return sql`select cast(${of} as text) as part, ${COLUMNS} from (${members(compilation, set!, cut, { part: of, also, columns })}) as m
      where m.item is not null`
  }
  if ('count' in measure) return [rows({ amount: measure.count === 'records' ? one : heads })]
  if ('distinct' in measure)
    return [rows({ of: measure.distinct, amount: measure.distinct === 'persons' ? heads : one })]
  if ('sum' in measure) return [rows({ amount: (source) => valueOf(source, measure.sum).expression })]
  if ('mean' in measure) {
    const value = (source: Source) => sql`cast(${valueOf(source, measure.mean).expression} as bigint)`
    const amount = (source: Source) => sql`${value(source)} * ${source.heads()}`
    const scale = measure.scale && ((source: Source) => keyText(source, measure.scale!))
    return [rows({ amount, weight: heads, scale }, [{ field: measure.mean, filled: true }])]
  }
  if ('median' in measure) {
    const amount = (source: Source) => valueOf(source, measure.median).expression
    return [rows({ amount, weight: one }, [{ field: measure.median, filled: true }])]
  }
  const given: Given =
    'weighted' in measure
      ? { amount: heads, unit: (source) => keyText(source, measure.by) }
      : { of: measure.per === 'persons' ? 'persons' : undefined, amount: measure.per === 'records' ? one : heads }
  const met = 'weighted' in measure ? measure.weighted : measure.share
  return [rows(given, met, 'numerator'), rows(given, undefined, 'denominator')]
}

interface Given {
  /** Absent: the record, or what it was picked of. */
  of?: Key
  amount: (source: Source) => Sql
  weight?: (source: Source) => Sql
  scale?: (source: Source) => Sql
  unit?: (source: Source) => Sql
}

const one = () => sql`1`
const heads = (source: Source) => source.heads()

const COLUMNS = sql`m.year as year, m.record_type as record_type, m.record_key as record_key, m.item as item, m.person as person,
  m.amount as amount, m.weight as weight, m.country as country, m.begun as begun, m.ended as ended,
  m.last_day as last_day, m.scale as scale, m.unit_key as unit_key, m.category as category`

function columnsOf(
  source: Source,
  branch: PlainSet | Branch,
  given: Given,
  cut: Cut,
  part: PartName,
): Record<string, Sql> {
  const scopeField = cut.scope && fieldOf(cut.scope, part)
  return {
    record_type: typeOf(source),
    record_key: source.own('key'),
    item: sql`cast(${itemOf(source, branch, given.of)} as text)`,
    amount: sql`cast(coalesce(${given.amount(source)}, 0) as bigint)`,
    weight: sql`cast(${given.weight?.(source) ?? 0} as bigint)`,
    country: sql`cast(${typeof scopeField === 'string' ? valueOf(source, scopeField).expression : null} as text)`,
    ...stretchColumns(source, branch.time),
    scale: given.scale?.(source) ?? EMPTY,
    unit_key: given.unit?.(source) ?? EMPTY,
  }
}

const typeOf = (source: Source): Sql => sql`cast(${source.type.name} as text)`
const recordOf = (source: Source): Sql => sql`(${typeOf(source)} || cast(${PART} as text) || ${source.own('key')})`

function stretchColumns(source: Source, time: Time): Record<string, Sql> {
  const { begun, ended } = stretchOf(source, time)
  return {
    begun: sql`cast(${begun} as bigint)`,
    ended: sql`cast(${ended} as bigint)`,
    last_day: sql`cast(${source.own('last_day')} as bigint)`,
  }
}

/** Null: it is counted as nothing, as a record that names no person among persons. */
function itemOf(source: Source, branch: PlainSet | Branch, key: Key | undefined): Sql {
  if (key === 'persons')
    return sql`coalesce(${source.person()}, case when ${source.groupHeads()} is not null then ${recordOf(source)} end)`
  if (key !== undefined) return keyText(source, key)
  return 'onePer' in branch && branch.onePer ? pickedKey(source, branch.onePer) : recordOf(source)
}

/** Both tests of a matched pair: the later one gives the gain, and the earlier one nothing more. */
function pairedSelects(
  compilation: Compilation,
  set: SetOf,
  measure: Extract<Measure, { pairs: unknown }>,
  cut: Cut,
): Sql[] {
  const columns = (source: Source, branch: PlainSet | Branch) => ({
    record_type: typeOf(source),
    record_key: source.own('key'),
    pair_key: keyText(source, measure.pairs),
    value: sql`cast(${valueOf(source, measure.value).expression} as bigint)`,
    most: sql`cast(${measure.max ? valueOf(source, measure.max).expression : null} as bigint)`,
    country: sql`cast(${countryOf(source, cut)} as text)`,
    ...stretchColumns(source, branch.time),
    scale: keyText(source, measure.scale),
  })
  const whole: Cut = { scope: cut.scope, by: null, across: null, filters: [] }
  const known: Cond[] = measure.gain === 'normalised' ? [{ field: measure.max!, filled: true }] : []
  const after = () => members(compilation, set, cut, { part: 'numerator', also: measure.after, columns })
  const before = () =>
    members(compilation, set, whole, {
      part: 'numerator',
      also: [...measure.before, ...known],
      timeless: true,
      columns,
    })
  const weight = measure.gain === 'normalised' ? sql`b.most - b.value` : sql`1`
  const test = (record: 'a' | 'b', amount: Sql, weighs: Sql) => {
    const own = (name: string) => sql.ref(`${record}.${name}`)
    return sql`select cast('numerator' as text) as part, a.year as year, ${own('record_type')} as record_type, ${own('record_key')} as record_key,
      a.pair_key as item, a.person as person, cast(${amount} as bigint) as amount, cast(${weighs} as bigint) as weight,
      a.country as country, a.begun as begun, a.ended as ended, a.last_day as last_day, a.scale as scale,
      ${EMPTY} as unit_key, a.category as category
      from (${after()}) as a join (${once(before())}) as b on a.pair_key = b.pair_key`
  }
  return [test('a', sql`a.value - b.value`, weight), test('b', sql`0`, sql`0`)]
}

function countryOf(source: Source, cut: Cut): Sql {
  const field = cut.scope && fieldOf(cut.scope, 'numerator')
  return typeof field === 'string' ? valueOf(source, field).expression : sql`null`
}
