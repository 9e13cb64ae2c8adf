import { once } from 'node:events'
import { createWriteStream, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { DatabaseBusy } from '@causeway/server/ground/database/database'
import { migrate } from '@causeway/server/records/migrate'
import { openDatabase } from '@causeway/server/ground/database/open'
import { findInstitution } from '@causeway/server/records/institutions'
import { listRecords } from '@causeway/server/records/list-records'
import { forEachDatabase } from '../support/databases.ts'
import { runCauseway, startNode } from '../support/processes.ts'
import { watchMemory } from '../support/watch-memory.ts'

const ROWS = 150_000
let folder: string
let large: string

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'causeway-large-'))
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
afterAll(() => rmSync(folder, { recursive: true, force: true }))

forEachDatabase((name, _open, newUrl) => {
  test('a kill in the middle of a large import leaves the database as it was before', async () => {
    const url = await newUrl()
    const settings = { DATABASE_URL: url, CAUSEWAY_SECRET_FILE: join(folder, `${name}.key`) }
    const college = join(folder, 'college.csv')
    writeFileSync(college, 'code,name_zh,country\nX,甲学院,CN\n')
    expect((await runCauseway(['import', college, '--as', 'institution'], settings)).code).toBe(0)
    const before = await describe()

    for (const delay of [0, 300]) {
      const run = startNode(
        'server/src/outlets/cli/main.ts',
        ['import', large, '--as', 'enrolment', '--institution', 'X'],
        settings,
      )
      await untilWriting()
      await sleep(delay)
      run.child.kill('SIGKILL')
      expect(await run.ended).toMatchObject({ signal: 'SIGKILL', out: '' })
      expect(await describe()).toEqual(before)
    }

    const whole = await runCauseway(['import', large, '--as', 'enrolment', '--institution', 'X', '--json'], settings)
    expect(JSON.parse(whole.out)).toMatchObject({ accepted: ROWS, rejected: 0, problems: [] })
    // A pipe is no terminal: there is no bar.
    expect(whole.err).toBe('')

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

  test('a large file goes in within 400 MB of memory', async () => {
    const settings = { DATABASE_URL: await newUrl(), CAUSEWAY_SECRET_FILE: join(folder, `${name}-2.key`) }
    const college = join(folder, 'college.csv')
    writeFileSync(college, 'code,name_zh,country\nX,甲学院,CN\n')
    await runCauseway(['import', college, '--as', 'institution'], settings)
    const run = startNode(
      'server/src/outlets/cli/main.ts',
      ['import', large, '--as', 'enrolment', '--institution', 'X'],
      settings,
    )
    const peak = watchMemory(run.child.pid!)
    expect((await run.ended).code).toBe(0)
    expect(peak() / 1e6).toBeGreaterThan(10)
    expect(peak() / 1e6).toBeLessThan(400)
  })
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
