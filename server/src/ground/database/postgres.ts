import { Kysely, PostgresDialect, sql } from 'kysely'
import pg from 'pg'
import { goOn, workUnderWay, Turns } from '../under-way.ts'
import { attended, DatabaseBusy, LONGEST_WAIT_MS, type Database, type Tables, type Connection } from './database.ts'

const CONNECT_WITHIN_MS = 10_000
const CONNECTIONS = 10
/** One question can ask for hundreds of snapshots at once; connections are left for quick reads and for who writes. */
const SNAPSHOTS = 4
/** One who signed in does not wait for those who did not. */
const PUBLIC_SNAPSHOTS = 3
/** A server's question that takes longer holds one of its connections for nobody; backup and verify may take what they need. */
const LONGEST_READ = '60s'
const LOCK_NOT_AVAILABLE = '55P03'

/** Counts and sums come as int8 and numeric; node-postgres leaves both as text. All of ours are whole and below 2^53. */
const NUMBER_TYPES = new Set<number>([pg.types.builtins.INT8, pg.types.builtins.NUMERIC])

/**
 * Opens a PostgreSQL database and looks whether it answers. `boundedReads`: no statement of a snapshot takes longer than a minute.
 * @throws the driver's error, its `code` telling why it does not
 */
export async function openPostgres(url: string, { boundedReads }: { boundedReads: boolean }): Promise<Database> {
  const pool = new pg.Pool({
    connectionString: url,
    max: CONNECTIONS,
    connectionTimeoutMillis: CONNECT_WITHIN_MS,
    application_name: 'causeway',
    types: {
      getTypeParser: ((oid: number, format: 'text' | 'binary') =>
        NUMBER_TYPES.has(oid) && format !== 'binary' ? Number : pg.types.getTypeParser(oid, format)) as never,
    },
  })
  // A connection that the server cuts is replaced by the pool, idle or between two statements of its work, which fails by itself;
  // without listeners it would end the process.
  pool.on('error', () => {})
  pool.on('connect', (client) => takeCopies(client.on('error', () => {})))
  try {
    await pool.query('select 1')
  } catch (error) {
    await pool.end()
    throw error
  }
  return databaseOver(pool, boundedReads)
}

/** A COPY whose rows go to the server with it: nobody waits to hear that it may have them. */
class Copy extends pg.Query {
  override submit

  constructor(statement: string, rows: string) {
    super(statement)
    this.submit = (held: pg.Connection) => {
      // What pg's types leave out of its connection.
      const connection = held as pg.Connection & { sendCopyFromChunk(rows: Buffer): void; endCopyFrom(): void }
      connection.query(statement)
      connection.sendCopyFromChunk(Buffer.from(rows))
      connection.endCopyFrom()
    }
  }

  handleCopyInResponse(): void {}
}

/** A statement `copy … from stdin` takes its rows as text, as its one parameter. */
function takeCopies(client: pg.Client): void {
  const query = client.query.bind(client) as (...asked: unknown[]) => unknown
  client.query = ((statement: unknown, ...rest: unknown[]) => {
    if (typeof statement !== 'string' || !statement.startsWith('copy ')) return query(statement, ...rest)
    return new Promise((resolve, reject) => {
      const copy = new Copy(statement, (rest[0] as string[])[0]!)
      query(copy, (error: Error | null, result: unknown) => (error ? reject(error) : resolve(result)))
    })
  }) as typeof client.query
}

function databaseOver(pool: pg.Pool, boundedReads: boolean): Database {
  const quick = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) })
  let cut = 0
  pool.on('remove', () => cut++)
  const snapshots = new Turns(SNAPSHOTS)
  const publicSnapshots = new Turns(PUBLIC_SNAPSHOTS)
  return {
    kind: 'postgres',
    quick,
    // Which transactions are seen: as long as these are the same, so is all that they wrote. A server that starts anew may number them
    // anew, and cuts its connections.
    async state() {
      const { rows } = await pool.query<{ seen: string }>('select pg_current_snapshot()::text as seen')
      return `${rows[0]!.seen} ${cut}`
    },
    snapshot(read) {
      const turns = workUnderWay()?.isPublic ? publicSnapshots : snapshots
      return turns.take(() => {
        goOn()
        return quick
          .transaction()
          .setIsolationLevel('repeatable read')
          .setAccessMode('read only')
          .execute(async (db) => {
            if (boundedReads) await sql`set local statement_timeout = ${sql.lit(LONGEST_READ)}`.execute(db)
            return read(attended(db, { timed: true }))
          })
      })
    },
    async write(work, { waitMs } = {}) {
      // From here: waiting for one of the connections counts.
      const end = waitMs === undefined ? null : Date.now() + waitMs
      try {
        return await quick
          .transaction()
          .setIsolationLevel('read committed')
          .execute(async (db) => {
            if (end !== null) return work(await limitAllLocks(db, end))
            await limitEachLock(db, LONGEST_WAIT_MS)
            return work(db)
          })
      } catch (error) {
        if ((error as { code?: string }).code === LOCK_NOT_AVAILABLE) throw new DatabaseBusy()
        throw error
      }
    },
    close: () => quick.destroy(),
  }
}

/** What statements may have taken before it is said anew what is left. */
const TOLD_ANEW_MS = 100

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
      if (said > 0 && said - left >= TOLD_ANEW_MS) {
        said = left
        await limitEachLock(db, left)
      }
      return result
    },
  })
}
