import type { Kysely } from 'kysely'
import type { SystemTables } from './tables.ts'

// Record tables are made from declarations; their column types are known to records/store.ts and indicators/compile.ts only.
// eslint-disable-next-line @typescript-eslint/no-explicit-any
export type Tables = SystemTables & { [recordTable: `record_${string}`]: any }

/** What queries are built on, inside a transaction or not. */
export type Connection = Kysely<Tables>

/** The one thing that knows which database it is. */
export interface Database {
  readonly kind: 'sqlite' | 'postgres'
  /** Kept sets, revisions, tokens, settings: small reads by key, answered where they are asked. */
  readonly quick: Kysely<Tables>
  /** Several queries over records that see one state (REPEATABLE READ); off the event loop where the server runs on SQLite. */
  snapshot<T>(read: (db: Kysely<Tables>) => Promise<T>): Promise<T>
  /** One write transaction (BEGIN IMMEDIATE on SQLite). Throws `DatabaseBusy` if `giveUpIfBusy` and another writer holds the lock. */
  write<T>(work: (db: Kysely<Tables>) => Promise<T>, options?: { giveUpIfBusy?: boolean }): Promise<T>
  close(): Promise<void>
}

/** Another writer holds the lock. */
export class DatabaseBusy extends Error {}
