import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Database } from '@causeway/server/ground/database/database'
import { listTables } from '@causeway/server/ground/database/list-tables'
import {
  DEMONSTRATION_FILES,
  DEMONSTRATION_FOLDER,
  isDemonstrationDue,
  loadDemonstration,
  removeDemonstration,
} from '@causeway/server/desk/demonstration/load-demonstration'
import {
  DEMONSTRATION_RELEASES,
  releasesOfDemonstration,
} from '@causeway/server/desk/demonstration/release-demonstration'
import { ANONYMOUS } from '@causeway/server/access/viewer'
import type { Causeway } from '@causeway/server/figures/causeway'
import { CATALOGUE } from '@causeway/server/figures/indicators/catalogue'
import { readSeries } from '@causeway/server/figures/read-series'
import { listReleases } from '@causeway/server/figures/releases/release'
import { importFile } from '@causeway/server/records/import/import-file'
import { findInstitution } from '@causeway/server/records/institutions'
import { RECORD_TYPES } from '@causeway/server/records/record-types'
import { tableOf } from '@causeway/server/records/record-type'
import { openSecret } from '@causeway/server/records/secret'
import { forEachDatabase } from '../support/databases.ts'
import { openDemonstration } from '../support/demonstration.ts'
import { folderOfFile } from '../support/folders.ts'

const folder = folderOfFile()
let count = 0
const secretFor = (database: Database) => openSecret(database, join(folder, `secret-${++count}`))

/** Rows of a type that hold now. */
async function current(database: Database, type: string): Promise<Record<string, string | number | null>[]> {
  return database.quick
    .selectFrom(tableOf(type) as `record_${string}`)
    .selectAll()
    .where('institution', '=', 'demo')
    .where('until', 'is', null)
    .execute()
}

/** Those of a school year by the day of a field. */
const inYear = (rows: Record<string, string | number | null>[], field: string, year: number) =>
  rows.filter((row) => String(row[field]) >= `${year}-09-01` && String(row[field]) < `${year + 1}-09-01`)

/** Days of stays abroad, some of which were corrected, and learners online, whose files came late. */
const RELEASED = CATALOGUE.filter(({ code }) => ['EX11', 'PF08'].includes(code))

/** Three releases, the last of what is live and a correction of the one before it; the public sees the college by them. */
async function expectReleased(causeway: Causeway): Promise<void> {
  const releases = await listReleases(causeway.database, 'demo')
  expect(releases.map(({ name, status }) => [name, status])).toEqual([
    ['2022', 'SUPERSEDED'],
    ['2023', 'SUPERSEDED'],
    ['2023-2', 'PUBLISHED'],
  ])
  expect(releases.map(({ supersedes }) => supersedes)).toEqual([null, releases[0]!.id, releases[1]!.id])
  for (const { createdAt, publishedAt, note } of releases) {
    expect(createdAt < publishedAt! && '2025-07-31' < createdAt && publishedAt! < '2026').toBe(true)
    expect(note).toMatch(/\p{Script=Han}.* \/ [A-Z]/u)
  }
  const [live, released] = [false, true].map((publicReleases) => ({ ...causeway, publicReading: true, publicReleases }))
  const series = async (of: Causeway, indicator: string, release?: string) => {
    const asked = { indicator, institution: 'demo', from: 2015, to: 2024, release }
    return (await readSeries(of, ANONYMOUS, asked)).figures.map(({ value, gap }) => value ?? gap)
  }
  const ofYear = async (release: string) => (await series(released!, 'EX11', release))[2023 - 2015]
  expect([await ofYear('2022'), await ofYear('2023'), await ofYear('2023-2')]).toEqual([359, 359, 354])
  for (const indicator of ['EX11', 'PF08'])
    expect(await series(released!, indicator)).toEqual(await series(live!, indicator))
  expect(await series(released!, 'PF08', '2022')).not.toEqual(await series(released!, 'PF08', '2023'))
}

/** How much of every kind there is: what two loads that went well have alike. */
async function census(database: Database) {
  const sizes: Record<string, number> = {}
  for (const type of RECORD_TYPES) {
    const rows = await database.quick
      .selectFrom(tableOf(type.name) as `record_${string}`)
      .select('key')
      .where('institution', '=', 'demo')
      .execute()
    sizes[type.name] = rows.length
  }
  const facts = await findInstitution(database, 'demo')
  return { sizes, revision: facts?.revision, dataDate: facts?.dataDate }
}

describe('the files of the demonstration college', () => {
  it('are all listed, each once', () => {
    const names = DEMONSTRATION_FILES.map(([name]) => name)
    expect(names.toSorted()).toEqual(
      readdirSync(DEMONSTRATION_FOLDER)
        .filter((name) => name.endsWith('.csv'))
        .toSorted(),
    )
  })

  it('are all in the last release, and each release holds those up to one', () => {
    const places = DEMONSTRATION_RELEASES.map(({ upTo }) => DEMONSTRATION_FILES.findIndex(([name]) => name === upTo))
    expect(places).toEqual([...new Set(places)].filter((at) => at >= 0).toSorted((a, b) => a - b))
    expect(places.at(-1)).toBe(DEMONSTRATION_FILES.length - 1)
  })

  it('hold every record type, in under 16,000 rows, and are kept as colleges keep them', () => {
    const files = DEMONSTRATION_FILES.map(([name]) => ({ name, bytes: readFileSync(join(DEMONSTRATION_FOLDER, name)) }))
    expect(new Set(DEMONSTRATION_FILES.map(([, recordType]) => recordType))).toEqual(
      new Set(RECORD_TYPES.map(({ name }) => name)),
    )
    const lines = files.reduce((sum, { bytes }) => sum + bytes.toString('latin1').split('\r\n').length - 2, 0)
    expect(lines).toBeGreaterThan(10_000)
    expect(lines).toBeLessThan(16_000)
    const old = files.find(({ name }) => name === '在校生学籍_教务处.csv')!
    expect(old.bytes.toString('utf8')).not.toContain('学号')
    expect(new TextDecoder('gb18030').decode(old.bytes)).toContain('学号')
  })
})

forEachDatabase((_name, open) => {
  describe('the demonstration college', () => {
    it('loads anew and whole where loading was cut short, is marked, tells its story, and is taken out without a trace', async () => {
      const database = await open()
      const secret = await secretFor(database)
      let steps = 0
      const cut = loadDemonstration(database, secret, () => {
        if (++steps > 8) throw new Error('the power went out')
      })
      await expect(cut).rejects.toThrow('the power went out')
      expect(await findInstitution(database, 'demo')).toMatchObject({ demonstration: true })
      expect(await isDemonstrationDue(database)).toBe(true)

      const causeway = { database, indicators: RELEASED, publicReading: false, publicReleases: true }
      const reports = await loadDemonstration(
        database,
        secret,
        undefined,
        releasesOfDemonstration(causeway, () => {}),
      )
      const loadedAtOnce = await openDemonstration()
      const { revision: last, ...other } = await census(loadedAtOnce.database)
      // Each release is a change of its college.
      expect(await census(database)).toEqual({ ...other, revision: last! + DEMONSTRATION_RELEASES.length })
      await expectReleased(causeway)
      await loadedAtOnce.database.close()
      expect(reports.flatMap(({ problems }) => problems)).toEqual([])
      expect(reports.flatMap(({ warnings }) => warnings)).toMatchObject([
        { code: 'COUNTRY_NOT_KNOWN', field: 'prior_education' },
      ])
      // Two groups are taken back by handing in a year again.
      expect(reports.map(({ withdrawn }) => withdrawn).filter((withdrawn) => withdrawn > 0)).toEqual([2])
      expect(reports.some(({ encoding }) => /gb18030/i.test(String(encoding)))).toBe(true)
      expect(await isDemonstrationDue(database)).toBe(false)
      expect(await findInstitution(database, 'demo')).toMatchObject({
        demonstration: true,
        country: 'CN',
        dataDate: '2025-07-31',
        schoolYearStart: '09-01',
      })

      const enrolment = await current(database, 'enrolment')
      const foreign = enrolment.filter(
        ({ nationality, kind }) => !['CN', 'HK', 'MO', 'TW'].includes(String(nationality)) && kind !== 'overseas',
      )
      const arrivals = (year: number) => inYear(foreign, 'start', year).length
      expect(arrivals(2018)).toBeGreaterThan(2 * arrivals(2015))
      expect(arrivals(2020)).toBeLessThan(arrivals(2018) / 5)
      expect(arrivals(2021)).toBeLessThan(arrivals(2020))
      expect(arrivals(2023)).toBeGreaterThan(arrivals(2018))
      expect(
        enrolment.filter(({ nationality }) => ['HK', 'MO', 'TW'].includes(String(nationality))).length,
      ).toBeGreaterThan(0)

      const heads = enrolment.filter(({ headcount }) => headcount !== null)
      // Animal science, and the school abroad that the international office speaks for.
      expect(new Set(heads.map(({ unit }) => unit))).toEqual(new Set(['DKX', 'GJC']))
      expect(enrolment.filter(({ unit, person }) => unit === 'DKX' && person !== null)).toEqual([])

      const twice = foreign.filter((one) =>
        foreign.some(
          (other) =>
            other.person === one.person &&
            other.programme !== one.programme &&
            String(other.start) <= String(one.end ?? '9') &&
            String(one.start) <= String(other.end ?? '9'),
        ),
      )
      expect(twice.length).toBeGreaterThan(5)

      const stays = await current(database, 'mobility')
      const over = (day: string) =>
        stays.filter(({ start, end }) =>
          [2017, 2018, 2023].some((year) => String(start) <= `${year}-${day}` && String(end) > `${year}-${day}`),
        ).length
      expect(over('08-31')).toBeGreaterThan(5)
      expect(over('12-31')).toBeGreaterThan(5)
      const out = stays.filter(({ direction }) => direction === 'out')
      expect(inYear(out, 'start', 2020)).toEqual([])
      expect(inYear(out, 'start', 2021)).toEqual([])
      expect(inYear(out, 'start', 2023).length).toBeGreaterThan(inYear(out, 'start', 2018).length)

      // Of 2019/20 a zero report speaks, of 2020/21 nothing does.
      const contests = await current(database, 'competition-result')
      const zero = await current(database, 'nothing-to-report')
      const silent = (year: number) =>
        inYear(contests, 'date', year).length === 0 &&
        !zero.some(
          (row) =>
            row.record_type === 'competition-result' &&
            String(row.from) <= `${year}-09-01` &&
            String(row.to) >= `${year + 1}-08-31`,
        )
      expect(Array.from({ length: 10 }, (_, n) => 2015 + n).filter(silent)).toEqual([2020])
      expect(inYear(contests, 'date', 2019)).toEqual([])
      const teams = contests.filter(({ team }) => team !== null)
      expect(teams.length).toBeGreaterThan(
        new Set(teams.map(({ event, skill, team }) => [event, skill, team].join())).size,
      )
      expect(new Set(inYear(contests, 'date', 2016).flatMap(({ scale }) => scale ?? []))).toEqual(
        new Set(['500', '700']),
      )

      const assessments = await current(database, 'assessment-result')
      expect(
        assessments.filter(({ attempt, phase }) => phase === 'final' && Number(attempt) > 1).length,
      ).toBeGreaterThan(50)
      const versions = (year: number) =>
        new Set(
          inYear(assessments, 'date', year)
            .filter(({ phase }) => phase === 'post')
            .map(({ instrument, version }) => `${instrument} ${version}`),
        ).size
      expect(Array.from({ length: 10 }, (_, n) => versions(2015 + n))).toEqual([1, 1, 1, 2, 1, 1, 1, 1, 1, 1])

      expect((await current(database, 'adoption')).filter(({ lapsed_on }) => lapsed_on !== null)).toHaveLength(2)
      const outcomes = await current(database, 'graduate-outcome')
      expect(new Set(outcomes.map((row) => row.class)).size).toBe(9)
      expect(new Set(outcomes.map(({ observation }) => observation))).toEqual(new Set(['08-31', '12-31', '6m', '12m']))

      // Taken out it leaves no trace, stays out, and leaves another institution as it was.
      const files: [string, string][] = [
        ['institution', 'code,name_en,country\nreal,A real college,CN\n'],
        ['partner', 'code,name_en,country\nP1,A partner,RU\n'],
      ]
      for (const [type, text] of files) {
        const path = join(folder, `${type}.csv`)
        writeFileSync(path, text)
        const report = await importFile(database, secret, {
          path,
          as: type,
          institution: type === 'institution' ? undefined : 'real',
        })
        expect(report.accepted).toBe(1)
      }
      const real = await findInstitution(database, 'real')

      expect(await removeDemonstration(database)).toBe(true)
      expect(await removeDemonstration(database)).toBe(false)
      expect(await findInstitution(database, 'demo')).toBeNull()
      for (const { name, columns } of await listTables(database.kind, database.quick)) {
        if (!columns.includes('institution')) continue
        expect(
          await database.quick
            .selectFrom(name as 'institution_state')
            .select('institution')
            .where('institution', '=', 'demo')
            .execute(),
          name,
        ).toEqual([])
      }
      const batches = await database.quick.selectFrom('batch').select('id').execute()
      expect(batches).toHaveLength(2)
      expect(await findInstitution(database, 'real')).toEqual(real)
      expect(await isDemonstrationDue(database)).toBe(false)
    })

    it('is not put into a database that somebody uses', async () => {
      const database = await open()
      const path = join(folder, 'theirs.csv')
      writeFileSync(path, 'code,name_en,country\nreal,A real college,CN\n')
      await importFile(database, await secretFor(database), { path, as: 'institution' })
      expect(await isDemonstrationDue(database)).toBe(false)
    })
  })
})
