import { sql } from 'kysely'
import type { Measure, SetOf } from '../definition.ts'
import type { Compilation } from './compilation.ts'
import type { Sql } from './sql.ts'
import { aggregate } from './aggregate.ts'
import { members, type Cut } from './members.ts'
import { Source } from './source.ts'
import { keyText } from './values.ts'

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
