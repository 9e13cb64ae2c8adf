import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { startCauseway } from '../browser/running-causeway.ts'
import { folderOfFile } from '../support/folders.ts'
import { runAlone, runCauseway } from '../support/processes.ts'

const folder = folderOfFile()
const settings = () => ({
  DATABASE_URL: `file:${join(folder, 'one.db')}`,
  CAUSEWAY_SECRET_FILE: join(folder, 'secret'),
})
const release = (...args: string[]) => runCauseway(['release', ...args, '--institution', 'x'], settings(), folder)

async function put(type: string, lines: string[], ...args: string[]): Promise<void> {
  writeFileSync(join(folder, 'rows.csv'), `${lines.join('\n')}\n`)
  const importing = ['import', 'rows.csv', '--as', type, '--data-date', '2024-08-31', ...args]
  expect(await runCauseway(importing, settings(), folder)).toMatchObject({ code: 0 })
}

const STAYS = 'person,direction,audience,purpose,country,start,end'

/** Five people, so that the public sees their days. */
const five = (from: number, rest: string) => [0, 1, 2, 3, 4].map((at) => `T${from + at},out,staff,guide,${rest}`)

beforeAll(async () => {
  await put('institution', ['code,name_zh,country', 'x,学院,CN'])
  await put('mobility', [STAYS, ...five(1, 'TH,2023-10-01,2023-10-02')], '--institution', 'x')
  expect(await release('create', '2023')).toMatchObject({ code: 0 })
  expect(await release('publish', '2023')).toMatchObject({ code: 0 })
  await put('mobility', [STAYS, ...five(6, 'LA,2024-02-01,2024-02-01')], '--institution', 'x')
  expect(await release('create', '2023-2', '--note', '补报五人')).toMatchObject({ code: 0 })
}, 120_000)

test('two releases are compared as a table, with why each figure is another one, and as JSON', async () => {
  const { code, out } = await release('compare', '2023', '2023-2')
  expect(code).toBe(0)
  expect(out).toMatch(/^code +indicator +period +scope +2023 +2023-2 +main cause/)
  expect(out).toMatch(/^EX11 .+ 2023\/24 .+ {2}10 person-days +15 person-days {2}reported late {2}.*5 person-days/m)
  expect(out).toContain('Note: 补报五人')

  const said = JSON.parse((await release('compare', '2023', '2023-2', '--json')).out)
  expect(said).toMatchObject({ institution: 'x', from: '2023', to: '2023-2', by: null, note: '补报五人' })
  expect(said.unchanged).toBeGreaterThan(20)
  expect(said.changes).toContainEqual({
    ...{ indicator: 'teacher-guidance-abroad-days', code: 'EX11', basis: 'SCHOOL_YEAR', at: null, scope: 'ABROAD' },
    ...{ category: null, difference: 5, cause: 'LATE' },
    before: { year: 2023, value: 10, gap: null },
    after: { year: 2023, value: 15, gap: null },
    parts: [{ cause: 'LATE', value: 5, sentence: expect.stringContaining('5 person-days'), recordCount: 5 }],
  })
})

test('a release is compared with what is live, in either language and by a dimension', async () => {
  const asked = ['release', 'compare', '2023', 'live', '--institution', 'x', '--by', 'country']
  const { out } = await runAlone(asked, { ...settings(), LANG: 'zh_CN.UTF-8' }, folder)
  expect(out).toMatch(/^编号 +指标 +时段 +范围 +类别 +2023 +动态数据 +主要原因/)
  expect(out).toMatch(/^EX11 .+ 老挝 .+ 5人日 {2}补报/m)
})

test('one that is not there, or is compared by what is no dimension, is refused with 1', async () => {
  expect(await release('compare', '2023', '2O23')).toMatchObject({ code: 1, err: expect.stringContaining('2O23') })
  expect(await release('compare', '2023', 'live', '--by', 'colour')).toMatchObject({ code: 1 })
})

test('a server for which nothing is set shows the public what is released, and not what is live', async () => {
  for (const [setting, days] of [
    ['', '10'],
    ['on', '15'],
  ]) {
    const server = await startCauseway({ ...settings(), CAUSEWAY_DEMO: 'off', CAUSEWAY_PUBLIC: setting! })
    const csv = await (await fetch(`${server.address}/i/EX11.csv?institution=x&from=2023&to=2023`)).text()
    expect(csv).toContain(`,${days},`)
    await server.stop()
  }
})

test('one that is to come out can be given another minute, and be called back before it', async () => {
  const scheduled = { code: 0, out: expect.stringMatching(/scheduled +2099-01-02/) }
  expect(await release('publish', '2023-2', '--at', '2099-01-01T09:00')).toMatchObject({ code: 0 })
  expect(await release('publish', '2023-2', '--at', '2099-01-02T09:00')).toMatchObject(scheduled)
  expect(await release('recall', '2023-2')).toMatchObject({ code: 0 })
  expect((await release('list')).out).toMatch(/^2023 .+ published[^]+^2023-2 .+ draft/m)
})
