import { sql } from 'kysely'
import type { Sql } from './sql.ts'

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
