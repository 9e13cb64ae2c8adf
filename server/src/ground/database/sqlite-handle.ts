import { hash } from 'node:crypto'
import BetterSqlite from 'better-sqlite3'

/** What a statement answers. `changes`: rows written. */
export interface StatementResult {
  rows: unknown[]
  changes: number
}

export interface HandleOptions {
  file: string
  readonly: boolean
  /** For pages of the file; absent: the usual. */
  kibibytesOfCache?: number
}

/** Of all statements that are kept prepared. Each letter takes some ten bytes. */
const KEPT_LETTERS = 500_000
/** A longer one, mostly a count of records, is kept when it comes a second time: few do. */
const SHORT = 1_000
const MOST_SEEN = 2_000
export const KIBIBYTES_OF_CACHE = 8_192
/** How long a statement waits for a lock that another process holds for a moment (recovery, a checkpoint). */
export const BUSY_TIMEOUT_MS = 5000
const PAUSE_MS = 5

/** One synchronous connection to a SQLite file. */
export class SqliteHandle {
  readonly #database: BetterSqlite.Database
  #state: BetterSqlite.Statement<[], number> | undefined
  readonly #statements = new Map<string, BetterSqlite.Statement>()
  #letters = 0
  /** Hashes of long statements that came once. */
  readonly #seen = new Set<string>()

  constructor({ file, readonly, kibibytesOfCache = KIBIBYTES_OF_CACHE }: HandleOptions) {
    this.#database = new BetterSqlite(file, { readonly, timeout: BUSY_TIMEOUT_MS })
    try {
      if (!readonly) {
        keepLog(this.#database)
        // A log that a large import blew up shrinks again.
        this.#database.pragma('journal_size_limit = 67108864')
        // WAL's own default for `synchronous` may lose the last commits on a power cut.
        this.#database.pragma('synchronous = FULL')
      }
      this.#database.pragma(`cache_size = -${kibibytesOfCache}`)
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

  /** What a statement takes is given back when it is collected as garbage, soon only where it did not grow old in the map. */
  #prepare(sql: string): BetterSqlite.Statement {
    const known = this.#statements.get(sql)
    if (known) this.#statements.delete(sql)
    const statement = known ?? this.#database.prepare(sql)
    if (!known && !this.#comesAgain(sql)) return statement
    this.#statements.set(sql, statement)
    if (!known) this.#letters += sql.length
    for (const oldest of this.#statements.keys()) {
      if (this.#letters <= KEPT_LETTERS) break
      this.#statements.delete(oldest)
      this.#letters -= oldest.length
    }
    return statement
  }

  #comesAgain(sql: string): boolean {
    if (sql.length <= SHORT) return true
    const name = hash('md5', sql)
    if (this.#seen.delete(name)) return true
    if (this.#seen.size >= MOST_SEEN) this.#seen.clear()
    this.#seen.add(name)
    return false
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
