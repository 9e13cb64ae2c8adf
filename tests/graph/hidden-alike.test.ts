import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildSchema } from 'graphql'
import { afterAll, afterEach, expect, vi } from 'vitest'
import { CATALOGUE } from '@causeway/server/figures/indicators/catalogue'
import { withReleaseClock } from '@causeway/server/figures/releases/release-clock'
import type { Database } from '@causeway/server/ground/database/database'
import { printGraph } from '@causeway/server/outlets/graph/schema'
import { writePublication } from '@causeway/server/outlets/publish/write-publication'
import { collect, type World } from '../support/attacker/collect.ts'
import { everyAddress, readAddress, type Wanted } from '../support/attacker/everything.ts'
import { bearer, openCollege, type College } from '../support/college.ts'
import { onOneDatabase, test } from '../support/databases.ts'
import { everyField } from '../support/every-field.ts'
import { makeBatches } from '../support/oracle/nasty-records.ts'
import { putRecords, type Values } from '../support/put-records.ts'
import { seededRandom } from '../support/random.ts'
import { make } from '../support/releasing-college.ts'

/** Persons, stays, days, shares, means, what only grows and things; those of the views that have a name. */
const CODES = [
  'DN02',
  'DN03',
  'EX01',
  'EX02',
  'EX06',
  'EX07',
  'EX08',
  'EX11',
  'EX17',
  'IN07',
  'IN17',
  'PF06',
  'SK14',
  'SK15',
]
const INDICATORS = CATALOGUE.filter(({ code }) => CODES.includes(code))
const YEARS = [2021, 2024] as const
const PLACE = { institution: 'X', country: 'CN', schoolYearStart: '09-01', dataDate: '2024-03-15', size: 0.5 }
/** Few, of two countries that nobody else is of, and that are in all groups together. */
const FEW = 7
/** Of the figures that differ, exact. */
const LEAST = 9
const ANY = { most: 1e9, perSecond: 1e6 }

/** The record of each type that one of the few has. */
const ROWS: Record<string, (person: string, country: string) => Values> = {
  enrolment: (person, nationality) => ({
    ...{ person, nationality, kind: 'degree', full_time: 1, programme: 'PR1', sex: 'female', outcome: 'completed' },
    ...{ start: '2022-09-01', end: '2023-08-01' },
  }),
  mobility: (person, country) => ({
    ...{ person, country, direction: 'in', audience: 'student', purpose: 'study' },
    ...{ start: '2022-10-01', end: '2023-03-01' },
  }),
  'training-session': (person, country) => ({
    ...{ person, country, session: 'T1', start: '2023-03-01', end: '2023-03-05', training_days: 5 },
  }),
  'graduate-outcome': (person, country) => ({
    ...{ person, country, nationality: country, programme: 'PR1', class: 2023, observation: '12-31' },
    ...{ status: 'employed', matched: 1 },
  }),
  placement: (person, country) => ({
    ...{ person, country, nationality: country, partner: 'PT1', start: '2023-01-01', end: '2023-06-01' },
  }),
  staff: (person, nationality) => ({ person, nationality, full_time: 1, teaching: 1, from: '2022-09-01' }),
}

const webRoot = mkdtempSync(join(tmpdir(), 'causeway-alike-'))
const PAGE =
  '<!doctype html><html lang="en"><head><title>Causeway</title></head><body><div class="opening-lines"></div></body></html>'
writeFileSync(join(webRoot, 'index.html'), PAGE)
afterAll(() => rmSync(webRoot, { recursive: true }))
afterEach(() => vi.useRealTimers())

/** A college whose few are of one country the first of them, and of another the rest. */
async function openTwin(database: Database, ofFirst: number): Promise<College> {
  const college = await openCollege(withReleaseClock(database), {
    ...{ released: CODES, webRoot, limits: { ofOne: ANY, ofAll: ANY } },
  })
  for (const { type, rows, dataDate } of makeBatches('alike', PLACE))
    await putRecords(database, type, type === 'institution' ? null : 'X', rows, { dataDate })
  for (const [type, row] of Object.entries(ROWS)) {
    const rows = Array.from({ length: FEW }, (_, at) => row(`FEW${at}`, at < ofFirst ? 'KG' : 'TJ'))
    await putRecords(database, type, 'X', rows, { dataDate: PLACE.dataDate })
  }
  return college
}

/** Two of them with two releases each, made in the same minutes. */
async function openTwins(open: () => Promise<Database>): Promise<readonly [College, College]> {
  const at = (day: string) => vi.useFakeTimers({ toFake: ['Date'], now: new Date(`${day}T08:00:00Z`) })
  at('2026-05-01')
  const twins = [await openTwin(await open(), 3), await openTwin(await open(), 4)] as const
  for (const one of twins) await make(one, 'first')
  at('2026-06-01')
  const more = Array.from({ length: 15 }, (_, n) => ROWS['enrolment']!(`MORE${n}`, n % 2 ? 'VN' : 'TH'))
  for (const { causeway } of twins)
    await putRecords(causeway.database, 'enrolment', 'X', more, { dataDate: PLACE.dataDate })
  for (const one of twins) await make(one, 'second')
  return twins
}

const seenBy = (college: College, headers: Record<string, string> = {}) =>
  collect(async (query) => (await college.ask(query, {}, headers)) as never, 'X', INDICATORS, YEARS)

const differing = (one: World, other: World) => {
  const places = [...new Set([...one.keys(), ...other.keys()])]
  return places.filter((place) => JSON.stringify(one.get(place)) !== JSON.stringify(other.get(place)))
}

const SCHEMA = buildSchema(printGraph())
const GIVEN = {
  ...{ institution: '"X"', code: '"X"', 'country.code': '"KG"', 'subject.code': '"KG"', 'subject.kind': 'COUNTRY' },
  ...{ 'publicSubjects.kind': 'COUNTRY', indicator: '"EX02"', 'indicator.id': '"EX02"', by: '"country"' },
  ...{ id: '"international-influence"', from: '2022', to: '2022', year: '2022', on: '"2023-06-30"', locale: 'EN' },
  ...{ 'change.from': '{ year: 2021 }', 'change.to': '{ year: 2022 }', first: '50', type: '"enrolment"' },
  ...{ 'compareReleases.from': '"first"', 'compareReleases.to': '"second"', 'against.number': '"3"' },
}

/** One of so many answers is asked in each run, and all by country; `ALIKE_EACH=1`: all of them. */
const EACH = Number(process.env['ALIKE_EACH'] ?? 8)

/** All that anybody is given: by address or document the answer. */
async function askEverything(college: College): Promise<Map<string, string>> {
  const answers = new Map<string, string>()
  const random = seededRandom(1)
  const some = (all: readonly string[]) => all.filter((one) => random() * EACH < 1 || one.includes('by=country'))
  for (const release of ['first', null]) {
    const wanted: Wanted = { institution: 'X', years: YEARS, indicators: INDICATORS, release }
    const cheap = everyAddress(wanted, ['csv', 'json', 'embed', 'oembed', 'page', 'answer'])
    const dear = everyAddress(wanted, ['xlsx', 'svg']).filter((_, at) => at % 5 === 0)
    for (const address of some([...cheap, ...dear])) {
      const { status, body } = await readAddress(college.app, address)
      answers.set(address, `${status} ${body}`)
    }
    const given = release ? { ...GIVEN, release: `"${release}"` } : GIVEN
    for (const query of some(everyField(SCHEMA, given))) {
      const { status, data, errors } = await college.ask(query)
      answers.set(`${release} ${query}`, `${status} ${JSON.stringify([data, errors])}`)
    }
  }
  return answers
}

/** A release has an id that nobody can guess. */
const ID = /r-[0-9a-f]{12}/g

async function readFolder(college: College): Promise<Map<string, string>> {
  const out = mkdtempSync(join(tmpdir(), 'causeway-alike-folder-'))
  try {
    const codes = EACH > 1 ? ['EX02'] : CODES
    const causeway = { ...college.causeway, indicators: INDICATORS.filter(({ code }) => codes.includes(code)) }
    await writePublication(causeway, {
      ...{ institution: 'X', release: 'second', earlier: EACH === 1, out: join(out, 'site') },
    })
    const files = (readdirSync(out, { recursive: true }) as string[]).filter((one) => statSync(join(out, one)).isFile())
    return new Map(files.map((file) => [file, readFileSync(join(out, file)).toString('latin1').replace(ID, '')]))
  } finally {
    rmSync(out, { recursive: true })
  }
}

const otherIn = ([one, other]: readonly [Map<string, string>, Map<string, string>]) => [
  ...[...one].filter(([name, answer]) => other.get(name) !== answer).map(([name]) => name),
  ...[...other.keys()].filter((name) => !one.has(name)),
]

onOneDatabase((_name, open) => {
  test('what is hidden is in no answer: of two colleges that differ in it alone every byte of every outlet is the same', async () => {
    const twins = await openTwins(open)
    const seen = [await seenBy(twins[0]), await seenBy(twins[1])] as const
    expect(differing(...seen)).toEqual([])
    const [first, second] = await Promise.all(twins.map(async (one) => bearer(await one.tokenFor('reader', 'X'))))
    // Countries of what counts persons, stays and days, and what divides by them.
    expect(differing(await seenBy(twins[0], first!), await seenBy(twins[1], second!)).length).toBeGreaterThan(LEAST)
    const answers = [await askEverything(twins[0]), await askEverything(twins[1])] as const
    expect(answers[0].size).toBeGreaterThan(2000 / EACH)
    expect(otherIn(answers)).toEqual([])
    const folders = [await readFolder(twins[0]), await readFolder(twins[1])] as const
    expect(folders[0].size).toBeGreaterThan(50)
    expect(otherIn(folders)).toEqual([])
  })
})
