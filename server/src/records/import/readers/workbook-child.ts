import { ImportRefused } from '../import-refused.ts'
import type { SourceRow, SourceTable } from '../source-row.ts'
import { openWorkbook } from './open-workbook.ts'
import { damaged } from './unreadable.ts'
import type { OpenedWorkbook, WorkbookAnswer, WorkbookOrder, WorkbookRequest } from './workbook-process.ts'

// What is run in the process of a workbook: the first message says which, each further one asks for rows.

let tables: SourceTable[] = []
/** Sheets that are being read, some rows at a time, by who reads them. */
const readings = new Map<number, AsyncIterator<SourceRow[]>>()

async function open({ path, kind, name }: WorkbookOrder): Promise<OpenedWorkbook> {
  try {
    tables = await openWorkbook(path, kind, name)
    return { sheets: tables.map((table) => ({ name: table.name, hidden: table.hidden })) }
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

process.once('message', (order: WorkbookOrder) => {
  process.on('message', (request: WorkbookRequest) => void readOn(request).then((answer) => process.send!(answer)))
  void open(order).then((opened) => process.send!(opened))
})
process.once('disconnect', () => process.exit())
