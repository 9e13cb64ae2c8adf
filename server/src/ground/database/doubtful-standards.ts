import { sql, type RawBuilder } from 'kysely'
import type { Connection } from './database.ts'
import type { BatchPlace } from './doubtful-records.ts'

const MOST_DOUBTS = 500

export interface EarlyAdoption {
  /** A row of the batch: the adoption's, or that of the first version. */
  row: number | null
  standard: string
  /** The earliest day of adoption, and how many adoptions are too early. */
  day: number
  count: number
  /** First day of the first version. */
  first: number
}

/** Adoptions before their standard's first version. `of`: what the batch brought, adoptions one by one or versions. */
export async function listEarlyAdoptions(
  db: Connection,
  { institution, batch }: BatchPlace,
  of: 'adoption' | 'standard-version',
): Promise<EarlyAdoption[]> {
  const day = sql`coalesce(a.adopted_on_day, a.registered_on_day, a.in_system_on_day)`
  const row = of === 'adoption' ? sql`a.row` : sql`v.row`
  const { rows } = await sql<EarlyAdoption>`
    select ${row} as row, v.standard as standard, min(${day}) as day, count(*) as count, v.first as first
    from (
      select standard, min(from_day) as first, min(case when batch = ${batch} then row end) as row,
        sum(case when batch = ${batch} then 1 else 0 end) as brought
      from record_standard_version where institution = ${institution} and until is null group by standard
    ) v join record_adoption a on a.institution = ${institution} and a.standard = v.standard and a.until is null
    where ${day} < v.first and ${of === 'adoption' ? sql`a.batch = ${batch}` : sql`v.brought > 0`}
    group by 1, 2, 5 order by 1 limit ${MOST_DOUBTS}`.execute(db)
  return rows
}

/** Names of the columns by which records of a table name a version or a unit of a standard. */
export interface StandardPlace {
  table: string
  standard: string
  /** Null: whichever version. */
  version: string | null
  unit: string | null
}

export interface MissingPart {
  /** The first of the batch that names it, and how many do. */
  row: number | null
  count: number
  standard: string
  version: string | null
  unit: string | null
}

/** Versions of standards that records of the batch name and that are not registered. */
export async function listMissingVersions(
  db: Connection,
  place: BatchPlace,
  { table, standard, version }: StandardPlace & { version: string },
): Promise<MissingPart[]> {
  const named = groupNamed(place, table, { standard, version, unit: null }, version)
  const { rows } = await sql<MissingPart>`
    select row, count, standard, version, null as unit from (${named}) a
    where not exists (select 1 from record_standard_version v where v.institution = ${place.institution}
      and v.until is null and v.standard = a.standard and v.version = a.version)
    order by row limit ${MOST_DOUBTS}`.execute(db)
  return rows
}

/** Units that records of the batch name and that a standard has not of which units are registered. */
export async function listMissingUnits(
  db: Connection,
  place: BatchPlace,
  { table, standard, version, unit }: StandardPlace & { unit: string },
): Promise<MissingPart[]> {
  const named = groupNamed(place, table, { standard, version, unit }, unit)
  const { rows } = await sql<MissingPart>`
    select row, count, standard, version, unit from (${named}) a
    where exists (select 1 from record_standard_unit u where u.institution = ${place.institution} and u.until is null
        and u.standard = a.standard)
      and not exists (select 1 from record_standard_unit u where u.institution = ${place.institution} and u.code = a.unit
        and u.until is null and u.standard = a.standard and (a.version is null or u.version = a.version))
    order by row limit ${MOST_DOUBTS}`.execute(db)
  return rows
}

/** Units that records of the batch name without the version that they are of. */
export async function listUnitsWithoutVersion(
  db: Connection,
  place: BatchPlace,
  { table, standard, version, unit }: StandardPlace & { version: string; unit: string },
): Promise<MissingPart[]> {
  const named = groupNamed(place, table, { standard, version, unit }, unit)
  const { rows } = await sql<MissingPart>`select row, count, standard, version, unit from (${named}) a
    where version is null order by row limit ${MOST_DOUBTS}`.execute(db)
  return rows
}

/** What records of the batch name, each once: many name the same. */
function groupNamed(
  { institution, batch }: BatchPlace,
  table: string,
  { standard, version, unit }: Omit<StandardPlace, 'table'>,
  filled: string,
): RawBuilder<unknown> {
  const column = (name: string | null) => (name === null ? sql`cast(null as text)` : sql.ref(name))
  return sql`select min(row) as row, count(*) as count, ${sql.ref(standard)} as standard, ${column(version)} as version,
      ${column(unit)} as unit
    from ${sql.table(table)} where institution = ${institution} and until is null and batch = ${batch}
      and ${sql.ref(standard)} is not null and ${sql.ref(filled)} is not null
    group by 3, 4, 5`
}

export interface WeightSum {
  row: number | null
  standard: string
  version: string
  /** As they are stored. */
  sum: number
  /** Units without a weight. */
  empty: number
}

/** Versions with units in the batch whose weights do not add up to `whole`, give or take `slack`, or that only some units have. */
export async function listOddWeights(
  db: Connection,
  { institution, batch }: BatchPlace,
  { whole, slack }: { whole: number; slack: number },
): Promise<WeightSum[]> {
  const empty = sql`sum(case when weight is null then 1 else 0 end)`
  const { rows } = await sql<WeightSum>`
    select min(case when batch = ${batch} then row end) as row, standard, version, sum(weight) as sum,
      ${empty} as empty
    from record_standard_unit where institution = ${institution} and until is null
    group by standard, version
    having sum(case when batch = ${batch} then 1 else 0 end) > 0 and count(weight) > 0
      and (sum(weight) < ${whole - slack} or sum(weight) > ${whole + slack} or ${empty} > 0)
    order by 1 limit ${MOST_DOUBTS}`.execute(db)
  return rows
}

export interface SharedCode {
  row: number | null
  code: string
}

/** Codes of the batch's records of one table that records of the other have too. */
export async function listSharedCodes(
  db: Connection,
  { institution, batch }: BatchPlace,
  { table, other }: { table: string; other: string },
): Promise<SharedCode[]> {
  const { rows } = await sql<SharedCode>`
    select a.row as row, a.code as code from ${sql.table(table)} a
    join ${sql.table(other)} b on b.institution = a.institution and b.code = a.code and b.until is null
    where a.institution = ${institution} and a.until is null and a.batch = ${batch}
    order by a.row limit ${MOST_DOUBTS}`.execute(db)
  return rows
}
