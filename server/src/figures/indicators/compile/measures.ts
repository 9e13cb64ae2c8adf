import { sql } from 'kysely'
import type { Cond, Measure, SetOf, PartName } from '../definition.ts'
import type { Compilation } from './compilation.ts'
import type { Sql } from './sql.ts'
import { aggregate } from './aggregate.ts'
import { members, type Cut } from './members.ts'
import { pairs } from './pairs.ts'
import { keyText, valueOf } from './values.ts'
import { weighted } from './weighted.ts'

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
