import type { Connection } from '../ground/database/database.ts'

/** Stands beside the record types: kept figures depend on it too. */
const DATA_DATE = 'data-date'

interface Raise {
  institution: string
  /** The new one. */
  revision: number
  /** Record types of which something changed. */
  types: Iterable<string>
  dataDate: { before: string | null; after: string | null }
  /** ISO date-time */
  at: string
}

/** Sets an institution's counter, and with it the counters of what changed. */
export async function raiseRevision(
  db: Connection,
  { institution, revision, types, dataDate, at }: Raise,
): Promise<void> {
  const state = { revision, data_date: dataDate.after, committed_at: at }
  await db
    .insertInto('institution_state')
    .values({ institution, ...state })
    .onConflict((conflict) => conflict.column('institution').doUpdateSet(state))
    .execute()
  const changed = dataDate.before === dataDate.after ? [...types] : [...types, DATA_DATE]
  if (changed.length === 0) return
  await db
    .insertInto('record_revision')
    .values(changed.map((record_type) => ({ institution, record_type, revision })))
    .onConflict((conflict) => conflict.columns(['institution', 'record_type']).doUpdateSet({ revision }))
    .execute()
}
