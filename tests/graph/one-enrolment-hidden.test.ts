import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { expect } from 'vitest'
import { writePublication } from '@causeway/server/outlets/publish/write-publication'
import type { College } from '../support/college.ts'
import { forEachDatabase, test } from '../support/databases.ts'
import { readZipped } from '../support/published-data.ts'
import { putRecords, type Values } from '../support/put-records.ts'
import { make, openReleasing } from '../support/releasing-college.ts'

const CODES = ['EX02', 'EX03', 'EX06']
const DIMENSIONS = ['country', 'continent', 'bloc', 'programme', 'level', 'sex', 'funding']
/** What only the one person who comes has. */
const ONE = { nationality: 'MN', sex: 'female', programme: 'SOLE', level: 'bachelor', funding: 'government' }
const TRACES = ['MN', 'Mongolia', 'SOLE', 'female', 'bachelor', 'government']

const learner = (at: number, more: Values = {}) => ({
  ...{ person: `N${at}`, kind: 'degree', start: '2023-09-01', end: '2024-07-01', nationality: 'VN', sex: 'male' },
  ...{ programme: 'OLD', level: 'diploma', funding: 'self', ...more },
})

/** What anybody reads of breakdowns in a release, by GraphQL, as CSV, JSON and embedded charts, and in the files of a published folder. */
async function readBreakdowns(college: College, release: string): Promise<Map<string, string>> {
  const found = new Map<string, string>()
  const rowsOf = (text: string) =>
    (parse(text, { columns: true, bom: true }) as Record<string, string>[]).filter(({ category }) => category)
  const plain = ({ revision: _, stayed: __, ...row }: Record<string, string>) => JSON.stringify(row)
  for (const code of CODES)
    for (const by of DIMENSIONS) {
      const get = async (path: string) =>
        (await college.get(`${path}?institution=X&from=2022&to=2023&by=${by}&release=${release}&lang=en`)).text()
      const { data } = await college.ask(`{ indicator(id: "${code}") { series(institution: "X", from: 2022, to: 2023,
        by: "${by}", release: "${release}") { figures { category { key label(locale: EN) } value size gap } } } }`)
      found.set(`${code} ${by} graph`, JSON.stringify(data.indicator.series.figures))
      found.set(`${code} ${by} csv`, rowsOf(await get(`/i/${code}.csv`)).map(plain).join('\n')) // prettier-ignore
      const { figures } = JSON.parse(await get(`/i/${code}.json`)) as { figures: Record<string, unknown>[] }
      const numbers = figures.map(({ period, category, value, size, gap }) => [period, category, value, size, gap])
      found.set(`${code} ${by} json`, JSON.stringify(numbers))
      const table = /<table[\s\S]*<\/table>/.exec(await get(`/embed/${code}`))?.[0] ?? ''
      found.set(`${code} ${by} embed`, table)
    }
  const out = mkdtempSync(join(tmpdir(), 'causeway-one-'))
  try {
    await writePublication(college.causeway, { institution: 'X', release, out: join(out, 'site') })
    for (const file of readdirSync(out, { recursive: true }) as string[])
      if (file.endsWith('.zip')) {
        const rows = rowsOf(readZipped(join(out, file.slice(0, -'.zip'.length)), 'csv'))
        found.set(file, rows.map(plain).join('\n'))
      }
  } finally {
    rmSync(out, { recursive: true })
  }
  return found
}

forEachDatabase(() => {
  test('no outlet tells of the one enrolment that came between two releases', async (database) => {
    const college = await openReleasing(database, CODES)
    const programmes = ['OLD', 'SOLE'].map((code) => ({ code, name_zh: code, name_en: code, kind: 'ordinary' }))
    await putRecords(database, 'programme', 'X', programmes)
    const before = Array.from({ length: 20 }, (_, at) => learner(at))
    await putRecords(database, 'enrolment', 'X', before)
    await make(college, 'first')
    await putRecords(database, 'enrolment', 'X', [learner(100, ONE)])
    await make(college, 'second')
    const [was, is] = [await readBreakdowns(college, 'first'), await readBreakdowns(college, 'second')]
    expect(is.size).toBeGreaterThan(CODES.length * DIMENSIONS.length * 4)
    const changed = [...is].filter(([name, text]) => was.get(name) !== text).map(([name]) => name)
    expect(changed).toEqual([])
    const traces = [...is].filter(([, text]) => TRACES.some((one) => new RegExp(`\\b${one}\\b`).test(text)))
    expect(traces.map(([name]) => name)).toEqual([])
  })
})
