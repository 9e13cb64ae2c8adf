import type { BrowserContext } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { brokenRules } from '../support/page-checks.ts'
import type { Sheet } from './office-sheets.ts'
import { bookOf, dropFiles } from './import-desk.ts'
import { openCauseway, openContext, ownCauseway } from './open-causeway.ts'

openCauseway({ CAUSEWAY_DEMO: 'off' })

let token: string
let context: BrowserContext

beforeAll(async () => {
  const made = ownCauseway
    .put('institution', ['code,name_zh,name_en,country', 'X,甲学院,College X,CN'])
    .then(() =>
      ownCauseway.put(
        'programme',
        ['code,name_zh', 'P-1,机电一体化', 'P-2,电子商务', 'P-3,旅游管理'],
        '--institution',
        'X',
      ),
    )
  ;[token] = await Promise.all([ownCauseway.tokenFor('editor'), made])
  context = await openContext({ viewport: { width: 1280, height: 900 } })
  const headers = { origin: ownCauseway.address }
  await context.request.post(`${ownCauseway.address}/session`, { data: { token }, headers })
})

async function ask<Data>(query: string, variables = {}): Promise<Data> {
  const answer = await fetch(`${ownCauseway.address}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: JSON.stringify({ query, variables }),
  })
  return ((await answer.json()) as { data: Data }).data
}

/** Of each record of a type these fields, as one text. */
async function recordsOf(type: string, ...names: string[]): Promise<string[]> {
  interface Answered {
    records: { edges: { node: { fields: { name: string; value: string | null }[] } }[] }
  }
  const { edges } = (
    await ask<Answered>(
      `{ records(type: "${type}", institution: "X", first: 50) { edges { node { fields { name value } } } } }`,
    )
  ).records
  const valueOf = (fields: { name: string; value: string | null }[], name: string) =>
    fields.find((field) => field.name === name)?.value ?? '-'
  return edges.map(({ node }) => names.map((name) => valueOf(node.fields, name)).join(' ')).toSorted()
}

const results = (title: string, level: string, date: string): Sheet => ({
  rows: [[title], ['考生编号', '取得等级', '考试日期'], [`S-${title}`, level, date]],
  merged: ['A1:C1'],
})

test('what the title of each sheet says is read from there, and next year from the titles of then', async () => {
  const desk = await dropFiles(
    context,
    await bookOf('语言.xlsx', {
      机电2024: results('2024级 机电一体化 HSK成绩', '4', '2024-05-12'),
      电商2024: results('2024级 电子商务 HSK成绩', '5', '2024-05-12'),
    }),
  )
  const { page } = desk
  await desk.click(page.getByRole('button', { name: '把这 1 张工作表一并读取' }))
  const move = (field: string) => page.locator('[data-move=TITLE]').filter({ hasText: `各行的“${field}”` })
  // What it would read of each sheet is shown before it is taken.
  expect(await move('专业编号').innerText()).toMatch(/2024级 机电一体化 HSK成绩[^]*机电一体化[^]*电子商务/)
  await desk.click(move('等级量表').getByRole('button'))
  await desk.click(move('专业编号').getByRole('button'))
  const scale = desk.constant('等级量表（必填）')
  expect(await scale.inputValue()).toBe('')
  await page.getByText('取自表头上方的文字；在此填写，则以填写的为准').first().waitFor()
  // Undone, it is asked for again.
  await desk.click(page.getByRole('button', { name: /^撤销 表头上方写有.*“专业编号”/ }))
  expect(await move('专业编号').count()).toBe(1)
  await desk.click(move('专业编号').getByRole('button'))
  await desk.write(desk.constant('量表版本（必填）'), '2.0')
  await desk.click(page.getByRole('button', { name: '重新核对' }).first())
  await page.getByText('各行均正确').waitFor()
  expect(await brokenRules(page, '.import')).toEqual([])
  await desk.click(page.locator('.save-reading summary'))
  await desk.click(page.getByRole('button', { name: '保存读法' }))
  await page.getByText('已保存为').waitFor()
  expect(await desk.bringIn()).toBe('2')
  const of = () => recordsOf('language-result', 'date', 'scale', 'programme', 'level')
  expect(await of()).toEqual(['2024-05-12 hsk P-1 4', '2024-05-12 hsk P-2 5'])

  const next = await dropFiles(
    context,
    await bookOf('语言2025.xlsx', {
      旅游2025: results('2025级 旅游管理 HSK成绩', '3', '2025-05-11'),
      机电2025: results('2025级 机电一体化 HSK成绩', '2', '2025-05-11'),
    }),
  )
  next.clicks = 0
  expect(await next.bringIn()).toBe('2')
  expect(next.clicks).toBeLessThanOrEqual(3)
  expect((await of()).slice(2)).toEqual(['2025-05-11 hsk P-1 2', '2025-05-11 hsk P-3 3'])
})

test('what the name of the sheet says is read from there, of the sheet of next year too', async () => {
  const heads = ['学号', '开始日期', '结束日期', '目的']
  const desk = await dropFiles(
    context,
    await bookOf('交流.xlsx', { 赴泰国: { rows: [heads, ['S1', '2023-10-01', '2023-10-31', '学习']] } }),
  )
  const { page } = desk
  await desk.click(page.locator('.likely button').first())
  const move = page.locator('[data-move=TITLE]')
  expect(await move.innerText()).toContain('工作表名为“赴泰国”：各行的“国家（地区）”取其中的“泰国”')
  await desk.click(move.getByRole('button'))
  await desk.choose(desk.constant('方向（必填）'), 'out')
  await desk.choose(desk.constant('人员类别（必填）'), 'student')
  await desk.click(page.getByRole('button', { name: '重新核对' }).first())
  await desk.click(page.locator('.save-reading summary'))
  await desk.click(page.getByRole('button', { name: '保存读法' }))
  await page.getByText('已保存为').waitFor()
  expect(await desk.bringIn()).toBe('1')

  const next = await dropFiles(
    context,
    await bookOf('交流2024.xlsx', { 赴老挝: { rows: [heads, ['S2', '2024-10-01', '2024-10-31', '学习']] } }),
  )
  next.clicks = 0
  expect(await next.bringIn()).toBe('1')
  expect(next.clicks).toBeLessThanOrEqual(3)
  expect(await recordsOf('mobility', 'start', 'country')).toEqual(['2023-10-01 TH', '2024-10-01 LA'])
})

test('an answer for one of several sheets leaves alone what the saved mapping says of all rows of the others', async () => {
  const text = `type: language-result
fields:
  person: 考生
  level: 级别
  date: 日期
  scale: { constant: hsk }
  scale_version: { constant: '3.0' }
  programme: { title: true, extract: '^(.+?)专业名单$' }
made_for: [考生, 级别, 日期]
`
  const save = 'mutation ($input: SaveMappingInput!) { saveMapping(input: $input) { __typename } }'
  expect(await ask(save, { input: { institution: 'X', name: '考试', text } })).toEqual({
    saveMapping: { __typename: 'MappingSaved' },
  })
  const sheet = (programme: string, person: string): Sheet => ({
    rows: [[`${programme}专业名单`], ['考生', '级别', '日期'], [person, '3', '2026-05-10']],
    merged: ['A1:C1'],
  })
  const desk = await dropFiles(
    context,
    await bookOf('考试.xlsx', { 甲班: sheet('电子商务', 'E-1'), 乙班: sheet('物流管理', 'E-2') }),
  )
  expect(await desk.page.locator('.import-tables li').count()).toBe(2)
  desk.clicks = 0
  await desk.click(desk.page.getByRole('button', { name: '新建这 1 个' }))
  expect(await desk.bringIn()).toBe('2')
  expect(desk.clicks).toBeLessThanOrEqual(3)
  const of2026 = (await recordsOf('language-result', 'date', 'scale', 'scale_version', 'programme')).slice(-2)
  expect(of2026[0]).toBe('2026-05-10 hsk 3.0 P-2')
  expect(of2026[1]).toMatch(/^2026-05-10 hsk 3\.0 n-/)
})
