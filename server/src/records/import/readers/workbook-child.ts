import { once } from 'node:events'
import { flushCompileCache } from 'node:module'
import { Worker } from 'node:worker_threads'
import { ImportRefused } from '../ground/import-refused.ts'
import type { SourceRow, SourceTable } from '../ground/source-row.ts'
import { openWorkbook } from './open-workbook.ts'
import { damaged } from './unreadable.ts'
import type { OpenedWorkbook, Resident, WorkbookAnswer, WorkbookOrder, WorkbookRequest } from './workbook-process.ts'

// What is run in the process of a workbook: one message says where it is, again where the same bytes are elsewhere; others ask for rows.

let tables: SourceTable[] = []
/** Sheets that are being read, some rows at a time, by who reads them. */
const readings = new Map<number, AsyncIterator<SourceRow[]>>()

async function open(order: WorkbookOrder): Promise<OpenedWorkbook> {
  try {
    tables = await openWorkbook(order.path, order.kind, order.name)
    return { sheets: tables.map(({ rows: _, ...sheet }) => sheet) }
  } catch (error) {
    return refusalOf(error)
  }
}

async function readOn({ reader, sheet, end }: WorkbookRequest): Promise<WorkbookAnswer> {
  try {
    let rows = readings.get(reader)
    if (!rows) readings.set(reader, (rows = tables[sheet]!.rows()[Symbol.asyncIterator]()))
    const next = end ? await rows.return!() : await rows.next()
    if (next.done) readings.delete(reader)
    return { reader, rows: next.done ? null : next.value }
  } catch (error) {
    readings.delete(reader)
    return { reader, ...refusalOf(error) }
  }
}

/** What a library throws of a file that it cannot read says nothing to a person, and is the fault of the file. */
function refusalOf(error: unknown): Extract<OpenedWorkbook, { refused: object }> {
  const { code, words, place } = error instanceof ImportRefused ? error : damaged()
  return { refused: { code, words, place } }
}

/**
 * All that may be resident, in megabytes. The heap has a limit of its engine (see `workbook-process.ts`); what is outside it has only
 * this one.
 */
const MOST_RESIDENT = 420
/** Processor time that one answer may take, in seconds. By the clock, a busy machine would refuse files that are well. */
const MOST_SECONDS = 10
const LOOK_EVERY_MS = 10

/** Counts requests and answers. The thread that watches reads it. */
const steps = new Int32Array(new SharedArrayBuffer(4))

/** Runs in a thread of this process, so that it looks however busy this process and its parent are. */
function watchLimits(mostBytes: number, mostSeconds: number, everyMs: number, stepsTaken: Int32Array): void {
  let [step, stepBegan] = [0, process.cpuUsage()]
  setInterval(() => {
    if (step !== stepsTaken[0]) [step, stepBegan] = [stepsTaken[0]!, process.cpuUsage()]
    const { user, system } = process.cpuUsage(stepBegan)
    const isOver = process.memoryUsage.rss() > mostBytes || user + system > mostSeconds * 1e6
    if (isOver) process.kill(process.pid, 'SIGKILL')
  }, everyMs)
}

const limits = [MOST_RESIDENT * 1024 * 1024, MOST_SECONDS, LOOK_EVERY_MS]
const watch = new Worker(`(${String(watchLimits)})(${limits.join()}, require('node:worker_threads').workerData)`, {
  eval: true,
  workerData: steps,
})
const watching = once(watch, 'online')

function answer(message: OpenedWorkbook | WorkbookAnswer): void {
  steps[0]!++
  process.send!({ ...message, resident: process.memoryUsage.rss() } satisfies Resident)
}

process.on('message', async (message: WorkbookOrder | WorkbookRequest) => {
  steps[0]!++
  if ('reader' in message) return answer(await readOn(message))
  await watching
  answer(await open(message))
  // It is killed, so what it compiled would not be kept for the next.
  flushCompileCache()
})
process.once('disconnect', () => process.exit())
