import { fork, type ChildProcess } from 'node:child_process'
import type { Words } from '@causeway/shared/words/words'
import { ImportRefused } from '../ground/import-refused.ts'
import type { FileCode } from '../ground/problem-codes.ts'
import type { SourceRow, SourceTable } from '../ground/source-row.ts'
import { damaged, takesTooMuch } from './unreadable.ts'

export interface WorkbookOrder {
  path: string
  kind: 'zip' | 'ole'
  name: string
}

/** The next rows of a sheet, for one of several who read it. */
export interface WorkbookRequest {
  reader: number
  sheet: number
  /** Nothing more is wanted. */
  end: boolean
}

interface Refusal {
  refused: { code: FileCode; words: Words; place: ImportRefused['place'] }
}

export type OpenedWorkbook = { sheets: Omit<SourceTable, 'rows'>[] } | Refusal

/** With each answer: what the process has in memory, in bytes. */
export interface Resident {
  resident: number
}

/** Rows null: there are no more. */
export type WorkbookAnswer = { reader: number } & ({ rows: SourceRow[] | null } | Refusal)

/** The heap that reading one workbook may take, in megabytes; what may be resident in all is watched by the process itself. */
const MOST_HEAP = 288
const LOOK_EVERY_MS = 250
const PASSED_ON = new Set(['SystemRoot', 'NODE_COMPILE_CACHE'])
/** The process ends itself after 10 seconds of its processor (`workbook-child.ts`). This is for a machine too busy to let it. */
const MOST_MS_AN_ANSWER = 60_000

/** A page asks of the same file again with each answer of its reader, and the start of a process is most of what a small file takes. */
const KEPT_MS = 30_000
const MOST_KEPT = 2
/** What took more than this, in bytes, might take too much with what it left in memory the next time. A small workbook takes 65 to 90 MB. */
const MOST_KEPT_BYTES = 128 * 1024 * 1024

/**
 * Opens a workbook in a separate process: a file made for that makes the one who unpacks it take gigabytes, and nothing but the end of
 * a process gives them back. What the libraries say of it goes nowhere. `close` ends the process, at once or where nobody asks of the
 * same bytes for a while: a process never reads two different files.
 * @param hash of the bytes
 */
export async function openWorkbookApart(
  order: WorkbookOrder,
  hash: string,
): Promise<{ tables: SourceTable[]; close: () => Promise<void> }> {
  const reading = takeKept(hash) ?? (await beginReading())
  try {
    const { sheets } = await reading.open(order)
    const tables = sheets.map((sheet, index): SourceTable => ({ ...sheet, rows: () => reading.rows(index) }))
    let closed: Promise<void> | null = null
    return { tables, close: () => (closed ??= keep(reading, hash)) }
  } catch (error) {
    await reading.close()
    throw error
  }
}

const kept = new Map<WorkbookProcess, { hash: string; end: NodeJS.Timeout }>()

function takeKept(hash: string): WorkbookProcess | null {
  for (const [reading, { hash: its, end }] of kept) {
    if (its !== hash) continue
    clearTimeout(end)
    kept.delete(reading)
    if (reading.wake()) return reading
  }
  return null
}

/** Those that are kept take no memory from one that reads. */
async function beginReading(): Promise<WorkbookProcess> {
  await Promise.all([...kept.keys()].map(endKept))
  return new WorkbookProcess()
}

async function keep(reading: WorkbookProcess, hash: string): Promise<void> {
  if (!reading.rest()) return reading.close()
  const end = setTimeout(() => void endKept(reading), KEPT_MS).unref()
  kept.set(reading, { hash, end })
  const [oldest] = kept.keys()
  if (kept.size > MOST_KEPT) await endKept(oldest!)
}

function endKept(reading: WorkbookProcess): Promise<void> {
  clearTimeout(kept.get(reading)?.end)
  kept.delete(reading)
  return reading.close()
}

class WorkbookProcess {
  readonly #child: ChildProcess
  readonly #ended: Promise<void>
  readonly #waiting = new Map<number, PromiseWithResolvers<SourceRow[] | null>>()
  #opening = Promise.withResolvers<Exclude<OpenedWorkbook, Refusal>>()
  #look: NodeJS.Timeout | undefined
  #answerBy = Infinity
  #gone: Error | null = null
  #readers = 0
  /** Of the readers, those that have not come to an end. */
  #reading = 0
  #mostResident = 0

  constructor() {
    this.#child = fork(new URL('./workbook-child.ts', import.meta.url), {
      // No setting and no secret of ours is of use to it.
      env: Object.fromEntries(Object.entries(process.env).filter(([name]) => PASSED_ON.has(name))),
      execArgv: [`--max-old-space-size=${MOST_HEAP}`, '--max-semi-space-size=4', '--no-warnings'],
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    })
    const fail = (error: Error) => {
      this.#gone ??= error
      clearInterval(this.#look)
      this.#opening.reject(this.#gone)
      for (const { reject } of this.#waiting.values()) reject(this.#gone)
      this.#waiting.clear()
    }
    this.#ended = new Promise((resolve) => {
      this.#child.once('error', (error) => {
        fail(error)
        resolve()
      })
      this.#child.once('exit', (code, signal) => {
        fail(describeEnd(code, signal))
        resolve()
      })
    })
    this.#child.on('message', (message: (OpenedWorkbook | WorkbookAnswer) & Resident) => {
      this.#mostResident = Math.max(this.#mostResident, message.resident)
      if ('reader' in message) {
        const waiting = this.#waiting.get(message.reader)
        this.#waiting.delete(message.reader)
        if ('refused' in message) waiting?.reject(toError(message))
        else waiting?.resolve(message.rows)
      } else if ('refused' in message) this.#opening.reject(toError(message))
      else this.#opening.resolve(message)
      this.#answerBy = this.#waiting.size > 0 ? Date.now() + MOST_MS_AN_ANSWER : Infinity
    })
  }

  open(order: WorkbookOrder): Promise<Exclude<OpenedWorkbook, Refusal>> {
    this.#opening = Promise.withResolvers()
    this.#opening.promise.catch(() => {})
    this.#answerBy = Date.now() + MOST_MS_AN_ANSWER
    this.#look = setInterval(() => {
      if (Date.now() < this.#answerBy) return
      this.#gone ??= takesTooMuch()
      this.#child.kill('SIGKILL')
    }, LOOK_EVERY_MS)
    this.#send(order)
    return this.#opening.promise
  }

  /** It waits to be opened again, and keeps no program alive meanwhile. False: it has ended, is being read, or took much. */
  rest(): boolean {
    if (this.#gone || this.#reading > 0 || this.#mostResident > MOST_KEPT_BYTES) return false
    clearInterval(this.#look)
    this.#child.unref()
    this.#child.channel?.unref()
    return true
  }

  /** False: it has ended meanwhile. */
  wake(): boolean {
    this.#child.ref()
    this.#child.channel?.ref()
    return this.#child.connected && !this.#gone
  }

  async *rows(sheet: number): AsyncGenerator<SourceRow[]> {
    const reader = ++this.#readers
    let isWhole = false
    this.#reading += 1
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
      this.#reading -= 1
      if (!isWhole && !this.#gone) this.#send({ reader, sheet, end: true })
    }
  }

  async close(): Promise<void> {
    this.#gone ??= new Error('the workbook was closed')
    // Else a program with nothing else to do would end before it knows.
    this.#child.ref()
    this.#child.kill('SIGKILL')
    await this.#ended
  }

  #ask(request: WorkbookRequest): Promise<SourceRow[] | null> {
    if (this.#gone) return Promise.reject(this.#gone)
    const waiting = Promise.withResolvers<SourceRow[] | null>()
    this.#waiting.set(request.reader, waiting)
    this.#answerBy = Date.now() + MOST_MS_AN_ANSWER
    this.#send(request)
    return waiting.promise
  }

  /** Where it has ended already, its end is what is reported. */
  #send(request: WorkbookOrder | WorkbookRequest): void {
    if (this.#child.connected) this.#child.send(request, () => {})
  }
}

function toError({ refused }: Refusal): ImportRefused {
  return new ImportRefused(refused.code, { ...refused.words, ...refused.place })
}

/** The engine ends a process that reaches the limit of its heap by a signal of abort, and the system one that takes too much by SIGKILL. */
function describeEnd(code: number | null, signal: NodeJS.Signals | null): Error {
  return signal !== null || code === 134 ? takesTooMuch() : damaged()
}
