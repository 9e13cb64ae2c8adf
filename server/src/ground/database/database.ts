import type { Kysely, KyselyPlugin, QueryId } from 'kysely'
import { QuestionError } from '../question-error.ts'
import type { SystemTables } from './tables.ts'
import { workUnderWay } from '../under-way.ts'
import REFUSALS from '../refusals.json' with { type: 'json' }

// Record tables are made from declarations; their column types are known to records/store.ts and indicators/compile.ts only.
// eslint-disable-next-line @typescript-eslint/no-explicit-any
export type Tables = SystemTables & { [recordTable: `record_${string}`]: any }

/** What queries are built on, inside a transaction or not. */
export type Connection = Kysely<Tables>

/** The one thing that knows which database it is. */
export interface Database {
  readonly kind: 'sqlite' | 'postgres'
  /** By which `openDatabase` opens it again in another thread; absent: it does not. */
  readonly address?: string
  /** Kept sets, revisions, tokens, settings: small reads by key, answered where they are asked. */
  readonly quick: Kysely<Tables>
  /**
   * A text that is another after every commit of anybody, read anew: what was read after one, and before one that is the same, is true still.
   * At once where it can be had so.
   */
  state(): string | Promise<string>
  /**
   * Several queries over records that see one state (REPEATABLE READ), with every change that was made before; off the event loop where the
   * server runs on SQLite. Where a replica is lost, `read` begins anew.
   */
  snapshot<T>(read: (db: Kysely<Tables>) => Promise<T>): Promise<T>
  /**
   * One write transaction (BEGIN IMMEDIATE on SQLite). Throws `DatabaseBusy` where it would have to wait for other writers when
   * `waitMs` from the call are over, however many locks it waits for; 0 waits for no lock. Absent: for each lock as long as the largest
   * import may take. `isMuch`: it writes a file's rows, for which more memory is taken meanwhile.
   */
  write<T>(work: (db: Kysely<Tables>) => Promise<T>, options?: { waitMs?: number; isMuch?: boolean }): Promise<T>
  close(): Promise<void>
}

/** The largest import of another can hold the lock that long. */
export const LONGEST_WAIT_MS = 10 * 60_000
/** Anyone who makes a change by hand waits for its answer, and must not hear that it failed and have it done later. */
export const ASKER_WAITS_MS = 20_000

/** Another writer holds the lock. */
export class DatabaseBusy extends QuestionError {
  constructor() {
    super('DATABASE_BUSY', REFUSALS.DATABASE_BUSY)
  }
}

/** Seconds after which a client may try again while the database does not answer. */
const RETRY_SECONDS = 2

/** The database does not answer, or cut the connection while it was asked. A transaction under way is committed whole or not at all. */
export class DatabaseUnreachable extends QuestionError {
  constructor(cause: unknown) {
    super('DATABASE_UNREACHABLE', { ...REFUSALS.DATABASE_UNREACHABLE, facts: { seconds: RETRY_SECONDS } })
    this.cause = cause
  }
}

/**
 * The same connection, for as long as somebody waits for what it reads: before each statement it is asked whether they still do.
 * `timed`: the time of each is noted as spent for them, where nothing else knows it.
 */
export function attended(db: Kysely<Tables>, { timed }: { timed: boolean }): Kysely<Tables> {
  const work = workUnderWay()
  if (!work) return db
  const begun = new WeakMap<QueryId, number>()
  const attendance: KyselyPlugin = {
    transformQuery({ node, queryId }) {
      work.signal.throwIfAborted()
      if (timed) begun.set(queryId, performance.now())
      return node
    },
    async transformResult({ result, queryId }) {
      if (timed) work.spend(performance.now() - begun.get(queryId)!)
      return result
    },
  }
  return db.withPlugin(attendance)
}

/** What the database notes of itself under a name; null: nothing. */
export async function readSetting(db: Connection, name: string): Promise<string | null> {
  const row = await db.selectFrom('setting').select('value').where('name', '=', name).executeTakeFirst()
  return row?.value ?? null
}

export async function writeSetting(db: Connection, name: string, value: string): Promise<void> {
  await db
    .insertInto('setting')
    .values({ name, value })
    .onConflict((conflict) => conflict.column('name').doUpdateSet({ value }))
    .execute()
}
