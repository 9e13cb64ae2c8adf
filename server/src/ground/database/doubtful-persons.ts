import { sql, type RawBuilder } from 'kysely'
import type { Connection } from './database.ts'
import type { BatchPlace } from './doubtful-records.ts'

/** Records of persons that lie within a stretch of the same person: stays within an enrolment, posts within an employment. */
export interface WithinStretch {
  table: string
  /** Which of its records. */
  only: Readonly<Record<string, string>>
  stretch: string
}

/** A record that begins or ends on a day on which its person has no such stretch, though it has one at another time. */
export interface OutsideStretch {
  /** Of the batch: the record's own, or that of the person's stretch. */
  row: number | null
  first: number
  /** Null: still open. */
  last: number | null
}

const MOST_DOUBTS = 500

/** `of`: which of the two the batch brought. */
export async function listOutsideStretch(
  db: Connection,
  { institution, batch }: BatchPlace,
  { table, only, stretch }: WithinStretch,
  of: 'record' | 'stretch',
): Promise<OutsideStretch[]> {
  const conditions = Object.entries(only).map(([field, value]) => sql`and ${sql.ref(field)} = ${value}`)
  const brought = sql`min(case when s.batch = ${batch} then s.row end)`
  const { rows } = await sql<OutsideStretch>`
    with stretch as materialized (
      select person, batch, row, first_day, last_day from ${sql.table(stretch)}
      where institution = ${institution} and until is null and first_day is not null
        and person in (select person from ${sql.table(table)} where institution = ${institution} and until is null)
    ), part as materialized (
      select key, person, batch, row, first_day, last_day from ${sql.table(table)}
      where institution = ${institution} and until is null and person is not null and first_day is not null
        ${sql.join(conditions, sql` `)} ${of === 'record' ? sql`and batch = ${batch}` : sql``}
    )
    select ${of === 'record' ? sql`p.row` : brought} as row, p.first_day as first, p.last_day as last
    from part p join stretch s on s.person = p.person
    group by p.key, p.row, p.first_day, p.last_day
    having (${never(holdsFirst)} or ${never(holdsLast)}) ${of === 'record' ? sql`` : sql`and ${brought} is not null`}
    order by 1 limit ${MOST_DOUBTS}`.execute(db)
  return rows
}

const holdsFirst = sql`s.first_day <= p.first_day and (s.last_day is null or s.last_day >= p.first_day)`
const holdsLast = sql`s.last_day is null or (p.last_day is not null and s.first_day <= p.last_day and s.last_day >= p.last_day)`

function never(holds: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`max(case when ${holds} then 1 else 0 end) = 0`
}
