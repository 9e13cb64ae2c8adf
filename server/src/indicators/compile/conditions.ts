import { placesOutside } from '../../reference/scopes.ts'
import type { Scope } from '@causeway/shared/series'
import { sql } from 'kysely'
import type { Cond, Related, SetOf, Time } from '../definition.ts'
import { allOf, type Sql } from './compilation.ts'
import { inTime } from './dates.ts'
import { Source } from './source.ts'
import { valueOf } from './values.ts'

/** Every condition of a list; an empty field meets none but `notIn`. */
export function conditions(source: Source, list: Cond[] = []): Sql[] {
  return list.map((cond) => condition(source, cond))
}

function condition(source: Source, cond: Cond): Sql {
  if ('any' in cond)
    return sql`(${sql.join(
      cond.any.map((all) => sql`(${allOf(conditions(source, all))})`),
      sql` or `,
    )})`
  if ('when' in cond) return sql`(${inTime(source, cond.when)})`
  if ('related' in cond) return relatedCondition(source, cond)
  if ('inScope' in cond) {
    const scope = cond.inScope === 'SCOPE' ? source.compilation.asked.scope : cond.inScope
    return scope === null ? allOf([]) : inScope(source, cond.field, scope)
  }
  const { expression, factor } = valueOf(source, cond.field)
  if ('filled' in cond) return sql`nullif(cast(${expression} as text), '') is not null`
  if ('in' in cond) return cond.in.length === 0 ? sql`1 = 0` : sql`${expression} in (${literals(cond.in, factor)})`
  if ('notIn' in cond) return sql`(${expression} is null or ${expression} not in (${literals(cond.notIn, factor)}))`
  if (typeof cond.atLeast === 'number') return sql`${expression} >= ${sql.lit(cond.atLeast * factor)}`
  const other = valueOf(source, cond.atLeast.field)
  return factor === other.factor
    ? sql`${expression} >= ${other.expression}`
    : sql`${expression} * ${sql.lit(other.factor)} >= ${other.expression} * ${sql.lit(factor)}`
}

function literals(values: (string | number)[], factor: number): Sql {
  return sql.join(values.map((value) => (typeof value === 'number' ? sql.lit(value * factor) : sql`${value}`)))
}

/** Inside ABROAD or BORDER, seen from the institution's country; unknown is inside neither. */
export function inScope(source: Source, path: string, scope: Scope): Sql {
  const country = valueOf(source, path).expression
  const outside = placesOutside(scope, source.compilation.asked.country)
  return sql`${country} not in (${sql.join(outside.map((code) => sql`${code}`))})`
}

function relatedCondition(source: Source, cond: Extract<Cond, { related: Related }>): Sql {
  const related = cond.related
  const theirs = new Source(source.compilation, related.of)
  const alike = Object.entries(related.on).map(
    ([their, our]) => sql`${theirs.column(their).expression} = ${valueOf(source, our).expression}`,
  )
  const where = allOf([
    source.compilation.holds(theirs.alias),
    ...alike,
    ...conditions(theirs, related.where),
    inTime(theirs, related.time),
  ])
  if (!('sum' in cond)) return sql`(select count(*) from ${theirs.from()} where ${where}) >= ${sql.lit(cond.atLeast)}`
  const { expression, factor } = valueOf(theirs, cond.sum)
  return sql`(select coalesce(sum(${expression}), 0) from ${theirs.from()} where ${where}) >= ${sql.lit(cond.atLeast * factor)}`
}

/** Whether a list of conditions can answer differently from period to period. */
export function dependsOnPeriod(list: Cond[] = []): boolean {
  return list.some(
    (cond) => 'when' in cond || 'related' in cond || ('any' in cond && cond.any.some((all) => dependsOnPeriod(all))),
  )
}

/** Every time rule of a set, wherever it stands. */
export function timesOf(set: SetOf, more: Cond[] = []): Time[] {
  const ofConds = (list: Cond[] = []): Time[] =>
    list.flatMap((cond) => {
      if ('when' in cond) return [cond.when]
      if ('any' in cond) return cond.any.flatMap((all) => ofConds(all))
      if ('related' in cond) return [cond.related.time, ...ofConds(cond.related.where)]
      return []
    })
  const branches = 'union' in set ? set.union : [set]
  return [
    ...branches.flatMap((branch) => [branch.time, ...ofConds(branch.where)]),
    ...ofConds(set.where),
    ...ofConds(more),
  ]
}
