import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { openDatabase } from '@causeway/server/ground/database/open'
import { listRecords } from '@causeway/server/records/list-records'
import { folderOfFile } from '../support/folders.ts'
import { runCauseway, startNode } from '../support/processes.ts'
import { watchMemory } from '../support/watch-memory.ts'
import { readRaw, realFile, whySkipped } from '../support/real-data.ts'

const FILE = 'dfe-apprenticeships-provider/lad_map_data_0.csv.gz'
/** The largest provider that is a college. */
const PROVIDER = '10004772'
const folder = folderOfFile()
beforeAll(() => {})

describe.skipIf(whySkipped)("England's apprenticeships by place", () => {
  // On PostgreSQL too it takes less than 400 MB, as import-large.test.ts shows with a smaller file in a fraction of the time.
  test('942,643 rows go in, one record each, within 400 MB of memory', { timeout: 400_000 }, async () => {
    const url = `file:${join(folder, 'volume.db')}`
    const settings = { DATABASE_URL: url, CAUSEWAY_SECRET_FILE: join(folder, 'volume.key') }
    const providers = await runCauseway(
      ['import', realFile(FILE), '--as', 'institution', '--mapping', 'dfe-institution', '--json'],
      settings,
    )
    expect(JSON.parse(providers.out)).toMatchObject({ rejected: 0, problems: [], warnings: [] })
    const run = startNode(
      'server/dist/command.js',
      ['import', realFile(FILE), '--as', 'enrolment', '--mapping', 'dfe-volume', '--json'],
      settings,
    )
    const peak = watchMemory(run.child.pid!)
    const { code, out } = await run.ended
    expect(code).toBe(0)
    expect(JSON.parse(out)).toMatchObject({
      accepted: 942_643,
      updated: 0,
      unchanged: 0,
      rejected: 0,
      problems: [],
      // The file says nothing of nationalities: one warning of all its providers.
      warnings: [{ code: 'COUNTRY_NOT_KNOWN', row: 2 }],
    })
    expect(peak() / 1e6).toBeGreaterThan(10)
    expect(peak() / 1e6).toBeLessThan(400)

    const raw = readRaw(FILE).filter((row) => row['provider_name']!.endsWith(`(${PROVIDER})`))
    const database = await openDatabase(url)
    try {
      const page = await listRecords(database, {
        type: 'enrolment',
        institution: PROVIDER,
        first: 20_000,
        after: null,
      })
      expect(page.records.length).toBe(raw.length)
      const sum = (rows: { headcount: unknown }[]) => rows.reduce((all, { headcount }) => all + Number(headcount), 0)
      expect(sum(page.records.map(({ values }) => ({ headcount: values['headcount'] })))).toBe(
        sum(raw.map((row) => ({ headcount: row['enrolments'] }))),
      )
    } finally {
      await database.close()
    }
  })
})
