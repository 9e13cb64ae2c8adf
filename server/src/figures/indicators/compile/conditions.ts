import { timesFactor } from '../../../records/stored-values.ts'
import { placesOutside } from '../../../ground/reference/countries.ts'
import type { Scope } from '@causeway/shared/series'
import { UNKNOWN } from '@causeway/shared/unknown'
import { sql } from 'kysely'
import type { Cond, Related, SetOf, Time } from '../definition.ts'
import { allOf, type Sql } from './compilation.ts'
import { inTime } from './dates.ts'
import { Source } from './source.ts'
import { valueOf } from './values.ts'
import { branchesOf } from '../find-field.ts'

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
  if ('in' in cond)
    return cond.in.length === 0 ? sql`1 = 0` : sql`${expression} in (${literals(twice(cond.in), factor)})`
  if ('notIn' in cond) return sql`(${expression} is null or ${expression} not in (${literals(cond.notIn, factor)}))`
  if (typeof cond.atLeast === 'number') return sql`${expression} >= ${sql.lit(timesFactor(cond.atLeast, factor))}`
  const other = valueOf(source, cond.atLeast.field)
  return factor === other.factor
    ? sql`${expression} >= ${other.expression}`
    : sql`${expression} * ${sql.lit(other.factor)} >= ${other.expression} * ${sql.lit(factor)}`
}

/** One value twice: SQLite takes `in` of one for `=`, and would make an index by it, for which it walks through the records of every institution. */
const twice = <T>(values: T[]): T[] => (values.length === 1 ? [...values, ...values] : values)

function literals(values: (string | number)[], factor: number): Sql {
  return sql.join(
    values.map((value) => (typeof value === 'number' ? sql.lit(timesFactor(value, factor)) : sql`${value}`)),
  )
}

/** Inside ABROAD or BORDER, seen from the institution's country; unknown is inside neither. */
export function inScope(source: Source, path: string, scope: Scope): Sql {
  const country = valueOf(source, path).expression
  const outside = placesOutside(scope, source.compilation.asked.country)
  return sql`${country} not in (${sql.join(outside.map((code) => sql`${code}`))})`
}

/** Nobody knows the country, so that it is inside no scope. What names no thing that the country is of has none to be unknown. */
export function isUnplaced(source: Source, path: string): Sql {
  const resolved = source.as[path] ?? path
  const steps = String(resolved).split('.').slice(0, -1)
  const named = steps
    .map((_, n) => steps.slice(0, n + 1).join('.'))
    .filter((step) => !source.joins[step])
    .map((step) => sql`${source.column(step).expression} is not null`)
  const country = valueOf(source, path).expression
  return allOf([...named, sql`coalesce(nullif(${country}, ''), ${UNKNOWN}) = ${UNKNOWN}`])
}

/** The conditions of a list that ask for something else than the scope. */
export function withoutScope(list: Cond[]): Cond[] {
  return list.filter((cond) => !('inScope' in cond && cond.inScope === 'SCOPE'))
}

/**
 * The keys that enough of their records share are gathered once for each period, and ours is looked up among them: counted record
 * by record, each of ours would walk all of theirs.
 */
function relatedCondition(source: Source, cond: Extract<Cond, { related: Related }>): Sql {
  const { related, atLeast } = cond
  const theirs = new Source(source.compilation, related.of)
  const keys = Object.keys(related.on).map((their) => theirs.column(their).expression)
  const own = Object.values(related.on).map((our) => valueOf(source, our).expression)
  const { expression, factor } = 'sum' in cond ? valueOf(theirs, cond.sum) : { expression: null, factor: 1 }
  const amount = expression === null ? sql`count(*)` : sql`sum(${expression})`
  const byPeriod = !('always' in related.time) || dependsOnPeriod(related.where)
  const year = byPeriod ? [sql`p.year`] : []
  const where = allOf([
    theirs.holds(),
    ...keys.map((key) => sql`${key} is not null`),
    ...conditions(theirs, related.where),
    inTime(theirs, related.time),
  ])
  const shared = sql.join([...year, ...keys])
  return sql`(${sql.join([...year, ...own])}) in (select ${shared} from ${theirs.from()} ${byPeriod ? sql`cross join period as p` : sql``}
    where ${where} group by ${shared} having ${amount} >= ${sql.lit(timesFactor(atLeast, factor))})`
}

/** Whether a list of conditions can answer differently from period to period. */
export function dependsOnPeriod(list: Cond[] = []): boolean {
  return list.some(
    (cond) => 'when' in cond || 'related' in cond || ('any' in cond && cond.any.some((all) => dependsOnPeriod(all))),
  )
}

/** Every time rule of a set, wherever it holds. */
export function timesOf(set: SetOf, more: Cond[] = []): Time[] {
  const ofConds = (list: Cond[] = []): Time[] =>
    list.flatMap((cond) => {
      if ('when' in cond) return [cond.when]
      if ('any' in cond) return cond.any.flatMap((all) => ofConds(all))
      if ('related' in cond) return [cond.related.time, ...ofConds(cond.related.where)]
      return []
    })
  return [
    ...branchesOf(set).flatMap((branch) => [branch.time, ...ofConds(branch.where)]),
    ...ofConds(set.where),
    ...ofConds(more),
  ]
}
