import { fill } from '@causeway/shared/words/words'
import { toIso } from '@causeway/shared/day'
import { sql } from 'kysely'
import type { Connection } from '../../ground/database/database.ts'
import { countryName } from '../../ground/reference/countries.ts'
import { tableOf, type RecordType } from '../record-type.ts'
import { hasFields, type Touched, type Warning } from '../warning.ts'
import { doubt, isCurrent, warningOf } from './doubt.ts'
import WORDS from './words.json' with { type: 'json' }

/** Group and person rows for one programme (or session, or resource) and stretch: they may count the same persons twice. */
export const GROUP_AND_PERSONS: Warning = {
  of: (type) => hasFields(type, 'headcount'),
  async find(db, touched, type) {
    const { hasPersons, hasGroups, wasFilled } = touched
    if (!((hasPersons && hasGroups) || (wasFilled && (hasPersons || hasGroups)))) return []
    const subject = type.groupsBy ?? 'programme'
    const { label } = type.fields.find(({ name }) => name === subject)!
    const stretches = await listStretches(db, touched, type, subject)
    return [...Map.groupBy(stretches, (stretch) => stretch.subject)].flatMap(([key, rows]) => {
      const row = firstClash(
        rows.filter(({ isGroup }) => isGroup === 0),
        rows.filter(({ isGroup }) => isGroup === 1),
      )
      if (row === undefined) return []
      const said = {
        ...{ code: 'GROUP_AND_PERSONS' as const, field: 'headcount', value: key },
        zh: `${label.zh}${key ?? '（未填）'}在同一时段既有名单又有人数，同一批人可能被重复计算。`,
        en: `${label.en} ${key ?? '(empty)'} has rows of persons and rows of headcounts for the same time: the same persons may count twice.`,
      }
      return [warningOf(row, said)]
    })
  },
}

interface RowGroup {
  /** The programme or session; null: none is given. */
  subject: string | null
  isGroup: number
  first: number | null
  last: number | null
  /** A row of the batch among them; null: none of them is the batch's. */
  row: number | null
}

/** The stretches that group rows and person rows speak for, by `subject`. */
async function listStretches(
  db: Connection,
  touched: Touched,
  { name, span }: RecordType,
  subject: string,
): Promise<RowGroup[]> {
  const [first, last] = 'class' in span ? ['class', 'class'] : ['first_day', 'last_day']
  const { rows } = await sql<RowGroup>`
    select ${sql.ref(subject)} as subject, case when headcount is null then 0 else 1 end as "isGroup",
      ${sql.ref(first!)} as first, ${sql.ref(last!)} as last, min(case when batch = ${touched.batch} then row end) as row
    from ${sql.table(tableOf(name))} where ${isCurrent(touched)} group by 1, 2, 3, 4`.execute(db)
  return rows
}

/** A row of the batch that takes part in a clash. */
function firstClash(persons: RowGroup[], groups: RowGroup[]): number | undefined {
  for (const group of groups) {
    for (const person of persons) {
      const row = group.row ?? person.row
      if (row !== null && overlaps(group, person)) return row
    }
  }
  return undefined
}

function overlaps(a: RowGroup, b: RowGroup): boolean {
  if (a.first === null || b.first === null) return false
  return a.first <= (b.last ?? Infinity) && b.first <= (a.last ?? Infinity)
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
 * Group rows that may say the same twice: a cumulative table beside those of its years, a year beside its quarters. Of rows that are
 * alike one is within another: within a longer one than a year, or within one that begins on the same day. Only those of which one is
 * the batch's.
 */
export const CUMULATIVE_GROUPS = doubt({
  of: (type) => hasFields(type, 'headcount') && 'starts' in type.span,
  ask({ institution, batch, brought }, type) {
    if (!brought.filled.has('headcount')) return null
    const shown = (...names: string[]) => {
      const name = names.find((one) => hasFields(type, one))
      return name === undefined ? sql`cast(null as text)` : sql.ref(name)
    }
    // What differs in more than its days is something else: another purpose, another role, another place.
    const alike = type.fields.filter(({ kind }) => ['choice', 'country', 'reference', 'flag'].includes(kind))
    const same = sql.join(alike.map(({ name }) => sql`coalesce(cast(${sql.ref(name)} as text), '')`))
    const days = sql`last_day - first_day + 1`
    const before = sql`rows between unbounded preceding and 1 preceding`
    return sql<ContainedGroup>`
      select coalesce(own, theirs) as row, programme, country, first_day as first, last_day as last from (
        select ${shown('programme', 'resource')} as programme, ${shown('country', 'nationality')} as country, first_day, last_day,
          case when batch = ${batch} then row end as own,
          min(case when batch = ${batch} then row end) over (partition by ${same}) as theirs,
          max(case when ${days} > ${sql.lit(LONGEST_YEAR_DAYS)} then last_day end)
            over (partition by ${same} order by first_day, last_day desc, key ${before}) as longest,
          max(last_day) over (partition by ${same}, first_day order by last_day desc, key ${before}) as longer
        from ${sql.table(tableOf(type.name))}
        where ${isCurrent({ institution })} and headcount is not null and last_day is not null
      ) as g
      where theirs is not null
        and (longest >= last_day or (longer > last_day and ${days} >= ${sql.lit(SHORTEST_QUARTER_DAYS)}))
      order by 1, first_day limit ${MOST_GROUPS}`
  },
  say(group) {
    const [first, last] = [toIso(group.first), toIso(group.last)]
    const names = (locale: 'zh' | 'en') =>
      [group.programme, group.country === null ? null : countryName(group.country)[locale]].filter(Boolean).join(' · ')
    return {
      ...{ code: 'CUMULATIVE_GROUPS', field: 'headcount', value: group.programme },
      ...fill(WORDS.ONE_GROUP_TWICE, { namesZh: names('zh'), first, last, namesEn: names('en') }),
    }
  },
})
