import { expect, it } from 'vitest'
import { ANONYMOUS, OPERATOR } from '@causeway/server/access/viewer'
import { progressOf } from '@causeway/server/desk/progress'
import { beginRelease } from '@causeway/server/desk/releases/begin-release'
import { countTogether } from '@causeway/server/desk/releases/count-together'
import { openCounter } from '@causeway/server/desk/releases/counter'
import { createRelease, publishRelease } from '@causeway/server/desk/releases/make-release'
import { CATALOGUE } from '@causeway/server/figures/indicators/catalogue'
import { scopesOf } from '@causeway/server/figures/indicators/definition'
import { settleKeeping } from '@causeway/server/figures/keep-later'
import { readSeries } from '@causeway/server/figures/read-series'
import { listReleases } from '@causeway/server/figures/releases/release'
import { withReleaseClock } from '@causeway/server/figures/releases/release-clock'
import type { OnBasis } from '@causeway/server/figures/public-family'
import { tiedTogether } from '@causeway/server/figures/needed'
import { readStandingNow } from '@causeway/server/figures/standing'
import { openDatabase } from '@causeway/server/ground/database/open'
import { packText, unpackText } from '@causeway/server/ground/database/kept-texts'
import type { Database } from '@causeway/server/ground/database/database'
import { migrate } from '@causeway/server/records/migrate'
import { bearer, openCollege } from '../support/college.ts'
import { endBeforeClosing, forEachDatabase, onOneDatabase, test } from '../support/databases.ts'
import { startNode } from '../support/processes.ts'
import { putInstitution, putRecords } from '../support/put-records.ts'
import { openHistory } from '../support/random-history.ts'
import { createRandom } from '../support/random.ts'

async function open(database: Database, released?: readonly string[]) {
  const college = await openCollege(withReleaseClock(database), { publicReading: true, ...(released && { released }) })
  endBeforeClosing(database, async () => {
    await college.app.close()
    await settleKeeping(college.causeway.database)
  })
  return { ...college, causeway: { ...college.causeway, publicReleases: true } }
}

const learners = (count: number, nationality: string) =>
  Array.from({ length: count }, (_, at) => ({
    ...{ person: `${nationality}${at}`, kind: 'degree', nationality, start: '2023-09-01', end: '2024-07-01' },
  }))

const isAsked = ({ declaration }: OnBasis) => declaration.code === 'EX02'

async function openSmall(database: Database, released = ['EX02', 'EX05']) {
  const college = await open(database, released)
  await putInstitution(database, 'X', '2026-08-31')
  await putRecords(database, 'enrolment', 'X', [...learners(30, 'KZ'), ...learners(31, 'VN')])
  return college
}

forEachDatabase((kind) => {
  test('all that a release stored is what records give, exact and as the public sees it', async (database) => {
    const random = createRandom('stored figures')
    const sample = CATALOGUE.filter(() => random.whole(0, kind === 'sqlite' ? 3 : 11) === 0)
    const { causeway } = await open(
      database,
      sample.map(({ code }) => code),
    )
    const change = await openHistory(database, 'stored figures', random, 12)
    for (let times = 0; times < 10; times++) await change()
    const { id } = await createRelease(causeway, OPERATOR, { institution: 'X', name: 'R', year: 2022 })
    await publishRelease(causeway, OPERATOR, { institution: 'X', release: 'R' })
    const live = { ...causeway, publicReleases: false }
    let compared = 0
    for (const declaration of causeway.indicators)
      for (const basis of declaration.bases) {
        const scope = random.pick(scopesOf(declaration))
        const isWhole = basis !== declaration.bases[0] || scope !== (declaration.scope?.default ?? null)
        const by = isWhole ? null : random.pick([null, ...Object.keys(declaration.dimensions)])
        const from = random.pick([1990, 2015, 2020, 2022])
        const to = from + random.whole(0, 5)
        const request = { indicator: declaration.id, institution: 'X', basis, scope, by, from, to }
        const shown = await readSeries(causeway, ANONYMOUS, request)
        expect(shown.figures, JSON.stringify(request)).toEqual((await readSeries(live, ANONYMOUS, request)).figures)
        const exact = await readSeries(causeway, OPERATOR, { ...request, release: id })
        expect(exact.recounted).toBeUndefined()
        expect(exact.figures, JSON.stringify(request)).toEqual((await readSeries(causeway, OPERATOR, request)).figures)
        compared += shown.figures.length
      }
    expect(compared).toBeGreaterThan(kind === 'sqlite' ? 300 : 50)
  })

  test('another thread that opens the same database counts the same, and of another revision nothing', async (database) => {
    const { causeway } = await openSmall(database)
    const of = { ...causeway, database: withReleaseClock(database) }
    const groups = tiedTogether(of.indicators)
    const places = groups
      .keys()
      .filter((place) => place % 20 === 0 || groups[place]!.some(isAsked))
      .toArray()
    const standing = (await readStandingNow(database, 'X'))!
    const counter = openCounter(of, standing, [])!
    for (const place of places)
      expect(await counter.count(place)).toEqual(await countTogether(of, standing, groups[place]!, []))
    await putRecords(database, 'enrolment', 'X', learners(7, 'LA'))
    expect(await counter.count(places[0]!)).toBeNull()
    await counter.close()
    await expect(counter.count(places[0]!)).rejects.toThrow('has ended')
  })
})

onOneDatabase((_name, _open, newUrl) => {
  test('where this version counts otherwise, what was stored is given and the difference is said', async (database) => {
    const college = await openSmall(database)
    const { id } = await createRelease(college.causeway, OPERATOR, { institution: 'X', name: 'R' })
    const { quick } = database
    const [{ exact }] = (await quick
      .selectFrom('release_figures')
      .select('exact')
      .where('indicator', '=', college.causeway.indicators[0]!.id)
      .where('basis', '=', 'SCHOOL_YEAR')
      .execute()) as [{ exact: string }]
    // As by an earlier version, that counted one more.
    const text = unpackText(exact).replace(/^.*/, 'another').replaceAll('"value":61', '"value":62')
    await database.write((db) =>
      db
        .updateTable('release_figures')
        .set({ exact: packText(text) })
        .where('indicator', '=', college.causeway.indicators[0]!.id)
        .where('basis', '=', 'SCHOOL_YEAR')
        .execute(),
    )
    const query = `{ indicator(id: "EX02") { series(institution: "X", from: 2022, to: 2023, release: "${id}") {
      recounted zh: recounted(locale: ZH) figures { value } } } }`
    const { data } = await college.ask(query, {}, bearer(await college.tokenFor('reader', 'X')))
    expect(data.indicator.series).toEqual({
      recounted:
        'This version counts 1 of these otherwise: 2023/24 61 people (the release: 62 people). What is given is what the release stored.',
      zh: '按本版本的算法，其中 1 个数字不同：2023—2024学年 61人（定稿为 62人）。此处为定稿时存下的数字。',
      figures: [{ value: null }, { value: 62 }],
    })
  })

  test('a release that is being made says how far it is, to those alone who asked for it', async (database) => {
    const { causeway } = await openSmall(database, ['EX02', 'EX11', 'DN01', 'ST04', 'PF05', 'IN07'])
    let isMade = false
    const made = beginRelease(causeway, OPERATOR, { institution: 'X', name: 'R', progress: 'mine' }).finally(
      () => (isMade = true),
    )
    const said: (number | null)[] = []
    while (!isMade) {
      said.push(progressOf(causeway, OPERATOR, 'mine'))
      expect(progressOf(causeway, { ...OPERATOR, token: 'another' }, 'mine')).toBeNull()
      await new Promise((turn) => setImmediate(turn))
    }
    await made
    const percents = said.filter((one) => one !== null)
    expect(percents).toEqual(percents.toSorted((a, b) => a - b))
    expect(new Set(percents).size).toBeGreaterThan(1)
    expect(progressOf(causeway, OPERATOR, 'mine')).toBeNull()
  })

  test('a release that takes longer than somebody waits goes on, and who asks again is said what came of it', async (database) => {
    const { causeway } = await openSmall(database)
    const asked = { institution: 'X', name: 'R', note: null }
    const first = await beginRelease(causeway, OPERATOR, asked, 0)
    expect(first).toMatchObject({ name: 'R', startedAt: expect.any(String) as string })
    let again = first
    while (!('status' in again)) again = await beginRelease(causeway, OPERATOR, asked)
    expect(again).toMatchObject({ name: 'R', status: 'DRAFT' })
    expect(await listReleases(database, 'X')).toHaveLength(1)
    await expect(beginRelease(causeway, OPERATOR, asked)).rejects.toMatchObject({ code: 'RELEASE_EXISTS' })
  })

  it('is whole or absent where its process is killed on the way', async () => {
    const url = await newUrl()
    const database = await openDatabase(url)
    await migrate(database)
    await putInstitution(database, 'X', '2026-08-31')
    await putRecords(database, 'enrolment', 'X', [...learners(30, 'KZ'), ...learners(31, 'VN')])
    // Its row is written, some of its figures are, all but one are, and everything is.
    for (const statements of [3, 5, 7, 1_000])
      await startNode('tests/support/die-releasing.ts', [String(statements)], { DATABASE_URL: url }).ended
    const releases = await listReleases(database, 'X')
    expect(releases.map(({ name }) => name)).toEqual(['before 1000'])
    const stored = await database.quick.selectFrom('release_figures').select('release').execute()
    expect(stored.map(({ release }) => release)).toEqual(stored.map(() => releases[0]!.id))
    expect(stored).toHaveLength(5)
    await database.close()
  })
})
