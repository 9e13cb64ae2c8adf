import { sql, type RawBuilder } from 'kysely'
import type { Connection } from '../../ground/database/database.ts'
import type { RecordKeys } from '../../ground/database/list-conditions.ts'
import { tableOf, type RecordType } from '../../records/record-type.ts'
import { holds } from '../../ground/database/database-then.ts'

/** Which records of a type are in a school year: its days, or the class that leaves in it. */
export interface Stretch {
  institution: string
  firstDay: number
  lastDay: number
  /** Year of the last day: a record with a class is of the class of that year. */
  classYear: number
}

/** A type's table, and by which field a record is of a class instead of days. */
export interface TypeTable {
  table: string
  classField: string | null
}

export interface ImportRow {
  unit: string | null
  /** ISO date-times of the first batch that ever brought one, and of the last that one of those that stand came with. */
  first_import: string
  last_import: string
}

/** When records of a type in a stretch came in, by the unit that owns them. */
export async function listImports(db: Connection, type: TypeTable, stretch: Stretch): Promise<ImportRow[]> {
  const { rows } = await sql<ImportRow>`
    select r.unit as unit, min(b.created_at) as first_import,
      max(case when ${holds(db, 'r')} then b.created_at end) as last_import
    from ${sql.table(type.table)} as r join batch as b on b.id = r.batch
    where r.institution = ${stretch.institution} and ${inStretch(type, stretch)}
    group by r.unit having sum(case when ${holds(db, 'r')} then 1 else 0 end) > 0`.execute(db)
  return rows
}

export interface ZeroReportImportRow {
  record_type: string
  unit: string | null
  first_import: string
}

/** When zero reports that speak for a whole stretch came in. */
export async function listZeroReportImports(db: Connection, stretch: Stretch): Promise<ZeroReportImportRow[]> {
  const { rows } = await sql<ZeroReportImportRow>`
    select z.record_type, z.unit, b.created_at as first_import
    from record_nothing_to_report as z join batch as b on b.id = z.batch
    where z.institution = ${stretch.institution} and ${holds(db, 'z')}
      and z.from_day <= ${stretch.firstDay} and z.to_day >= ${stretch.lastDay}`.execute(db)
  return rows
}

/** Units that own records of a type, whenever. */
export async function listOwners(db: Connection, { table }: TypeTable, institution: string): Promise<string[]> {
  const { rows } = await sql<{ unit: string }>`
    select distinct unit from ${sql.table(table)}
    where institution = ${institution} and ${holds(db)} and unit is not null`.execute(db)
  return rows.map(({ unit }) => unit)
}

/** How many records of a type in a stretch have evidence that is valid on a day. */
export async function countProved(
  db: Connection,
  type: TypeTable,
  recordType: string,
  stretch: Stretch,
  day: number,
): Promise<number> {
  const { rows } = await sql<{ proved: number | string }>`
    select count(*) as proved from (
      select distinct r.key from record_evidence as e
      join ${sql.table(type.table)} as r on r.institution = e.institution and r.key = e.record and ${holds(db, 'r')}
      where e.institution = ${stretch.institution} and ${holds(db, 'e')} and e.record_type = ${recordType}
        and e.issued_on_day <= ${day} and (e.expires_on_day is null or e.expires_on_day >= ${day})
        and ${inStretch(type, stretch)}) as proved`.execute(db)
  return Number(rows[0]!.proved)
}

/** Records of a type in a stretch without evidence that is valid on a day. */
export function findUnproved(
  db: Connection,
  type: TypeTable,
  recordType: string,
  stretch: Stretch,
  day: number,
): Promise<FoundRecords> {
  return findRecords(
    db,
    sql`from ${sql.table(type.table)} as r
      where r.institution = ${stretch.institution} and ${holds(db, 'r')} and ${inStretch(type, stretch)}
        and not exists (select 1 from record_evidence as e
          where e.institution = r.institution and e.record = r.key and e.record_type = ${recordType} and ${holds(db, 'e')}
            and e.issued_on_day <= ${day} and (e.expires_on_day is null or e.expires_on_day >= ${day}))`,
  )
}

/** How many records, the keys of the first of them, and what selects them all. */
export interface FoundRecords {
  count: number
  keys: string[]
  records: RecordKeys
}

/** `chosen`: from which table, as `r`, and where. */
async function findRecords(db: Connection, chosen: RawBuilder<unknown>): Promise<FoundRecords> {
  const counted = await sql<{ count: number | string }>`select count(*) as count ${chosen}`.execute(db)
  const count = Number(counted.rows[0]!.count)
  const records = { from: chosen }
  if (count === 0) return { count, keys: [], records }
  const some = await sql<{ key: string }>`select r.key as key ${chosen} order by r.key limit ${MOST_KEYS}`.execute(db)
  return { count, keys: some.rows.map(({ key }) => key), records }
}

/** Records of a type in a stretch that have a value in a field; null: that have none. */
export function findWhere(
  db: Connection,
  type: TypeTable,
  stretch: Stretch,
  name: string,
  value: string | null,
): Promise<FoundRecords> {
  const field = sql.ref(`r.${name}`)
  const isWanted = value === null ? sql`${field} is null` : sql`${field} = ${value}`
  return findRecords(
    db,
    sql`from ${sql.table(type.table)} as r
      where r.institution = ${stretch.institution} and ${holds(db, 'r')} and ${isWanted} and ${inStretch(type, stretch)}`,
  )
}

/** Records of a type in a stretch in which a date, and each of those of what it names, is empty. */
export function findOpenStarts(
  db: Connection,
  { table, classField }: TypeTable,
  stretch: Stretch,
  dates: readonly { column: string; named: { table: string; by: string } | null }[],
): Promise<FoundRecords> {
  const empty = dates.map(({ column, named }) =>
    named === null
      ? sql`${sql.ref(`r.${column}`)} is null`
      : sql`not exists (select 1 from ${sql.table(named.table)} as n where n.institution = r.institution
          and n.code = ${sql.ref(`r.${named.by}`)} and ${holds(db, 'n')} and ${sql.ref(`n.${column}`)} is not null)`,
  )
  return findRecords(
    db,
    sql`from ${sql.table(table)} as r where r.institution = ${stretch.institution} and ${holds(db, 'r')}
      and ${sql.join(empty, sql` and `)} and ${inStretch({ table, classField }, stretch)}`,
  )
}

/** Records of a table with a code and without a start, by their keys; `ended`: their last day, YYYY-MM-DD, null if open. */
export async function listWithoutStart(
  db: Connection,
  institution: string,
  { table, start, end }: { table: string; start: string; end: string | null },
): Promise<{ key: string; code: string; ended: string | null }[]> {
  const { rows } = await sql<{ key: string; code: string; ended: string | null }>`
    select key, code, ${end === null ? sql`cast(null as text)` : sql.ref(end)} as ended from ${sql.table(table)}
    where institution = ${institution} and ${holds(db)} and ${sql.ref(start)} is null and code is not null order by key`.execute(
    db,
  )
  return rows
}

/** For each code that records of a table name: the earliest of their dates, YYYY-MM-DD, and the key of a record that has it. */
export async function listFirstDays(
  db: Connection,
  institution: string,
  source: { table: string; by: string; date: string },
): Promise<{ code: string; day: string; key: string }[]> {
  const [by, date] = [sql.ref(source.by), sql.ref(source.date)]
  const { rows } = await sql<{ code: string; day: string; key: string }>`
    select r.${by} as code, r.${date} as day, min(r.key) as key from ${sql.table(source.table)} as r
    join (select ${by} as code, min(${date}) as day from ${sql.table(source.table)}
      where institution = ${institution} and ${holds(db)} and ${by} is not null and ${date} is not null group by ${by}) as f
      on f.code = r.${by} and f.day = r.${date}
    where r.institution = ${institution} and ${holds(db, 'r')} group by r.${by}, r.${date}`.execute(db)
  return rows
}

/** Enrolments without an end that began before a day, and are of nobody who has to stay on. */
export function findNeverEnded(db: Connection, institution: string, before: number): Promise<FoundRecords> {
  return findRecords(
    db,
    sql`from record_enrolment as r where r.institution = ${institution} and ${holds(db, 'r')}
      and r.end_day is null and r.planned_days is null and r.start_day < ${before}`,
  )
}

/** Adoptions that were adopted before a day, have not lapsed by another, and of which no learners were ever reported. */
export function findUnusedAdoptions(
  db: Connection,
  institution: string,
  { before, on }: { before: number; on: number },
): Promise<FoundRecords> {
  return findRecords(
    db,
    sql`from record_adoption as r
      where r.institution = ${institution} and ${holds(db, 'r')} and r.adopted_on_day < ${before}
        and (r.lapsed_on_day is null or r.lapsed_on_day >= ${on})
        and not exists (select 1 from record_adoption_use as u
          where u.institution = r.institution and ${holds(db, 'u')} and u.learners > 0
            and coalesce(u.standard, '') = coalesce(r.standard, '') and coalesce(u.resource, '') = coalesce(r.resource, '')
            and u.country = r.country and u.adopter = r.adopter)`,
  )
}

/** Evidence that is not valid any more on a day. */
export function findExpiredEvidence(db: Connection, institution: string, day: number): Promise<FoundRecords> {
  return findRecords(
    db,
    sql`from record_evidence as r
      where r.institution = ${institution} and ${holds(db, 'r')} and r.expires_on_day < ${day}`,
  )
}

/** Agreements whose last day comes after one and not after another, and that no other renews; and the first of those days (of none: the latter). */
export async function findLapsingAgreements(
  db: Connection,
  institution: string,
  { after, until }: { after: number; until: number },
): Promise<FoundRecords & { first: number }> {
  const chosen = sql`from record_agreement as r
    where r.institution = ${institution} and ${holds(db, 'r')} and r.to_day > ${after} and r.to_day <= ${until}
      and not exists (select 1 from record_agreement as next
        where next.institution = r.institution and ${holds(db, 'next')} and next.renewal_of = r.code)`
  const found = await findRecords(db, chosen)
  if (found.count === 0) return { ...found, first: until }
  const { rows } = await sql<{ first: number | string }>`select min(r.to_day) as first ${chosen}`.execute(db)
  return { ...found, first: Number(rows[0]!.first) }
}

export interface MentionRow {
  key: string
  indicator: string
  basis: string | null
  scope: string | null
  cumulative: number | null
  value: number | null
}

/** What records of a type say of indicators by name; some, in the order of their keys from after one on. */
export async function listMentions(
  db: Connection,
  institution: string,
  { name, fields }: RecordType,
  { after, limit }: { after: string | null; limit: number },
): Promise<MentionRow[]> {
  const ifThere = (field: string) => (fields.some(({ name }) => name === field) ? sql.ref(field) : sql`null`)
  const { rows } = await sql<MentionRow>`
    select key, indicator, basis, value, ${ifThere('scope')} as scope, ${ifThere('cumulative')} as cumulative
    from ${sql.table(tableOf(name))}
    where institution = ${institution} and ${holds(db)} ${after === null ? sql`` : sql`and key > ${after}`}
    order by key limit ${limit}`.execute(db)
  return rows
}

const MOST_KEYS = 5

function inStretch({ classField }: TypeTable, { firstDay, lastDay, classYear }: Stretch): RawBuilder<unknown> {
  if (classField !== null) return sql`${sql.ref(`r.${classField}`)} = ${classYear}`
  return sql`r.first_day <= ${lastDay} and (r.last_day is null or r.last_day >= ${firstDay})`
}
