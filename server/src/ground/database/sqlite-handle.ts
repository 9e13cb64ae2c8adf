import BetterSqlite from 'better-sqlite3'

/** What a statement answers. `changes`: rows written. */
export interface StatementResult {
  rows: unknown[]
  changes: number
}

export interface HandleOptions {
  file: string
  readonly: boolean
}

const KEPT_STATEMENTS = 300
export const KIBIBYTES_OF_CACHE = 32_768
/** How long a statement waits for a lock that another process holds for a moment (recovery, a checkpoint). */
export const BUSY_TIMEOUT_MS = 5000
const PAUSE_MS = 5

/** One synchronous connection to a SQLite file. */
export class SqliteHandle {
  readonly #database: BetterSqlite.Database
  #state: BetterSqlite.Statement<[], number> | undefined
  readonly #statements = new Map<string, BetterSqlite.Statement>()

  constructor({ file, readonly }: HandleOptions) {
    this.#database = new BetterSqlite(file, { readonly, timeout: BUSY_TIMEOUT_MS })
    try {
      if (!readonly) {
        keepLog(this.#database)
        // A log that a large import blew up shrinks again.
        this.#database.pragma('journal_size_limit = 67108864')
        // WAL's own default for `synchronous` may lose the last commits on a power cut.
        this.#database.pragma('synchronous = FULL')
      }
      this.#database.pragma(`cache_size = -${KIBIBYTES_OF_CACHE}`)
      this.#database.pragma('temp_store = MEMORY')
    } catch (error) {
      this.#database.close()
      throw error
    }
  }

  /** Changes with each commit of another connection: on one that only reads, with each of anybody. */
  state(): string {
    this.#state ??= this.#database.prepare<[], number>('pragma data_version').pluck()
    return String(this.#state.get())
  }

  /** Runs a statement once; where `parameters` is a list of lists, once for each. */
  execute(sql: string, parameters: readonly unknown[]): StatementResult {
    const statement = this.#prepare(sql)
    if (Array.isArray(parameters[0])) {
      const rows: unknown[] = []
      let changes = 0
      for (const row of parameters as unknown[][]) {
        if (statement.reader) for (const found of statement.all(row)) rows.push(found)
        else changes += statement.run(row).changes
      }
      return { rows, changes }
    }
    const bound = parameters.map(toBound)
    if (statement.reader) return { rows: statement.all(bound), changes: 0 }
    return { rows: [], changes: statement.run(bound).changes }
  }

  close(): void {
    this.#statements.clear()
    this.#database.close()
  }

  #prepare(sql: string): BetterSqlite.Statement {
    let statement = this.#statements.get(sql)
    if (statement) this.#statements.delete(sql)
    else statement = this.#database.prepare(sql)
    this.#statements.set(sql, statement)
    if (this.#statements.size > KEPT_STATEMENTS) this.#statements.delete(this.#statements.keys().next().value!)
    return statement
  }
}

/** SQLite itself does not wait here: two that open one new file at once would then wait for each other. */
function keepLog(database: BetterSqlite.Database): void {
  const deadline = Date.now() + BUSY_TIMEOUT_MS
  for (;;) {
    try {
      database.pragma('journal_mode = WAL')
      return
    } catch (error) {
      if ((error as { code?: string }).code !== 'SQLITE_BUSY' || Date.now() > deadline) throw error
    }
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, PAUSE_MS)
  }
}

/** better-sqlite3 binds every number as a float, and `5.0 / 2` is not `5 / 2`. */
function toBound(value: unknown): unknown {
  return typeof value === 'number' && Number.isSafeInteger(value) ? BigInt(value) : value
}
