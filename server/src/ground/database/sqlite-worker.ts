import { parentPort, workerData } from 'node:worker_threads'
import type { WorkerAnswer, WorkerRequest } from './sqlite-executor.ts'
import { SqliteHandle, type HandleOptions } from './sqlite-handle.ts'

const port = parentPort!
let handle: SqliteHandle | undefined

port.on('message', ({ id, sql, parameters }: WorkerRequest) => {
  port.postMessage(answer(id, sql, parameters))
})

function answer(id: number, sql: string | null, parameters: readonly unknown[]): WorkerAnswer {
  try {
    if (sql === null) {
      handle?.close()
      return { id, result: { rows: [], changes: 0 }, milliseconds: 0 }
    }
    // Opened with the first request, so that a file that cannot be opened is that request's answer.
    handle ??= new SqliteHandle(workerData as HandleOptions)
    const before = process.threadCpuUsage()
    const result = handle.execute(sql, parameters)
    const { user, system } = process.threadCpuUsage(before)
    return { id, result, milliseconds: (user + system) / 1000 }
  } catch (error) {
    const { message, code } = error as Error & { code?: string }
    return { id, error: { message, code } }
  }
}
