import { sql } from 'kysely'
import type { Connection } from './database.ts'

/** What statements may have taken before it is told anew what is left. */
const TOLD_ANEW_MS = 100

/** How long each lock is waited for, from here to the end of the transaction. PostgreSQL only, as all here. */
export async function limitEachLock(db: Connection, milliseconds: number): Promise<void> {
  // 0 would mean to wait for ever.
  await sql`set local lock_timeout = ${sql.lit(`${Math.max(1, milliseconds)}ms`)}`.execute(db)
}

/**
 * The connection of a transaction that waits for no lock beyond `end`, however many it waits for. PostgreSQL limits each wait by itself,
 * so that after what took a while the limit is set to what is left.
 */
export async function limitAllLocks(db: Connection, end: number): Promise<Connection> {
  let told = end - Date.now()
  await limitEachLock(db, told)
  return db.withPlugin({
    transformQuery: ({ node }) => node,
    async transformResult({ result }) {
      const left = end - Date.now()
      if (told > 0 && told - left >= TOLD_ANEW_MS) {
        told = left
        await limitEachLock(db, left)
      }
      return result
    },
  })
}
