import { readFileSync, writeFileSync } from 'node:fs'
import { connect, type Socket } from 'node:net'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { expect, it, onTestFinished, vi } from 'vitest'
import { revokeToken } from '@causeway/server/access/tokens'
import { openDatabase } from '@causeway/server/ground/database/open'
import { settleKeeping } from '@causeway/server/figures/keep-later'
import { READ_OF_REQUESTS } from '@causeway/server/outlets/http/ready-key'
import { migrate } from '@causeway/server/records/migrate'
import { listen } from '@causeway/server/outlets/http/serve'
import { listSourceFiles, ROOT } from '../architecture/source-files.ts'
import { bearer, openFilledCollege } from '../support/college.ts'
import { forEachDatabase } from '../support/databases.ts'
import { folderOfTest } from '../support/folders.ts'
import { startNode } from '../support/processes.ts'
import { putRecords } from '../support/put-records.ts'

const MOST_TRIES = 20

const SERIES = '{ indicator(id: "EX02") { series(institution: "X", from: 2013, to: 2022) { revision profile } } }'
const QUERY = JSON.stringify({ query: SERIES })
const GRAPH = `/graphql?query=${encodeURIComponent(SERIES)}`
const CSV = '/i/EX02.csv?institution=X&from=1990&to=2022&by=country'
const PAGE = '/indicator/EX02?institution=X'

type Headers = Record<string, string>

/** What comes over the wire: one whole answer. */
function exchange(port: number, sent: string): Promise<string> {
  const socket = connect(port, '127.0.0.1')
  return exchangeOn(socket, sent).finally(() => socket.destroy())
}

/** The same on a connection that goes on. */
function exchangeOn(socket: Socket, sent: string): Promise<string> {
  for (const event of ['data', 'error', 'close']) socket.removeAllListeners(event)
  socket.setEncoding('latin1').write(sent, 'latin1')
  return new Promise((resolve, reject) => {
    let heard = ''
    socket.once('error', reject).once('close', () => resolve(heard))
    socket.on('data', (some: string) => {
      heard += some
      const answer = heard.replace('HTTP/1.1 100 Continue\r\n\r\n', '')
      const [head, ...body] = answer.split('\r\n\r\n')
      const length = sent.startsWith('HEAD') ? 0 : Number(/^content-length: (\d+)/im.exec(head!)?.[1] ?? 0)
      if (body.length > 0 && body.join('    ').length >= length) resolve(heard)
    })
  })
}

const letters = (line: string, headers: Headers, body = '') =>
  [line, ...Object.entries({ host: 'x.test', ...headers }).map((pair) => pair.join(': ')), '', body].join('\r\n')
const get = (path: string, headers: Headers = {}) => letters(`GET ${path} HTTP/1.1`, headers)
const post = (body: string, headers: Headers = {}) =>
  letters('POST /graphql HTTP/1.1', { ...JSON_OF(body), ...headers }, body)
const JSON_OF = (body: string) => ({ 'content-type': 'application/json', 'content-length': String(body.length) })

forEachDatabase((_name, open, newUrl) => {
  async function serve(database: Awaited<ReturnType<typeof open>>) {
    const webRoot = folderOfTest()
    writeFileSync(join(webRoot, 'index.html'), '<!doctype html><title>Causeway</title>')
    writeFileSync(join(webRoot, 'a.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>')
    const college = await openFilledCollege(database, undefined, { webRoot })
    const { ready, ...app } = college.app
    const quick = await listen(college.app, { port: 0, host: '127.0.0.1' })
    const slow = await listen(app, { port: 0, host: '127.0.0.1' })
    onTestFinished(async () => void (await Promise.all([quick.close(), slow.close()])))
    /** The answer, and whether it was given before it was asked. */
    const ask = async (sent: string) => {
      const before = ready!.hits
      const answer = await exchange(quick.port, sent)
      return { answer, given: ready!.hits > before }
    }
    /** After all that could make it known. What others do in the same PostgreSQL server may have it asked anew: there it is tried again. */
    const askAgain = async (sent: string, isGiven = true) => {
      const mostTries = isGiven && database.kind === 'postgres' ? MOST_TRIES : 0
      await ask(sent)
      await settleKeeping(database)
      await ask(sent)
      for (let tries = 0; ; tries++) {
        const said = await ask(sent)
        if (said.given || tries === mostTries) return said
      }
    }
    return { college, quick, ask, askAgain, askSlowly: (sent: string) => exchange(slow.port, sent) }
  }

  it('what is given again is the same to the byte as what is asked: by any address, to anybody, in any form', async () => {
    const { college, askAgain, askSlowly } = await serve(await open())
    const token = bearer(await college.tokenFor('reader', 'X'))
    const cookie = { cookie: `a=b; ${await college.signIn(await college.tokenFor('editor', 'X'))}` }
    const addresses = [GRAPH, CSV, CSV.replace('csv', 'json'), CSV.replace('csv', 'xlsx'), PAGE, '/']
    const ways: Headers[] = [
      ...[{}, cookie, { ...cookie, origin: 'https://elsewhere.test' }, { ...cookie, 'sec-fetch-site': 'same-origin' }],
      ...['br', 'gzip', 'br;q=0, gzip', 'identity'].map((one) => ({ 'accept-encoding': one })),
      ...[{ 'if-none-match': '*' }, { ...cookie, 'if-none-match': '*' }, { 'if-none-match': '"another"' }],
      ...[
        { 'x-forwarded-proto': 'https' },
        { 'accept-language': 'zh' },
        { 'user-agent': 'any' },
        { connection: 'close' },
      ],
    ]
    const given = [
      ...addresses.flatMap((path) => ways.map((headers) => get(path, headers))),
      ...addresses.map((path) => letters(`HEAD ${path} HTTP/1.1`, {})),
      ...[letters(`GET ${CSV} HTTP/1.0`, {}), letters(`GET ${CSV} HTTP/1.0`, { connection: 'keep-alive' })],
      ...[
        get(`http://other.test${CSV}`),
        get(CSV, token),
        get('/a.svg'),
        get('/graphql', { accept: 'text/html' }),
        get(CSV, { 'x-request-id': 'mine', ...token }),
      ],
      ...[
        post(QUERY),
        post(QUERY.replace('{ ind', '{ no ind')),
        post(QUERY, token),
        post(QUERY, cookie),
        post(`${QUERY} `, { 'if-none-match': '*' }),
      ],
      ...[post(QUERY, { accept: 'application/graphql-response+json' }), post(QUERY, { expect: '100-continue' })],
    ]
    const asked = [
      ...[get(PAGE, token), get('/i/EX02.csv'), get('/healthz'), get('/session', cookie), get(CSV, bearer('cw_none'))],
      ...[get(CSV, { 'content-length': '1' }).concat('x'), get(CSV, { host: 'a b' })],
      ...[
        post('{ "query": "{ batches(institution: \\"X\\") { totalCount } }" }', token),
        post(QUERY, { 'content-type': 'a/b' }),
      ],
    ]
    for (const [isGiven, sent] of [
      ...given.map((one) => [true, one] as const),
      ...asked.map((one) => [false, one] as const),
    ]) {
      const { answer, given } = await askAgain(sent, isGiven)
      const said = (text: string) => [sent, text.replaceAll(/^(x-request-id: [\w-]{36}|date: .*)\r\n/gim, '')]
      expect([sent, given]).toEqual([sent, isGiven])
      expect(said(answer)).toEqual(said(await askSlowly(sent)))
    }
    const lines = college.log.filter(({ path }) => path === '/i/EX02.csv').slice(-8, -4)
    expect(new Set(lines.map(({ requestId: _id, milliseconds: _ms, ...line }) => JSON.stringify(line))).size).toBe(1)
  })

  it('what is sent one behind the other is answered in this order, also by a server that stops meanwhile', async () => {
    const { quick, askAgain } = await serve(await open())
    for (const way of [get(GRAPH), get(CSV)]) expect((await askAgain(way)).given).toBe(true)
    const sent = [GRAPH, '/healthz', CSV, GRAPH, '/session', CSV, GRAPH]
    const socket = connect(quick.port, '127.0.0.1', () => {
      socket.write(sent.map((path) => get(path)).join(''))
      void quick.close()
    })
    const said = (await text(socket)).split('HTTP/1.1 200 OK').slice(1)
    const bodies = [
      /"revision"/,
      /"alive"/,
      /indicator,institution/,
      /"revision"/,
      /"signedIn"/,
      /indicator,inst/,
      /"revision"/,
    ]
    expect(said).toHaveLength(sent.length)
    bodies.forEach((body, i) => expect(said[i]).toMatch(body))
  })

  it('nothing is given that is older than what another process has committed', async () => {
    const url = await newUrl()
    const database = await openDatabase(url, { threaded: true })
    await migrate(database)
    const { college, ask, askAgain } = await serve(database)
    onTestFinished(async () => {
      await settleKeeping(database)
      await database.close()
    })
    const ways = [get(GRAPH), get(GRAPH, bearer(await college.tokenFor('reader', 'X'))), post(QUERY)]
    for (const way of ways) expect((await askAgain(way)).given).toBe(true)
    const writer = startNode('tests/support/write-on.ts', [url, '40'], {})
    let writes = true
    void writer.ended.finally(() => (writes = false))
    const seen = { given: 0, revisions: new Set<number>() }
    const read = async (way: string) => {
      while (writes) {
        const committed = Number(/(\d+)\n$/.exec(writer.out())?.[1] ?? 0)
        const { answer, given } = await ask(way)
        const revision = Number(/"revision":(\d+)/.exec(answer)![1])
        expect(revision).toBeGreaterThanOrEqual(committed)
        seen.revisions.add(revision)
        if (given) seen.given++
      }
    }
    await Promise.all([...ways, ...ways].map(read))
    expect((await writer.ended).code).toBe(0)
    expect(seen.given).toBeGreaterThan(40)
    expect(seen.revisions.size).toBeGreaterThan(2)
  })

  it('one who asks alone, again and again on one connection, is given what is known, and nothing older', async () => {
    const database = await open()
    const { college, quick, askAgain } = await serve(database)
    const socket = connect(quick.port, '127.0.0.1')
    const revisionOf = (answer: string) => Number(/"revision":(\d+)/.exec(answer)![1])
    const learner = { programme: 'PA', kind: 'degree', nationality: 'VN', start: '2022-09-01', end: '2023-07-01' }
    for (let change = 0; change < 3; change++) {
      const known = revisionOf((await askAgain(get(GRAPH))).answer)
      const before = college.app.ready!.hits
      for (let times = 0; times < 3; times++) expect(revisionOf(await exchangeOn(socket, get(GRAPH)))).toBe(known)
      if (database.kind === 'sqlite') expect(college.app.ready!.hits).toBe(before + 3)
      await putRecords(database, 'enrolment', 'X', [
        { person: `w${change}`, full_time: 1, planned_days: 300, ...learner },
      ])
      expect(revisionOf(await exchangeOn(socket, get(GRAPH)))).toBeGreaterThan(known)
    }
    await settleKeeping(database)
    socket.destroy()
  })

  it('what one may see who signed in ends with the session and the token, whatever else is as it was', async () => {
    const database = await open()
    const { college, ask, askAgain } = await serve(database)
    const token = await college.tokenFor('reader', 'X')
    const cookie = await college.signIn(token)
    const sent = get(GRAPH, { cookie })
    const profileOf = async ({ answer, given }: { answer: string; given: boolean }) => [
      /"profile":"(\w+)"/.exec(answer)?.[1],
      given,
    ]
    expect(await profileOf(await askAgain(get(GRAPH)))).toEqual(['PUBLIC', true])
    expect(await profileOf(await askAgain(sent))).toEqual(['EXACT', true])

    // Another writes for long: that somebody signed out is written down later.
    const held = Promise.withResolvers<void>()
    const writing = database.write(() => held.promise)
    const signedOut = await ask(letters('DELETE /session HTTP/1.1', { cookie }))
    const after = await profileOf(await ask(sent))
    held.resolve()
    await writing
    expect(signedOut.answer).toContain('"signedIn":false')
    expect(after).toEqual(['PUBLIC', false])

    const another = get(GRAPH, { cookie: await college.signIn(token) })
    expect(await profileOf(await askAgain(another))).toEqual(['EXACT', true])
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 12 * 3_600_000 })
    expect(await profileOf(await ask(another))).toEqual(['PUBLIC', false])
    vi.useRealTimers()

    const ofToken = get(GRAPH, bearer(token))
    expect(await profileOf(await askAgain(ofToken))).toEqual(['EXACT', true])
    await revokeToken(database, token.split('_')[1]!)
    expect((await ask(ofToken)).answer).toMatch(/^HTTP\/1.1 401 /)
  })
})

it('an answer is known by every header that is read', () => {
  const read = listSourceFiles()
    .filter((file) => /^server\/src\/(access|outlets\/(address|graph|http|pictures))\//.test(file))
    .flatMap((file) => [...readFileSync(join(ROOT, file), 'utf8').matchAll(/headers\.(?:get|has)\('([^']+)'/g)])
    .map(([, name]) => name!)
  expect(read).toContain('if-none-match')
  const ofAnswers = ['etag']
  expect([...new Set(read)].filter((name) => !READ_OF_REQUESTS.includes(name) && !ofAnswers.includes(name))).toEqual([])
})
