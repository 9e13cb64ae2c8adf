import type { BrowserContext } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { brokenRules } from '../support/page-checks.ts'
import { bookOf, dropFiles } from './import-desk.ts'
import { browser, openCauseway, ownCauseway } from './open-causeway.ts'

openCauseway({ CAUSEWAY_DEMO: 'off' })

let context: BrowserContext

beforeAll(async () => {
  await ownCauseway.put('institution', ['code,name_zh,name_en,country', 'X,甲学院,College X,CN'])
  await ownCauseway.put('programme', ['code,name_zh', 'P-01,机电一体化技术'], '--institution', 'X')
  const token = await ownCauseway.tokenFor('editor')
  context = await browser.newContext({ viewport: { width: 1280, height: 900 } })
  const headers = { origin: ownCauseway.address }
  await context.request.post(`${ownCauseway.address}/session`, { data: { token }, headers })
})

const HEADS = ['序号', '姓名', '考号', '成绩等级', '笔试时间']
const titled = (title: string, ...rows: (string | number)[][]) => ({
  rows: [[title], HEADS, ...rows],
  merged: ['A1:E1'],
})

test('what only titles say of three sheets: said of one, and of the others by one click; then the file is changed', async () => {
  const first = titled(
    '2024级 机电一体化技术 HSK考试成绩',
    [1, '阿里', 'H1001', '4级', '2024.5.12'],
    [2, '苏珊', 'H1002', '3级', '2024.5.12'],
  )
  const second = titled('2024级 跨境物流 HSK考试成绩', [1, '卡洛斯', 'H1003', '2级', '2024.11.16'])
  const desk = await dropFiles(context, await bookOf('成绩.xlsx', { 机电: first, 物流: second }))
  const { page } = desk
  const tables = page.locator('.import-tables li')
  // Nothing but the title says what it is; the other sheet has the same heads.
  await desk.click(page.locator('.likely button').first())
  expect(await tables.nth(1).innerText()).toContain('列和词按“机电”的读法')
  await desk.take('TITLE')
  await desk.take('TITLE')
  await desk.choose(page.getByLabel('C 考号'), 'person')
  await desk.choose(page.getByLabel('E 笔试时间'), 'date')
  await desk.write(desk.constant('量表版本').first(), '2.0')
  // One row is of another edition than all others.
  const version = page.locator('.constants .choice').filter({ hasText: '量表版本（必填）' }).first()
  await desk.click(version.getByText('个别行另填'))
  await desk.write(version.getByLabel('行号'), '4')
  await desk.write(version.getByLabel('这一行的量表版本'), '3.0')
  await desk.click(version.getByRole('button', { name: '填写', exact: true }))
  await desk.click(page.getByRole('button', { name: '重新核对' }).first())
  expect(await brokenRules(page, '.import')).toEqual([])
  await desk.click(tables.nth(1).getByRole('button', { name: '照“机电”填写' }))
  await page.locator('.import-verdict').getByText('有误').or(page.getByText('各行均正确')).first().waitFor()
  await desk.click(tables.nth(1).getByRole('button', { name: '查看' }))
  await desk.click(page.getByRole('button', { name: '新建这 1 个' }))
  await page.getByText('各行均正确').waitFor()
  expect(await page.locator('.how-read').first().innerText()).toContain('据此跳过合计')
  expect(desk.clicks).toBeLessThanOrEqual(25)

  // The same file again, with a row more and the row changed that was spoken of.
  await desk.click(page.getByRole('button', { name: '换一个文件' }))
  first.rows[3]![3] = '2级'
  first.rows.push([3, '玛丽', 'H1004', '3级', '2024.5.12'])
  await page
    .locator('.drop input')
    .first()
    .setInputFiles([await bookOf('成绩.xlsx', { 机电: first, 物流: second })])
  await page.locator('.import-verdict').waitFor()
  await desk.checked()
  await desk.click(tables.nth(0).getByRole('button', { name: '查看' }))
  await page.getByText('有 1 处更正已取消').waitFor()
  expect(await page.locator('.carried').innerText()).toContain('4 量表版本')
  expect(await desk.bringIn()).toBe('4')
})
