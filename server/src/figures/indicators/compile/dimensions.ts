import { FOREIGN } from '@causeway/shared/unknown'
import { sql } from 'kysely'
import { type DimensionId, type Side, fieldOf, type PartName } from '../definition.ts'
import { allOf, PART, type Sql } from './compilation.ts'
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

/** A dimension, and the field that says its categories on either side of a division. */
export interface Dimension {
  dimension: DimensionId
  side: Side
}

export function categoryOf(source: Source, { dimension, side }: Dimension, part: PartName): Category {
  const field = fieldOf(side, part)
  if (field === null) return WHOLE
  return categoryFrom(categoryText(source, field), dimension, (stem) => source.compilation.alias(stem), P.last)
}

/** @param own what a record has of the dimension, or the country that says its continent or blocs; empty where it has nothing */
function categoryFrom(own: Sql, dimension: DimensionId, alias: (stem: string) => string, last: Sql): Category {
  if (dimension === 'continent') {
    const of = alias('c')
    return {
      text: named(sql.ref(`${of}.continent`)),
      join: sql`left join country as ${sql.ref(of)} on ${sql.ref(`${of}.code`)} = ${own}`,
      where: isPlaced(own),
    }
  }
  if (dimension === 'bloc') {
    const of = alias('b')
    const bloc = sql.ref(`${of}.bloc`)
    return {
      text: named(bloc),
      join: sql`left join bloc_membership as ${sql.ref(of)} on ${sql.ref(`${of}.country`)} = ${own}
        and ${sql.ref(`${of}.from_day`)} <= ${last}
        and (${sql.ref(`${of}.to_day`)} is null or ${sql.ref(`${of}.to_day`)} >= ${last})`,
      where: sql`(${bloc} is not null or ${own} is null or ${own} = 'unknown')`,
    }
  }
  return { text: named(own), join: null, where: null }
}

/** Several breakdowns of the same records; null: as a whole. */
export type Each = readonly (Dimension | null)[]

/** `, cut (place)`: a row for each of so many breakdowns. */
export const cutTable = (each: Each): Sql =>
  sql`, cut (place) as (values ${sql.join(each.map((_, place) => sql`(${sql.lit(place)})`))})`

/** The column of the breakdown at a place. */
export const nameOf = (at: number) => `by_${at}`
const ON_LAST = 'on_last'
export const isBloc = (by: Dimension | null) => by?.dimension === 'bloc'
/** In place of a category: in this breakdown the record is not. In place of a country: it leaves the part whole. */
export const LEFT_OUT_SIGN = PART
const LEFT_OUT = sql.lit(LEFT_OUT_SIGN)

/** The columns of a record that say its category in each breakdown. */
export function namesOfEach(each: Each): string[] {
  const names = each.flatMap((by, at) => (by ? [nameOf(at)] : []))
  return each.some(isBloc) ? [...names, ON_LAST] : names
}

/** These, and the joins that they need after the period. `byRecord`: nothing of them hangs on a period. */
export function columnsOfEach(
  source: Source,
  each: Each,
  part: PartName,
  byRecord = false,
): { columns: Record<string, Sql>; joins: Sql[] } {
  const joins: Sql[] = []
  const columns = each.flatMap((by, at): [string, Sql][] => {
    if (!by) return []
    const field = fieldOf(by.side, part)
    // It has several blocs, or none: they are looked up when all rows are there.
    if (isBloc(by)) return [[nameOf(at), field === null ? LEFT_OUT : categoryText(source, field)]]
    const { text, join, where } = categoryOf(source, by, part)
    if (join) joins.push(join)
    return [[nameOf(at), where ? sql`case when ${where} then ${text} else ${LEFT_OUT} end` : text]]
  })
  if (each.some(isBloc) && !byRecord) columns.push([ON_LAST, P.last])
  return { columns: Object.fromEntries(columns), joins }
}

/** The category of gathered rows `g` in the breakdown of `cut`, but for one by bloc, and whether they are in it. */
export function categoryIn(each: Each): { text: Sql; where: Sql } {
  const all = each.flatMap((by, at) =>
    by && !isBloc(by) ? [{ by, at: sql.lit(at), own: sql.ref(`g.${nameOf(at)}`) }] : [],
  )
  const whens = all.map(({ at, own }) => sql`when ${at} then ${own}`)
  const wheres = all
    .filter(({ by }) => by.dimension === 'continent')
    .map(({ at, own }) => sql`(cut.place <> ${at} or ${own} is null or ${own} <> ${LEFT_OUT})`)
  return {
    text: whens.length === 0 ? WHOLE.text : sql`case cut.place ${sql.join(whens, sql` `)} end`,
    where: allOf(wheres),
  }
}

/** The category of gathered rows `g` by bloc, which is the breakdown of this place. */
export function categoryOfBloc(at: number): { text: Sql; join: Sql; where: Sql } {
  const own = sql.ref(`g.${nameOf(at)}`)
  const { text, join, where } = categoryFrom(own, 'bloc', (stem) => stem, sql.ref(`g.${ON_LAST}`))
  const whole = sql`${own} = ${LEFT_OUT}`
  return { text: sql`case when ${whole} then null else ${text} end`, join: join!, where: sql`(${whole} or ${where})` }
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
