import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { runCauseway } from '../support/processes.ts'

let folder: string
const settings = () => ({
  DATABASE_URL: `file:${join(folder, 'one.db')}`,
  CAUSEWAY_SECRET_FILE: join(folder, 'secret'),
})
const run = (args: string[], more: Record<string, string> = {}) =>
  runCauseway(['reconcile', ...args], { ...settings(), ...more }, folder)

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'causeway-reconcile-'))
  const put = async (type: string, lines: string[], ...args: string[]) => {
    writeFileSync(join(folder, 'rows.csv'), `${lines.join('\n')}\n`)
    const importing = ['import', 'rows.csv', '--as', type, '--data-date', '2024-08-31', ...args]
    expect(await runCauseway(importing, settings(), folder)).toMatchObject({ code: 0 })
  }
  await put('institution', ['code,name_zh,country', 'x,学院,CN'])
  const stays = ['T1,out,staff,guide,TH,2023-10-01,2023-10-10', 'T2,out,staff,guide,HK,2024-02-01,2024-02-05']
  await put('mobility', ['person,direction,audience,purpose,country,start,end', ...stays], '--institution', 'x')
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

test('the values of a name are in a table with who asks for them, and a sentence says why each is another', async () => {
  const { code, out } = await run(['EX11', '--institution', 'x', '--year', '2023'])
  expect(code).toBe(0)
  expect(out).toMatch(/^1\. school year 2023\/24, abroad {2,}10 person-days {2}International influence table 2022\//m)
  expect(out).toContain(
    '2. Abroad, with Hong Kong, Macao and Taiwan: 15 person-days, 5 more than abroad (10 person-days): it counts 5 person-days (Hong Kong, China).',
  )
  const chinese = await run(['EX11', '--institution', 'x', '--year', '2023'], { LANG: 'zh_CN.UTF-8' })
  expect(chinese.out).toContain('2. 国（境）外为15人日，比国外（10人日）多5人日：另含5人日（中国香港）。')
})

test('a program is said the same with the records of each part', async () => {
  const { out } = await run(['EX11', '--institution', 'x', '--year', '2023', '--json'])
  const { values, differences } = JSON.parse(out)
  expect(values[0]).toMatchObject({ basis: 'SCHOOL_YEAR', scope: 'ABROAD', value: 10, gap: null, counting: null })
  expect(differences[0]).toMatchObject({ from: 0, to: 1, value: 5 })
  expect(differences[0].parts).toMatchObject([
    { side: null, reason: 'COUNTRY', direction: 'IN', value: 5, records: [{ type: 'mobility' }] },
  ])
})

test('an indicator or an institution that is not there is refused with 1', async () => {
  const refused = { code: 1, out: expect.not.stringContaining('1.') }
  expect(await run(['NO99', '--institution', 'x', '--year', '2023'])).toMatchObject(refused)
  expect(await run(['EX11', '--institution', 'nobody', '--year', '2023'])).toMatchObject(refused)
})
