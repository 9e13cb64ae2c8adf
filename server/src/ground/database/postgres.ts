import { availableParallelism } from 'node:os'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { Kysely, PostgresDialect, sql } from 'kysely'
import type pg from 'pg'
import { goOn, NO_TURN, workUnderWay, Turns } from '../under-way.ts'
import { attended, DatabaseBusy, LONGEST_WAIT_MS, type Database, type Tables, type Connection } from './database.ts'
import { openPool, reportingLoss } from './postgres-pool.ts'
import { Replicas } from './replicas.ts'

const CONNECT_WITHIN_MS = 10_000
const CONNECTIONS = 16
/** One question can ask for hundreds of snapshots at once; connections are left for quick reads and for who writes. */
const SNAPSHOTS = 4
/** One who signed in does not wait for those who did not. */
const PUBLIC_SNAPSHOTS = 3
/** Files at once. One takes a processor here or in PostgreSQL, and more of them do not come in sooner; the others wait without a connection. */
const IMPORTS = Math.max(1, Math.min(3, availableParallelism() >> 1))
/** A server's question that takes longer holds one of its connections for nobody; backup and verify may take what they need. */
const LONGEST_READ = '60s'
const LOCK_NOT_AVAILABLE = '55P03'

/**
 * Opens a PostgreSQL database and looks whether it answers. `boundedReads`: no statement of a snapshot takes longer than a minute.
 * `replicas`: addresses of replicas, which snapshots are read on where that makes no difference; they need not answer.
 * @throws the driver's error, its `code` telling why it does not
 */
export async function openPostgres(
  url: string,
  { boundedReads, replicas }: { boundedReads: boolean; replicas: readonly string[] },
): Promise<Database> {
  const pool = openPool(url, { max: CONNECTIONS, connectWithinMs: CONNECT_WITHIN_MS })
  const reporting = reportingLoss(pool)
  try {
    await pool.query('select 1')
  } catch (error) {
    await pool.end()
    throw error
  }
  return databaseOver(pool, reporting, boundedReads, new Replicas(pool, replicas))
}

function databaseOver(
  pool: pg.Pool,
  reporting: ReturnType<typeof reportingLoss>,
  boundedReads: boolean,
  replicas: Replicas,
): Database {
  const quick = new Kysely<Tables>({ dialect: new PostgresDialect({ pool: reporting }) })
  let cut = 0
  pool.on('remove', () => cut++)
  const turnsOf = (servers: number) => ({
    ofPublic: new Turns(PUBLIC_SNAPSHOTS * servers),
    ofSignedIn: new Turns(SNAPSHOTS * servers),
  })
  const imports = new Turns(IMPORTS)
  let look: Promise<string> | undefined
  /**
   * Which transactions are seen: as long as these are the same, so is all that they wrote. A server that starts anew may number them anew,
   * and cuts its connections.
   */
  async function lookAtState(): Promise<string> {
    look = undefined
    const { rows } = await sql<{ seen: string }>`select pg_current_snapshot()::text as seen`.execute(quick)
    return `${rows[0]!.seen} ${cut}`
  }
  const [inAll, onPrimary] = [turnsOf(Math.max(1, replicas.count)), turnsOf(1)]
  return {
    kind: 'postgres',
    quick,
    // All that ask in a turn share a look, which comes after it.
    state: () => (look ??= nextTurn().then(lookAtState)),
    snapshot(read) {
      const who = workUnderWay()?.isPublic ? 'ofPublic' : 'ofSignedIn'
      const readOn = (on: Kysely<Tables>) => {
        goOn()
        return on
          .transaction()
          .setIsolationLevel('repeatable read')
          .setAccessMode('read only')
          .execute(async (db) => {
            if (boundedReads) await sql`set local statement_timeout = ${sql.lit(LONGEST_READ)}`.execute(db)
            return read(attended(db, { timed: true }))
          })
      }
      return inAll[who].take(async () => {
        const found = await replicas.read(readOn)
        return found ? found.of : onPrimary[who].take(() => readOn(quick))
      })
    },
    async write(work, { waitMs, isMuch = false } = {}) {
      // From here: waiting for one of the connections counts.
      const end = waitMs === undefined ? null : Date.now() + waitMs
      const write = () =>
        quick
          .transaction()
          .setIsolationLevel('read committed')
          .execute(async (db) => {
            if (end !== null) return work(await limitAllLocks(db, end))
            await limitEachLock(db, LONGEST_WAIT_MS)
            return work(db)
          })
      try {
        return await (isMuch ? imports.take(write, { withinMs: waitMs ?? LONGEST_WAIT_MS }) : write())
      } catch (error) {
        const isBusy = error === NO_TURN || (error as { code?: string }).code === LOCK_NOT_AVAILABLE
        throw isBusy ? new DatabaseBusy() : error
      }
    },
    async close() {
      await replicas.close()
      await quick.destroy()
    },
  }
}

/** What statements may have taken before it is said anew what is left. */
const SAID_ANEW_MS = 100

/** How long each lock is waited for, from here to the end of the transaction. PostgreSQL only, as all here. */
async function limitEachLock(db: Connection, milliseconds: number): Promise<void> {
  // 0 would mean to wait for ever.
  await sql`set local lock_timeout = ${sql.lit(`${Math.max(1, milliseconds)}ms`)}`.execute(db)
}

/**
 * The connection of a transaction that waits for no lock beyond `end`, however many it waits for. PostgreSQL limits each wait by itself,
 * so that after what took a while the limit is set to what is left.
 */
async function limitAllLocks(db: Connection, end: number): Promise<Connection> {
  let said = end - Date.now()
  await limitEachLock(db, said)
  return db.withPlugin({
    transformQuery: ({ node }) => node,
    async transformResult({ result }) {
      const left = end - Date.now()
      if (said > 0 && said - left >= SAID_ANEW_MS) {
        said = left
        await limitEachLock(db, left)
      }
      return result
    },
  })
}
