import { sql } from 'kysely'
import type { Connection } from './database.ts'
import type { BatchPlace } from './doubtful-records.ts'

/** A group row whose stretch lies within that of another that says the same of the same. */
export interface ContainedGroup {
  row: number | null
  programme: string | null
  country: string | null
  first: number
  last: number
}

/** A stretch of more days than this is no school year: what lies within it may be a part of the same total. */
const LONGEST_YEAR_DAYS = 366
/** Totals of the year so far begin on its first day; journeys that happen to begin on one day are shorter than a quarter. */
const SHORTEST_QUARTER_DAYS = 80
const MOST_GROUPS = 100

/**
 * Group rows, alike in `fields`, of which one lies within another: of a longer one than a year, or of one that begins on the same day.
 * Only those of which one is the batch's.
 */
export async function listContainedGroups(
  db: Connection,
  { institution, batch }: BatchPlace,
  table: string,
  fields: readonly string[],
  shown: { programme: string | null; country: string | null },
): Promise<ContainedGroup[]> {
  const same = sql.join(fields.map((field) => sql`coalesce(cast(${sql.ref(field)} as text), '')`))
  const column = (name: string | null) => (name === null ? sql`cast(null as text)` : sql.ref(name))
  const days = sql`last_day - first_day + 1`
  const before = sql`rows between unbounded preceding and 1 preceding`
  const { rows } = await sql<ContainedGroup>`
    select coalesce(own, theirs) as row, programme, country, first_day as first, last_day as last from (
      select ${column(shown.programme)} as programme, ${column(shown.country)} as country, first_day, last_day,
        case when batch = ${batch} then row end as own,
        min(case when batch = ${batch} then row end) over (partition by ${same}) as theirs,
        max(case when ${days} > ${sql.lit(LONGEST_YEAR_DAYS)} then last_day end)
          over (partition by ${same} order by first_day, last_day desc, key ${before}) as longest,
        max(last_day) over (partition by ${same}, first_day order by last_day desc, key ${before}) as longer
      from ${sql.table(table)}
      where institution = ${institution} and until is null and headcount is not null and last_day is not null
    ) as g
    where theirs is not null
      and (longest >= last_day or (longer > last_day and ${days} >= ${sql.lit(SHORTEST_QUARTER_DAYS)}))
    order by 1, first_day limit ${MOST_GROUPS}`.execute(db)
  return rows
}
