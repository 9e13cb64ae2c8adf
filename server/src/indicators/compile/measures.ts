import { sql } from 'kysely'
import type { Cond, Measure, SetOf } from '../definition.ts'
import type { Compilation, Sql } from './compilation.ts'
import type { PartName } from './dimensions.ts'
import { members, type Cut } from './members.ts'
import { pairs } from './pairs.ts'
import { keyText, valueOf } from './values.ts'
import { weighted } from './weighted.ts'

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

/** Distinct keys, plus the headcounts of group rows, which are never deduplicated. */
const PERSONS = sql`count(distinct m.person) + sum(m.group_heads)`

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
