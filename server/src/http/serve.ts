import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Readable } from 'node:stream'
import type { App } from '../app.ts'

/** Time that requests under way have to end when the server stops. */
const GRACE_MS = 10_000

export interface Listening {
  /** `http://127.0.0.1:4000` */
  address: string
  port: number
  /** Takes no new request, lets those under way end, then resolves. */
  close(): Promise<void>
}

/**
 * Serves the app on a port (0: any that is free). Rejects where the port cannot be had. `reachedAt`: the origin by which people reach
 * it; null: whatever `Host` each request says.
 */
export async function listen(
  app: App,
  { port, host, reachedAt = null }: { port: number; host: string; reachedAt?: string | null },
): Promise<Listening> {
  const server = createServer({
    // An upload over a slow line takes its time; any other body is given half a minute where it is read.
    requestTimeout: 600_000,
    headersTimeout: 10_000,
    keepAliveTimeout: 10_000,
    maxHeaderSize: 16_384,
  })
  server.on('request', (incoming, outgoing) => {
    // Once it stops, a connection ends with the request that it carries.
    outgoing.shouldKeepAlive &&= server.listening
    outgoing.once('finish', () => {
      if (!server.listening) incoming.socket.end()
    })
    void answer(app, reachedAt, incoming, outgoing)
  })
  // A request that is no HTTP, or was cut short.
  server.on('clientError', (error: NodeJS.ErrnoException, socket) => {
    if (error.code === 'ECONNRESET' || !socket.writable) return socket.destroy()
    const status = error.code === 'HPE_HEADER_OVERFLOW' ? '431 Request Header Fields Too Large' : '400 Bad Request'
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
    close: () =>
      new Promise((resolve) => {
        app.endStreams()
        const hurry = setTimeout(() => server.closeAllConnections(), GRACE_MS)
        server.close(() => {
          clearTimeout(hurry)
          resolve()
        })
        server.closeIdleConnections()
      }),
  }
}

async function answer(
  app: App,
  reachedAt: string | null,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
): Promise<void> {
  const left = new AbortController()
  outgoing.on('close', () => {
    if (!outgoing.writableFinished) left.abort()
  })
  try {
    const response = await app.fetch(toRequest(incoming, reachedAt, left.signal), {
      address: incoming.socket.remoteAddress ?? 'unknown',
    })
    if (outgoing.destroyed) return void response.body?.cancel().catch(() => undefined)
    // Kept alive, what is left of a body that was refused would be read as the next request.
    if (!incoming.complete) outgoing.setHeader('connection', 'close')
    outgoing.writeHead(response.status, Object.fromEntries(response.headers))
    if (response.headers.get('content-type')?.startsWith('text/event-stream'))
      await pass(response, outgoing, left.signal)
    else outgoing.end(response.body ? Buffer.from(await response.arrayBuffer()) : undefined)
  } catch {
    // What is wrong with the request line or its headers: `fetch` itself throws nothing.
    if (outgoing.headersSent || outgoing.destroyed) return void outgoing.destroy()
    outgoing.writeHead(400, { 'content-length': 0, connection: 'close' }).end()
  }
}

/** Hands on what comes as it comes, until it ends or the asker leaves. */
async function pass({ body }: Response, outgoing: ServerResponse, left: AbortSignal): Promise<void> {
  outgoing.flushHeaders()
  const reader = body!.getReader()
  left.addEventListener('abort', () => void reader.cancel().catch(() => undefined), { once: true })
  for (;;) {
    const { done, value } = await reader.read()
    if (done) break
    if (!outgoing.write(value)) await once(outgoing, 'drain', { signal: left })
  }
  outgoing.end()
}

/** Where `reachedAt` is known, nothing that the request or a proxy says of name and scheme counts. */
function toRequest(incoming: IncomingMessage, reachedAt: string | null, signal: AbortSignal): Request {
  const method = incoming.method ?? 'GET'
  const hasBody = method !== 'GET' && method !== 'HEAD'
  const headers = new Headers()
  for (let i = 0; i < incoming.rawHeaders.length; i += 2)
    headers.append(incoming.rawHeaders[i]!, incoming.rawHeaders[i + 1]!)
  if (reachedAt !== null) {
    headers.set('host', new URL(reachedAt).host)
    headers.delete('x-forwarded-proto')
  }
  const origin = reachedAt ?? `http://${incoming.headers.host ?? 'localhost'}`
  const path = incoming.url?.startsWith('/') ? incoming.url : '/'
  return new Request(`${origin}${path}`, {
    method,
    headers,
    signal,
    ...(hasBody ? { body: Readable.toWeb(incoming) as ReadableStream, duplex: 'half' } : {}),
  })
}
