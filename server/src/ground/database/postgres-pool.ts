import pg from 'pg'
import { DatabaseUnreachable } from './database.ts'

/** Counts and sums come as int8 and numeric; node-postgres leaves both as text. All of ours are whole and below 2^53. */
const NUMBER_TYPES = new Set<number>([pg.types.builtins.INT8, pg.types.builtins.NUMERIC])

/** Connections to one PostgreSQL server, made as they are needed. */
export function openPool(url: string, { max, connectWithinMs }: { max: number; connectWithinMs: number }): pg.Pool {
  const pool = new pg.Pool({
    connectionString: url,
    max,
    connectionTimeoutMillis: connectWithinMs,
    application_name: 'causeway',
    keepAlive: true,
    types: {
      getTypeParser: ((oid: number, format: 'text' | 'binary') =>
        NUMBER_TYPES.has(oid) && format !== 'binary' ? Number : pg.types.getTypeParser(oid, format)) as never,
    },
  })
  // A connection that the server cuts is replaced by the pool, idle or between two statements of its work, which fails by itself;
  // without listeners it would end the process.
  pool.on('error', () => {})
  pool.on('connect', (client) => takeStatements(client.on('error', () => {})))
  return pool
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

/** A statement `copy … from stdin` takes its rows as text, as its one parameter; one that comes again and again is prepared. */
function takeStatements(client: pg.Client): void {
  const query = client.query.bind(client) as (...asked: unknown[]) => unknown
  client.query = ((statement: unknown, ...rest: unknown[]) => {
    if (typeof statement !== 'string') return query(statement, ...rest)
    if (!statement.startsWith('copy ')) {
      const name = nameOf(statement)
      return name === undefined ? query(statement, ...rest) : query({ name, text: statement }, ...rest)
    }
    return new Promise((resolve, reject) => {
      const copy = new Copy(statement, (rest[0] as string[])[0]!)
      query(copy, (error: Error | null, result: unknown) => (error ? reject(error) : resolve(result)))
    })
  }) as typeof client.query
}

/** A count of records is planned for its institution, many keys for a table as it is now; what is read by key is short, with one plan. */
const LONGEST_PREPARED = 600
/** Each takes memory of every connection. */
const MOST_PREPARED = 200
const MOST_SEEN = 2_000
const seen = new Set<string>()
const names = new Map<string, string>()

/** The name under which a statement is prepared when it comes a second time. One that reads all columns of a table would fail once it has another. */
function nameOf(statement: string): string | undefined {
  if (statement.length > LONGEST_PREPARED) return undefined
  const name = names.get(statement)
  if (name !== undefined || names.size >= MOST_PREPARED) return name
  if (!statement.includes('$1') || /\*(?!\))|unnest\(/.test(statement)) return undefined
  if (seen.delete(statement)) names.set(statement, `causeway_${names.size}`)
  else if (seen.size < MOST_SEEN) seen.add(statement)
  return names.get(statement)
}

/** Errors of PostgreSQL that end a session or refuse one: shutdown, crash, terminated backend, no connection left (classes 57P and 08, 53300). */
const LOST_STATES = /^(57P0[1-5]|08\w{3}|53300)$/
/** Messages of node-postgres for a lost connection, which it throws without an error code. */
const LOST_MESSAGES = /^(Connection terminated|Client (was closed|has encountered a connection error))/

/** Whether a statement failed because its connection was lost, and not because of what it asks. */
function isLost(error: unknown): boolean {
  const { code = '', syscall, message = '' } = error as { code?: string; syscall?: string; message?: string }
  return LOST_STATES.test(code) || syscall !== undefined || LOST_MESSAGES.test(message)
}

/** The pool as Kysely takes it, whose failed connects and lost connections are thrown as `DatabaseUnreachable`. */
export function reportingLoss(pool: pg.Pool): Pick<pg.Pool, 'options' | 'end'> & { connect(): Promise<pg.PoolClient> } {
  pool.on('connect', (client) => {
    const query = client.query.bind(client) as (...asked: unknown[]) => unknown
    client.query = ((...asked: unknown[]) => {
      const made = query(...asked)
      // Asked with a callback it returns none.
      if (!(made instanceof Promise)) return made
      return made.catch((error: unknown) => {
        throw isLost(error) ? new DatabaseUnreachable(error) : error
      })
    }) as typeof client.query
  })
  return {
    options: pool.options,
    connect: () =>
      pool.connect().catch((error: unknown) => {
        throw new DatabaseUnreachable(error)
      }),
    end: () => pool.end(),
  }
}
