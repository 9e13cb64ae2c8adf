import { sql } from 'kysely'
import type { Cond, Measure, SetOf, PartName } from '../definition.ts'
import { type Compilation, type Sql, allOf, once } from './compilation.ts'
import { members, type Cut } from './members.ts'
import { keyText, valueOf } from './values.ts'
import { dayOf, P } from './dates.ts'
import { Source } from './source.ts'

/** The selects of one measure over one set. */
export function measureSelects(
  compilation: Compilation,
  set: SetOf,
  measure: Measure,
  cut: Cut,
  part: PartName,
  label: string,
): Sql[] {
  const rowsOf = (columns: Parameters<typeof members>[3]['columns'], also?: Cond[], of = part) =>
    members(compilation, set, cut, { part: of, also, columns })
  const value = sql.ref('m.value')
  const heads = sql.ref('m.heads')
  if ('count' in measure) {
    const total = measure.count === 'records' ? sql`count(*)` : sql`sum(${heads})`
    return [aggregate(label, rowsOf(undefined), { total })]
  }
  if ('distinct' in measure) {
    if (measure.distinct === 'persons') return [aggregate(label, rowsOf(undefined), { total: PERSONS })]
    const key = measure.distinct
    return [
      aggregate(
        label,
        rowsOf((source) => ({ value: keyText(source, key) })),
        { total: sql`count(distinct ${value})` },
      ),
    ]
  }
  if ('sum' in measure) {
    return [
      aggregate(
        label,
        rowsOf((source) => ({ value: valueOf(source, measure.sum).expression })),
        { total: sql`sum(${value})` },
      ),
    ]
  }
  if ('mean' in measure) return [mean(rowsOf, measure, label)]
  if ('median' in measure)
    return [
      median(
        rowsOf((source) => ({ value: valueOf(source, measure.median).expression })),
        label,
      ),
    ]
  if ('share' in measure) {
    const total = { persons: PERSONS, participations: sql`sum(${heads})`, records: sql`count(*)` }[measure.per]
    return [
      aggregate('numerator', rowsOf(undefined, measure.share, 'numerator'), { total }),
      aggregate('denominator', rowsOf(undefined, undefined, 'denominator'), { total }),
      ...said(measure).map((field) =>
        aggregate('said', rowsOf(undefined, [{ field, filled: true }], 'denominator'), {}),
      ),
    ]
  }
  if ('pairs' in measure) return pairs(compilation, set, measure, cut)
  if ('weighted' in measure) return weighted(compilation, set, measure, cut)
  return Object.entries(measure.ratio).flatMap(([name, side]) =>
    measureSelects(
      compilation,
      side.set,
      side.measure,
      cut,
      name === 'response' ? 'denominator' : (name as PartName),
      name,
    ),
  )
}

/** The field of which one member must tell something for a share of 0 % to be one. */
function said({ zero = [] }: Extract<Measure, { share: unknown }>): string[] {
  return zero.flatMap((one) => ('filled' in one ? [one.filled] : []))
}

/** Distinct keys, plus the headcounts of group rows, which are never deduplicated. */
const PERSONS = sql`count(distinct m.person) + coalesce(sum(m.group_heads), 0)`

type RowsOf = (columns: Parameters<typeof members>[3]['columns']) => Sql

/** A group row's value is its mean, so it weighs by its headcount. */
function mean(rowsOf: RowsOf, measure: Extract<Measure, { mean: unknown }>, label: string): Sql {
  const rows = rowsOf((source) => ({
    value: sql`cast(${valueOf(source, measure.mean).expression} as bigint)`,
    scale: measure.scale ? keyText(source, measure.scale) : sql`cast('' as text)`,
  }))
  const filled = sql`select * from (${rows}) as every where every.value is not null`
  return aggregate(label, filled, {
    n: sql`sum(m.heads)`,
    total: sql`sum(m.value * m.heads)`,
    squares: sql`cast(sum(m.value * m.value * m.heads) as text)`,
    low: sql`min(m.scale)`,
    high: sql`max(m.scale)`,
  })
}

/** The two middle values; of an odd number the same one twice. */
function median(rows: Sql, label: string): Sql {
  const cut = sql`partition by every.year, every.category, every.across`
  const ranked = sql`select every.*, row_number() over (${cut} order by every.value) as place, count(*) over (${cut}) as size
    from (${rows}) as every where every.value is not null`
  const middle = (place: Sql) => sql`max(case when m.place = ${place} then m.value end)`
  return aggregate(label, ranked, {
    n: sql`count(*)`,
    total: middle(sql`(m.size + 1) / 2`),
    other: middle(sql`(m.size + 2) / 2`),
  })
}

/**
 * What every select of a statement returns: whole numbers and sums for one period and category. `total` is the measure's own sum
 * or count, `n` how many values it is over; `squares` is text, since it may pass 2^53; `low` and `high` are the least and greatest
 * scale (or the middle values of a median), `unit_key` a unit of a weighted measure.
 */
export interface AggregateRow {
  part: string
  year: number
  category: string | null
  across: string | null
  unit_key: string | null
  records: number | string
  persons: number | string
  group_heads: number | string | null
  n: number | string | null
  total: number | string | null
  other: number | string | null
  squares: string | null
  low: string | null
  high: string | null
}

type Aggregates = Partial<Record<'unit_key' | 'n' | 'total' | 'other' | 'squares' | 'low' | 'high', Sql>>

const NUMBER = sql`cast(null as bigint)`
const TEXT = sql`cast(null as text)`

/** One aggregated select over member rows `m`. */
export function aggregate(part: string, rows: Sql, aggregates: Aggregates, groupBy: Sql[] = []): Sql {
  const grouped = sql.join([sql.ref('m.year'), sql.ref('m.category'), sql.ref('m.across'), ...groupBy])
  return sql`select cast(${part} as text) as part, m.year as year, m.category as category, m.across as across,
    ${aggregates.unit_key ?? TEXT} as unit_key, count(*) as records, count(distinct m.person) as persons,
    sum(m.group_heads) as group_heads, ${aggregates.n ?? NUMBER} as n, ${aggregates.total ?? NUMBER} as total,
    ${aggregates.other ?? NUMBER} as other, ${aggregates.squares ?? TEXT} as squares, ${aggregates.low ?? TEXT} as low,
    ${aggregates.high ?? TEXT} as high from (${rows}) as m group by ${grouped}`
}

/**
 * Matched pairs. A pair belongs to the period of its `after`; `before` is of all history. Lost are the befores of the period that
 * have no after by its last day. The categories of a pair are its after's.
 */
export function pairs(
  compilation: Compilation,
  set: SetOf,
  measure: Extract<Measure, { pairs: unknown }>,
  cut: Cut,
): Sql[] {
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
  const gain = sql.ref('m.gain')
  const room = measure.gain === 'normalised' ? sql`b.most is not null` : allOf([])
  // Both sides are gathered: SQLite would else compare each after with every before.
  const matched = sql`select a.year as year, a.category as category, a.across as across, a.person as person, a.heads as heads,
    a.group_heads as group_heads, a.value - b.value as gain, b.most - b.value as room, a.scale as scale
    from (${once(side(measure.after, cut, false))}) as a join (${once(side(measure.before, whole, true))}) as b
      on a.pair_key = b.pair_key
    where ${room}`
  // The afters are gathered once: looked for row by row, they would be picked anew for each before.
  const lost = sql`select b.year as year, b.category as category, b.across as across, b.person as person, b.heads as heads,
    b.group_heads as group_heads from (${side(measure.before, cut, false)}) as b join period as p on p.year = b.year
    left join (select pair_key, min(held_on) as held_on from (${side(measure.after, whole, true)}) as every group by pair_key) as a
      on a.pair_key = b.pair_key
    where a.held_on is null or a.held_on > ${P.last}`
  return [
    aggregate('numerator', matched, {
      n: sql`count(*)`,
      total: sql`sum(${gain})`,
      other: sql`sum(m.room)`,
      squares: sql`cast(sum(${gain} * ${gain}) as text)`,
      low: sql`min(m.scale)`,
      high: sql`max(m.scale)`,
    }),
    aggregate('lost', lost, { total: sql`count(*)` }),
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
): Sql[] {
  const rows = (also?: typeof measure.weighted) =>
    members(compilation, set, cut, {
      part: 'numerator',
      also,
      columns: (source) => ({
        version_key: keyText(source, measure.by.slice(0, measure.within)),
        unit_key: keyText(source, measure.by),
      }),
    })
  const unit = { unit_key: sql`m.unit_key` }
  const weights = new Source(compilation, measure.weights.of)
  const column = (from: Source) => from.column(measure.weights.weight).expression
  const weighing = (parts: readonly string[]) => {
    const units = new Source(compilation, measure.weights.of)
    return sql`(select ${keyText(units, [...parts])} from ${units.from()} where ${compilation.holds(units.alias)} and ${column(units)} > 0)`
  }
  // In a version in which only some units have a weight the others weigh nothing (domain.md 6.6, SK09).
  const seen = sql`select * from (${rows()}) as every where every.unit_key in ${weighing(measure.weights.key)}
    or every.version_key not in ${weighing(measure.weights.key.slice(0, measure.within))}`
  const own = sql`select p.year as year, cast(null as text) as category, cast(null as text) as across,
    cast(null as text) as person, cast(null as bigint) as group_heads, ${keyText(weights, measure.weights.key)} as unit_key,
    ${column(weights)} as weight
    from ${weights.from()} cross join period as p where ${compilation.holds(weights.alias)}`
  return [
    aggregate('competent', rows(measure.weighted), { ...unit, total: sql`sum(m.heads)` }, [sql`m.unit_key`]),
    aggregate('assessed', rows(), { ...unit, total: sql`sum(m.heads)` }, [sql`m.unit_key`]),
    aggregate(
      'version',
      seen,
      { unit_key: sql`m.version_key`, total: sql`count(distinct m.person) + coalesce(sum(m.group_heads), 0)` },
      [sql`m.version_key`],
    ),
    aggregate('whole', rows(), { total: sql`sum(m.heads)` }),
    aggregate('weight', own, { ...unit, total: sql`max(m.weight)` }, [sql`m.unit_key`]),
  ]
}
