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

/** JSON lines on standard error: standard output is for who is before the console. */
export function logToConsole(entry: LogEntry): void {
  process.stderr.write(`${JSON.stringify({ time: new Date().toISOString(), ...entry })}\n`)
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
