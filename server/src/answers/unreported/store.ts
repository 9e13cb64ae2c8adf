import { sql } from 'kysely'
import type { Connection } from '../../ground/database/database.ts'
import type { SystemTables } from '../../ground/database/tables.ts'
import { tableOf, type RecordType } from '../../records/record-type.ts'
import { holds } from '../../ground/database/database-then.ts'

/** A stretch asked about, by the year it begins in. */
export interface Stretch {
  year: number
  first: number
  last: number
  /** Year of its last day. */
  class: number
}

/** How many records of a type speak for a stretch, of one unit; of a mobility by direction and audience. */
export interface CountRow {
  year: number
  unit: string | null
  direction: string | null
  audience: string | null
  records: number
}

/** A register speaks for every day from its first record on. */
export async function countRecords(
  db: Connection,
  type: RecordType,
  institution: string,
  stretches: readonly Stretch[],
): Promise<CountRow[]> {
  const { span } = type
  const speaks =
    'always' in span
      ? sql`1 = 1`
      : 'class' in span
        ? sql`${sql.ref(`x.${span.class}`)} = p.class`
        : type.register
          ? sql`x.first_day <= p.last`
          : sql`x.first_day <= p.last and (x.last_day is null or x.last_day >= p.first)`
  const part = (name: string) => (type.inParts ? sql.ref(`x.${name}`) : sql`cast(null as text)`)
  const { rows } = await sql<CountRow>`
    with p (year, first, last, class) as (values ${valuesOf(stretches)})
    select p.year as year, x.unit as unit, ${part('direction')} as direction, ${part('audience')} as audience,
      count(*) as records
    from ${sql.table(tableOf(type.name))} as x cross join p
    where x.institution = ${institution} and ${holds(db, 'x')} and ${speaks}
    group by 1, 2, 3, 4`.execute(db)
  return rows
}

function valuesOf(stretches: readonly Stretch[]) {
  const row = ({ year, first, last, class: of }: Stretch) =>
    sql`(${sql.join([year, first, last, of].map((n) => sql.lit(n)))})`
  return sql.join(stretches.map(row))
}

/** A signed statement that there was nothing. */
export interface ZeroReport {
  record_type: string
  from_day: number
  to_day: number
  unit: string | null
  direction: string | null
  audience: string | null
  signer: string
}

export async function listZeroReports(db: Connection, institution: string): Promise<ZeroReport[]> {
  const { rows } = await sql<ZeroReport>`
    select record_type, from_day, to_day, unit, direction, audience, signer from record_nothing_to_report
    where institution = ${institution} and ${holds(db)} order by key`.execute(db)
  return rows
}

/** Registered units and the stretch they were there. */
export async function listRegisteredUnits(
  db: Connection,
  institution: string,
): Promise<{ code: string; first_day: number; last_day: number | null }[]> {
  const { rows } = await sql<{ code: string; first_day: number; last_day: number | null }>`
    select code, first_day, last_day from record_unit where institution = ${institution} and ${holds(db)} order by code`.execute(
    db,
  )
  return rows
}

/** A stretch that records of a type speak for, in days since 1970; last null: still open. Of a type of classes both are the year of one. */
export interface Span {
  first: number
  last: number | null
}

/** The stretches of an institution's records of a type: of those that begin on one day the longest. */
export async function listSpans(db: Connection, { name, span }: RecordType, institution: string): Promise<Span[]> {
  const [first, last] = 'class' in span ? [span.class, span.class] : ['first_day', 'last_day']
  const { rows } = await sql<{ first: number; last: number | null; open: number | string }>`
    select ${sql.ref(first)} as first, max(${sql.ref(last)}) as last,
      sum(case when ${sql.ref(last)} is null then 1 else 0 end) as open
    from ${sql.table(tableOf(name))}
    where institution = ${institution} and ${holds(db)} and ${sql.ref(first)} is not null
    group by ${sql.ref(first)}`.execute(db)
  return rows.map((row) => ({ first: row.first, last: Number(row.open) > 0 ? null : row.last }))
}

type KeptYears = SystemTables['reported_years']

export async function findKeptYears(db: Connection, institution: string): Promise<KeptYears | null> {
  const row = await db
    .selectFrom('reported_years')
    .selectAll()
    .where('institution', '=', institution)
    .executeTakeFirst()
  return row ?? null
}
