import type { Database } from '../../ground/database/database.ts'

export interface RevisionRow {
  institution: string
  revision: number
  data_date: string | null
  committed_at: string
}

/** Where some institutions stand, in one statement; one that nothing was ever imported for is left out. */
export async function selectRevisions({ quick }: Database, institutions: string[]): Promise<RevisionRow[]> {
  const rows = await quick
    .selectFrom('institution_state')
    .select(['institution', 'revision', 'data_date', 'committed_at'])
    .where('institution', 'in', institutions)
    .execute()
  // PostgreSQL gives a bigint as text.
  return rows.map((row) => ({ ...row, revision: Number(row.revision) }))
}
