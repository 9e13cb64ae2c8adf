import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import type { App } from '@causeway/server/outlets/http/app'
import { readBody } from '@causeway/server/outlets/http/read-body'
import { listen, type Listening } from '@causeway/server/outlets/http/serve'

/** As usual, in a tenth of the time or less. */
const TIMES = { head: 600, idle: 600, silent: 3_000, sending: 1_000, look: 50 }
/** What a slow machine may add. */
const MOST_MS = 20_000
const LONG = 32 * 1024 * 1024

const HERE = { port: 0, host: '127.0.0.1' }
const appOf = (fetch: App['fetch']): App => ({ fetch, endStreams: () => {}, close: async () => {} })

const app = appOf(async (request) => {
  const { pathname } = new URL(request.url)
  if (pathname === '/slow') await new Promise((resolve) => setTimeout(resolve, 2 * TIMES.head))
  if (pathname === '/long') return new Response(new Uint8Array(LONG))
  return new Response(`read: ${await request.text()}`)
})

let server: Listening
beforeAll(async () => {
  server = await listen(app, { ...HERE, times: TIMES })
})
afterAll(() => server.close())

interface Connection {
  socket: Socket
  heard(): string
  /** After how many milliseconds it ended; it fails where that takes too long. */
  ended: Promise<number>
}

function open(): Promise<Connection> {
  const began = performance.now()
  const socket = connect(server.port, '127.0.0.1')
  let text = ''
  const ended = new Promise<number>((resolve, reject) => {
    const late = setTimeout(() => reject(new Error('it is open still')), MOST_MS)
    socket.on('close', () => {
      clearTimeout(late)
      resolve(performance.now() - began)
    })
  })
  ended.catch(() => {})
  socket.on('data', (chunk: Buffer) => (text += String(chunk)))
  socket.on('error', () => {})
  return new Promise((resolve) => socket.once('connect', () => resolve({ socket, heard: () => text, ended })))
}

const GET = 'GET / HTTP/1.1\r\nhost: x\r\n\r\n'

describe.concurrent('a connection ends', () => {
  test('on which nobody asks, without a word: a browser would take it for the answer to what it asks next', async () => {
    const { heard, ended } = await open()
    expect(await ended).toBeGreaterThanOrEqual(TIMES.head - 50)
    expect(heard()).toBe('')
  })

  test('that has half a head', async () => {
    const { socket, heard, ended } = await open()
    socket.write('GET / HTTP/1.1\r\nho')
    expect(await ended).toBeGreaterThanOrEqual(TIMES.head - 50)
    expect(heard()).toContain('408 Request Timeout')
  })

  test('whose head comes in drops', async () => {
    const { socket, ended } = await open()
    socket.write('GET / HTTP/1.1\r\nx: ')
    const drops = setInterval(() => socket.write('y'), 30)
    expect(await ended).toBeGreaterThanOrEqual(TIMES.head - 50)
    clearInterval(drops)
  })

  test('that stays idle after an answer', async () => {
    const { socket, heard, ended } = await open()
    socket.write(GET)
    await expect.poll(heard).toContain('read: ')
    expect(await ended).toBeGreaterThanOrEqual(TIMES.idle - 50)
  })

  test('that promises a body and sends none', async () => {
    const { socket, ended } = await open()
    socket.write('POST / HTTP/1.1\r\nhost: x\r\ncontent-length: 1000\r\n\r\nfirst')
    expect(await ended).toBeGreaterThanOrEqual(TIMES.silent - 50)
  })

  test('whose answer is not taken', async () => {
    const { socket, ended } = await open()
    socket.removeAllListeners('data').pause()
    socket.write(GET.replace('/', '/long'))
    await new Promise((resolve) => setTimeout(resolve, TIMES.sending + 500))
    let taken = 0
    // What the system holds of it already; a connection that is open still would give all.
    socket.on('data', (chunk: Buffer) => (taken += chunk.length)).resume()
    await ended
    expect(taken).toBeGreaterThan(0)
    expect(taken).toBeLessThan(LONG)
  })
})

test('a connection lasts as long as an answer takes, and as often as it is asked', async () => {
  const { socket, heard } = await open()
  for (let asked = 1; asked <= 3; asked++) {
    socket.write(GET.replace('/', '/slow'))
    await expect.poll(() => heard().split('read: ').length - 1, { timeout: MOST_MS }).toBe(asked)
  }
  socket.destroy()
})

test('a body that is not a file and takes too long was cut short', async () => {
  const body = new ReadableStream({ start: (sends) => sends.enqueue(new TextEncoder().encode('{"query":')) })
  const request = new Request('http://causeway.test/graphql', { method: 'POST', body, duplex: 'half' } as RequestInit)
  await expect(readBody(request, 1_000, 100)).rejects.toMatchObject({ code: 'CUT_SHORT' })
})

describe('the server', () => {
  test('outlives an answer that cannot be given up, when its client has left before it', async () => {
    let finish = () => {}
    const failed: unknown[] = []
    const note = (reason: unknown) => failed.push(reason)
    process.on('unhandledRejection', note)
    const called = Promise.withResolvers<void>()
    const cancelled = Promise.withResolvers<void>()
    const body = new ReadableStream({
      cancel() {
        cancelled.resolve()
        throw new Error('cannot be given up')
      },
    })
    const slow = appOf(
      () =>
        new Promise((resolve) => {
          finish = () => resolve(new Response(body))
          called.resolve()
        }),
    )
    const server = await listen(slow, HERE)
    onTestFinished(async () => {
      process.off('unhandledRejection', note)
      await server.close()
    })
    const socket = connect(server.port, '127.0.0.1', () => socket.write(GET))
    await called.promise
    socket.destroy()
    await new Promise((resolve) => setTimeout(resolve, 100))
    finish()
    await cancelled.promise
    await new Promise((resolve) => setTimeout(resolve, 50))
    expect(failed).toEqual([])
  })

  test('answers all that was sent before it stops: on new connections, on kept ones, and one behind the other', async () => {
    const slow = appOf(async ({ url }) => {
      await new Promise((resolve) => setTimeout(resolve, 100))
      return new Response(`answer to ${new URL(url).pathname};`)
    })
    const server = await listen(slow, HERE)
    const open = async (): Promise<{ socket: Socket; heard: () => string; closed: Promise<unknown> }> => {
      const socket = connect(server.port, '127.0.0.1')
      let text = ''
      socket.on('data', (chunk: Buffer) => (text += String(chunk)))
      const closed = once(socket, 'close')
      await once(socket, 'connect')
      return { socket, heard: () => text, closed }
    }
    const get = (path: string) => `GET ${path} HTTP/1.1\r\nhost: x\r\n\r\n`
    const kept = await open()
    kept.socket.write(get('/first'))
    await expect.poll(kept.heard).toContain('answer to /first;')
    const fresh = await Promise.all(Array.from({ length: 20 }, () => open()))
    // Within one turn of the loop: nothing of this was read when the stop begins.
    for (const [at, { socket }] of fresh.entries()) socket.write(get(`/${at}`) + get(`/${at}/next`))
    kept.socket.write(get('/second'))
    const last = connect(server.port, '127.0.0.1', () => last.write(get('/last')))
    const answered = text(last)
    await server.close()
    await Promise.all([kept, ...fresh].map(({ closed }) => closed))
    expect(kept.heard()).toContain('answer to /second;')
    expect(await answered).toContain('answer to /last;')
    for (const [at, { heard }] of fresh.entries()) {
      expect(heard()).toContain(`answer to /${at};`)
      expect(heard()).toContain(`answer to /${at}/next;`)
    }
  })

  test('waits, when it stops, for no connection on which nothing came', async () => {
    const server = await listen(app, HERE)
    const silent = connect(server.port, '127.0.0.1').resume()
    await once(silent, 'connect')
    await Promise.all([once(silent, 'close', { signal: AbortSignal.timeout(6_000) }), server.close()])
  })

  test('lets requests under way end before it stops, and takes no new one', async () => {
    let finish = () => {}
    const called = Promise.withResolvers<void>()
    const slow = appOf(
      () =>
        new Promise((resolve) => {
          finish = () => resolve(new Response('done'))
          called.resolve()
        }),
    )
    const server = await listen(slow, HERE)
    const answer = fetch(server.address)
    await called.promise
    let stopped = false
    const stopping = server.close().then(() => (stopped = true))
    await new Promise((resolve) => setTimeout(resolve, 100))
    expect(stopped).toBe(false)
    await expect(fetch(server.address)).rejects.toThrow()
    finish()
    expect(await (await answer).text()).toBe('done')
    await stopping
    expect(stopped).toBe(true)
  })
})
