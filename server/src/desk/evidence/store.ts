import { sql } from 'kysely'
import type { Connection } from '../../ground/database/database.ts'

/** Who has evidence now whose file has the hash, and what it is called there. */
export async function selectHolders(db: Connection, hash: string): Promise<{ institution: string; name: string }[]> {
  const { rows } = await sql<{ institution: string; name: string | null }>`
    select distinct institution, file_name as name from record_evidence
    where file = ${hash} and until is null order by institution, file_name limit 500`.execute(db)
  return rows.map(({ institution, name }) => ({ institution, name: name ?? 'file' }))
}

/** Hashes of all files that evidence has now or ever had: what was taken back can be brought again. */
export async function selectHashes(db: Connection): Promise<string[]> {
  const { rows } = await sql<{ file: string }>`
    select distinct file from record_evidence where file is not null order by file`.execute(db)
  return rows.map(({ file }) => file)
}
