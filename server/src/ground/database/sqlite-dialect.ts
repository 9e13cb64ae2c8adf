import {
  CompiledQuery,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  type Kysely,
  type QueryResult,
} from 'kysely'
import type { SqliteExecutor } from './sqlite-executor.ts'

/** Kysely over one SQLite connection, in this thread or in a worker. Anyone who holds the connection holds it alone. */
export function sqliteDialect(executor: SqliteExecutor): Dialect {
  return {
    createAdapter: () => new SqliteAdapter(),
    createDriver: () => new ExecutorDriver(executor),
    createIntrospector: (db: Kysely<unknown>) => new SqliteIntrospector(db),
    createQueryCompiler: () => new SqliteQueryCompiler(),
  } as Dialect
}

class ExecutorDriver implements Driver {
  readonly #executor: SqliteExecutor
  readonly #connection: DatabaseConnection

  constructor(executor: SqliteExecutor) {
    this.#executor = executor
    this.#connection = new ExecutorConnection(executor)
  }

  async init() {}

  // Kysely lets one caller at a time have it: the adapter says that there is one connection only.
  async acquireConnection() {
    return this.#connection
  }

  async beginTransaction(connection: DatabaseConnection) {
    await connection.executeQuery(CompiledQuery.raw('begin'))
  }

  async commitTransaction(connection: DatabaseConnection) {
    await connection.executeQuery(CompiledQuery.raw('commit'))
  }

  async rollbackTransaction(connection: DatabaseConnection) {
    await connection.executeQuery(CompiledQuery.raw('rollback'))
  }

  async releaseConnection() {}

  async destroy() {
    await this.#executor.close()
  }
}

class ExecutorConnection implements DatabaseConnection {
  readonly #executor: SqliteExecutor

  constructor(executor: SqliteExecutor) {
    this.#executor = executor
  }

  async executeQuery<R>({ sql, parameters }: CompiledQuery): Promise<QueryResult<R>> {
    const { rows, changes } = await this.#executor.execute(sql, parameters)
    return { rows: rows as R[], numAffectedRows: BigInt(changes) }
  }

  async *streamQuery<R>(query: CompiledQuery): AsyncIterableIterator<QueryResult<R>> {
    yield await this.executeQuery<R>(query)
  }
}
