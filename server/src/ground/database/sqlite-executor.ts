import { Worker } from 'node:worker_threads'
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
import { workUnderWay } from '../under-way.ts'
import { SqliteHandle, type HandleOptions, type StatementResult } from './sqlite-handle.ts'

/** A connection to a SQLite file, wherever it lives. */
export interface SqliteExecutor {
  execute(sql: string, parameters: readonly unknown[]): Promise<StatementResult>
  close(): Promise<void>
}

/** In this thread: a statement holds the event loop while it runs. */
export function openInThread(options: HandleOptions): SqliteExecutor & { state(): string } {
  const handle = new SqliteHandle(options)
  return {
    state: () => handle.state(),
    execute: async (sql, parameters) => handle.execute(sql, parameters),
    close: async () => handle.close(),
  }
}

export interface WorkerRequest {
  id: number
  /** Null: close. */
  sql: string | null
  parameters: readonly unknown[]
}

export type WorkerAnswer =
  | { id: number; result: StatementResult; /** Of the processor. */ milliseconds: number }
  | { id: number; error: { message: string; code: string | undefined } }

/** In its own worker thread. */
export async function openInWorker(options: HandleOptions): Promise<SqliteExecutor> {
  const worker = new Worker(new URL('./sqlite-worker.ts', import.meta.url), { workerData: options })
  const waiting = new Map<number, PromiseWithResolvers<StatementResult> & { spend(milliseconds: number): void }>()
  let nextId = 1
  let gone: Error | undefined
  const fail = (error: Error) => {
    gone ??= error
    for (const { reject } of waiting.values()) reject(error)
    waiting.clear()
  }
  worker.on('message', (answer: WorkerAnswer) => {
    const request = waiting.get(answer.id)
    waiting.delete(answer.id)
    if ('result' in answer) {
      request?.spend(answer.milliseconds)
      request?.resolve(answer.result)
    } else request?.reject(Object.assign(new Error(answer.error.message), { code: answer.error.code }))
  })
  worker.on('error', fail)
  worker.on('exit', () => fail(new Error('the database is closed')))
  const send = (sql: string | null, parameters: readonly unknown[]): Promise<StatementResult> => {
    if (gone) return Promise.reject(gone)
    const id = nextId++
    const work = workUnderWay()
    const request = Promise.withResolvers<StatementResult>()
    waiting.set(id, { ...request, spend: (milliseconds) => work?.spend(milliseconds) })
    worker.postMessage({ id, sql, parameters } satisfies WorkerRequest)
    return request.promise
  }
  await send('select 1', [])
  return {
    execute: send,
    async close() {
      if (!gone) await send(null, [])
      await worker.terminate()
    },
  }
}

/** As `openInWorker`, once somebody asks something: a thread takes 10 MB, and most that is asked is kept. */
export function openWhenAsked(options: HandleOptions): SqliteExecutor {
  let opened: Promise<SqliteExecutor> | undefined
  return {
    async execute(sql, parameters) {
      opened ??= openInWorker(options)
      return (await opened).execute(sql, parameters)
    },
    close: async () => (await opened)?.close(),
  }
}

/** Kysely over one SQLite connection, in this thread or in a worker. Anyone who holds the connection holds it alone. */
export function sqliteDialect(executor: SqliteExecutor): Dialect {
  const connection: DatabaseConnection = {
    async executeQuery<R>({ sql, parameters }: CompiledQuery): Promise<QueryResult<R>> {
      const { rows, changes } = await executor.execute(sql, parameters)
      return { rows: rows as R[], numAffectedRows: BigInt(changes) }
    },
    async *streamQuery<R>(query: CompiledQuery): AsyncIterableIterator<QueryResult<R>> {
      yield await connection.executeQuery<R>(query)
    },
  }
  const say = (statement: string) => async (held: DatabaseConnection) => {
    await held.executeQuery(CompiledQuery.raw(statement))
  }
  const driver: Driver = {
    init: async () => {},
    // Kysely lets one caller at a time have it: the adapter says that there is one connection only.
    acquireConnection: async () => connection,
    beginTransaction: say('begin'),
    commitTransaction: say('commit'),
    rollbackTransaction: say('rollback'),
    releaseConnection: async () => {},
    destroy: () => executor.close(),
  }
  return {
    createAdapter: () => new SqliteAdapter(),
    createDriver: () => driver,
    createIntrospector: (db: Kysely<unknown>) => new SqliteIntrospector(db),
    createQueryCompiler: () => new SqliteQueryCompiler(),
  } as Dialect
}
