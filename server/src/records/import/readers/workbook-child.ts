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
const LOOK_EVERY_MS = 10

/** Runs in a thread of this process, so that it looks however busy this process and its parent are. */
function watchMemory(most: number, everyMs: number): void {
  setInterval(() => {
    if (process.memoryUsage.rss() > most) process.kill(process.pid, 'SIGKILL')
  }, everyMs)
}

const watch = new Worker(`(${String(watchMemory)})(${MOST_RESIDENT * 1024 * 1024}, ${LOOK_EVERY_MS})`, { eval: true })
const watching = once(watch, 'online')

const answer = (message: OpenedWorkbook | WorkbookAnswer) =>
  process.send!({ ...message, resident: process.memoryUsage.rss() } satisfies Resident)

process.on('message', async (message: WorkbookOrder | WorkbookRequest) => {
  if ('reader' in message) return answer(await readOn(message))
  await watching
  answer(await open(message))
  // It is killed, so what it compiled would not be kept for the next.
  flushCompileCache()
})
process.once('disconnect', () => process.exit())
