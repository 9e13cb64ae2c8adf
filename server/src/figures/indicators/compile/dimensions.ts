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
  return field === null ? WHOLE : categoryFrom(source, categoryText(source, field), dimension)
}

/** Where an answer is cut by one dimension or by each of several; null: it is not. */
export function categoryIn(
  source: Source,
  { by, each }: { by: Dimension | null; each?: readonly (Dimension | null)[] },
  part: PartName,
): Category | null {
  return each ? categoryOfEach(source, each, part) : by && categoryOf(source, by, part)
}

/** @param own what a record has of the dimension, or the country that says its continent or blocs; empty where it has nothing */
function categoryFrom(source: Source, own: Sql, dimension: DimensionId): Category {
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

/** `cut (place)`: a row for each of so many breakdowns. */
export const cutTable = (breakdowns: readonly unknown[]): Sql =>
  sql`, cut (place) as (values ${sql.join(breakdowns.map((_, place) => sql`(${sql.lit(place)})`))})`

/** Each record once for each of several breakdowns: its category begins with the place of the breakdown, then `PART`. */
function categoryOfEach(source: Source, breakdowns: readonly (Dimension | null)[], part: PartName): Category {
  const place = sql.ref('cut.place')
  const each = breakdowns.map((by, at) => {
    const field = by && fieldOf(by.side, part)
    if (!by || field === null) return { at, ...WHOLE }
    const own = categoryText(source, field)
    // Nothing is looked up for the other breakdowns.
    const looksUp = by.dimension === 'continent' || by.dimension === 'bloc'
    return {
      at,
      ...categoryFrom(source, looksUp ? sql`case when ${place} = ${sql.lit(at)} then ${own} end` : own, by.dimension),
    }
  })
  const texts = each.map(({ at, text }) => sql`when ${sql.lit(at)} then ${text}`)
  const joins = each.flatMap(({ join }) => join ?? [])
  const wheres = each.flatMap(({ at, where }) => (where ? [sql`(${place} <> ${sql.lit(at)} or ${where})`] : []))
  return {
    text: sql`(cast(${place} as text) || ${PART_TEXT} || coalesce(case ${place} ${sql.join(texts, sql` `)} end, ${PART_TEXT}))`,
    join: sql`cross join cut ${sql.join(joins, sql` `)}`,
    where: wheres.length > 0 ? allOf(wheres) : null,
  }
}

const PART_TEXT = sql`cast(${PART} as text)`

/** The rows of each of so many breakdowns, with their categories as they are. One without any is of all. */
export function splitEach<Row extends { category: string | null }>(rows: readonly Row[], breakdowns: number): Row[][] {
  const split = Array.from({ length: breakdowns }, (): Row[] => [])
  for (const row of rows) {
    const written = row.category
    if (written === null) for (const own of split) own.push(row)
    else {
      const [place, category] = [written.slice(0, written.indexOf(PART)), written.slice(written.indexOf(PART) + 1)]
      split[Number(place)]!.push({ ...row, category: category === PART ? null : category })
    }
  }
  return split
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
