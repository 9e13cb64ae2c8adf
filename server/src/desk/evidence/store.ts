import { sql } from 'kysely'
import type { Connection } from '../../ground/database/database.ts'
import type { SystemTables } from '../../ground/database/tables.ts'

/** Who has evidence now, or keeps a report, whose file has the hash, and what it is called there. */
export async function selectHolders(db: Connection, hash: string): Promise<{ institution: string; name: string }[]> {
  const { rows } = await sql<{ institution: string; name: string | null }>`
    select institution, file_name as name from record_evidence where file = ${hash} and until is null
    union select institution, file_name as name from report where file = ${hash}
    order by institution, name limit 500`.execute(db)
  return rows.map(({ institution, name }) => ({ institution, name: name ?? 'file' }))
}

/** Hashes of all files that evidence has now or ever had, since what was taken back can be brought again, and those of reports. */
export async function selectHashes(db: Connection): Promise<string[]> {
  const { rows } = await sql<{ file: string }>`
    select file from record_evidence where file is not null union select file from report order by file`.execute(db)
  return rows.map(({ file }) => file)
}

export type ReportRow = SystemTables['report']

/** The newest first. */
export function selectReports(db: Connection, institution: string): Promise<ReportRow[]> {
  const own = db.selectFrom('report').selectAll().where('institution', '=', institution)
  return own.orderBy('kept_at', 'desc').orderBy('id').execute()
}

export function selectReport(db: Connection, institution: string, id: string): Promise<ReportRow | undefined> {
  const own = db.selectFrom('report').selectAll().where('institution', '=', institution)
  return own.where('id', '=', id).executeTakeFirst()
}

export async function insertReport(db: Connection, row: ReportRow): Promise<void> {
  await db.insertInto('report').values(row).execute()
}

export async function deleteReport(db: Connection, institution: string, id: string): Promise<void> {
  await db.deleteFrom('report').where('institution', '=', institution).where('id', '=', id).execute()
}
