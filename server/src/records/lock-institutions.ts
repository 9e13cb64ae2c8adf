import type { Connection } from '../ground/database/database.ts'
import type { Kind } from '../ground/database/columns.ts'
import { lockAcrossInstitutions } from './store.ts'

interface InstitutionCounter {
  revision: number
  dataDate: string | null
}

/**
 * The first statement of a writer. SQLite has one writer at a time anyway. On PostgreSQL a batch of one institution locks that
 * institution's counter, one of several a lock that all such batches share, before they lock counters in the order of the file: who
 * holds one counter waits for nothing, and who holds several is alone, so that no two can wait for each other.
 */
export async function lockBatchOrder(db: Connection, kind: Kind, institution: string | undefined): Promise<void> {
  if (kind === 'sqlite') return
  if (institution === undefined) await lockAcrossInstitutions(db)
  else await lockInstitution(db, kind, institution)
}

/** The institution's counter, its own from here to the end of the transaction. */
export async function lockInstitution(db: Connection, kind: Kind, institution: string): Promise<InstitutionCounter> {
  if (kind === 'postgres') {
    await db
      .insertInto('institution_state')
      .values({ institution, revision: 0, data_date: null, committed_at: new Date().toISOString() })
      .onConflict((conflict) => conflict.column('institution').doNothing())
      .execute()
  }
  const select = db
    .selectFrom('institution_state')
    .select(['revision', 'data_date'])
    .where('institution', '=', institution)
  const found = await (kind === 'postgres' ? select.forUpdate() : select).executeTakeFirst()
  return { revision: found?.revision ?? 0, dataDate: found?.data_date ?? null }
}
