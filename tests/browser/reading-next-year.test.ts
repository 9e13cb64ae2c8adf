import type { BrowserContext, Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { brokenRules } from '../support/page-checks.ts'
import { bookOf, dropFiles, type Desk } from './import-desk.ts'
import { openCauseway, openContext, ownCauseway } from './open-causeway.ts'

openCauseway({ CAUSEWAY_DEMO: 'off' })

let token: string
let context: BrowserContext

beforeAll(async () => {
  const made = ownCauseway
    .put('institution', ['code,name_zh,name_en,country', 'X,甲学院,College X,CN'])
    .then(() => ownCauseway.put('partner', ['code,name_zh,country', 'P1,清迈学院,TH'], '--institution', 'X'))
  ;[token] = await Promise.all([ownCauseway.tokenFor('editor'), made])
  context = await openContext({ viewport: { width: 1280, height: 900 } })
  const headers = { origin: ownCauseway.address }
  await context.request.post(`${ownCauseway.address}/session`, { data: { token }, headers })
})

/** Of each record of a type these fields, as one text. */
async function recordsOf(type: string, ...names: string[]): Promise<string[]> {
  const query = `{ records(type: "${type}", institution: "X", first: 50) { edges { node { fields { name value } } } } }`
  const answer = await fetch(`${ownCauseway.address}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: JSON.stringify({ query }),
  })
  interface Answered {
    data: { records: { edges: { node: { fields: { name: string; value: string | null }[] } }[] } }
  }
  const { data } = (await answer.json()) as Answered
  const valueOf = (fields: { name: string; value: string | null }[], name: string) =>
    fields.find((field) => field.name === name)?.value ?? '-'
  return data.records.edges.map(({ node }) => names.map((name) => valueOf(node.fields, name)).join(' ')).toSorted()
}

const offer = (page: Page, field: string) => page.locator(`[data-title-offer=${field}]`)
const fillIn = (desk: Desk, field: string, value: string) =>
  desk.click(offer(desk.page, field).getByRole('button', { name: `填入“${value}”` }))
const verdict = (page: Page) => page.locator('.import-verdict').innerText()

async function save(desk: Desk, name: string): Promise<void> {
  const remember = desk.page.locator('details.save-reading')
  if ((await remember.getAttribute('open')) === null) await remember.locator('summary').click()
  await remember.getByLabel('名称').fill(name)
  await remember.getByRole('button', { name: '保存读法' }).click()
  await remember.getByText(`已保存为“${name}”`).waitFor()
}

const placements = (title: string, ...persons: string[]) => ({
  rows: [
    [title, '', '', ''],
    ['学号', '姓名', '毕业去向', '观测时点'],
    ...persons.map((person) => [person, '某某', '升学', '12月31日']),
  ],
  merged: ['A1:D1'],
})

test('the class of last year is asked again where the title says the next one', async () => {
  const first = await dropFiles(
    context,
    await bookOf('就业.xlsx', { Sheet1: placements('2024届毕业生就业情况', 'A1', 'A2') }),
  )
  // The title is offered on the first day.
  await offer(first.page, 'class').getByText('表头上方写有“2024届毕业生就业情况”').waitFor()
  await fillIn(first, 'class', '2024')
  expect(await verdict(first.page)).toContain('各行均正确')
  await save(first, '就业情况')
  expect(await first.bringIn()).toBe('2')

  const next = await dropFiles(
    context,
    await bookOf('就业.xlsx', { Sheet1: placements('2025届毕业生就业情况', 'B1', 'B2', 'B3') }),
  )
  const { page } = next
  expect(await verdict(page)).toContain('3 行有误')
  await page.locator('.saved-offer').getByText('各行统一填写：届“2024”').waitFor()
  await offer(page, 'class').getByText('保存的读法填的是“2024”，与文件所写不同。').waitFor()
  expect(await page.getByRole('button', { name: '预览变化' }).first().isDisabled()).toBe(true)
  expect(await brokenRules(page, '.sheet-panel')).toEqual([])
  await fillIn(next, 'class', '2025')
  expect(await verdict(page)).toContain('各行均正确')
  expect(await offer(page, 'class').count()).toBe(0)
  await save(next, '就业情况')
  expect(await next.bringIn()).toBe('3')
  expect(await recordsOf('graduate-outcome', 'class')).toEqual(['2024', '2024', '2025', '2025', '2025'])

  // Nothing is asked where the title says the class of the reading.
  const late = await dropFiles(
    context,
    await bookOf('补报.xlsx', { Sheet1: placements('2025届毕业生就业情况（补报）', 'B4') }),
  )
  expect(await verdict(late.page)).toContain('各行均正确')
  expect(await offer(late.page, 'class').count()).toBe(0)
  // The class of the reading was taken from a title, and this title says none.
  const silent = await dropFiles(context, await bookOf('新.xlsx', { Sheet1: placements('毕业生就业情况', 'C1') }))
  await offer(silent.page, 'class').getByText('这份文件没有写明').waitFor()
  await silent.click(offer(silent.page, 'class').getByRole('button', { name: '仍用“2025”' }))
  expect(await verdict(silent.page)).toContain('各行均正确')
})

const stays = (...persons: string[]) => ({
  rows: [['工号', '国家', '事由', '随员'], ...persons.map((person) => [person, '泰国', '学习', '0'])],
})

test('a direction, who went and the dates are asked again where the names of file and sheet say others', async () => {
  const first = await dropFiles(context, await bookOf('2023-2024学年派出学生.xlsx', { Sheet1: stays('S1') }))
  const { page } = first
  if ((await page.locator('.file-facts > .choice select').inputValue()) !== 'mobility|')
    await first.choose(page.locator('.file-facts > .choice select'), 'mobility|')
  for (const [field, value] of [
    ['direction', '派出'],
    ['audience', '学生'],
    ['start', '2023-09-01'],
    ['end', '2024-08-31'],
  ] as const)
    await fillIn(first, field, value)
  await first.choose(page.locator('.field-choice select[aria-label^="A "]'), 'person')
  await first.click(page.getByRole('button', { name: '重新核对' }).first())
  expect(await verdict(page)).toContain('各行均正确')
  await save(first, '出国名单')
  expect(await first.bringIn()).toBe('1')

  const next = await dropFiles(context, await bookOf('2024-2025学年.xlsx', { 来访教师: stays('S2', 'S3') }))
  expect(await verdict(next.page)).toContain('2 行有误')
  await offer(next.page, 'direction').getByText('工作表名为“来访教师”').waitFor()
  await offer(next.page, 'start').getByText('文件名为“2024-2025学年”').waitFor()
  await fillIn(next, 'direction', '来校')
  await fillIn(next, 'audience', '教职工')
  await fillIn(next, 'start', '2024-09-01')
  await fillIn(next, 'end', '2025-08-31')
  expect(await verdict(next.page)).toContain('各行均正确')
  expect(await next.bringIn()).toBe('2')
  expect(await recordsOf('mobility', 'direction', 'audience', 'start', 'end')).toEqual([
    'in staff 2024-09-01 2025-08-31',
    'in staff 2024-09-01 2025-08-31',
    'out student 2023-09-01 2024-08-31',
  ])
})

const agreements = (...rows: string[][]) => ({
  rows: [
    ['境外合作协议一览表', '', '', '', ''],
    ['协议编号', '合作机构编号', '签订日期', '生效日期', '终止日期'],
    ...rows.map(([code, begun, end]) => [code!, 'P1', begun!, begun!, end!]),
  ],
  merged: ['A1:E1'],
})

test('an agreement without an end is understood, and a cell that was corrected is corrected again next year', async () => {
  const rows = [
    ['X1', '2023-10-01', '2023.10-2028.10'],
    ['X2', '2022-05-01', '长期'],
    ['X3', '2021-05-01', '2026-04-30'],
  ]
  const first = await dropFiles(context, await bookOf('协议.xlsx', { Sheet1: agreements(...rows) }))
  const { page } = first
  expect(await verdict(page)).toContain('1 行有误')
  const wrong = page.locator('[data-row="3"]')
  await first.write(wrong.locator('input:not([type=checkbox])').first(), '2028-10-31')
  await first.click(page.getByRole('button', { name: '重新核对' }).last())
  expect(await verdict(page)).toContain('各行均正确')
  await save(first, '协议')
  expect(await first.bringIn()).toBe('3')

  const next = await dropFiles(
    context,
    await bookOf('协议 2.xlsx', { Sheet1: agreements(...rows.toReversed(), ['X4', '2024-05-01', '2023.10-2028.10']) }),
  )
  expect(await verdict(next.page)).toContain('各行均正确')
  const again = next.page.locator('.corrected-again')
  expect(await again.innerText()).toMatch(/终止日期：[^]*2023\.10-2028\.10[^]*2028-10-31[^]*（2 格）/)
  expect(await brokenRules(next.page, '.corrected-again')).toEqual([])
  await next.page.setViewportSize({ width: 360, height: 900 })
  expect(await next.page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360)
  await next.page.setViewportSize({ width: 1280, height: 900 })
  // It is taken back, and what was taken back as well.
  await next.click(again.getByRole('button', { name: /^取消更正/ }))
  expect(await verdict(next.page)).toContain('2 行有误')
  await next.click(next.page.locator('.sheet-panel').getByRole('button', { name: /撤销.*不再照以前的更正读取/ }))
  expect(await verdict(next.page)).toContain('各行均正确')
  expect(await next.bringIn()).toBe('1')
  expect(await recordsOf('agreement', 'code', 'to')).toEqual([
    'X1 2028-10-31',
    'X2 -',
    'X3 2026-04-30',
    'X4 2028-10-31',
  ])
})
