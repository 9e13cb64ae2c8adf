import { FOREIGN } from '@causeway/shared/unknown'
import { sql } from 'kysely'
import { type DimensionId, type FieldRef, type Side, fieldOf, type PartName } from '../definition.ts'
import type { Sql } from './compilation.ts'
import { P } from './dates.ts'
import type { Source } from './source.ts'
import { categoryText } from './values.ts'

export interface Category {
  /** Null text is the whole, never a category: a record without one is `unknown`. */
  text: Sql
  /** Joins that need the period, to be written after it. */
  join: Sql | null
  /** What must hold besides: a country in no bloc has no bloc category, and `foreign` has none of continent either. */
  where: Sql | null
}

const WHOLE: Category = { text: sql`cast(null as text)`, join: null, where: null }

const named = (text: Sql): Sql => sql`coalesce(${text}, 'unknown')`

/** Somewhere abroad is on no continent, but not unknown either. */
const isPlaced = (country: Sql): Sql => sql`(${country} is null or ${country} <> ${FOREIGN})`

export function categoryOf(source: Source, dimension: DimensionId, field: FieldRef | null): Category {
  if (field === null) return WHOLE
  const own = categoryText(source, field)
  if (dimension === 'continent') {
    const alias = source.compilation.alias('c')
    return {
      text: named(sql.ref(`${alias}.continent`)),
      join: sql`left join country as ${sql.ref(alias)} on ${sql.ref(`${alias}.code`)} = ${own}`,
      where: isPlaced(own),
    }
  }
  if (dimension === 'bloc') {
    const alias = source.compilation.alias('b')
    const bloc = sql.ref(`${alias}.bloc`)
    return {
      text: named(bloc),
      join: sql`left join bloc_membership as ${sql.ref(alias)} on ${sql.ref(`${alias}.country`)} = ${own}
        and ${sql.ref(`${alias}.from_day`)} <= ${P.last}
        and (${sql.ref(`${alias}.to_day`)} is null or ${sql.ref(`${alias}.to_day`)} >= ${P.last})`,
      where: sql`(${bloc} is not null or ${own} is null or ${own} = 'unknown')`,
    }
  }
  return { text: named(own), join: null, where: null }
}

export interface CompiledFilter {
  dimension: DimensionId
  side: Side
  in: string[]
}

/** The categories asked for. A country in several blocs must not be counted twice, so blocs are looked up, not joined. */
export function filterCondition(source: Source, filter: CompiledFilter, part: PartName): Sql | null {
  const field = fieldOf(filter.side, part)
  if (field === null) return null
  const values = sql.join(filter.in.map((value) => sql`${value}`))
  const own = categoryText(source, field)
  if (filter.dimension === 'continent') {
    return sql`(${isPlaced(own)} and ${named(sql`(select c.continent from country as c where c.code = ${own})`)} in (${values}))`
  }
  if (filter.dimension === 'bloc') {
    const member = sql`exists (select 1 from bloc_membership as b where b.country = ${own} and b.bloc in (${values})
      and b.from_day <= ${P.last} and (b.to_day is null or b.to_day >= ${P.last}))`
    return filter.in.includes('unknown') ? sql`(${member} or coalesce(${own}, 'unknown') = 'unknown')` : member
  }
  return sql`${named(own)} in (${values})`
}
