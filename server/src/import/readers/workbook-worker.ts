import { readFileSync } from 'node:fs'
import { parentPort, workerData } from 'node:worker_threads'
import { ImportRefused } from '../import-refused.ts'
import type { SourceRow, SourceTable } from '../source-row.ts'
import { openWorkbook } from './open-workbook.ts'
import type { OpenedWorkbook, WorkbookAnswer, WorkbookOrder, WorkbookRequest } from './workbook-thread.ts'

const port = parentPort!
let tables: SourceTable[] = []
/** Sheets that are being read, some rows at a time, by who reads them. */
const readings = new Map<number, AsyncIterator<SourceRow[]>>()

function open({ path, kind, name }: WorkbookOrder): OpenedWorkbook {
  try {
    const opened = openWorkbook(readFileSync(path), kind, name)
    tables = opened.tables
    return { hash: opened.hash, sheets: tables.map((table) => ({ name: table.name, hidden: table.hidden })) }
  } catch (error) {
    if (!(error instanceof ImportRefused)) throw error
    return { refused: { code: error.code, words: error.words } }
  }
}

async function readOn({ reader, sheet, end }: WorkbookRequest): Promise<SourceRow[] | null> {
  let rows = readings.get(reader)
  if (!rows) readings.set(reader, (rows = tables[sheet]!.rows()[Symbol.asyncIterator]()))
  const next = end ? { done: true as const } : await rows.next()
  if (next.done) readings.delete(reader)
  return next.done ? null : next.value
}

port.on('message', (request: WorkbookRequest) => {
  void readOn(request).then((rows) => port.postMessage({ reader: request.reader, rows } satisfies WorkbookAnswer))
})
port.postMessage(open(workerData as WorkbookOrder))
