import { STATUS_CODES, type IncomingMessage, type ServerResponse } from 'node:http'
import type { Socket } from 'node:net'
import type { AskedBy } from '../../access/read-viewer.ts'
import { sessionsIn } from '../../access/session.ts'
import type { Database } from '../../ground/database/database.ts'
import type { LogEntry } from '../../ground/log.ts'
import type { Sent } from './answer.ts'
import { keyOf } from './finish-answer.ts'
import { idOf, type Lettered } from './ready-key.ts'
import { stampIn } from './store.ts'

/** All that is kept, and the most of one answer. */
const MOST_BYTES = 8 * 1024 * 1024
const MOST_BYTES_OF_ONE = 256 * 1024
/** A body up to here goes with its head in one piece, as letters; a larger one would be copied for that. */
export const MOST_LETTERS = 16 * 1024
const MOST_ASKERS = 1_000
const DAY_MS = 86_400_000

/** How it was sent. `by`: who asked; absent: nobody looked. */
interface Sending extends Sent {
  by: AskedBy | undefined
  route: string
  path: string
  status: number
  headers: Headers
}

/** An answer as it is written. */
interface Ready extends Omit<Sending, 'headers' | 'body' | 'by'> {
  /** As Node writes it: what is before the name of the request, and what is after it up to the date. */
  head: [string, string]
  body: string | Buffer
  /** Of the body as the log has it, and of all that it takes here. */
  length: number
  bytes: number
  /** The last in which it was seen to be true. */
  state: string
}

interface Waiting {
  lettered: Lettered
  incoming: IncomingMessage
  outgoing: ServerResponse
  came: number
  turns: Turns
}

/** What becomes of a request. */
export interface Turns {
  /** It is not known; null: its letters are not all there. */
  ask(incoming: IncomingMessage, outgoing: ServerResponse, lettered: Lettered | null): void
  /** It is answered, and the answer could not be handed on at once. */
  hold(incoming: IncomingMessage, outgoing: ServerResponse): void
  /** What a head ends with where the connection goes on. */
  endOfHead: string
}

export type NoteRequest = (
  route: string,
  entry: Omit<LogEntry, 'level' | 'message'> & { status: number; milliseconds: number },
) => void

/**
 * Answers as they were sent, given again to the same letters before a `Request` is made of them. Requests that are there together share one
 * look at the state of the database, which comes after the last of them was read: nothing older than that is ever given.
 */
export class ReadyAnswers {
  readonly #database: Database
  readonly #note: NoteRequest
  readonly #answers = new Map<string, Ready>()
  /** Who asks, as far as it can alter an answer, by what says it; in one state, and until then. */
  readonly #askers = new Map<string, { as: string; state: string; until: number }>()
  readonly #waiting: Waiting[] = []
  #looking = false
  /** Where the last request came from. */
  #socket: Socket | undefined
  #ended = false
  bytes = 0
  hits = 0

  constructor(database: Database, note: NoteRequest) {
    this.#database = database
    this.#note = note
  }

  /** From here on nothing is given. */
  end(): void {
    this.#ended = true
  }

  /** Gives what is known, else has it asked. */
  take(one: Waiting): void {
    const { lettered, incoming } = one
    if (lettered.length === 0 && !this.#mayKnow(lettered)) return askFor(one)
    const isAlone = incoming.socket === this.#socket
    this.#socket = incoming.socket
    if (this.#waiting.push(one) > 1 || this.#looking) return
    // Nobody but who had the last answer: there is no other to wait for. A body comes after its head.
    if (isAlone && lettered.length === 0) this.#look()
    else setImmediate(this.#look)
  }

  /** Keeps an answer for those who ask the same. */
  keep({ key, who, state }: Lettered, sending: Sending): void {
    const as = this.#ended ? null : who === null ? '' : state === undefined ? null : this.#asker(who, state, sending.by)
    const { reads, stamp, route, path, status } = sending
    if (as === null || sending.body.length > MOST_BYTES_OF_ONE) return
    const isEmpty = key.startsWith('HEAD') || status === 304
    const bodyBytes = isEmpty ? EMPTY : bytesOf(sending.body)
    const body = bodyBytes.length > MOST_LETTERS ? bodyBytes : bodyBytes.toString('latin1')
    const length = Number(sending.headers.get('content-length'))
    const bytes = as.length + key.length + body.length + 2_000
    this.#forget(as + key)
    const ready: Ready = { reads, stamp, route, path, status, head: headOf(sending), body, length, bytes, state: '' }
    this.#answers.set(as + key, ready)
    this.bytes += bytes
    for (const oldest of this.#answers.keys()) {
      if (this.bytes <= MOST_BYTES) break
      this.#forget(oldest)
    }
  }

  #asker(who: string, state: string, by: AskedBy | undefined): string | null {
    if (!by) return null
    const as = by.viewer.role === null ? '' : JSON.stringify(keyOf(by.viewer))
    // A token ends with a day.
    const until = Math.min(by.sessionEnds?.getTime() ?? Infinity, (Math.floor(Date.now() / DAY_MS) + 1) * DAY_MS)
    if (this.#askers.size >= MOST_ASKERS) this.#askers.clear()
    this.#askers.set(who, { as, state, until })
    return as
  }

  #forget(key: string): void {
    this.bytes -= this.#answers.get(key)?.bytes ?? 0
    this.#answers.delete(key)
  }

  #mayKnow({ who, key }: Lettered): boolean {
    return who !== null || this.#answers.has(key)
  }

  readonly #look = (): void => {
    const these: Waiting[] = []
    for (const one of this.#waiting.splice(0)) {
      if (one.lettered.length > 0 && !readBody(one)) one.turns.ask(one.incoming, one.outgoing, null)
      else if (this.#mayKnow(one.lettered)) these.push(one)
      else askFor(one)
    }
    if (these.length === 0) return
    const askAll = () => these.forEach(askFor)
    try {
      const state = this.#database.state()
      if (typeof state === 'string') return this.#answer(these, state)
      this.#looking = true
      void state
        .then((read) => this.#answer(these, read), askAll)
        .finally(() => {
          this.#looking = false
          if (this.#waiting.length > 0) this.#look()
        })
    } catch {
      askAll()
    }
  }

  #answer(these: Waiting[], state: string): void {
    for (const one of these) {
      const { lettered, outgoing } = one
      // Nobody waits any longer.
      if (outgoing.destroyed) continue
      let as = ''
      if (lettered.who !== null) {
        lettered.state = sessionsIn(state, this.#database)
        const asker = this.#askers.get(lettered.who)
        if (asker?.state !== lettered.state || Date.now() >= asker.until) {
          askFor(one)
          continue
        }
        as = asker.as
      }
      const ready = this.#ended ? undefined : this.#answers.get(as + lettered.key)
      if (!ready) askFor(one)
      else if (ready.stamp === null || ready.state === state) this.#send(one, as + lettered.key, ready)
      else void this.#prove(one, as + lettered.key, ready, state)
    }
  }

  async #prove(one: Waiting, key: string, ready: Ready, state: string): Promise<void> {
    try {
      if ((await stampIn(state, this.#database, ready.reads)) === ready.stamp && !this.#ended) {
        ready.state = state
        return this.#send(one, key, ready)
      }
      if (this.#answers.get(key) === ready) this.#forget(key)
    } catch {
      // Anyone who asks hears what is wrong.
    }
    askFor(one)
  }

  #send({ lettered, incoming, outgoing, came, turns }: Waiting, key: string, ready: Ready): void {
    const { head, status, body, length, route, path } = ready
    const requestId = idOf(lettered.id)
    const written = head[0] + requestId + head[1]
    if (incoming.httpVersion === '1.1' && outgoing.shouldKeepAlive) {
      outgoing.statusCode = status
      // Node would look at each name and value anew, which takes longer than all that is done here.
      ;(outgoing as Headed)._header = written + dateNow() + turns.endOfHead
    } else outgoing.writeHead(status, written.split('\r\n').slice(1, -1).flatMap(nameAndValue))
    outgoing.end(body, 'latin1')
    if (outgoing.writableLength > 0) turns.hold(incoming, outgoing)
    this.hits++
    // Last asked, last to go.
    if (this.bytes > MOST_BYTES / 2 && this.#answers.delete(key)) this.#answers.set(key, ready)
    const milliseconds = Math.round((performance.now() - came) * 10) / 10
    this.#note(route, { requestId, method: lettered.method, path, status, milliseconds, bytes: length })
  }
}

/** Where Node has the head that it sends with the first bytes of a body. */
type Headed = ServerResponse & { _header: string }

function headOf({ status, headers }: Sending): [string, string] {
  const pairs = [...headers]
  const at = pairs.findIndex(([name]) => name === 'x-request-id')
  const write = (some: typeof pairs) => some.map((pair) => `${pair.join(': ')}\r\n`).join('')
  const line = `HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\n`
  return [`${line}${write(pairs.slice(0, at))}x-request-id: `, `\r\n${write(pairs.slice(at + 1))}Date: `]
}

const nameAndValue = (line: string) => line.split(/: (.*)/, 2)

let [date, dateAt] = ['', 0]
/** In the letters of HTTP. */
function dateNow(): string {
  const second = Math.floor(Date.now() / 1000)
  if (second !== dateAt) [date, dateAt] = [new Date(second * 1000).toUTCString(), second]
  return date
}

const EMPTY = Buffer.alloc(0)

/** What is bytes already is held once, here and where it is known. */
function bytesOf(body: string | Uint8Array): Buffer {
  return typeof body === 'string' ? Buffer.from(body) : Buffer.from(body.buffer, body.byteOffset, body.byteLength)
}

function askFor({ turns, incoming, outgoing, lettered }: Waiting): void {
  turns.ask(incoming, outgoing, lettered)
}

/** A body that came with its head is part of what was asked; where more of it is to come, it is asked as any. */
function readBody({ lettered, incoming }: Waiting): boolean {
  const body = incoming.complete ? (incoming.read() as Buffer | null) : null
  if (body === null) return false
  lettered.key += `\n\n${body.toString('latin1')}`
  // Where Hono's server looks for what was read already.
  Object.assign(incoming, { rawBody: body })
  return true
}
