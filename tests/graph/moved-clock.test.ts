import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { buildSchema } from 'graphql'
import { afterEach, expect, vi } from 'vitest'
import { OPERATOR } from '@causeway/server/access/viewer'
import { createRelease, publishRelease } from '@causeway/server/desk/releases/make-release'
import { settleKeeping } from '@causeway/server/figures/keep-later'
import { clock, withReleaseClock } from '@causeway/server/figures/releases/release-clock'
import type { Database } from '@causeway/server/ground/database/database'
import { createApp, type App } from '@causeway/server/outlets/http/app'
import { printGraph } from '@causeway/server/outlets/graph/schema'
import { bearer, openCollege } from '../support/college.ts'
import { endBeforeClosing, forEachDatabase, onOneDatabase, test } from '../support/databases.ts'
import { everyField } from '../support/every-field.ts'
import { folderOfTest } from '../support/folders.ts'
import { putInstitution, putRecords } from '../support/put-records.ts'
import { learners, make, openReleasing } from '../support/releasing-college.ts'

afterEach(() => vi.useRealTimers())

const SECOND_MS = 1_000

/** Stops the clock of the machine. It is moved by seconds alone: the clock of releases never goes back, and other tests need it. */
function stopClock() {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.parse(clock()) })
  return {
    later: (milliseconds: number) => new Date(Date.now() + milliseconds).toISOString(),
    moveOn: (milliseconds: number) => void vi.setSystemTime(Date.now() + milliseconds),
  }
}

const graphAddress = (query: string) => `/graphql?query=${encodeURIComponent(query)}`
const RELEASES = graphAddress('{ releases(institution: "X") { name status } }')

/** More than anybody may ask. */
const ANY = { most: 1e9, perSecond: 1e6 }
const GIVEN = {
  ...{ institution: '"X"', code: '"X"', type: '"enrolment"', indicator: '"EX02"', 'indicator.id': '"EX02"' },
  ...{ id: '"international-influence"', from: '2022', to: '2023', year: '2023', first: '3', locale: 'EN' },
  ...{ 'country.code': '"VN"', 'compareReleases.from': '"first"', 'compareReleases.to': '"second"' },
  ...{ 'change.from': '{ year: 2022 }', 'change.to': '{ year: 2023 }' },
}
const MOMENTS = ['', 'release=first', 'release=second']
const PATHS = ['/i/EX02.csv', '/i/EX02.json', '/i/EX02.svg', '/', '/indicator/EX02', '/answer/EX02', '/i/peers.csv']

async function openSwept(database: Database) {
  const webRoot = folderOfTest()
  writeFileSync(join(webRoot, 'index.html'), '<!doctype html><html lang="en"><head><title>C</title></head></html>')
  const settings = { webRoot, limits: { ofOne: ANY, ofAll: ANY } }
  const college = await openCollege(withReleaseClock(database), { released: ['EX02'], ...settings })
  const anew = () => createApp(college.causeway, { ...settings, log: () => {} })
  endBeforeClosing(database, async () => {
    await college.app.close()
    await settleKeeping(college.causeway.database)
  })
  await putInstitution(database, 'X', '2026-08-31')
  await putRecords(database, 'enrolment', 'X', [...learners(0, 30, 'KZ'), ...learners(30, 60, 'VN')])
  await putRecords(database, 'enrolment', 'X', learners(60, 100, 'LA', 2022))
  return { college, anew }
}

forEachDatabase(() => {
  test('a release that came out at its minute is public in answers that were known before, though others saw it first', async (database) => {
    const { later, moveOn } = stopClock()
    const college = await openReleasing(database)
    await make(college, 'first')
    const reader = bearer(await college.tokenFor('reader', 'X'))
    for (const [name, headers] of [
      ['second', reader],
      ['third', {}],
    ] as const) {
      await createRelease(college.causeway, OPERATOR, { institution: 'X', name })
      await publishRelease(college.causeway, OPERATOR, { institution: 'X', release: name, at: later(SECOND_MS) })
      const before = await college.get(RELEASES, headers)
      expect(await before.text()).not.toContain(`"${name}","status":"PUBLISHED"`)
      moveOn(2 * SECOND_MS)
      // The first who asks something else has it stored that the minute has passed.
      await college.ask('{ releases(institution: "X") { status } }')
      const after = await college.get(RELEASES, { ...headers, 'if-none-match': before.headers.get('etag')! })
      expect(after.status).toBe(200)
      expect(await after.text()).toContain(`"${name}","status":"PUBLISHED"`)
    }
  })
})

onOneDatabase(() => {
  test('every field and address is answered after the minute of a release as by a server that was never asked before it', async (database) => {
    const { later, moveOn } = stopClock()
    const { college, anew } = await openSwept(database)
    await make(college, 'first')
    await putRecords(database, 'enrolment', 'X', learners(100, 131, 'KZ'))
    await createRelease(college.causeway, OPERATOR, { institution: 'X', name: 'second' })
    await publishRelease(college.causeway, OPERATOR, { institution: 'X', release: 'second', at: later(SECOND_MS) })
    const soon = later(SECOND_MS / 2)
    const schema = buildSchema(await printGraph())
    const moments: Record<string, string>[] = [
      {},
      { release: '"first"' },
      { release: '"second"' },
      { asOf: `"${soon}"` },
    ]
    const addresses = [
      // Of another moment each asks for some of the fields.
      ...moments.flatMap((moment, at) =>
        everyField(schema, { ...GIVEN, ...moment })
          .filter((_, place) => at === 0 || place % 9 === at)
          .map(graphAddress),
      ),
      ...[...MOMENTS, `asOf=${soon}`].flatMap((moment) =>
        PATHS.map((path) => `${path}?institution=X&from=2022&to=2023&${moment}`),
      ),
    ]
    const askers = [{}, bearer(await college.tokenFor('reader', 'X'))]
    const ask = (app: App, path: string, headers: Record<string, string>) =>
      app.fetch(new Request(`http://causeway.test${path}`, { headers }))
    const tags = new Map<string, string | null>()
    for (const [who, headers] of askers.entries())
      for (const path of addresses) {
        const response = await ask(college.app, path, headers)
        tags.set(`${who} ${path}`, response.headers.get('etag'))
        await response.arrayBuffer()
      }
    moveOn(2 * SECOND_MS)
    await college.ask('{ releases(institution: "X") { status } }')
    const stale: string[] = []
    let changed = 0
    const fresh = anew()
    for (const [who, headers] of askers.entries())
      for (const path of addresses) {
        const name = `${who} ${path}`
        const [given, made] = [await ask(college.app, path, headers), await ask(fresh, path, headers)]
        const [one, other] = [Buffer.from(await given.arrayBuffer()), Buffer.from(await made.arrayBuffer())]
        if (!one.equals(other)) stale.push(name)
        const tag = given.headers.get('etag')
        if (tag !== made.headers.get('etag')) stale.push(`${name} (tag)`)
        if (tag !== tags.get(name)) changed++
      }
    await fresh.close()
    expect(stale.map(decodeURIComponent)).toEqual([])
    expect(addresses.length).toBeGreaterThan(150)
    expect(changed).toBeGreaterThan(100)
  })
})
