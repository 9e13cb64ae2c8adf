import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildSchema } from 'graphql'
import { afterAll, expect } from 'vitest'
import { OPERATOR } from '@causeway/server/access/viewer'
import { createRelease, publishRelease, withdrawRelease } from '@causeway/server/desk/releases/make-release'
import { withReleaseClock } from '@causeway/server/figures/releases/release-clock'
import type { Database } from '@causeway/server/ground/database/database'
import { toCursor } from '@causeway/server/ground/cursor'
import { printGraph } from '@causeway/server/outlets/graph/schema'
import { bearer, ENROLMENT_HEADER, fillForms, openCollege, type College } from '../support/college.ts'
import { forEachDatabase, onOneDatabase, test } from '../support/databases.ts'
import { everyField } from '../support/every-field.ts'

/** Of each kind some: stocks, flows, shares, sums, means, of persons and of things; those of the overview. */
const CODES = ['DN02', 'DN03', 'EX02', 'EX04', 'EX11', 'IN07', 'ST01', 'PF05']
/** In every number and name that is not released. */
const PLANTED = '7717'
const EMBARGOED = '2099-01-01T00:00:00Z'

const webRoot = mkdtempSync(join(tmpdir(), 'causeway-released-'))
writeFileSync(
  join(webRoot, 'index.html'),
  '<!doctype html><html lang="en"><head><title>Causeway</title></head><body><div class="opening-lines"></div></body></html>',
)
afterAll(() => rmSync(webRoot, { recursive: true }))

/** More than anybody may ask. */
const ANY = { most: 1e9, perSecond: 1e6 }

const GIVEN = {
  ...{ institution: '"X"', code: '"X"', 'standard.code': '"SP1"', 'platform.code': '"P"', 'country.code': '"VN"' },
  ...{ 'subject.code': '"P1"', 'subject.kind': 'PARTNER', 'publicSubjects.kind': 'PARTNER', type: '"enrolment"' },
  ...{ indicator: '"EX02"', 'indicator.id': '"EX02"', id: '"international-influence"', recordType: '"enrolment"' },
  ...{ from: '2021', to: '2021', year: '2021', on: '"2022-06-30"', first: '3', locale: 'EN' },
  ...{ 'standardChanges.standard': '"SP1"', 'standardChanges.from': '"1.0"', 'standardChanges.to': '"2.0"' },
  ...{ 'crosswalk.from': '"SP1"', 'crosswalk.to': '"SC1"', 'formChanges.from': '"2019"', 'formChanges.to': '"2022"' },
  ...{ 'change.from': '{ year: 2020 }', 'change.to': '{ year: 2021 }', 'codes.recordType': '"partner"' },
  ...{ 'compareReleases.from': '"first"', 'compareReleases.to': '"live"' },
}

async function open(database: Database): Promise<College> {
  return openCollege(withReleaseClock(database), { released: CODES, webRoot, limits: { ofOne: ANY, ofAll: ANY } })
}

/** X, whose first release is public, and Y, which has released nothing. */
async function openReleased(database: Database): Promise<College> {
  const college = await open(database)
  await college.put('institution', ['code,name_zh,name_en,country', 'X,甲学院,College X,CN'], undefined, '2022-08-31')
  await college.put('institution', ['code,name_zh,name_en,country', 'Y,乙学院,College Y,CN'], undefined, '2022-08-31')
  await fillForms(college)
  await college.put('target', ['plan,indicator,year,value', 'P,EX02,2021,20'])
  await createRelease(college.causeway, OPERATOR, { institution: 'X', name: 'first', year: 2021 })
  await publishRelease(college.causeway, OPERATOR, { institution: 'X', release: 'first' })
  return college
}

/** Everything that can be changed is, and a second release waits for its minute. */
async function plant({ causeway, put }: College): Promise<void> {
  const row = `,${PLANTED},PA,degree,1,VN,2021-09-01,2022-07-01,400`
  await put(
    'enrolment',
    [ENROLMENT_HEADER, row, row.replaceAll('2021', '2022').replace('2022-07', '2023-07')],
    'X',
    '2023-08-31',
  )
  await put('institution', ['code,name_zh,name_en,country', `X,学院${PLANTED},College ${PLANTED},CN`])
  await put('partner', ['code,name_zh,country', `P1,伙伴${PLANTED},KH`, `P${PLANTED},新伙伴${PLANTED},KH`])
  await put('programme', ['code,name_zh,name_en,kind', `PA,专业${PLANTED},Programme ${PLANTED},ordinary`])
  await put('standard', ['code,title_zh,type,direction', `S${PLANTED},标准${PLANTED},programme,own`])
  await put('target', ['plan,indicator,year,value', `P,EX02,2021,${PLANTED}`, `P${PLANTED},EX04,2021,${PLANTED}`])
  await put('peer-figure', ['peer,indicator,year,value,source', `Z${PLANTED},EX02,2021,${PLANTED},年报`])
  await put('enrolment', [ENROLMENT_HEADER, row.replace('PA', '')], 'Y')
  await createRelease(causeway, OPERATOR, { institution: 'X', name: 'second', year: 2021, note: `note ${PLANTED}` })
  await publishRelease(causeway, OPERATOR, { institution: 'X', release: 'second', at: EMBARGOED })
  await createRelease(causeway, OPERATOR, { institution: 'Y', name: 'draft', year: 2021 })
}

const MOMENTS = [
  '',
  'release=first',
  'release=second',
  'release=live',
  'asOf=2099-06-01',
  'asOf=2001-01-01',
  'release=first&asOf=2099-06-01',
]

function addresses(): string[] {
  const cut = 'institution=X&from=2020&to=2022'
  const files = ['csv', 'json', 'xlsx', 'svg'].flatMap((format) =>
    [
      cut,
      `${cut}&by=country`,
      `${cut}&filter=country:VN`,
      `${cut}&across=level&by=country`,
      'institution=X',
      'institution=Y',
    ].map((query) => `/i/EX02.${format}?${query}`),
  )
  const views = [
    'who-learns-from-whom',
    'who-learns-by-country',
    'peers',
    'adoption-lives',
    'platform-outputs',
  ].flatMap((name) => ['csv', 'json', 'svg'].map((format) => `/i/${name}.${format}?institution=X&indicator=EX02`))
  const forms = ['csv', 'xlsx'].map((format) => `/forms/international-influence/2022/2021.${format}?institution=X`)
  const pages = [
    '/',
    '/indicator/EX02',
    '/answer/EX02',
    '/country/VN',
    '/partner/P1',
    `/partner/P${PLANTED}`,
    '/quality',
  ]
  // What is drawn or packed says what the rows of the same address say.
  const momentsOf = (one: string) => (/csv|json|embed/.test(one) ? MOMENTS : MOMENTS.slice(0, 3))
  return [
    ...[...files, ...views, ...forms, '/embed/EX02?institution=X'].flatMap((one) =>
      momentsOf(one).map((moment) => (moment === '' ? one : `${one}&${moment}`)),
    ),
    ...pages.flatMap((page) => ['X', 'Y'].map((code) => `${page}?institution=${code}`)),
    ...['/', '/embed/EX02', '/session', '/templates/enrolment.xlsx?institution=X', '/datapackage/X/second.zip'],
    `/oembed?url=${encodeURIComponent('http://causeway.test/indicator/EX02?institution=X')}`,
    '/crosswalk/SP1/SC1.csv?institution=X',
  ].map((one) => (one.startsWith('/i/who') ? one.replace('&indicator=EX02', '') : one))
}

function documents(ids: readonly string[]): string[] {
  const schema = buildSchema(printGraph())
  const moments: Record<string, string>[] = [
    {},
    { release: '"first"' },
    { release: '"second"' },
    { asOf: '"2099-06-01"' },
    { release: '"live"' },
  ]
  // Of the other moments some: a field is asked of each by the same way.
  const all = moments.flatMap((moment, at) =>
    everyField(schema, { ...GIVEN, ...moment }).filter((_, place) => at === 0 || place % 5 === at - 1),
  )
  const ofIds = ids.map((id) => `{ node(id: ${JSON.stringify(id)}) { __typename id } }`)
  const ofY = everyField(schema, { ...GIVEN, institution: '"Y"', code: '"Y"' }).filter((_, place) => place % 5 === 4)
  const between = `{ change(indicator: "EX02", institution: "X", from: { year: 2021, release: "first" }, to: { year: 2021, release: "second" }) { difference } }`
  return [...new Set([...all, ...ofY, ...ofIds, between])]
}

/** All that anybody is answered, each with its tag. */
async function askAll(college: College, asked: { documents: string[]; addresses: string[] }) {
  const answers = new Map<string, { status: number; etag: string | null; body: string }>()
  const keep = async (name: string, response: Response) => {
    const bytes = Buffer.from(await response.arrayBuffer())
    // A workbook is a packed file, which has the time that it was made in.
    const isPacked = name.includes('.xlsx')
    const body = isPacked && response.status === 200 ? '' : bytes.toString('utf8')
    answers.set(name, { status: response.status, etag: response.headers.get('etag'), body })
  }
  for (const query of asked.documents) await keep(query, await college.post('/graphql', { query }))
  for (const address of asked.addresses) await keep(address, await college.get(address))
  return answers
}

const bodiesOf = (answers: Awaited<ReturnType<typeof askAll>>) => [...answers].map(([name, { body }]) => [name, body])

onOneDatabase(() => {
  test('to the public nothing is another after imports, drafts and an embargo: no byte, status or tag of any answer', async (database) => {
    const college = await openReleased(database)
    const nodes = [toCursor('Release:X/r-000000000000'), toCursor('Record:enrolment/X/none')]
    const asked = {
      documents: documents(nodes).filter((_, at) => at % 8 === 3),
      addresses: addresses().filter((one, at) => at % 5 === 1 && !/svg|xlsx/.test(one)),
    }
    const before = await askAll(college, asked)
    for (const [name, { body }] of before) expect(body, name).not.toMatch(/INTERNAL/)
    await plant(college)
    const after = await askAll(college, asked)
    for (const [name, answer] of before) expect(after.get(name), name).toEqual(answer)
    for (const [name, { body }] of after) if (!name.includes(PLANTED)) expect(body, name).not.toContain(PLANTED)
    // A process that begins anew knows no more.
    expect(await askAll(await open(database), asked)).toEqual(after)

    const { causeway } = college
    await createRelease(causeway, OPERATOR, { institution: 'X', name: 'third', year: 2021 })
    await publishRelease(causeway, OPERATOR, { institution: 'X', release: 'third' })
    const out = [...(await askAll(college, asked))]
    expect(out.some(([name, { body }]) => !name.includes(PLANTED) && body.includes(PLANTED))).toBe(true)
    await withdrawRelease(causeway, OPERATOR, { institution: 'X', release: 'third', reason: 'wrong' })
    const withoutList = (all: ReturnType<typeof bodiesOf>) => all.filter(([name]) => !name!.includes('releases'))
    expect(withoutList(bodiesOf(await askAll(college, asked)))).toEqual(withoutList(bodiesOf(before)))
  })
})

forEachDatabase(() => {
  test('a college is answered as of its release: its name, data date, years, subjects, targets and peers', async (database) => {
    const college = await openReleased(database)
    const QUERY = `query ($release: ID) {
      institution(code: "X", release: $release) { name dataDate revision openingYear nothingReleased
        reportedYears { year } series(of: ["EX02"]) { revision institution { name } figures { value period { year } targets { value } } } }
      publicSubjects(institution: "X", kind: PARTNER, release: $release) { code name(locale: ZH) }
      targets(institution: "X", release: $release) { plan targets { value } }
      ranking(indicator: "EX02", year: 2021) { edges { node { figure { peer value } } } }
      form(id: "international-influence", institution: "X", year: 2021, release: $release) { profile institution { name } } }`
    const first = await college.ask(QUERY)
    expect(first.errors).toBeUndefined()
    expect(first.data.institution).toMatchObject({ name: 'College X', dataDate: '2022-08-31', openingYear: 2021 })
    expect(
      first.data.ranking.edges.map(({ node }: { node: { figure: { peer: string } } }) => node.figure.peer),
    ).toEqual(['X'])
    expect(first.data.targets).toEqual([{ plan: 'P', targets: [{ value: 20 }] }])
    expect(first.data.form.profile).toBe('PUBLIC')
    await plant(college)
    expect((await college.ask(QUERY)).data).toEqual(first.data)
    const me = bearer(await college.tokenFor('reader', 'X'))
    const live = (await college.ask(QUERY, {}, me)).data
    expect(live.institution).toMatchObject({ name: `College ${PLANTED}`, dataDate: '2023-08-31' })
    const asked = await college.ask(QUERY, { release: 'first' }, me)
    expect(asked.errors).toBeUndefined()
    expect(asked.data.institution).toMatchObject({ name: 'College X', dataDate: '2022-08-31', openingYear: 2021 })
    expect(asked.data.targets).toEqual(first.data.targets)
    expect(asked.data.publicSubjects).toEqual(first.data.publicSubjects)
  })

  test('a college that has released nothing is there by its name, and that is all', async (database) => {
    const college = await openReleased(database)
    await plant(college)
    const { data, errors } = await college.ask(`{ institution(code: "Y") {
      code name dataDate revision openingYear nothingReleased reported(year: 2021) { reported } reportedYears { year }
      series(of: ["EX02"]) { revision } changes { sentence } }
      institutions { edges { node { code name dataDate revision } } } releases(institution: "Y") { name } }`)
    expect(errors).toBeUndefined()
    expect(data.institution).toEqual({
      ...{ code: 'Y', name: 'College Y', dataDate: null, revision: 0, openingYear: null, nothingReleased: true },
      ...{ reported: { reported: 0 }, reportedYears: [], series: [], changes: [] },
    })
    expect(data.releases).toEqual([])
    expect(data.institutions.edges.map(({ node }: { node: object }) => node)).toMatchObject([
      { code: 'X', name: 'College X', dataDate: '2022-08-31' },
      { code: 'Y', name: 'College Y', dataDate: null, revision: 0 },
    ])
    for (const field of [
      'targets(institution: "Y") { plan }',
      'publicSubjects(institution: "Y", kind: PARTNER) { code }',
      'form(id: "international-influence", institution: "Y", year: 2021) { id }',
      'reconcile(indicator: "EX02", institution: "Y", year: 2021) { year }',
      'peers(indicator: "EX02", institution: "Y", year: 2021) { mean }',
      'change(indicator: "EX02", institution: "Y", from: { year: 2020 }, to: { year: 2021 }) { difference }',
    ])
      expect((await college.ask(`{ ${field} }`)).errors?.[0]?.extensions.code, field).toBe('NOTHING_RELEASED')
    for (const address of [
      '/i/EX02.csv?institution=Y&from=2021&to=2021',
      '/i/EX02.svg?institution=Y',
      '/i/peers.json?institution=Y&indicator=EX02',
    ])
      expect(await (await college.get(address)).text(), address).toContain('NOTHING_RELEASED')
    const page = await (await college.get('/indicator/EX02?institution=Y')).text()
    expect(page).toContain('College Y')
    expect(page).toContain('released nothing')
  })

  test('a change in public is the difference of two public figures, also between two releases', async (database) => {
    const college = await openReleased(database)
    await college.put('enrolment', [
      ENROLMENT_HEADER,
      ...Array.from({ length: 30 }, (_, at) => `Z${at},,PA,degree,1,VN,2021-09-01,2022-07-01,400`),
    ])
    await createRelease(college.causeway, OPERATOR, { institution: 'X', name: 'second', year: 2021 })
    await publishRelease(college.causeway, OPERATOR, { institution: 'X', release: 'second' })
    const ask = async (from: string, to: string) =>
      (await college.ask(`{ change(indicator: "EX02", institution: "X", from: { ${from} }, to: { ${to} }) {
        difference before { value } after { value } parts { value } } }`)) as { data: { change: object } }
    const { data } = await ask('year: 2021, release: "first"', 'year: 2021, release: "second"')
    expect(data.change).toMatchObject({ difference: 30, parts: [] })
    expect((await ask('year: 2021, release: "first"', 'year: 2021')).data.change).toMatchObject({ difference: 30 })
  })
})
