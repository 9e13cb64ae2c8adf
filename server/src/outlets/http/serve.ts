import { createServer, ServerResponse, type IncomingMessage } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'
import { setImmediate as nextTurn, setTimeout as sleep } from 'node:timers/promises'
import { getRequestListener, type HttpBindings } from '@hono/node-server'
import type { App } from './app.ts'
import { MOST_LETTERS, type Turns } from './ready-answers.ts'
import { readLetters, type Lettered } from './ready-key.ts'

/** Time that requests under way have to end when the server stops: more than an answer may take. */
export const GRACE_MS = 35_000
/** After the signal: what was sent before it is on its way in. */
const COMING_IN_MS = 40
const QUIET_TURNS = 8
/** When a connection ends that nobody uses well, in milliseconds. */
export const USUAL_TIMES = {
  /** Longest for the head of a request to come, also of the first. */
  head: 10_000,
  /** Longest between an answer and the next request. */
  idle: 10_000,
  /** Longest that nothing is sent and nothing read, but while an answer is made. */
  silent: 60_000,
  /** Who takes an answer in drops has so long for the whole of it. */
  sending: 600_000,
  /** The first two are looked at so often. */
  look: 2_000,
}
const MOST_CONNECTIONS = 4_000
/** By the code of what is wrong with a request; any other is a bad one. */
const CLIENT_ERRORS: Readonly<Record<string, string>> = {
  HPE_HEADER_OVERFLOW: '431 Request Header Fields Too Large',
  ERR_HTTP_REQUEST_TIMEOUT: '408 Request Timeout',
}

export interface Listening {
  /** `http://127.0.0.1:4000` */
  address: string
  port: number
  /** Milliseconds since it began, or a request came. */
  quietFor(): number
  /** Takes no new request, lets those under way end, then resolves. */
  close(): Promise<void>
}

/**
 * Serves the app on a port (0: any that is free). Rejects where the port cannot be had. `reachedAt`: the origin by which people reach
 * it; null: whatever `Host` each request says.
 */
export async function listen(
  app: App,
  {
    port,
    host,
    reachedAt = null,
    times = USUAL_TIMES,
  }: { port: number; host: string; reachedAt?: string | null; times?: typeof USUAL_TIMES },
): Promise<Listening> {
  let stopping = false
  /** Connections and requests so far. */
  let came = 0
  let cameAt = performance.now()
  /** Requests that a connection carries: some clients send the next before they have the answer to the one before. */
  const carried = new WeakMap<Socket, number>()
  const carry = ({ socket }: IncomingMessage, outgoing: ServerResponse) => {
    carried.set(socket, (carried.get(socket) ?? 0) + 1)
    outgoing.once('close', () => {
      carried.set(socket, carried.get(socket)! - 1)
      if (stopping && carried.get(socket) === 0) socket.end()
    })
  }
  const limitSending = (outgoing: ServerResponse) => {
    const late = setTimeout(() => outgoing.destroy(), times.sending)
    outgoing.once('close', () => clearTimeout(late))
  }
  const letters = new WeakMap<IncomingMessage, Lettered>()
  const answer = getRequestListener(
    async (request, bindings) => {
      const { incoming, outgoing } = bindings as HttpBindings
      const { socket } = incoming
      carry(incoming, outgoing)
      // Who has sent all waits for us, in line for long where that has to be.
      incoming.once('end', () => socket.setTimeout(0))
      const client = { address: socket.remoteAddress ?? 'unknown', lettered: letters.get(incoming) }
      const response = await app.fetch(reachedAt === null ? request : reachedBy(request, reachedAt), client)
      // Kept alive, what is left of a body that was refused would be read as the next request. Once it stops, a connection ends with the
      // last request that it carries.
      if (!incoming.complete || (stopping && carried.get(socket) === 1)) outgoing.setHeader('connection', 'close')
      if (!response.headers.get('content-type')?.startsWith('text/event-stream')) limitSending(outgoing)
      return response
    },
    // HTTP/1.0 may lack it.
    { hostname: 'localhost' },
  )
  const { ready } = app
  const turns: Turns = {
    ask(incoming, outgoing, lettered) {
      if (lettered) letters.set(incoming, lettered)
      void answer(incoming, outgoing)
    },
    hold(incoming, outgoing) {
      incoming.socket.setTimeout(times.silent)
      carry(incoming, outgoing)
      limitSending(outgoing)
    },
    endOfHead: `\r\nConnection: keep-alive\r\nKeep-Alive: timeout=${Math.floor(times.idle / 1000)}\r\n\r\n`,
  }
  const server = createServer(
    {
      // An upload over a slow line takes its time; any other body is given half a minute where it is read.
      requestTimeout: 600_000,
      headersTimeout: times.head,
      keepAliveTimeout: times.idle,
      connectionsCheckingInterval: times.look,
      maxHeaderSize: 16_384,
      // A request without a body is no stream that has to end.
      optimizeEmptyRequests: true,
      ServerResponse: InOnePiece,
    },
    (incoming, outgoing) => {
      came++
      cameAt = performance.now()
      // What is asked behind a question that is not answered yet is answered after it.
      const lettered = ready && !stopping && !carried.get(incoming.socket) ? readLetters(incoming) : null
      if (lettered) ready!.take({ lettered, incoming, outgoing, came: cameAt, turns })
      else void answer(incoming, outgoing)
      // Node does so for each request: of the time that a known answer takes it is a part.
      if (!outgoing.writableEnded) incoming.socket.setTimeout(times.silent)
    },
  )
  server.maxConnections = MOST_CONNECTIONS
  const connections = new Set<Socket>()
  server.on('connection', (socket) => {
    came++
    connections.add(socket)
    socket.once('close', () => connections.delete(socket))
  })
  // A request that is no HTTP, or was cut short. Browsers open connections in advance, and would take what came on one that nobody
  // used yet for the answer to what they ask next.
  server.on('clientError', (error: NodeJS.ErrnoException, socket: Socket) => {
    if (error.code === 'ECONNRESET' || !socket.writable || socket.bytesRead === 0) return socket.destroy()
    const status = CLIENT_ERRORS[error.code ?? ''] ?? '400 Bad Request'
    socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`)
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen({ port, host }, () => {
      server.off('error', reject)
      resolve()
    })
  })
  const bound = server.address() as AddressInfo
  const name = bound.family === 'IPv6' ? `[${bound.address}]` : bound.address
  return {
    address: `http://${name}:${bound.port}`,
    port: bound.port,
    quietFor: () => performance.now() - cameAt,
    close: async () => {
      stopping = true
      app.endStreams()
      // A connection that is still to be taken, or a request that is still to be read, would be cut.
      await sleep(COMING_IN_MS)
      // One connection is taken in a turn of the loop: a busy one has taken few of them by now.
      for (let before = -1; came !== before;) {
        before = came
        for (let turn = 0; turn < QUIET_TURNS; turn++) await nextTurn()
      }
      const hurry = setTimeout(() => server.closeAllConnections(), GRACE_MS)
      const closed = new Promise((resolve) => server.close(resolve))
      // Browsers open connections in advance; to Node one on which nothing came is not idle.
      for (const socket of connections) if (socket.bytesRead === 0) socket.destroy()
      await closed
      clearTimeout(hurry)
    },
  }
}

/** A small body goes with its head in one piece, as letters: to write two takes the system longer. */
class InOnePiece extends ServerResponse {
  override end(...given: unknown[]): this {
    const [body] = given
    const isSmall = given.length === 1 && body instanceof Uint8Array && body.length <= MOST_LETTERS
    if (!isSmall) return super.end(...(given as [unknown]))
    return super.end(Buffer.from(body.buffer, body.byteOffset, body.byteLength).toString('latin1'), 'latin1')
  }
}

/** As people reach it: nothing that the request or a proxy says of name and scheme counts. */
function reachedBy(request: Request, origin: string): Request {
  const { pathname, search } = new URL(request.url)
  const reached = new Request(origin + pathname + search, request)
  reached.headers.set('host', new URL(origin).host)
  reached.headers.delete('x-forwarded-proto')
  return reached
}
