import { sql } from 'kysely'
import type { Cond, Measure, SetOf, PartName } from '../definition.ts'
import { type Compilation, type Sql, allOf, once } from './compilation.ts'
import {
  type AggregateRow,
  type Count,
  type Counts,
  type Field,
  FIELDS,
  HEADS,
  OF_EACH,
  PERSONS,
  RECORDS,
  written,
} from './count.ts'
import { readLines, writeLines, type Written } from './lines.ts'
import { cutColumns, members, type Cut } from './members.ts'
import { isOfPeriod, keyText, valueOf } from './values.ts'
import { dayOf, P } from './dates.ts'
import { Source } from './source.ts'

/** The aggregates of one measure over one set. */
export function measureAggregates(
  compilation: Compilation,
  set: SetOf,
  measure: Measure,
  cut: Cut,
  part: PartName,
  label: string,
): Aggregate[] {
  const rowsOf = (columns: Parameters<typeof members>[3]['columns'], also?: Cond[], of = part) =>
    members(compilation, set, cut, { part: of, also, columns })
  const aggregate = (name: string, rows: Sql, counts: Aggregate['counts']): Aggregate => {
    return { part: name, rows, counts, cut }
  }
  if ('count' in measure) {
    const total = measure.count === 'records' ? RECORDS : HEADS
    return [aggregate(label, rowsOf(undefined), { total })]
  }
  if ('distinct' in measure) {
    if (measure.distinct === 'persons') return [aggregate(label, rowsOf(undefined), { total: PERSONS })]
    const key = measure.distinct
    const rows = rowsOf((source) => ({ value: keyText(source, key) }))
    return [aggregate(label, rows, { total: { distinct: 'value' } })]
  }
  if ('sum' in measure) {
    const columns = (source: Source) => ({ value: valueOf(source, measure.sum).expression })
    const ofPeriod = isOfPeriod(measure.sum) ? 'value' : undefined
    const rows = members(compilation, set, cut, { part, columns, ofPeriod })
    return [{ ...aggregate(label, rows, { total: { sum: ['value'] } }), ...(ofPeriod && { ofPeriod }) }]
  }
  if ('mean' in measure) {
    const [rows, counts] = mean(rowsOf, measure)
    return [aggregate(label, rows, counts)]
  }
  if ('median' in measure) {
    const columns = (source: Source) => ({ value: valueOf(source, measure.median).expression })
    const whole = { ...cut, byRecord: false }
    const rows = members(compilation, set, whole, { part, columns })
    return [{ part: label, rows, counts: {}, said: MIDDLES, cut: whole, shaped: (of) => ranked(of, whole) }]
  }
  if ('share' in measure) {
    const total = { persons: PERSONS, participations: HEADS, records: RECORDS }[measure.per]
    return [
      aggregate('numerator', rowsOf(undefined, measure.share, 'numerator'), { total }),
      aggregate('denominator', rowsOf(undefined, undefined, 'denominator'), { total }),
      ...said(measure).map((field) =>
        aggregate('said', rowsOf(undefined, [{ field, filled: true }], 'denominator'), {}),
      ),
    ]
  }
  if ('pairs' in measure) return pairs(compilation, set, measure, { ...cut, byRecord: false })
  if ('weighted' in measure) return weighted(compilation, set, measure, { ...cut, byRecord: false })
  return Object.entries(measure.ratio).flatMap(([name, side]) => {
    const of = name === 'response' ? 'denominator' : (name as PartName)
    return measureAggregates(compilation, side.set, side.measure, cut, of, name)
  })
}

/** The field of which one member must tell something for a share of 0 % to be one. */
function said({ zero = [] }: Extract<Measure, { share: unknown }>): string[] {
  return zero.flatMap((one) => ('filled' in one ? [one.filled] : []))
}

type RowsOf = (columns: Parameters<typeof members>[3]['columns']) => Sql

/** A group row's value is its mean, so it weighs by its headcount. */
function mean(rowsOf: RowsOf, measure: Extract<Measure, { mean: unknown }>): [Sql, Aggregate['counts']] {
  const rows = rowsOf((source) => ({
    value: sql`cast(${valueOf(source, measure.mean).expression} as bigint)`,
    scale: measure.scale ? keyText(source, measure.scale) : sql`cast('' as text)`,
  }))
  const filled = sql`select * from (${rows}) as every where every.value is not null`
  const counts: Aggregate['counts'] = {
    n: HEADS,
    total: { sum: ['value', 'heads'] },
    squares: { sum: ['value', 'value', 'heads'] },
    low: { least: 'scale' },
    high: { greatest: 'scale' },
  }
  return [filled, counts]
}

function ranked(rows: Sql, { across }: Cut): Sql {
  const same = sql`partition by every.year, every.category${across ? sql`, every.across` : sql``}`
  return sql`select every.*, row_number() over (${same} order by every.value) as place, count(*) over (${same}) as size
    from (${rows}) as every where every.value is not null`
}

const middle = (place: Sql) => sql`max(case when m.place = ${place} then m.value end)`

/** The two middle values; of an odd number the same one twice. */
const MIDDLES = { n: sql`count(*)`, total: middle(sql`(m.size + 1) / 2`), other: middle(sql`(m.size + 2) / 2`) }

/** Rows of members `m`, to be grouped by period and category, with what is counted of a group. */
export interface Aggregate {
  part: string
  rows: Sql
  counts: Counts
  /** What no count says. */
  said?: Partial<Record<Field, Sql>>
  /** How the rows are cut; absent: they are a whole. */
  cut?: Cut
  /** Of rows by record, the column that may say something else in another period. */
  ofPeriod?: string
  /** What they are grouped by besides. */
  by?: Sql
  /** Made of the rows of one breakdown. */
  shaped?: (rows: Sql) => Sql
}

/** One select for all of them. */
export function selectAggregates(compilation: Compilation, aggregates: readonly Aggregate[]): Sql {
  const selects = aggregates.map(({ part, rows, counts, said, cut, by = null, shaped }) => {
    const group = { year: sql.ref('m.year'), category: sql.ref('m.category'), across: cut?.across ? ACROSS : null }
    const counted: Counts = { ...OF_EACH, ...counts }
    const known: Partial<Record<Field, Sql | null>> = { part: sql.lit(part), ...group, ...said }
    const fields = FIELDS.map((name) => known[name] ?? (counted[name] ? written(counted[name]) : null))
    return writeLines(compilation, { rows, each: cut?.each, fields, by: [...Object.values(group), by], shaped })
  })
  return sql.join(selects, sql` union all `)
}

const ACROSS = sql.ref('m.across')

export const toAggregates = (written: readonly Written[], breakdowns: number) =>
  readLines<AggregateRow>(written, breakdowns, FIELDS)

/**
 * Matched pairs. A pair belongs to the period of its `after`; `before` is of all history. Lost are the befores of the period that
 * have no after by its last day. The categories of a pair are its after's.
 */
export function pairs(
  compilation: Compilation,
  set: SetOf,
  measure: Extract<Measure, { pairs: unknown }>,
  cut: Cut,
): Aggregate[] {
  if ('union' in set || !('fallsIn' in set.time) || (set.onePer && set.onePer.pick !== 'first')) {
    throw new Error('pairs are made in one record type, by a date, of the first of a key')
  }
  const date = set.time.fallsIn
  const side = (which: Cond[], asked: Cut, timeless: boolean) =>
    members(compilation, set, asked, {
      part: 'numerator',
      also: which,
      timeless,
      columns: (source) => ({
        pair_key: keyText(source, measure.pairs),
        value: sql`cast(${valueOf(source, measure.value).expression} as bigint)`,
        most: measure.max ? sql`cast(${valueOf(source, measure.max).expression} as bigint)` : sql`cast(null as bigint)`,
        scale: keyText(source, measure.scale),
        held_on: dayOf(source, date),
      }),
    })
  const whole: Cut = { scope: cut.scope, by: null, across: null, filters: [] }
  const room = measure.gain === 'normalised' ? sql`b.most is not null` : allOf([])
  // Both sides are gathered: SQLite would else compare each after with every before.
  const own = (alias: string) =>
    sql.join([...cutColumns(cut), 'person', 'heads', 'group_heads'].map((name) => sql.ref(`${alias}.${name}`)))
  const matched = sql`select a.year, ${own('a')}, a.value - b.value as gain, b.most - b.value as room, a.scale as scale
    from (${once(side(measure.after, cut, false))}) as a join (${once(side(measure.before, whole, true))}) as b
      on a.pair_key = b.pair_key
    where ${room}`
  // The afters are gathered once: looked for row by row, they would be picked anew for each before.
  const lost = sql`select b.year, ${own('b')} from (${side(measure.before, cut, false)}) as b join period as p on p.year = b.year
    left join (select pair_key, min(held_on) as held_on from (${side(measure.after, whole, true)}) as every group by pair_key) as a
      on a.pair_key = b.pair_key
    where a.held_on is null or a.held_on > ${P.last}`
  const counts: Counts = {
    n: RECORDS,
    total: { sum: ['gain'] },
    other: { sum: ['room'] },
    squares: { sum: ['gain', 'gain'] },
    low: { least: 'scale' },
    high: { greatest: 'scale' },
  }
  return [
    { part: 'numerator', rows: matched, counts, cut },
    { part: 'lost', rows: lost, counts: { total: RECORDS }, cut },
  ]
}

/**
 * Attainment by unit: competent and assessed for each unit, the persons of each version of the standard who were seen on a unit that
 * weighs anything, and the weights of every unit of it. `observe` makes weights add up to 1 within a version, and the mean over versions.
 */
export function weighted(
  compilation: Compilation,
  set: SetOf,
  measure: Extract<Measure, { weighted: unknown }>,
  cut: Cut,
): Aggregate[] {
  const rows = (also?: typeof measure.weighted) =>
    members(compilation, set, cut, {
      part: 'numerator',
      also,
      columns: (source) => ({
        version_key: keyText(source, measure.by.slice(0, measure.within)),
        unit_key: keyText(source, measure.by),
      }),
    })
  const key = sql.ref('m.unit_key')
  const ofUnit = (total: Count) => ({ counts: { total }, said: { unit_key: key }, by: key })
  const version = sql.ref('m.version_key')
  const weights = new Source(compilation, measure.weights.of)
  const column = (from: Source) => from.column(measure.weights.weight).expression
  const weighing = (parts: readonly string[]) => {
    const units = new Source(compilation, measure.weights.of)
    const own = sql`${units.holds()} and ${column(units)} > 0`
    return sql`(select ${keyText(units, [...parts])} from ${units.from()} where ${own})`
  }
  // In a version in which only some units have a weight the others weigh nothing (domain.md 6.6, SK09).
  const seen = sql`select * from (${rows()}) as every where every.unit_key in ${weighing(measure.weights.key)}
    or every.version_key not in ${weighing(measure.weights.key.slice(0, measure.within))}`
  const own = sql`select p.year as year, cast(null as text) as category, cast(null as text) as across,
    cast(null as text) as person, cast(null as bigint) as group_heads, ${keyText(weights, measure.weights.key)} as unit_key,
    ${column(weights)} as weight
    from ${weights.from()} cross join period as p where ${weights.holds()}`
  return [
    { part: 'competent', rows: rows(measure.weighted), ...ofUnit(HEADS), cut },
    { part: 'assessed', rows: rows(), ...ofUnit(HEADS), cut },
    { part: 'version', rows: seen, counts: { total: PERSONS }, said: { unit_key: version }, by: version, cut },
    { part: 'whole', rows: rows(), counts: { total: HEADS }, cut },
    { part: 'weight', rows: own, ...ofUnit({ greatest: 'weight' }) },
  ]
}
