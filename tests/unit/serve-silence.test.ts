import { setTimeout as pause } from 'node:timers/promises'
import { connect } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import type { App } from '@causeway/server/outlets/http/app'
import { listen, USUAL_TIMES } from '@causeway/server/outlets/http/serve'

const SILENT_MS = 100
let close = async () => {}
afterEach(() => close())

/** One that answers, to who sent all, after three times as long as one may be silent. */
async function serveSlowly() {
  const app: App = {
    async fetch(request) {
      const text = await request.text()
      await pause(3 * SILENT_MS)
      return new Response(text)
    },
    endStreams() {},
    async close() {},
  }
  const server = await listen(app, { port: 0, host: '127.0.0.1', times: { ...USUAL_TIMES, silent: SILENT_MS } })
  close = server.close
  return server
}

test('who has sent all may wait longer for an answer than one may be silent', async () => {
  const { address } = await serveSlowly()
  const answer = await fetch(address, { method: 'POST', body: 'all' })
  expect(await answer.text()).toBe('all')
})

test('who stops in the middle is ended', async () => {
  const { port } = await serveSlowly()
  const socket = connect(port, '127.0.0.1')
  socket.write('POST / HTTP/1.1\r\nhost: localhost\r\ncontent-length: 10\r\n\r\nhalf')
  await new Promise((resolve) => socket.once('close', resolve).resume())
  expect(socket.destroyed).toBe(true)
})
