import { once } from 'node:events'
import { createWriteStream, writeFileSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { beforeAll, expect } from 'vitest'
import { DatabaseBusy } from '@causeway/server/ground/database/database'
import { migrate } from '@causeway/server/records/migrate'
import { openDatabase } from '@causeway/server/ground/database/open'
import { findInstitution } from '@causeway/server/records/institutions'
import { listRecords } from '@causeway/server/records/list-records'
import { forEachDatabase } from '../support/databases.ts'
import { folderOfFile } from '../support/folders.ts'
import { runCauseway, startNode } from '../support/processes.ts'
import { watchMemory } from '../support/watch-memory.ts'
import { type ImportDesk, test } from '../support/import-desk.ts'

const ROWS = 100_000
const folder = folderOfFile()
let large: string

beforeAll(async () => {
  large = join(folder, 'large.csv')
  const file = createWriteStream(large)
  file.write('source_id,headcount,kind,nationality,start,end\n')
  for (let i = 0; i < ROWS; i += 1_000) {
    const rows = Array.from(
      { length: 1_000 },
      (_, j) => `row-${i + j},${j % 90},domestic,CN,2022-09-01,2023-08-31\n`,
    ).join('')
    if (!file.write(rows)) await once(file, 'drain')
  }
  await new Promise((done) => file.end(done))
})

async function isLocked(url: string): Promise<boolean> {
  const database = await openDatabase(url)
  try {
    return await database.write(async () => false, { waitMs: 0 })
  } catch (error) {
    if (error instanceof DatabaseBusy) return true
    throw error
  } finally {
    await database.close()
  }
}

async function hasWritten(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    const { rows } = await client.query(
      `select pg_relation_size('record_enrolment') as size from pg_stat_user_tables where relname = 'record_enrolment'`,
    )
    return Number((rows[0] as { size: string } | undefined)?.size ?? 0) > 500_000
  } finally {
    await client.end()
  }
}

/** What of each row is wrong, as field and code, and how many rows are rejected. */
async function wrong(desk: ImportDesk, as: string, lines: string[], more: object = {}) {
  const report = await desk.import(desk.file('a.csv', lines), as, { dryRun: true, ...more })
  const rows = Map.groupBy(report.problems, ({ row }) => row)
  const said = [...rows].map(([row, problems]) => [
    row,
    problems.map(({ field, code }) => `${field} ${code}`).toSorted(),
  ])
  return { rejected: report.rejected, said }
}

forEachDatabase((name, _open, newUrl) => {
  test('a kill in the middle of a large import leaves the database as it was before, and the next is whole, within 400 MB', async () => {
    const url = await newUrl()
    const settings = { DATABASE_URL: url, CAUSEWAY_SECRET_FILE: join(folder, `${name}.key`) }
    const college = join(folder, 'college.csv')
    writeFileSync(college, 'code,name_zh,country\nX,甲学院,CN\n')
    expect((await runCauseway(['import', college, '--as', 'institution'], settings)).code).toBe(0)
    const before = await describe()

    for (const delay of [0, 300]) {
      const run = startNode(
        'server/dist/command.js',
        ['import', large, '--as', 'enrolment', '--institution', 'X'],
        settings,
      )
      await untilWriting()
      await sleep(delay)
      run.child.kill('SIGKILL')
      expect(await run.ended).toMatchObject({ signal: 'SIGKILL', out: '' })
      expect(await describe()).toEqual(before)
    }

    const args = ['import', large, '--as', 'enrolment', '--institution', 'X', '--json']
    const whole = startNode('server/dist/command.js', args, settings)
    const peak = watchMemory(whole.child.pid!)
    const { out, err } = await whole.ended
    expect(JSON.parse(out)).toMatchObject({ accepted: ROWS, rejected: 0, problems: [] })
    // A pipe is no terminal: there is no bar.
    expect(err).toBe('')
    expect(peak() / 1e6).toBeGreaterThan(10)
    expect(peak() / 1e6).toBeLessThan(400)

    async function describe() {
      const database = await openDatabase(url)
      try {
        await migrate(database)
        const { records } = await listRecords(database, {
          type: 'enrolment',
          institution: 'X',
          first: 10,
          after: null,
        })
        return {
          facts: await findInstitution(database, 'X'),
          records,
          batches: await database.quick.selectFrom('batch').selectAll().execute(),
        }
      } finally {
        await database.close()
      }
    }

    /** Until the import has written rows that nobody else may see. */
    async function untilWriting() {
      for (let i = 0; i < 1_200; i++) {
        await sleep(25)
        if (name === 'sqlite') {
          if (await isLocked(url)) return
        } else if (await hasWritten(url)) {
          return
        }
      }
      throw new Error('the import never began to write')
    }
  })
})

forEachDatabase(() => {
  test('a wrong date, an unknown choice and an unknown programme of one row are said at once, and the row counts once', async (desk) => {
    const header = 'person,programme,kind,nationality,start,end'
    expect(
      await wrong(desk, 'enrolment', [
        header,
        'P1,NONE,degree,KZ,2023-13-45,2024-07-01',
        'P2,NONE,nonsense,KZ,2024-09-01,2024-07-01',
      ]),
    ).toEqual({
      rejected: 2,
      said: [
        [2, ['programme UNKNOWN_REFERENCE', 'start BAD_DATE']],
        [3, ['end REVERSED_RANGE', 'kind UNKNOWN_CHOICE', 'programme UNKNOWN_REFERENCE']],
      ],
    })
    // What is wrong already is asked no further.
    expect(await wrong(desk, 'enrolment', [header, 'P1,2.3E+17,degree,KZ,2023-13-45,'])).toEqual({
      rejected: 1,
      said: [[2, ['programme ROUNDED_ID', 'start BAD_DATE']]],
    })
    const rejects = `${desk.folder}/rejects.csv`
    await desk.bring('enrolment', [header, 'P1,NONE,degree,KZ,2023-13-45,'], { rejects })
    expect(readFileSync(rejects, 'utf8')).toMatch(/日期.*\|.*NONE/)
  })

  test('so is the institution of a row, and of a row of nobody no reference is asked for', async (desk) => {
    const header = 'institution,person,programme,kind,nationality,start'
    const lines = [
      header,
      'NOWHERE,P1,NONE,degree,KZ,2023-13-45',
      'X,P1,NONE,degree,KZ,2023-13-45',
      ',P1,NONE,degree,KZ,2023-13-45',
      '4.1E+17,P1,NONE,degree,KZ,2023-13-45',
    ]
    expect(await wrong(desk, 'enrolment', lines, { institution: undefined })).toEqual({
      rejected: 4,
      said: [
        [2, ['institution UNKNOWN_INSTITUTION', 'start BAD_DATE']],
        [3, ['programme UNKNOWN_REFERENCE', 'start BAD_DATE']],
        [4, ['institution REQUIRED', 'start BAD_DATE']],
        [5, ['institution ROUNDED_ID', 'start BAD_DATE']],
      ],
    })
  })

  test('records that point to others of the file, wrong ones among them', async (desk) => {
    const lines = [
      'code,name_zh,type,founded_on,parent',
      'A,甲,centre,2020-01-99,B',
      'B,乙,nonsense,2020-01-01,C',
      'C,丙,centre,2020-01-01,',
      'D,丁,centre,2020-01-99,NONE',
      'E,戊,centre,2020-01-01,A',
    ]
    expect(await wrong(desk, 'platform', lines)).toEqual({
      rejected: 4,
      said: [
        [2, ['founded_on BAD_DATE']],
        [3, ['type UNKNOWN_CHOICE']],
        [5, ['founded_on BAD_DATE', 'parent UNKNOWN_REFERENCE']],
        [6, ['parent UNKNOWN_REFERENCE']],
      ],
    })
    const report = await desk.bring('platform', lines, { acceptValid: true })
    expect(report).toMatchObject({ accepted: 1, rejected: 4 })
  })

  test('what a record names by its key, and what a file lacks of new records, is said beside a wrong cell', async (desk) => {
    await desk.put('partner', ['code,name_zh,country', 'P1,甲,VN'])
    const evidence = 'code,title,kind,issued_on,record_type,record'
    expect(
      (
        await wrong(desk, 'evidence', [
          evidence,
          'E1,甲,letter,2023-13-01,partner,P9',
          'E2,乙,letter,2023-01-01,nonsense,P9',
        ])
      ).said,
    ).toEqual([
      [2, ['issued_on BAD_DATE', 'record UNKNOWN_REFERENCE']],
      [3, ['record_type UNKNOWN_CHOICE']],
    ])
    // P1 is there and needs no country; P2 is new. Of a row without a code nobody can tell.
    const partial = ['code,name_zh,from', 'P1,甲,2023-13-01', 'P2,乙,2023-13-01', ',丙,2023-13-01']
    expect((await wrong(desk, 'partner', partial)).said).toEqual([
      [2, ['from BAD_DATE']],
      [3, ['country REQUIRED', 'from BAD_DATE']],
      [4, ['code REQUIRED', 'from BAD_DATE']],
    ])
  })

  test('what those who know more than the importer say of a row is said beside a wrong cell, but not twice of one', async (desk) => {
    const message = { zh: '没有这个指标', en: 'there is no such indicator' }
    const checkRow = () => ({ field: 'indicator', code: 'UNKNOWN_INDICATOR' as const, message, isDoubt: false })
    const header = 'plan,indicator,year,value'
    expect((await wrong(desk, 'target', [header, 'P,XX,20x3,5', 'P,2.3E+17,2023,5'], { checkRow })).said).toEqual([
      [2, ['indicator UNKNOWN_INDICATOR', 'year BAD_YEAR']],
      [3, ['indicator ROUNDED_ID']],
    ])
  })
})
