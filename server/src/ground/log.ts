import { fill, type Words } from '@causeway/shared/words/words'
import REFUSALS from './refusals.json' with { type: 'json' }

/** One line of the log. It names no person: no address of a client, no query, no variables, no token. */
export interface LogEntry {
  level: 'info' | 'warn' | 'error'
  message: string
  requestId?: string
  method?: string
  /** Without its parameters. */
  path?: string
  status?: number
  milliseconds?: number
  bytes?: number
  /** Of an unexpected error: its name and message, and where it arose. */
  error?: string
  stack?: string
}

export type Log = (entry: LogEntry) => void

/** Where who reads what is said goes away, or the disk of the log is full, there is nobody to tell; the work goes on. */
export function outliveReaders(...streams: NodeJS.WriteStream[]): void {
  for (const stream of streams) stream.on('error', () => {})
}

/** How long what is no failure waits for more, to be written with it, and for how many at most. Many lines cost less together than one by one. */
const GATHERING_MS = 100
const MOST_GATHERED = 200

let gathered: { at: number; entry: LogEntry }[] = []
let writing: NodeJS.Timeout | undefined

function writeGathered(): void {
  clearTimeout(writing)
  writing = undefined
  let [lines, time, timeAt] = ['', '', 0]
  for (const { at, entry } of gathered) {
    // Many lines are of one millisecond.
    if (at !== timeAt) [time, timeAt] = [new Date(at).toISOString(), at]
    lines += `{"time":"${time}",${JSON.stringify(entry).slice(1)}\n`
  }
  gathered = []
  if (lines !== '') process.stderr.write(lines)
}

process.on('exit', writeGathered)

/** JSON lines on standard error: standard output is for who is before the console. */
export function logToConsole(entry: LogEntry): void {
  gathered.push({ at: Date.now(), entry })
  if (entry.level !== 'info' || gathered.length >= MOST_GATHERED) writeGathered()
  else writing ??= setTimeout(writeGathered, GATHERING_MS).unref()
}

/** An unexpected error as a line of the log. */
export function describeError(error: unknown): Pick<LogEntry, 'error' | 'stack'> {
  if (!(error instanceof Error)) return { error: String(error) }
  return {
    error: `${error.name}: ${error.message}`,
    stack: error.stack
      ?.split('\n')
      .slice(1)
      .map((line) => line.trim())
      .join(' | '),
  }
}

interface Said {
  code: string
  words: Words
}

/** What the machine cannot do, by what file system, SQLite and PostgreSQL say of it. */
const FAULTS_OF_THE_MACHINE: (Said & { says: RegExp })[] = [
  {
    ...{ says: /^(ENOSPC|EDQUOT|SQLITE_FULL|53100)$/, code: 'DISK_FULL' },
    words: REFUSALS.DISK_FULL,
  },
  {
    ...{ says: /^(SQLITE_READONLY\w*|25006)$/, code: 'DATABASE_READ_ONLY' },
    words: REFUSALS.READ_ONLY,
  },
]

/** Null: it is something else that went wrong. */
export function tellFaultOfMachine(error: unknown): Said | null {
  const thrown = String((error as { code?: unknown } | null)?.code)
  const found = FAULTS_OF_THE_MACHINE.find(({ says }) => says.test(thrown))
  return found ? { code: found.code, words: found.words } : null
}

/** All that an asker is said of an unexpected error. */
export function tellUnexpected(error: unknown, requestId: string): Said {
  const words = fill(REFUSALS.WENT_WRONG, { requestId })
  return tellFaultOfMachine(error) ?? { code: 'INTERNAL', words }
}
