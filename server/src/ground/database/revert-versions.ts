import { sql, type RawBuilder } from 'kysely'
import type { Connection } from './database.ts'
import type { Column } from './columns.ts'

interface VersionTable {
  table: string
  columns: Column[]
}

/** Where a batch touched an institution: `made` is the revision it gave it. */
export interface BatchTouch {
  institution: string
  batch: string
  made: number
}

async function listTexts(db: Connection, query: RawBuilder<{ text: string }>): Promise<string[]> {
  const { rows } = await query.execute(db)
  return rows.map(({ text }) => text)
}

/** Ends what the batch brought and is still current. @returns how many */
export async function endVersionsOfBatch(
  db: Connection,
  { table }: VersionTable,
  { institution, batch }: BatchTouch,
  revision: number,
): Promise<number> {
  const { numAffectedRows } = await sql`update ${sql.table(table)} set until = ${revision}
    where institution = ${institution} and batch = ${batch} and until is null`.execute(db)
  return Number(numAffectedRows ?? 0)
}

/** How many records the batch brought a new version of, in the place of one that it ended. */
export async function countChanged(
  db: Connection,
  { table }: VersionTable,
  { institution, batch, made }: BatchTouch,
): Promise<number> {
  const t = sql.table(table)
  const { rows } = await sql<{ count: number }>`select count(*) as count from ${t} p
    where p.institution = ${institution} and p.until = ${made} and exists (
      select 1 from ${t} c where c.institution = p.institution and c.key = p.key and c.since = ${made} and c.batch = ${batch})`.execute(
    db,
  )
  return Number(rows[0]!.count)
}

/** Opens again what the batch ended, as it was and under the batch it came from. @returns how many */
export async function reopenVersions(
  db: Connection,
  { table, columns }: VersionTable,
  { institution, made }: BatchTouch,
  revision: number,
): Promise<number> {
  const names = columns.map(({ name }) => sql.ref(name))
  const values = columns.map(({ name }) =>
    name === 'since' ? sql`${revision}` : name === 'until' ? sql`null` : sql.ref(`p.${name}`),
  )
  const { numAffectedRows } = await sql`insert into ${sql.table(table)} (${sql.join(names)})
    select ${sql.join(values.map((value, i) => cast(value, columns[i]!)))} from ${sql.table(table)} p
    where p.institution = ${institution} and p.until = ${made}`.execute(db)
  return Number(numAffectedRows ?? 0)
}

/** PostgreSQL takes a bare parameter in a select list for text. */
function cast(value: RawBuilder<unknown>, { name, kind }: Column): RawBuilder<unknown> {
  return name === 'since' || name === 'until' ? sql`cast(${value} as ${sql.raw(kind)})` : value
}

/** Standing batches that later changed a record which this one had touched. */
export function listChangedAgain(
  db: Connection,
  { table }: VersionTable,
  { institution, batch, made }: BatchTouch,
): Promise<string[]> {
  const t = sql.table(table)
  const touched = sql`(select key from ${t} where institution = ${institution} and (since = ${made} or until = ${made}))`
  return listTexts(
    db,
    sql<{ text: string }>`
    select distinct b.id as text from batch b join ${t} c on c.batch = b.id
      where c.institution = ${institution} and c.since > ${made} and c.batch <> ${batch} and b.reverted_at is null and c.key in ${touched}
    union
    select distinct b.id as text from ${t} c
      join batch_institution i on i.institution = c.institution and i.revision = c.until
      join batch b on b.id = i.batch
      where c.institution = ${institution} and c.until > ${made} and b.id <> ${batch} and b.reverted_at is null and c.key in ${touched}`,
  )
}

/** Records that name others in `field`: by their code, or by their key where a further field says of which type. */
export interface PointingTable extends VersionTable {
  field: string
  by: 'code' | 'key'
  only?: { field: string; is: string }
}

/** Of the pointing table as `x`. */
export function isOfType({ only }: Pick<PointingTable, 'only'>): RawBuilder<unknown> {
  return only ? sql`${sql.ref(`x.${only.field}`)} = ${only.is}` : sql`1 = 1`
}

/** Batches with current records whose `field` names a code, or a key, that this batch brought into `to`. */
export function listPointing(
  db: Connection,
  from: PointingTable,
  { table }: VersionTable,
  { institution, batch, made }: BatchTouch,
): Promise<string[]> {
  const to = sql.table(table)
  return listTexts(
    db,
    sql<{ text: string }>`
    select distinct x.batch as text from ${sql.table(from.table)} x
    where x.institution = ${institution} and x.until is null and x.batch <> ${batch} and ${isOfType(from)}
      and ${sql.ref(`x.${from.field}`)} in (
      select ${sql.ref(`t.${from.by}`)} from ${to} t where t.institution = ${institution} and t.since = ${made} and t.batch = ${batch}
        and not exists (select 1 from ${to} p where p.institution = t.institution and p.key = t.key and p.until = ${made}))`,
  )
}

const MOST_DANGLING = 100

/**
 * Codes (or keys) that are not there and that `field` of current records names: of those that `revision` opened again, and of any whose
 * code it ended.
 */
export function listDangling(
  db: Connection,
  from: PointingTable,
  { table }: VersionTable,
  { institution }: BatchTouch,
  revision: number,
): Promise<string[]> {
  const to = sql.table(table)
  const named = sql.ref(`x.${from.field}`)
  const by = (alias: string) => sql.ref(`${alias}.${from.by}`)
  return listTexts(
    db,
    sql<{ text: string }>`
    select distinct ${named} as text from ${sql.table(from.table)} x
    where x.institution = ${institution} and x.until is null and ${named} is not null and ${isOfType(from)}
      and (x.since = ${revision}
        or ${named} in (select ${by('t')} from ${to} t where t.institution = ${institution} and t.until = ${revision}))
      and not exists (
        select 1 from ${to} c where c.institution = x.institution and ${by('c')} = ${named} and c.until is null)
    order by 1 limit ${MOST_DANGLING}`,
  )
}

/** Batches with current records whose code one has too that `revision` opened again: it was given anew meanwhile. */
export function listSharingCode(
  db: Connection,
  { table }: VersionTable,
  { institution }: BatchTouch,
  revision: number,
): Promise<string[]> {
  const t = sql.table(table)
  return listTexts(
    db,
    sql<{ text: string }>`
    select distinct c.batch as text from ${t} p join ${t} c on c.institution = p.institution and c.code = p.code and c.key <> p.key
    where p.institution = ${institution} and p.since = ${revision} and p.until is null and c.until is null`,
  )
}

/** Standing batches that changed the institution after this one brought the institution itself. */
export function listWithinInstitution(
  db: Connection,
  { table }: VersionTable,
  { institution, batch, made }: BatchTouch,
): Promise<string[]> {
  const t = sql.table(table)
  return listTexts(
    db,
    sql<{ text: string }>`
    select b.id as text from batch_institution i join batch b on b.id = i.batch
    where i.institution = ${institution} and i.revision > ${made} and b.id <> ${batch} and b.reverted_at is null
      and exists (select 1 from ${t} where institution = ${institution} and since = ${made} and batch = ${batch})
      and not exists (select 1 from ${t} where institution = ${institution} and until = ${made})`,
  )
}

/** How many current records of an institution name each of these codes in `field`; `except`: keys of those that do not count. */
export async function countPointing(
  db: Connection,
  from: { table: string; field: string },
  { institution, codes, except }: { institution: string; codes: string[]; except: string[] },
): Promise<{ code: string; count: number }[]> {
  const named = sql.ref(from.field)
  const others = except.length === 0 ? sql`` : sql`and key not in (${sql.join(except)})`
  const { rows } = await sql<{ code: string; count: number }>`
    select ${named} as code, count(*) as count from ${sql.table(from.table)}
    where institution = ${institution} and until is null and ${named} in (${sql.join(codes)}) ${others}
    group by 1`.execute(db)
  return rows
}

/** Keys of the first current records whose `field` names a code or key, and how many there are. */
export async function listNaming(
  db: Connection,
  from: PointingTable,
  { institution, name, limit }: { institution: string; name: string; limit: number },
): Promise<{ keys: string[]; total: number }> {
  const naming = sql`from ${sql.table(from.table)} x where x.institution = ${institution} and x.until is null
    and ${sql.ref(`x.${from.field}`)} = ${name} and ${isOfType(from)}`
  const { rows } = await sql<{ key: string }>`select x.key ${naming} order by x.key limit ${sql.lit(limit)}`.execute(db)
  if (rows.length < limit) return { keys: rows.map(({ key }) => key), total: rows.length }
  const counted = await sql<{ count: number }>`select count(*) as count ${naming}`.execute(db)
  return { keys: rows.map(({ key }) => key), total: Number(counted.rows[0]!.count) }
}
