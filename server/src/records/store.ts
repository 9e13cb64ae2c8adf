import { sql, type RawBuilder, type SqlBool } from 'kysely'
import { toDay, type Day } from '@causeway/shared/day'
import type { Connection } from '../ground/database/database.ts'
import { findMany, insertMany, updateMany } from '../ground/database/many.ts'
import { kept } from '../ground/kept.ts'
import { recordColumns } from './record-table.ts'
import type { Column, Kind } from '../ground/database/columns.ts'
import { tableOf, type RecordType } from './record-type.ts'
import { fieldsOf } from './record-types.ts'
import { spanOf } from './stretch.ts'
import type { StoredRecord, StoredValues } from './stored-values.ts'
import { holds, holdsAt, thenOf } from '../ground/database/database-then.ts'

/** How a type's records are in their table; made once for each type. */
interface RecordTable {
  type: RecordType
  table: string
  columns: Column[]
  /** For each column the field whose day it holds; null: it holds a field itself. */
  daysOf: (string | null)[]
  /** Columns that hold fields, days left out. */
  fields: string[]
}

const SYSTEM = ['institution', 'key', 'since', 'until', 'batch', 'row', 'first_day', 'last_day'] as const
const BY_KEY: Column[] = [
  { name: 'institution', kind: 'text' },
  { name: 'key', kind: 'text' },
]
const BY_CODE: Column[] = [
  { name: 'institution', kind: 'text' },
  { name: 'code', kind: 'text' },
]
const BY_VERSION: Column[] = [...BY_KEY, { name: 'since', kind: 'bigint' }]
const UNTIL: Column = { name: 'until', kind: 'bigint' }
const tables = new Map<string, RecordTable>()
/** Dates repeat from row to row. */
const days = new Map<string, Day>()

export function recordTable(type: RecordType): RecordTable {
  return kept(tables, type.name, () => {
    const columns = recordColumns(type)
    const dates = new Map(type.fields.filter(({ kind }) => kind === 'date').map(({ name }) => [`${name}_day`, name]))
    return {
      type,
      table: tableOf(type.name),
      columns,
      daysOf: columns.map(({ name }) => dates.get(name) ?? null),
      fields: fieldsOf(type).map(({ name }) => name),
    }
  })
}

/** After the fields of types have changed. */
export function forgetTables(): void {
  tables.clear()
}

/** One version of a record, as a list of its columns' values. */
export function toColumnValues({ type, columns, daysOf }: RecordTable, record: StoredRecord): unknown[] {
  const { values } = record
  const dayOf = (field: string) => {
    const iso = values[field]
    return typeof iso === 'string' ? kept(days, iso, () => toDay(iso)) : null
  }
  const { first, last } = spanOf(type, dayOf)
  const list: unknown[] = [
    record.institution,
    record.key,
    record.since,
    record.until,
    record.batch,
    record.row,
    first,
    last,
  ]
  for (let i = list.length; i < columns.length; i++) {
    const field = daysOf[i]
    list.push(field == null ? (values[columns[i]!.name] ?? null) : dayOf(field))
  }
  return list
}

/** A row of a record table as a record. */
export function toRecord({ type, fields }: RecordTable, row: Record<string, unknown>): StoredRecord {
  const values: StoredValues = {}
  for (const field of fields) values[field] = row[field] as string | number | null
  return {
    type: type.name,
    institution: row['institution'] as string,
    key: row['key'] as string,
    since: row['since'] as number,
    until: row['until'] as number | null,
    batch: row['batch'] as string,
    row: row['row'] as number | null,
    values,
  }
}

export function insertVersions(db: Connection, kind: Kind, table: RecordTable, rows: unknown[][]): Promise<void> {
  return insertMany(db, kind, table.table, table.columns, rows)
}

/** Ends current versions. Each of `rows` is [until, institution, key, since]. */
export function endVersions(db: Connection, kind: Kind, table: RecordTable, rows: unknown[][]): Promise<void> {
  return updateMany(db, kind, table.table, UNTIL, BY_VERSION, rows)
}

/** Current records by [institution, key]; those that are not there are left out. */
export async function findCurrent(
  db: Connection,
  kind: Kind,
  table: RecordTable,
  keys: string[][],
): Promise<StoredRecord[]> {
  const select = [...SYSTEM, ...table.fields]
  const rows = await findMany<Record<string, unknown>>(db, kind, table.table, select, BY_KEY, keys)
  return rows.map((row) => toRecord(table, row))
}

/** The records of a type that an institution has, or had at a revision: absent, as of when the connection reads. */
export function selectCurrent(db: Connection, type: RecordType, institution: string, revision: number | null = null) {
  const own = db.selectFrom(recordTable(type).table as `record_${string}`).where('institution', '=', institution)
  return own.where(revision === null ? holds(db) : holdsAt(revision))
}

/** Every version of one record, the oldest first. */
export async function listVersions(
  db: Connection,
  type: RecordType,
  institution: string,
  key: string,
  most: number,
): Promise<StoredRecord[]> {
  const table = recordTable(type)
  const rows = await db
    .selectFrom(table.table as `record_${string}`)
    .selectAll()
    .where('institution', '=', institution)
    .where('key', '=', key)
    .orderBy('since', 'desc')
    .limit(most)
    .execute()
  return rows.reverse().map((row) => toRecord(table, row))
}

/** Keys of the current records that have a code, by [institution, code]. */
export function findByCode(
  db: Connection,
  kind: Kind,
  table: RecordTable,
  codes: string[][],
): Promise<{ institution: string; key: string; code: string }[]> {
  return findMany(db, kind, table.table, ['institution', 'key', 'code'], BY_CODE, codes)
}

const ACROSS_INSTITUTIONS = 4_127_002

/** Held to the end of the transaction. PostgreSQL only. */
export async function lockAcrossInstitutions(db: Connection): Promise<void> {
  await sql`select pg_advisory_xact_lock(${ACROSS_INSTITUTIONS})`.execute(db)
}

export interface InstitutionRow {
  institution: string
  name_zh: string | null
  name_en: string | null
  country: string | null
  school_year_start: string | null
  revision: number | null
  data_date: string | null
  committed_at: string | null
  /** Filled where it is the invented college. */
  demonstration: string | null
}

export interface InstitutionsAsked {
  code?: string
  search?: string
  after?: string
  /** Revisions at which institutions are read; the others as they are. */
  at?: ReadonlyMap<string, number>
}

/** Institutions by code, in its order. */
export async function selectInstitutions(
  db: Connection,
  kind: Kind,
  { limit, ...asked }: InstitutionsAsked & { limit: number },
): Promise<InstitutionRow[]> {
  const { rows } = await sql<InstitutionRow>`
    ${revisionsIn(db, asked)}
    select i.institution, i.name_zh, i.name_en, i.country, i.school_year_start,
      coalesce(r.revision, s.revision) as revision, coalesce(r.at, s.committed_at) as committed_at,
      case when r.revision is null then s.data_date else r.data_date end as data_date, d.value as demonstration
    from record_institution i
    left join institution_state s on s.institution = i.institution
    left join setting d on d.name = 'demonstration' and d.value = i.institution
    left join read_at t on t.institution = i.institution
    left join revision r on r.institution = i.institution and r.revision = t.revision
    where ${areAsked(kind, asked)}
    order by i.institution limit ${limit}`.execute(db)
  return rows
}

export async function countInstitutions(db: Connection, kind: Kind, asked: InstitutionsAsked): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    ${revisionsIn(db, asked)}
    select count(*) as count from record_institution i left join read_at t on t.institution = i.institution
    where ${areAsked(kind, asked)}`.execute(db)
  return rows[0]!.count
}

/** The revisions that institutions are read at, for the statement that follows. */
function revisionsIn(db: Connection, { at }: InstitutionsAsked): RawBuilder<unknown> {
  const then = thenOf(db)
  const known = [...(at ?? (then ? [[then.institution, then.revision] as const] : []))]
  const rows = known.map(([institution, revision]) => sql`(${institution}, ${sql.lit(revision)})`)
  const none = sql`select cast(null as text), cast(null as integer) where 1 = 0`
  return sql`with read_at (institution, revision) as (${rows.length === 0 ? none : sql`values ${sql.join(rows)}`})`
}

function areAsked(kind: Kind, { code, search, after }: InstitutionsAsked): RawBuilder<SqlBool> {
  const then = sql`i.since <= t.revision and (i.until is null or i.until > t.revision)`
  return sql<SqlBool>`case when t.revision is null then i.until is null else ${then} end
    ${code === undefined ? sql`` : sql`and i.institution = ${code}`}
    ${after === undefined ? sql`` : sql`and i.institution > ${after}`}
    ${search ? sql`and ${holdsText(kind, ['i.institution', 'i.name_zh', 'i.name_en'], search)}` : sql``}`
}

/** A plain part of one of these columns: no wildcards, so that `100%` means itself. */
export function holdsText(kind: Kind, columns: readonly string[], search: string): RawBuilder<SqlBool> {
  const position = sql.raw(kind === 'sqlite' ? 'instr' : 'strpos')
  const found = columns.map((name) => sql`${position}(lower(${sql.ref(name)}), ${lowerAscii(search)}) > 0`)
  return sql<SqlBool>`(${sql.join(found, sql` or `)})`
}

/** As `lower` does on both databases, whose text has no language: É stays É, and is found as it is. */
function lowerAscii(text: string): string {
  return text.replace(/[A-Z]/g, (letter) => letter.toLowerCase())
}

/** True where any batch was ever kept. */
export async function holdsRecords(db: Connection): Promise<boolean> {
  return (await db.selectFrom('batch').select('id').limit(1).executeTakeFirst()) !== undefined
}
