import { toIso } from '@causeway/shared/day'
import { sql } from 'kysely'
import type { Connection } from '../../ground/database/database.ts'
import { countryName } from '../../ground/reference/countries.ts'
import { tableOf } from '../record-type.ts'
import { hasFields, type Touched, type Warning } from '../warning.ts'

/** Group rows that may say the same twice: a cumulative table beside those of its years, a year beside its quarters. */
export const CUMULATIVE_GROUPS: Warning<'CUMULATIVE_GROUPS'> = {
  codes: {
    CUMULATIVE_GROUPS: {
      zh: '一行人数的时段包含在另一行之内，如累计表与年度表并存',
      en: 'the stretch of one headcount is within that of another, as a cumulative table beside a yearly one',
    },
  },
  of: (type) => hasFields(type, 'headcount') && 'starts' in type.span,
  async find(db, touched, type) {
    const country = ['country', 'nationality'].find((name) => hasFields(type, name)) ?? null
    const programme = ['programme', 'resource'].find((name) => hasFields(type, name)) ?? null
    // What differs in more than its days is something else: another purpose, another role, another place.
    const alike = type.fields.filter(({ kind }) => ['choice', 'country', 'reference', 'flag'].includes(kind))
    const fields = alike.map(({ name }) => name)
    const found = await listContainedGroups(db, touched, tableOf(type.name), fields, { programme, country })
    return found.map((group) => {
      const [first, last] = [toIso(group.first), toIso(group.last)]
      const names = (locale: 'zh' | 'en') =>
        [group.programme, group.country === null ? null : countryName(group.country)[locale]]
          .filter(Boolean)
          .join(' · ')
      return {
        ...{ code: 'CUMULATIVE_GROUPS' as const, row: group.row, field: 'headcount', value: group.programme },
        message: {
          zh: `${names('zh')}：${first} 至 ${last} 的人数，另有一行的时段把它包含在内（如累计表与年度表并存），同一批人可能被重复计算。`,
          en: `${names('en')}: the headcount from ${first} to ${last} is within the stretch of another row (as a cumulative table beside a yearly one): the same persons may count twice.`,
        },
      }
    })
  },
}

/** A group row whose stretch is within that of another that says the same of the same. */
interface ContainedGroup {
  row: number | null
  programme: string | null
  country: string | null
  first: number
  last: number
}

/** A stretch of more days than this is no school year: what is within it may be a part of the same total. */
const LONGEST_YEAR_DAYS = 366
/** Totals of the year so far begin on its first day; journeys that happen to begin on one day are shorter than a quarter. */
const SHORTEST_QUARTER_DAYS = 80
const MOST_GROUPS = 100

/**
 * Group rows, alike in `fields`, of which one is within another: of a longer one than a year, or of one that begins on the same day.
 * Only those of which one is the batch's.
 */
async function listContainedGroups(
  db: Connection,
  { institution, batch }: Touched,
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
