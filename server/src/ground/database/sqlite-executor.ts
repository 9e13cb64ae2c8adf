import { Worker } from 'node:worker_threads'
import { workUnderWay } from '../under-way.ts'
import { SqliteHandle, type HandleOptions, type StatementResult } from './sqlite-handle.ts'

/** A connection to a SQLite file, wherever it lives. */
export interface SqliteExecutor {
  execute(sql: string, parameters: readonly unknown[]): Promise<StatementResult>
  close(): Promise<void>
}

/** In this thread: a statement holds the event loop while it runs. */
export function openInThread(options: HandleOptions): SqliteExecutor {
  const handle = new SqliteHandle(options)
  return {
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

interface Waiting {
  spend: (milliseconds: number) => void
  resolve: (result: StatementResult) => void
  reject: (error: Error) => void
}

/** In its own worker thread. */
export async function openInWorker(options: HandleOptions): Promise<SqliteExecutor> {
  const worker = new Worker(new URL('./sqlite-worker.ts', import.meta.url), { workerData: options })
  const waiting = new Map<number, Waiting>()
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
  const send = (sql: string | null, parameters: readonly unknown[]) =>
    new Promise<StatementResult>((resolve, reject) => {
      if (gone) return reject(gone)
      const id = nextId++
      const work = workUnderWay()
      waiting.set(id, { spend: (milliseconds) => work?.spend(milliseconds), resolve, reject })
      worker.postMessage({ id, sql, parameters } satisfies WorkerRequest)
    })
  await send('select 1', [])
  return {
    execute: (sql, parameters) => send(sql, parameters),
    async close() {
      if (!gone) await send(null, [])
      await worker.terminate()
    },
  }
}
