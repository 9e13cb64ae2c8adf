import { Worker } from 'node:worker_threads'
import type { Words } from '@causeway/shared/words/words'
import { ImportRefused } from '../import-refused.ts'
import type { FileCode } from '../problem-codes.ts'
import type { SourceRow, SourceTable } from '../source-row.ts'

export interface WorkbookOrder {
  path: string
  kind: 'zip' | 'ole'
  name: string
}

export type OpenedWorkbook =
  { hash: string; sheets: { name: string | null; hidden: boolean }[] } | { refused: { code: FileCode; words: Words } }

/** The next rows of a sheet, for one of several who read it. */
export interface WorkbookRequest {
  reader: number
  sheet: number
  /** Nothing more is wanted. */
  end: boolean
}

/** Rows null: there are no more. */
export interface WorkbookAnswer {
  reader: number
  rows: SourceRow[] | null
}

/** What one workbook may take; over it, its thread ends and nothing else does. */
const MOST_MEGABYTES = 1_536

/**
 * Opens a workbook in a thread of its own: unpacking and reading one holds whoever does it, and a server has others to answer.
 * `close` ends the thread.
 */
export async function openWorkbookInThread(
  order: WorkbookOrder,
): Promise<{ hash: string; tables: SourceTable[]; close: () => Promise<void> }> {
  const thread = new WorkbookThread(order)
  try {
    const opened = await thread.opened
    if ('refused' in opened) throw new ImportRefused(opened.refused.code, opened.refused.words)
    const tables = opened.sheets.map((sheet, index): SourceTable => ({ ...sheet, rows: () => thread.rows(index) }))
    return { hash: opened.hash, tables, close: () => thread.close() }
  } catch (error) {
    await thread.close()
    throw error
  }
}

class WorkbookThread {
  readonly opened: Promise<OpenedWorkbook>
  readonly #worker: Worker
  readonly #waiting = new Map<number, PromiseWithResolvers<SourceRow[] | null>>()
  #gone: Error | null = null
  #readers = 0

  constructor(order: WorkbookOrder) {
    const opening = Promise.withResolvers<OpenedWorkbook>()
    this.opened = opening.promise
    this.#worker = new Worker(new URL('./workbook-worker.ts', import.meta.url), {
      workerData: order,
      resourceLimits: { maxOldGenerationSizeMb: MOST_MEGABYTES },
    })
    this.#worker.on('message', (message: OpenedWorkbook | WorkbookAnswer) => {
      if (!('reader' in message)) return opening.resolve(message)
      this.#waiting.get(message.reader)?.resolve(message.rows)
      this.#waiting.delete(message.reader)
    })
    const end = (error: Error) => {
      this.#gone ??= error
      opening.reject(this.#gone)
      for (const { reject } of this.#waiting.values()) reject(this.#gone)
      this.#waiting.clear()
    }
    this.#worker.on('error', (error) => end(toRefusal(error as Error & { code?: string })))
    this.#worker.on('exit', () => end(new Error('the workbook was closed')))
    opening.promise.catch(() => {})
  }

  async *rows(sheet: number): AsyncGenerator<SourceRow[]> {
    const reader = ++this.#readers
    let isWhole = false
    try {
      for (;;) {
        const rows = await this.#ask({ reader, sheet, end: false })
        if (rows === null) {
          isWhole = true
          return
        }
        yield rows
      }
    } finally {
      if (!isWhole && !this.#gone) this.#worker.postMessage({ reader, sheet, end: true } satisfies WorkbookRequest)
    }
  }

  async close(): Promise<void> {
    await this.#worker.terminate()
  }

  #ask(request: WorkbookRequest): Promise<SourceRow[] | null> {
    if (this.#gone) return Promise.reject(this.#gone)
    const waiting = Promise.withResolvers<SourceRow[] | null>()
    this.#waiting.set(request.reader, waiting)
    this.#worker.postMessage(request)
    return waiting.promise
  }
}

function toRefusal(error: Error & { code?: string }): Error {
  if (error.code !== 'ERR_WORKER_OUT_OF_MEMORY') return error
  return new ImportRefused('FILE_TOO_LARGE', {
    zh: '该工作簿内容过多，无法在服务器上打开。大表请另存为 CSV 再导入。',
    en: 'This workbook holds too much to be opened on the server. Save large tables as CSV and import that.',
  })
}
