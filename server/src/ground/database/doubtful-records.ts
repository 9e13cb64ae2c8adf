import { FOREIGN, UNKNOWN } from '@causeway/shared/unknown'
import { sql } from 'kysely'
import type { Connection } from './database.ts'

/** One record of the batch that is doubtful, and what it is at odds with. */
export interface Doubt {
  row: number | null
  /** What stands there. */
  one: string | number
  /** What it is at odds with. */
  other: string | number
  /** A day on which both hold; null: not a matter of days. */
  day: number | null
}

export interface BatchPlace {
  institution: string
  batch: string
}

const MOST_DOUBTS = 500
/** What says no country is at odds with none. */
const NOWHERE = sql.join([UNKNOWN, FOREIGN])

/** Stays of more days than `most`, of the batch. `one`: the days. */
export async function listLongStays(
  db: Connection,
  { institution, batch }: BatchPlace,
  most: number,
): Promise<Doubt[]> {
  const { rows } = await sql<Doubt>`
    select row, end_day - start_day + 1 as one, ${most} as other, start_day as day from record_mobility
    where institution = ${institution} and until is null and batch = ${batch} and end_day - start_day + 1 > ${sql.lit(most)}
      and (virtual is null or virtual <> 1)
    order by row limit ${MOST_DOUBTS}`.execute(db)
  return rows
}

/** Records of the batch with more in one field than another allows. `one`: what is there; `other`: the most. */
export async function listAbove(
  db: Connection,
  { institution, batch }: BatchPlace,
  table: string,
  fields: { amount: string; most: string },
): Promise<Doubt[]> {
  const [amount, most] = [sql.ref(fields.amount), sql.ref(fields.most)]
  const { rows } = await sql<Doubt>`
    select row, ${amount} as one, ${most} as other, null as day from ${sql.table(table)}
    where institution = ${institution} and until is null and batch = ${batch} and ${amount} > ${most}
    order by row limit ${MOST_DOUBTS}`.execute(db)
  return rows
}

/** Persons of the batch who are in two countries on one day; who comes from abroad is in `home`. */
export async function listPersonsInTwoPlaces(
  db: Connection,
  { institution, batch }: BatchPlace,
  home: string,
): Promise<Doubt[]> {
  const { rows } = await sql<Doubt>`
    with stay as materialized (
      select batch, row, person, case when direction = 'out' then country else ${home} end as place, start_day, end_day
      from record_mobility where institution = ${institution} and until is null and person is not null
        and (virtual is null or virtual <> 1)
      union all
      select batch, row, person, place, start_day, end_day from record_training_session
      where institution = ${institution} and until is null and person is not null and place is not null
        and (delivery is null or delivery <> 'online')
    )
    select a.row as row, a.place as one, b.place as other, case when a.start_day > b.start_day then a.start_day else b.start_day end as day
    from stay a join stay b on b.person = a.person
    where a.batch = ${batch} and a.place <> b.place and a.start_day <= b.end_day and b.start_day <= a.end_day
      and a.place not in (${NOWHERE}) and b.place not in (${NOWHERE}) and (b.batch <> a.batch or b.row > a.row)
    order by a.row limit ${MOST_DOUBTS}`.execute(db)
  return rows
}

/** Persons of the batch that several values of a field stand for, over the tables that have it. */
export async function listPersonsWithTwo(
  db: Connection,
  { institution, batch }: BatchPlace,
  field: string,
  tables: readonly string[],
): Promise<Doubt[]> {
  const value = sql.ref(field)
  const parts = tables.map(
    (table) => sql`select batch, row, person, ${value} as value from ${sql.table(table)}
      where institution = ${institution} and until is null and person is not null and ${value} is not null and ${value} not in (${NOWHERE})`,
  )
  const { rows } = await sql<Doubt>`
    select min(case when batch = ${batch} then row end) as row, min(value) as one, max(value) as other, null as day
    from (${sql.join(parts, sql` union all `)}) x
    group by person having min(value) <> max(value) and sum(case when batch = ${batch} then 1 else 0 end) > 0
    order by 1 limit ${MOST_DOUBTS}`.execute(db)
  return rows
}

export interface RowGroup {
  /** The programme or session; null: none is given. */
  subject: string | null
  isGroup: number
  first: number | null
  last: number | null
  /** A row of the batch among them; null: none of them is the batch's. */
  row: number | null
}

/** The stretches that group rows and person rows speak for, by `subject`. */
export async function listStretches(
  db: Connection,
  { institution, batch }: BatchPlace,
  table: string,
  { subject, first, last }: { subject: string; first: string; last: string },
): Promise<RowGroup[]> {
  const { rows } = await sql<RowGroup>`
    select ${sql.ref(subject)} as subject, case when headcount is null then 0 else 1 end as "isGroup",
      ${sql.ref(first)} as first, ${sql.ref(last)} as last, min(case when batch = ${batch} then row end) as row
    from ${sql.table(table)} where institution = ${institution} and until is null
    group by 1, 2, 3, 4`.execute(db)
  return rows
}
