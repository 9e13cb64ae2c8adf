import { expect, it, vi } from 'vitest'
import { createApp } from '@causeway/server/outlets/http/app'
import { AnswerReads } from '@causeway/server/outlets/graph/context'
import { KnownAnswers } from '@causeway/server/outlets/http/known-answers'
import { ANONYMOUS } from '@causeway/server/access/viewer'
import { readSeries } from '@causeway/server/figures/read-series'
import { settleKeeping } from '@causeway/server/figures/keep-later'
import { addLearner, openFilledCollege, readerOf, type College } from '../support/college.ts'
import { forEachDatabase } from '../support/databases.ts'
import { countStatements } from '../support/count-statements.ts'

const SERIES =
  '{ indicator(id: "EX02") { series(institution: "X", from: 2022, to: 2022) { revision figures { value } } } }'

const CSV = '/i/EX02.csv?institution=X&from=2022&to=2022'

const post = (college: College, headers: Record<string, string> = {}, query = SERIES) =>
  college.post('/graphql', { query }, headers)

const series = (code: string, more = '') =>
  `/graphql?query=${encodeURIComponent(`{ indicator(id: "${code}") { series(institution: "X", from: 2021, to: 2022${more}) { figures { value } } } }`)}`

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds))

forEachDatabase((_name, open) => {
  it('an unchanged answer is not sent again: by address, by GET and by POST', async () => {
    const college = await openFilledCollege(await open())
    const address = `/graphql?query=${encodeURIComponent(SERIES)}`
    for (const ask of [
      (headers: Record<string, string>) => college.get(CSV, headers),
      (headers: Record<string, string>) => college.get(CSV.replace('.csv', '.json'), headers),
      (headers: Record<string, string>) => college.get(address, headers),
      (headers: Record<string, string>) => post(college, headers),
    ]) {
      const first = await ask({})
      expect(first.status).toBe(200)
      const etag = first.headers.get('etag')!
      expect(etag).toMatch(/^"[\w-]+"$/)
      const again = await ask({ 'if-none-match': etag })
      expect([again.status, await again.text(), again.headers.get('etag')]).toEqual([304, '', etag])
      expect((await ask({ 'if-none-match': '"another"' })).status).toBe(200)
    }
  })

  it('a cache between is said the same of an unchanged answer as of the whole, and that other bytes are not the same', async () => {
    const college = await openFilledCollege(await open())
    const long = `${CSV}&by=country&from=1990`.replace('from=2022&', '')
    for (const [encoding, tag] of [
      ['identity', /^"[\w-]+"$/],
      ['br', /^W\/"[\w-]+"$/],
    ] as const) {
      const headers = { 'accept-encoding': encoding }
      const whole = await college.get(long, headers)
      expect(whole.headers.get('content-encoding') ?? 'identity').toBe(encoding)
      const etag = whole.headers.get('etag')!
      expect(etag).toMatch(tag)
      const again = await college.get(long, { ...headers, 'if-none-match': etag })
      expect(again.status).toBe(304)
      for (const name of ['etag', 'vary', 'cache-control'])
        expect([name, again.headers.get(name)]).toEqual([name, whole.headers.get(name)])
      expect(again.headers.get('vary')).toBe('Accept, Authorization, Cookie, Accept-Encoding')
    }
  })

  it('what is committed right after a look is in the answer that is kept', async () => {
    const database = await open()
    const college = await openFilledCollege(database)
    const ask = (asked: number) => college.ask(SERIES, { asked })
    const { figures } = (await ask(0)).data.indicator.series
    await settleKeeping(database)
    await ask(1)
    // Known is where X is in this state, and no stamp of it.
    await college.put('programme', ['code,name_zh,name_en,kind', 'PA,数控,CNC,ordinary'], 'Y')
    await readSeries(college.causeway, ANONYMOUS, { indicator: 'EX02', institution: 'X', from: 2022, to: 2022 })
    const look = database.state
    const looks = vi.spyOn(database, 'state').mockImplementationOnce(async () => {
      const seen = await look()
      looks.mockRestore()
      await addLearner(college, 'L99')
      return seen
    })
    await ask(2)
    expect((await ask(2)).data.indicator.series.figures).toEqual([{ value: figures[0].value + 1 }])
  })

  it.each([
    ['known figures it is looked three times', SERIES.replace('{ value }', '{ value category { key } }'), 3],
    ['a series that is known year by year it is looked once', SERIES, 1],
  ])('for a new question of %s whether anything was committed, and nothing is read', async (_what, query, times) => {
    const database = await open()
    const college = await openFilledCollege(database)
    const ask = (asked: number) => college.ask(query, { asked })
    const { data } = await ask(0)
    await settleKeeping(database)
    await ask(1)
    const [looks, reads] = [vi.spyOn(database, 'state'), vi.spyOn(database.quick, 'selectFrom')]
    // Others commit in the same PostgreSQL server.
    await vi.waitFor(async () => {
      for (const spy of [looks, reads]) spy.mockClear()
      expect((await ask(2 + Math.random())).data).toEqual(data)
      expect([looks.mock.calls.length, reads.mock.calls.length]).toEqual([times, 0])
    })
  })

  it('an answer changes its tag when the institution has a new revision, and only then', async () => {
    const college = await openFilledCollege(await open())
    await college.put('programme', ['code,name_zh,name_en,kind', 'PA,数控,CNC,ordinary'], 'Y')
    const [csv, graph] = [(await college.get(CSV)).headers.get('etag')!, (await post(college)).headers.get('etag')!]
    await addLearner(college, 'other', 'Y')
    expect((await college.get(CSV, { 'if-none-match': csv })).status).toBe(304)
    expect((await post(college, { 'if-none-match': graph })).status).toBe(304)
    await addLearner(college, 'L1')
    expect((await college.get(CSV, { 'if-none-match': csv })).status, 'the same row again changes nothing').toBe(304)
    await addLearner(college, 'new')
    const changed = await college.get(CSV, { 'if-none-match': csv })
    expect(changed.status).toBe(200)
    expect(await changed.text()).toContain(',2022/23,,15,')
    const answer = (await (await post(college, { 'if-none-match': graph })).json()) as {
      data: { indicator: { series: { figures: unknown } } }
    }
    expect(answer.data.indicator.series.figures).toEqual([{ value: 15 }])
  })

  it('the tag tells apart who asks, in which language, with which variables, and the epoch of the database', async () => {
    const database = await open()
    const college = await openFilledCollege(database)
    const authorization = `Bearer ${await college.tokenFor('reader', 'X')}`
    const tags = [
      await college.get(CSV),
      await college.get(`${CSV}&lang=zh`),
      await college.get(`${CSV}&by=country`),
      await college.get(CSV, { authorization }),
      await post(college),
      await post(college, { authorization }),
      await post(college, {}, SERIES.replace('revision', 'summary')),
    ].map((response) => response.headers.get('etag'))
    expect(new Set(tags).size).toBe(tags.length)
    await database.write((db) =>
      db.updateTable('setting').set({ value: 'after a restore' }).where('name', '=', 'epoch').execute(),
    )
    expect((await college.get(CSV)).headers.get('etag')).not.toBe(tags[0])
  })

  it('what a token showed is kept by no cache between, and shown to nobody else', async () => {
    const college = await openFilledCollege(await open())
    const authorization = `Bearer ${await college.tokenFor('reader', 'X')}`
    const byCountry = `${CSV}&by=country`
    const exact = await college.get(byCountry, { authorization })
    expect(exact.headers.get('cache-control')).toBe('private, no-cache')
    expect(exact.headers.get('vary')).toContain('Authorization')
    expect(await exact.text()).toContain(',LA,2,,')
    const open_ = await college.get(byCountry)
    expect(open_.headers.get('cache-control')).toBe('public, no-cache')
    expect(await open_.text()).toContain(',LA,,SUPPRESSED,,')
  })

  it('a list of institutions is another when one is added', async () => {
    const college = await openFilledCollege(await open())
    const query = '{ institutions { totalCount edges { node { code } } } }'
    const { etag } = Object.fromEntries((await post(college, {}, query)).headers) as { etag: string }
    expect((await post(college, { 'if-none-match': etag }, query)).status).toBe(304)
    await college.put('institution', ['code,name_zh,name_en,country', 'Z,丙学院,College Z,CN'])
    const { data } = (await (await post(college, { 'if-none-match': etag }, query)).json()) as {
      data: { institutions: { totalCount: number } }
    }
    expect(data.institutions.totalCount).toBe(3)
  })

  it('an answer given again is the same to the byte, compressed or not', async () => {
    const college = await openFilledCollege(await open())
    const { brotliDecompressSync, gunzipSync } = await import('node:zlib')
    const unpack = { br: brotliDecompressSync, gzip: gunzipSync, identity: (body: Buffer) => body }
    for (const name of ['EX02.json', 'EX02.svg']) {
      const address = `/i/${name}?institution=X&from=1990&to=2023`
      const plain = await (await college.get(address)).text()
      for (const encoding of ['br', 'gzip', 'identity', 'br'] as const)
        for (let i = 0; i < 2; i++) {
          const response = await college.get(address, { 'accept-encoding': encoding })
          expect(response.headers.get('content-encoding') ?? 'identity').toBe(encoding)
          const body = Buffer.from(await response.arrayBuffer())
          expect(response.headers.get('content-length')).toBe(String(body.length))
          expect(unpack[encoding](body).toString()).toBe(plain)
        }
    }
  })

  it('a long answer is held compressed', async () => {
    const known = new KnownAnswers('build')
    const database = await open()
    const body = 'the same again and again '.repeat(10_000)
    const answer = { status: 200, headers: { 'content-type': 'text/plain' }, body }
    await known.find(database, ['long'], async () => ({ answer, reads: new AnswerReads(), keep: true }))
    expect(known.bytes).toBeGreaterThan(0)
    expect(known.bytes).toBeLessThan(body.length / 10)
  })

  it('an address that used up its time is stated when to come again; what is known, others, and who signed in are answered', async () => {
    const college = await openFilledCollege(await open())
    const ofOne = { most: 1, perSecond: 1 }
    const limits = { ofOne, ofAll: { most: 1e9, perSecond: 1 } }
    const app = createApp(college.causeway, { webRoot: null, limits, log: () => {} })
    const get = (path: string, headers: Record<string, string> = {}, address = '192.0.2.1') =>
      app.fetch(new Request(`http://causeway.test${path}`, { headers }), { address })
    const first = await get(series('EX02'))
    expect(first.status).toBe(200)
    for (const path of [series('EX05'), '/i/EX05.csv?institution=X&from=2021&to=2022', '/i/EX02.svg?institution=X']) {
      const refused = await get(path)
      expect([path, refused.status]).toEqual([path, 429])
      expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0)
      const said = JSON.stringify(await refused.json())
      expect(said).toContain('TOO_MUCH_ASKED')
      expect(said).toContain('秒后再试')
      expect(said).toContain('try again in')
    }
    expect(await (await get(series('EX02'))).text()).toBe(await first.text())
    expect((await get(series('EX05'), {}, '192.0.2.2')).status).toBe(200)
    expect((await get(series('EX05'), await readerOf(college))).status).toBe(200)
    await app.close()
  })

  it('a question is given up when its asker leaves, what was counted for it is kept, and others are answered', async () => {
    const { database, count } = countStatements(await open())
    const college = await openFilledCollege(database)
    const query = '{ indicators { code series(institution: "X", from: 2000, to: 2020) { figures { value } } } }'
    const ask = (signal?: AbortSignal) => college.post('/graphql', { query }, {}, signal)
    const left = new AbortController()
    const keptSets = () => database.quick.selectFrom('figure_set').select('indicator').execute()
    const asked = ask(left.signal)
    await expect.poll(keptSets, { interval: 5, timeout: 60_000 }).not.toHaveLength(0)
    left.abort()
    const atLeaving = count()
    expect((await asked).status).toBe(400)
    // A statement that runs ends; then there is none. On a busy machine it may take its time.
    for (let before = -1; count() > before; await pause(500)) before = count()
    await settleKeeping(database)
    const untilGivenUp = count()
    // One group of tables is counted to its end.
    expect(untilGivenUp - atLeaving).toBeLessThan(1000)
    expect((await keptSets()).length).toBeGreaterThan(0)
    expect(college.log.filter(({ level }) => level === 'error')).toEqual([])
    const answer = (await (await ask()).json()) as { errors?: unknown; data: { indicators: { series: unknown }[] } }
    expect(answer.errors).toBeUndefined()
    expect(answer.data.indicators.every((one) => one.series !== null)).toBe(true)
    await settleKeeping(database)
    // Much was left to count: had it gone on, nothing would be.
    expect(count() - untilGivenUp).toBeGreaterThan(300)
  })
})
