import { once } from 'node:events'
import { mkdirSync, writeFileSync } from 'node:fs'
import { request, type IncomingMessage } from 'node:http'
import { connect } from 'node:net'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, describe, expect, it } from 'vitest'
import { createApp } from '@causeway/server/outlets/http/app'
import { openDatabase } from '@causeway/server/ground/database/open'
import { migrate } from '@causeway/server/records/migrate'
import { settleKeeping } from '@causeway/server/figures/keep-later'
import { warmTotals } from '@causeway/server/figures/warm'
import { listen, type Listening } from '@causeway/server/outlets/http/serve'
import { fillCollege, openCollege, type College } from '../support/college.ts'
import { folderOfTest } from '../support/folders.ts'

const closing: (() => Promise<void> | void)[] = []
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close()
})

async function serve(
  webRoot: string | null = null,
  reachedAt: string | null = null,
): Promise<{ college: College; server: Listening }> {
  const folder = folderOfTest()
  const database = await openDatabase(`file:${join(folder, 'test.db')}`)
  await migrate(database)
  const college = await openCollege(database, { webRoot })
  const server = await listen(college.app, { port: 0, host: '127.0.0.1', reachedAt })
  closing.push(
    () => database.close(),
    () => settleKeeping(database),
    () => college.app.close(),
    () => server.close(),
  )
  return { college, server }
}

/** As a proxy may ask, with any `host`, which `fetch` does not let one say. */
async function send(server: Listening, path: string, headers: Record<string, string>, body?: object) {
  const asked = request(server.address + path, {
    method: body ? 'POST' : 'GET',
    headers: { ...headers, ...(body && { 'content-type': 'application/json' }) },
  })
  asked.end(body && JSON.stringify(body))
  const [answer] = (await once(asked, 'response')) as [IncomingMessage]
  return { status: answer.statusCode, headers: answer.headers, body: await text(answer) }
}

/** A web app as it is built: a page, a hashed file, a file beside. */
function buildPage(): string {
  const root = folderOfTest()
  mkdirSync(join(root, 'assets'))
  writeFileSync(
    join(root, 'index.html'),
    '<!doctype html><title>Causeway</title><script>window.early = 1</script><script type="module" src="/assets/index-abcd1234.js"></script>',
  )
  writeFileSync(join(root, 'assets', 'index-abcd1234.js'), `console.log(1)//${'x'.repeat(2_000)}`)
  writeFileSync(join(root, 'causeway.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>')
  return root
}

describe('the server', () => {
  it('says that it is alive and ready, what it has counted, and what its schema is', async () => {
    const { server } = await serve()
    const get = (path: string) => fetch(server.address + path)
    expect(await (await get('/healthz')).json()).toEqual({ status: 'alive' })
    expect(await (await get('/readyz')).json()).toEqual({ status: 'ready' })
    expect(await (await get('/schema.graphql')).text()).toContain('type Query {')
    const metrics = await (await get('/metrics')).text()
    expect(metrics).toContain('causeway_http_requests_total{route="health",status="200"} 2')
    for (const line of metrics.trim().split('\n'))
      expect(line).toMatch(/^(# (HELP|TYPE) \w+ .+|[a-z_0-9]+(\{[^}]*\})? [\d.e+-]+)$/)
  })

  it('is not ready without its database', async () => {
    const { college, server } = await serve()
    await college.causeway.database.close()
    expect((await fetch(`${server.address}/readyz`)).status).toBe(503)
    expect((await fetch(`${server.address}/healthz`)).status).toBe(200)
    closing.splice(1, 1)
  })

  it('serves the page for every view, hashed files for ever, nothing outside its folder', async () => {
    const { server } = await serve(buildPage())
    const page = await fetch(`${server.address}/indicator/EX02?years=5`)
    expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8')
    expect(page.headers.get('cache-control')).toBe('public, no-cache')
    const policy = page.headers.get('content-security-policy')!
    expect(policy).toMatch(/default-src 'none'; script-src 'self' 'sha256-[\w+/=]+'; style-src 'self';/)
    expect(policy).not.toMatch(/https?:|unsafe|\*/)
    expect(page.headers.get('x-content-type-options')).toBe('nosniff')
    const etag = page.headers.get('etag')!
    const again = await fetch(`${server.address}/indicator/EX02?years=5`, { headers: { 'if-none-match': etag } })
    expect(again.status).toBe(304)
    const script = await fetch(`${server.address}/assets/index-abcd1234.js`, {
      headers: { 'accept-encoding': 'gzip, br' },
    })
    expect(script.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
    expect(script.headers.get('content-encoding')).toBe('br')
    expect((await fetch(`${server.address}/assets/index-00000000.js`)).status).toBe(404)
    for (const path of ['/..%2f..%2fetc/passwd', '/assets/../../package.json', '/%2e%2e/package.json']) {
      const response = await fetch(server.address + path)
      expect(await response.text(), path).not.toContain('"name"')
    }
  })

  it('has no counts to show where they are closed', async () => {
    const { college } = await serve(buildPage())
    const closed = createApp(college.causeway, { webRoot: buildPage(), metrics: false, log: () => {} })
    closing.push(() => closed.close())
    const answer = await closed.fetch(new Request('http://causeway.test/metrics'))
    expect([answer.status, await answer.text()]).toEqual([404, expect.stringContaining('NOT_FOUND')])
    expect((await closed.fetch(new Request('http://causeway.test/healthz'))).status).toBe(200)
  })

  it('tells a browser to keep to https where people come by it, on the word of nobody but its settings and proxies', async () => {
    const { college, server } = await serve(buildPage(), 'https://figures.college.example')
    const said = async (response: Promise<{ headers: IncomingMessage['headers'] }>) =>
      (await response).headers['strict-transport-security']
    for (const path of ['/', '/healthz', '/graphql?query={__typename}', '/nowhere.txt'])
      expect([path, await said(send(server, path, {}))]).toEqual([path, 'max-age=31536000'])
    const { server: plain } = await serve(buildPage())
    expect(await said(send(plain, '/', {}))).toBeUndefined()
    expect(await said(send(plain, '/', { 'x-forwarded-proto': 'https' }))).toBeUndefined()
    const behind = createApp(college.causeway, { webRoot: null, proxies: 1, log: () => {} })
    closing.push(() => behind.close())
    const ask = async (proto: string) =>
      (
        await behind.fetch(new Request('http://causeway.test/healthz', { headers: { 'x-forwarded-proto': proto } }))
      ).headers.get('strict-transport-security')
    expect([await ask('https'), await ask('http')]).toEqual(['max-age=31536000', null])
  })

  it('lets other sites read, without cookies', async () => {
    const { server } = await serve()
    const preflight = await fetch(`${server.address}/graphql`, {
      method: 'OPTIONS',
      headers: { origin: 'https://elsewhere.test' },
    })
    expect(preflight.status).toBe(204)
    expect(preflight.headers.get('access-control-allow-origin')).toBe('*')
    expect(preflight.headers.get('access-control-allow-credentials')).toBeNull()
    const answer = await fetch(`${server.address}/graphql?query={__typename}`)
    expect(answer.headers.get('access-control-allow-origin')).toBe('*')
    expect((await fetch(`${server.address}/session`)).headers.get('access-control-allow-origin')).toBeNull()
  })

  it('says and checks the address by which people reach it, whatever a request or a proxy says', async () => {
    const { college, server } = await serve(buildPage(), 'https://figures.college.example')
    await fillCollege(college)
    const says = { host: 'elsewhere.example', 'x-forwarded-host': 'elsewhere.example', 'x-forwarded-proto': 'http' }
    const ask = (path: string) => send(server, path, says)
    const page = (await ask('/indicator/EX02?institution=X')).body
    expect(page).toContain('property="og:url" content="https://figures.college.example/indicator/EX02?institution=X"')
    const image = /property="og:image" content="https:\/\/figures\.college\.example([^"]*)"/.exec(page)![1]!
    expect((await ask(image.replaceAll('&amp;', '&'))).headers['content-type']).toBe('image/png')
    expect(page).not.toContain('elsewhere.example')
    const url = encodeURIComponent('https://figures.college.example/indicator/EX02?institution=X')
    const embedded = JSON.parse((await ask(`/oembed?url=${url}`)).body) as { html: string; provider_url: string }
    expect(embedded.provider_url).toBe('https://figures.college.example')
    expect(embedded.html).toContain('src="https://figures.college.example/embed/EX02?')
    const token = await college.tokenFor('reader', 'X')
    const signIn = (origin: string) => send(server, '/session', { ...says, origin }, { token })
    const { status, headers } = await signIn('https://figures.college.example')
    expect([status, headers['set-cookie']?.[0]]).toEqual([200, expect.stringContaining('; Secure')])
    expect((await signIn('https://elsewhere.example')).status).toBe(403)
    expect((await signIn(server.address)).status).toBe(403)
  })

  it('where nobody set its address, goes by `Host` alone', async () => {
    const { college, server } = await serve(buildPage())
    await fillCollege(college)
    const says = { host: 'figures.college.example:8443', 'x-forwarded-host': 'elsewhere.example' }
    const ask = async (more: Record<string, string>) =>
      (await send(server, '/indicator/EX02?institution=X', { ...says, ...more })).body
    expect(await ask({})).toContain('property="og:url" content="http://figures.college.example:8443/indicator/EX02?')
    expect(await ask({ 'x-forwarded-proto': 'https, http' })).toContain(
      'property="og:url" content="https://figures.college.example:8443/indicator/EX02?',
    )
    const token = await college.tokenFor('reader', 'X')
    const signIn = async (origin: string, more = {}) =>
      (await send(server, '/session', { ...says, origin, ...more }, { token })).status
    expect(await signIn('http://figures.college.example:8443')).toBe(200)
    expect(await signIn('https://figures.college.example:8443')).toBe(403)
    expect(await signIn('https://figures.college.example:8443', { 'x-forwarded-proto': 'https' })).toBe(200)
    expect(await signIn('https://elsewhere.example')).toBe(403)
  })

  it('names every request, and logs it without who asked and what', async () => {
    const { college, server } = await serve()
    const response = await fetch(`${server.address}/i/EX02.csv?institution=secret-place`, {
      headers: { 'x-request-id': 'from-a-proxy.1', authorization: 'Bearer cw_hidden', cookie: 'a=b' },
    })
    expect(response.headers.get('x-request-id')).toBe('from-a-proxy.1')
    await fetch(`${server.address}/healthz`, { headers: { 'x-request-id': 'bad id {}' } })
    const [first, second] = college.log
    expect(first).toMatchObject({
      level: 'info',
      requestId: 'from-a-proxy.1',
      method: 'GET',
      path: '/i/EX02.csv',
      status: 401,
    })
    expect(second!.requestId).toMatch(/^[\w-]{36}$/)
    expect(JSON.stringify(college.log)).not.toMatch(/secret-place|cw_hidden|127\.0\.0\.1|a=b/)
  })

  it('outlives a body that is cut short and a client that leaves', async () => {
    const { college, server } = await serve()
    const send = (text: string) =>
      new Promise<void>((resolve) => {
        const socket = connect(server.port, '127.0.0.1', () => {
          socket.write(text)
          setTimeout(() => socket.destroy(), 100)
        })
        socket.on('close', () => resolve())
      })
    await send(
      'POST /graphql HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: 1000\r\n\r\n{"query":"{ __ty',
    )
    await send('GET /graphql?query={indicators{id}} HTTP/1.1\r\nhost: x\r\n\r\n')
    await send('not http at all\r\n\r\n')
    await send(`GET /${'x'.repeat(20_000)} HTTP/1.1\r\nhost: x\r\n\r\n`)
    expect((await fetch(`${server.address}/healthz`)).status).toBe(200)
    expect(college.log.filter((entry) => entry.level === 'error')).toEqual([])
    expect(college.log.filter((entry) => (entry.status ?? 0) >= 500)).toEqual([])
  })

  it('ends the work for a client that leaves while it is done, without a failure', async () => {
    const { college } = await serve()
    await fillCollege(college)
    const query = '{ indicators { series(institution: "X", from: 1950, to: 2020, by: "unit") { figures { value } } } }'
    for (const milliseconds of [0, 3, 15]) {
      const left = new AbortController()
      setTimeout(() => left.abort(), milliseconds)
      expect((await college.post('/graphql', { query }, {}, left.signal)).status).toBeLessThan(500)
    }
    expect(college.log.filter((entry) => entry.level === 'error')).toEqual([])
    expect((await college.ask('{ institution(code: "X") { code } }')).data.institution.code).toBe('X')
  })

  it('makes nothing in the background as long as somebody asks something, and then all', async () => {
    const { college, server } = await serve()
    await fillCollege(college)
    const causeway = { ...college.causeway, indicators: college.causeway.indicators.slice(0, 3) }
    let made = false
    closing.push(warmTotals(causeway, async () => void (made = true), server.quietFor))
    for (let asked = 0; asked < 8; asked++) {
      await fetch(`${server.address}/healthz`)
      await sleep(200)
    }
    expect(made).toBe(false)
    await expect.poll(() => made).toBe(true)
  })

  it('refuses a body that is too large, and goes on with the next request', async () => {
    const { server } = await serve()
    const response = await fetch(`${server.address}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: 'x'.repeat(2_000_000) }),
    })
    expect(response.status).toBe(413)
    expect((await fetch(`${server.address}/graphql?query={__typename}`)).status).toBe(200)
  })
})
