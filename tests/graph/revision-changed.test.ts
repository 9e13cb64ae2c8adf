import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setImmediate as nextTurn, setTimeout as wait } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { openDatabase } from '@causeway/server/ground/database/open'
import { listen } from '@causeway/server/outlets/http/serve'
import { RevisionWatch } from '@causeway/server/records/revisions/revision-watch'
import { folderOfFile } from '../support/folders.ts'
import { runCauseway } from '../support/processes.ts'
import { fillCollege, openCollege, openFilledCollege } from '../support/college.ts'
import { countStatements } from '../support/count-statements.ts'
import { forEachDatabase } from '../support/databases.ts'

const QUESTION = 'subscription { revisionChanged(institution: "X") { revision dataDate committedAt } }'

interface Said {
  revision: number
  dataDate: string | null
  committedAt: string | null
}

/** Reads server-sent events one by one; `end` leaves. */
async function follow(address: string, query = QUESTION, headers: Record<string, string> = {}) {
  const leave = new AbortController()
  const response = await fetch(`${address}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'text/event-stream', ...headers },
    body: JSON.stringify({ query }),
    signal: leave.signal,
  })
  const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader()
  let text = ''
  return {
    response,
    end: () => leave.abort(),
    /** The next event; comments that keep the connection open are passed over. */
    async next(): Promise<{
      event: string
      data: { data?: { revisionChanged: Said }; errors?: { extensions: { code: string } }[] } | null
    }> {
      for (;;) {
        const found = /event: (\w+)\ndata: ?(.*)\n\n/.exec(text)
        if (found) {
          text = text.slice(found.index + found[0].length)
          return { event: found[1]!, data: found[2] ? JSON.parse(found[2]) : null }
        }
        const { done, value } = await reader.read()
        if (done) return { event: 'closed', data: null }
        text += value
      }
    },
  }
}

const folder = folderOfFile()

/** Longer than several turns of a watch that asks every ten milliseconds. */
const settled = () => wait(60)

forEachDatabase((_name, open, newUrl) => {
  it('who waits hears where a college is, and again when its records change', async () => {
    const college = await openFilledCollege(await open())
    const server = await listen(college.app, { port: 0, host: '127.0.0.1' })
    const events = await follow(server.address)
    expect(events.response.headers.get('content-type')).toMatch(/^text\/event-stream/)
    expect(events.response.headers.get('cache-control')).toBe('no-store')
    const first = (await events.next()).data!.data!.revisionChanged
    expect(first.revision).toBeGreaterThan(0)
    await college.put('partner', ['code,name_zh,country,type', 'P1,甲,VN,college'])
    const second = (await events.next()).data!.data!.revisionChanged
    expect(second.revision).toBe(first.revision + 1)
    expect(second.committedAt).not.toBe(first.committedAt)
    for (const left of [events, await follow(server.address), await follow(server.address)]) {
      left.end()
      expect((await fetch(`${server.address}/healthz`)).status).toBe(200)
    }
    await server.close()
    await college.app.close()
  })

  it('a change that another process made is said too', async () => {
    const settings = { DATABASE_URL: await newUrl(), CAUSEWAY_SECRET_FILE: join(folder, 'secret') }
    const put = async (type: string, ...lines: string[]) => {
      writeFileSync(join(folder, 'file.csv'), lines.join('\n'))
      const args = ['import', 'file.csv', '--as', type, '--institution', 'X', '--json']
      expect(await runCauseway(args, settings, folder)).toMatchObject({ code: 0 })
    }
    await put('institution', 'code,name_zh,country', 'X,甲学院,CN')
    const database = await openDatabase(settings.DATABASE_URL)
    const watch = new RevisionWatch(database, 50)
    const events = await watch.listen('X')
    const before = (await events.next()).value as Said
    const waiting = events.next()
    await put('partner', 'code,name_zh,country,type', 'P1,甲,VN,college')
    expect(((await waiting).value as Said).revision).toBe(before.revision + 1)
    watch.close()
    await database.close()
  })

  it('one statement asks for all who listen; who leaves is forgotten, and while nobody listens nothing is asked', async () => {
    const college = await openFilledCollege(await open())
    const { database, count } = countStatements(college.causeway.database)
    const watch = new RevisionWatch(database, 10)
    const listening = await Promise.all(['X', 'Y', 'X'].map((code) => watch.listen(code)))
    const asked = count()
    while (count() < asked + 3) await nextTurn()
    await college.put('partner', ['code,name_zh,country,type', 'P1,甲,VN,college'])
    await Promise.all([listening[0]!.next(), listening[2]!.next()])
    const waiting = listening[1]!.next().then(() => listening[1]!.next())
    for (const one of listening) await one.return!()
    expect((await waiting).done).toBe(true)
    expect(watch.listeners).toBe(0)
    await settled()
    const left = count()
    await settled()
    expect(count()).toBe(left)
    watch.close()
  })

  it('a server that stops ends every stream, and does not wait for those who listen', async () => {
    const college = await openFilledCollege(await open())
    const server = await listen(college.app, { port: 0, host: '127.0.0.1' })
    const events = await follow(server.address)
    await events.next()
    const stopped = server.close()
    expect((await events.next()).event).toBe('complete')
    await stopped
    await expect(follow(server.address)).rejects.toThrow()
    await college.app.close()
  })

  it('what may not be waited for is refused with its code', async () => {
    const closed = await openCollege(await open(), { publicReading: false })
    await fillCollege(closed)
    const server = await listen(closed.app, { port: 0, host: '127.0.0.1' })
    const refused = await follow(server.address)
    expect((await refused.next()).data!.errors![0]!.extensions.code).toBe('UNAUTHENTICATED')
    const authorization = `Bearer ${await closed.tokenFor('reader', 'X')}`
    const allowed = await follow(server.address, QUESTION, { authorization })
    expect((await allowed.next()).data!.data!.revisionChanged.revision).toBeGreaterThan(0)
    const unknown = await follow(server.address, QUESTION.replace('"X"', '"NONE"'), {
      authorization: `Bearer ${await closed.tokenFor('reader')}`,
    })
    expect((await unknown.next()).data!.errors![0]!.extensions.code).toBe('UNKNOWN_INSTITUTION')
    allowed.end()
    await server.close()
    const plain = await closed.as({ authorization })(QUESTION)
    expect(plain.errors![0]!.extensions.code).toBe('BAD_REQUEST')
    await closed.app.close()
  })

  it('nobody alone takes the places of all who wait: one address has its share, and is said when to try again', async () => {
    const college = await openFilledCollege(await open())
    const address = `http://causeway.test/graphql?${new URLSearchParams({ query: QUESTION })}`
    const open1 = async (from: string, headers: Record<string, string> = {}) => {
      const leave = new AbortController()
      const request = new Request(address, {
        headers: { accept: 'text/event-stream', ...headers },
        signal: leave.signal,
      })
      return { answer: await college.app.fetch(request, { address: from }), leave: () => leave.abort() }
    }
    const fill = (from: string) => Promise.all(Array.from({ length: 100 }, () => open1(from)))
    const refusal = async ({ answer }: { answer: Response }) => ({
      status: answer.status,
      after: answer.headers.get('retry-after'),
      code: ((await answer.json()) as { errors: { extensions: { code: string } }[] }).errors[0]!.extensions.code,
    })
    const first = await fill('192.0.2.1')
    expect(first.every(({ answer }) => answer.status === 200)).toBe(true)
    const tooMany = { status: 429, after: '60', code: 'TOO_MANY_STREAMS' }
    expect(await refusal(await open1('192.0.2.1'))).toEqual(tooMany)
    // What anybody may write does not help without a proxy of ours.
    expect(await refusal(await open1('192.0.2.1', { 'x-forwarded-for': '192.0.2.9' }))).toEqual(tooMany)
    const other = await open1('192.0.2.2')
    expect(other.answer.status).toBe(200)
    other.leave()
    // One leaves by closing, another by reading no more: each frees a place.
    first[0]!.leave()
    await first[1]!.answer.body!.cancel()
    const again = [await open1('192.0.2.1'), await open1('192.0.2.1')]
    expect(again.map(({ answer }) => answer.status)).toEqual([200, 200])
    const others = (await Promise.all(['192.0.2.2', '192.0.2.3', '192.0.2.4', '192.0.2.5'].map(fill))).flat()
    expect(others.every(({ answer }) => answer.status === 200)).toBe(true)
    expect(await refusal(await open1('192.0.2.6'))).toEqual({ status: 503, after: '60', code: 'TOO_BUSY' })
    for (const one of [...first, ...again, ...others]) one.leave()
    const after = await open1('192.0.2.6')
    expect(after.answer.status).toBe(200)
    after.leave()
    await college.app.close()
  })

  it('an EventSource of a browser, which can only GET, is answered too', async () => {
    const college = await openFilledCollege(await open())
    const leave = new AbortController()
    const query = new URLSearchParams({
      query: 'subscription ($code: ID!) { revisionChanged(institution: $code) { revision } }',
      variables: JSON.stringify({ code: 'X' }),
    })
    const response = await college.app.fetch(
      new Request(`http://causeway.test/graphql?${query}`, {
        headers: { accept: 'text/event-stream' },
        signal: leave.signal,
      }),
    )
    const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader()
    let text = ''
    while (!text.includes('data:')) text += (await reader.read()).value
    expect(text).toMatch(/event: next\ndata: \{"data":\{"revisionChanged":\{"revision":\d+\}\}\}/)
    await reader.cancel()
    await college.app.close()
  })

  it('a client that names events beside JSON gets JSON', async () => {
    const college = await openFilledCollege(await open())
    const accept = 'application/graphql-response+json, application/json, text/event-stream, multipart/mixed'
    const answer = await college.as({ accept })('{ institution(code: "X") { code } }')
    expect(answer.data).toEqual({ institution: { code: 'X' } })
    expect(answer.headers.get('etag')).toBeTruthy()
  })
})
