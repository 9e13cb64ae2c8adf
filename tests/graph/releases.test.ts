import { join } from 'node:path'
import { afterEach, expect, vi } from 'vitest'
import { restoreBackup } from '@causeway/server/desk/backup/restore-backup'
import { writeBackup } from '@causeway/server/desk/backup/write-backup'
import { bearer, openCollege, type College } from '../support/college.ts'
import { settleKeeping } from '@causeway/server/figures/keep-later'
import { endBeforeClosing, forEachDatabase, onOneDatabase, test } from '../support/databases.ts'
import { clock, withReleaseClock } from '@causeway/server/figures/releases/release-clock'
import type { Database } from '@causeway/server/ground/database/database'
import { putInstitution, putRecords } from '../support/put-records.ts'
import { learners, make, openReleasing } from '../support/releasing-college.ts'
import { revertBatch } from '@causeway/server/records/revert'
import { ANONYMOUS, OPERATOR } from '@causeway/server/access/viewer'
import { readSeries } from '@causeway/server/figures/read-series'
import { createRelease, publishRelease, withdrawRelease } from '@causeway/server/desk/releases/make-release'
import { listInOrder, listReleases } from '@causeway/server/figures/releases/release'

afterEach(() => vi.useRealTimers())

const EMBARGOED = '2099-01-01T00:00:00Z'

/** Stocks, flows, shares, sums and means, of persons and of things. */
const CODES = ['EX02', 'EX04', 'EX05', 'EX06', 'EX11', 'DN01', 'ST04', 'IN07', 'SK05', 'PF05']

const QUESTION = (more: string) =>
  `{ indicator(id: "EX02") { series(institution: "X", from: 2022, to: 2023${more}) { revision release { name } figures { value gap } } } }`

const COMPARED = `{ compareReleases(institution: "X", from: "2024", to: "2024-2") { unchanged changes(first: 500) { edges { node {
  indicator { code } basis dimension { id } cause reason before { value } after { value } parts { value recordCount } } } } } }`
const ask = async (college: College, more = '', headers: Record<string, string> = {}) => {
  const { data, errors } = await college.ask(QUESTION(more), {}, headers)
  return data?.indicator?.series?.figures.map((one: { value: number }) => one.value) ?? errors![0]!.extensions.code
}

onOneDatabase(() => {
  test('that a release was withdrawn is said to the public, and why, in its language; of one that never came out nothing', async (database) => {
    const college = await openReleasing(database)
    await make(college, 'first')
    const { causeway } = college
    const bringOut = async (name: string, at?: string) => {
      await createRelease(causeway, OPERATOR, { institution: 'X', name, note: '更正 / A correction' })
      await publishRelease(causeway, OPERATOR, { institution: 'X', release: name, at })
    }
    const withdraw = (release: string) =>
      withdrawRelease(causeway, OPERATOR, { institution: 'X', release, reason: '数据有误 / The data were wrong' })
    await bringOut('out')
    await withdraw('out')
    await bringOut('never', EMBARGOED)
    await withdraw('never')
    await bringOut('waiting', EMBARGOED)
    const list = async (locale: string, headers = {}) =>
      (
        await college.ask(
          `{ releases(institution: "X") { name status note(locale: ${locale}) reason(locale: ${locale}) } }`,
          {},
          headers,
        )
      ).data.releases as { name: string; status: string }[]
    const first = { name: 'first', status: 'PUBLISHED', note: null, reason: null }
    const out = { name: 'out', status: 'WITHDRAWN' }
    expect(await list('EN')).toEqual([first, { ...out, note: 'A correction', reason: 'The data were wrong' }])
    expect(await list('ZH')).toEqual([first, { ...out, note: '更正', reason: '数据有误' }])
    expect(await ask(college, ', release: "out"')).toBe('UNKNOWN_RELEASE')
    const exact = await list('ZH', bearer(await college.tokenFor('reader', 'X')))
    expect(exact.map(({ name }) => name)).toEqual(['first', 'out', 'never', 'waiting'])
    // Its minute, when it was withdrawn already, makes nothing public.
    await database.write((db) =>
      db.updateTable('release').set({ came_out_at: EMBARGOED }).where('name', '=', 'never').execute(),
    )
    expect((await list('EN')).map(({ name }) => name)).toEqual(['first', 'out'])
  })

  test('releases follow one another as they came out, though the clock of the machine does not move', async (database) => {
    vi.useFakeTimers({ toFake: ['Date'], now: new Date(clock()) })
    const college = await openReleasing(database)
    const names = ['a', 'b', 'c', 'd', 'e', 'f']
    for (const name of names) await createRelease(college.causeway, OPERATOR, { institution: 'X', name })
    const list = () => listReleases(database, 'X')
    expect((await list()).map(({ name }) => name)).toEqual(names)
    const out = ['e', 'b', 'f', 'a', 'd', 'c']
    for (const name of out) {
      await publishRelease(college.causeway, OPERATOR, { institution: 'X', release: name })
      expect((await list()).find(({ status }) => status === 'PUBLISHED')?.name).toBe(name)
    }
    expect((await listInOrder(database, 'X')).map(({ name }) => name)).toEqual(out)
  })

  test('a college of one year alone releases it: nothing was due before', async (database) => {
    const college = await openCollege(withReleaseClock(database), { released: ['EX02'] })
    endBeforeClosing(database, async () => {
      await college.app.close()
      await settleKeeping(college.causeway.database)
    })
    await putInstitution(database, 'X', '2024-08-31')
    await expect(make(college, 'none')).rejects.toThrow(/no record/)
    await putRecords(database, 'enrolment', 'X', learners(0, 30, 'KZ'))
    await make(college, 'first')
    expect(await ask(college, '', {})).toEqual([null, 30])
  })
})

forEachDatabase((_name, open) => {
  test('the public reads what is released, and stays with it whatever is imported or taken back', async (database) => {
    const college = await openReleasing(database)
    const me = bearer(await college.tokenFor('reader', 'X'))
    expect(await ask(college)).toBe('NOTHING_RELEASED')
    await createRelease(college.causeway, OPERATOR, { institution: 'X', name: '2024' })
    expect(await ask(college)).toBe('NOTHING_RELEASED')
    expect(await ask(college, ', release: "2024"')).toBe('UNKNOWN_RELEASE')
    expect(await ask(college, ', release: "2024", profile: PUBLIC', me)).toEqual([40, 60])
    await publishRelease(college.causeway, OPERATOR, { institution: 'X', release: '2024' })
    expect(await ask(college)).toEqual([40, 60])
    const then = new Date().toISOString()
    const late = await putRecords(database, 'enrolment', 'X', learners(100, 131, 'KZ'))
    expect(await ask(college)).toEqual([40, 60])
    expect(await ask(college, '', me)).toEqual([40, 91])
    expect(await ask(college, ', release: "2024"', me)).toEqual([40, 60])
    const csv = await college.get('/i/EX02.csv?institution=X&from=2022&to=2023')
    expect(await csv.text()).toMatch(/,60,/)
    await make(college, '2024-2')
    expect(await ask(college)).toEqual([40, 91])
    expect(await ask(college, ', release: "2024"')).toEqual([40, 60])
    expect(await ask(college, `, asOf: "${then}"`)).toEqual([40, 60])
    const compared = (await college.ask(COMPARED, {}, me)).data
    expect(compared.compareReleases.changes.edges).toContainEqual({
      node: {
        ...{ indicator: { code: 'EX02' }, basis: 'SCHOOL_YEAR', dimension: null, cause: 'LATE', reason: null },
        ...{ before: { value: 60 }, after: { value: 91 }, parts: [{ value: 31, recordCount: 31 }] },
      },
    })
    expect(compared.compareReleases.unchanged).toBe(0)
    const byIndicator = `{ compareReleases(institution: "X", from: "2024", to: "2024-2") { unchangedIndicators
      indicators { totalCount edges { node { indicator { code } changes { basis scope before { value } after { value } } } } } } }`
    const { indicators, unchangedIndicators } = (await college.ask(byIndicator, {}, me)).data.compareReleases
    // Calendar and school year of one indicator are one row.
    expect([indicators.totalCount, unchangedIndicators]).toEqual([1, 0])
    expect(indicators.edges[0].node.indicator).toEqual({ code: 'EX02' })
    expect(indicators.edges[0].node.changes).toHaveLength(compared.compareReleases.changes.edges.length)
    expect(indicators.edges[0].node.changes.length).toBeGreaterThan(1)
    await revertBatch(database, late.batch!)
    expect(await ask(college, ', release: "2024-2"', me)).toEqual([40, 91])
    expect(await ask(college)).toEqual([40, 91])
    await withdrawRelease(college.causeway, OPERATOR, { institution: 'X', release: '2024-2', reason: 'wrong' })
    expect(await ask(college)).toEqual([40, 60])
    expect(await ask(college, ', release: "2024-2"')).toBe('UNKNOWN_RELEASE')
    const statuses = async (of: Database) => (await listReleases(of, 'X')).map(({ status }) => status)
    expect(await statuses(college.causeway.database)).toEqual(['PUBLISHED', 'WITHDRAWN'])

    const { secretFile, evidence } = college.causeway
    const file = join(college.folder, 'backup')
    await writeBackup(database, secretFile!, file, evidence)
    const back = await open()
    await restoreBackup(back, join(college.folder, 'secret-back'), file, evidence)
    expect(await statuses(back)).toEqual(['PUBLISHED', 'WITHDRAWN'])
    const asked = { indicator: 'EX02', institution: 'X', from: 2022, to: 2023 }
    expect(await readSeries({ ...college.causeway, database: back }, ANONYMOUS, asked)).toEqual(
      await readSeries(college.causeway, ANONYMOUS, asked),
    )
  })

  test('a release that breaks off on its way is not there, nor any of its figures', async (database) => {
    const college = await openReleasing(database)
    const breaking: Database = {
      ...college.causeway.database,
      kind: database.kind,
      quick: database.quick,
      write: (work) =>
        database.write(async (db) => {
          await work(db)
          throw new Error('broken off')
        }),
    }
    const made = createRelease({ ...college.causeway, database: breaking }, OPERATOR, { institution: 'X', name: 'R' })
    await expect(made).rejects.toThrow('broken off')
    expect(await listReleases(database, 'X')).toEqual([])
    expect(await database.quick.selectFrom('release_figures').selectAll().execute()).toEqual([])
  })
})

onOneDatabase(() => {
  test('every stored figure is what the public was answered live, whatever years, cut and category it asks for', async (database) => {
    const college = await openReleasing(database, CODES)
    const { causeway } = college
    await createRelease(causeway, OPERATOR, { institution: 'X', name: 'R' })
    await publishRelease(causeway, OPERATOR, { institution: 'X', release: 'R' })
    const live = { ...causeway, publicReleases: false }
    let same = 0
    for (const { id, bases, dimensions } of causeway.indicators)
      for (const basis of bases)
        for (const by of [null, ...(basis === bases[0] ? Object.keys(dimensions) : [])])
          for (const [from, to] of [
            [2023, 2023],
            [2019, 2024],
            [1990, 1990],
          ] as const) {
            const request = { indicator: id, institution: 'X', basis, by, from, to }
            const { figures } = await readSeries(live, ANONYMOUS, request)
            expect((await readSeries(causeway, ANONYMOUS, request)).figures, JSON.stringify(request)).toEqual(figures)
            same++
            if (by === null) continue
            const one = { ...request, by: null, filter: [{ dimension: by, in: [figures[0]?.category ?? 'unknown'] }] }
            const cell = await readSeries(live, ANONYMOUS, one)
            expect((await readSeries(causeway, ANONYMOUS, one)).figures, JSON.stringify(one)).toEqual(cell.figures)
          }
    expect(same).toBeGreaterThan(200)
  })

  test('a release under embargo is an unknown name until its minute, and stays public when the clock goes back', async (database) => {
    const college = await openReleasing(database)
    await make(college, 'first')
    await putRecords(database, 'enrolment', 'X', learners(100, 131, 'KZ'))
    await createRelease(college.causeway, OPERATOR, { institution: 'X', name: 'second' })
    const publishAt = (at: string) =>
      publishRelease(college.causeway, OPERATOR, { institution: 'X', release: 'second', at })
    await publishAt(EMBARGOED)
    const unknown = await college.ask(QUESTION(', release: "third"'))
    const hidden = await college.ask(QUESTION(', release: "second"'))
    expect(JSON.stringify(hidden.errors![0]!.extensions.messages).replaceAll('second', 'third')).toBe(
      JSON.stringify(unknown.errors![0]!.extensions.messages),
    )
    expect(await ask(college)).toEqual([40, 60])
    const minute = new Date(Date.now() + 1_000).toISOString()
    await publishAt(minute)
    // What is answered now, before it or after, is no answer for later.
    await ask(college)
    while (new Date().toISOString() <= minute) await new Promise((turn) => setTimeout(turn, 50))
    expect(await ask(college)).toEqual([40, 91])
    await database.write((db) =>
      db.updateTable('release').set({ publish_at: '2999-01-01T00:00:00.000Z' }).where('name', '=', 'second').execute(),
    )
    expect(await ask(college)).toEqual([40, 91])
  })

  test('what cannot be is refused', async (database) => {
    const college = await openReleasing(database)
    const { causeway } = college
    const create = (name: string, year?: number) => createRelease(causeway, OPERATOR, { institution: 'X', name, year })
    await create('2024')
    await expect(create('2024')).rejects.toMatchObject({ code: 'RELEASE_EXISTS' })
    for (const name of ['live', 'Live', '', 'a/b', 'x'.repeat(61)])
      await expect(create(name)).rejects.toMatchObject({ code: 'BAD_RELEASE_NAME' })
    await expect(create('old', 1990)).rejects.toMatchObject({ code: 'NOTHING_TO_RELEASE' })
    const publish = (at?: string) => publishRelease(causeway, OPERATOR, { institution: 'X', release: '2024', at })
    await expect(publish('2001-01-01')).rejects.toMatchObject({ code: 'EMBARGO_PAST' })
    const both = await Promise.allSettled([publish(), publish()])
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
    const reader = { role: 'reader', institution: 'X' } as const
    await expect(createRelease(causeway, reader, { institution: 'X', name: 'r' })).rejects.toMatchObject({
      code: 'FORBIDDEN',
    })
    expect((await college.ask('{ releases(institution: "X") { name status } }')).data.releases).toEqual([
      { name: '2024', status: 'PUBLISHED' },
    ])
    expect(await ask(college, ', by: "country", across: "level"')).toBe('NOT_PUBLIC')
    expect(await ask(college, ', release: "live"')).toBe('UNKNOWN_RELEASE')
  })
})
