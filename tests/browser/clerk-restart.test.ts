import { expect, test } from 'vitest'
import { desk, HEADER, openClerkDesk } from './clerk-desk.ts'
import { startToRestart, type RestartedCauseway } from './running-causeway.ts'

let causeway: RestartedCauseway
openClerkDesk(async (settings) => (causeway = await startToRestart(settings)))

/** As many as take so long to read that one sees it under way. */
const ROWS = 60_000
const FILE = [
  HEADER,
  ...Array.from({ length: ROWS }, (_, n) => `CW${n},派出,学生,学习,泰国,2023-10-01,2023-10-31`),
].join('\n')

test('a server that begins anew in the middle leaves nobody waiting: what only looks goes on, an import says what became of it', async () => {
  const page = await desk.open('/data?lang=zh&tab=import', desk.editor)
  page.setDefaultTimeout(180_000)
  const reading = page.locator('.import-progress', { hasText: /已读 [1-9]/ })
  const counting = page.locator('.import-verdict', { hasText: /已读 [1-9]/ })
  await page.locator('.drop input').setInputFiles({ name: '大表.csv', mimeType: 'text/csv', buffer: Buffer.from(FILE) })
  await counting.waitFor()
  // However quick it is back, the page has noticed.
  await page.route('**/graphql', (route) => route.abort())
  await page.locator('.import-verdict', { hasText: '正在重新连接' }).waitFor()
  await causeway.restart()
  await page.unroute('**/graphql')
  await page.getByText('各行均正确').waitFor()

  await page.getByLabel('数据截至日期').fill('2025-07-31')
  await page.getByRole('button', { name: '下一步：预览变化' }).click()
  const accepted = page.locator('[data-tally=accepted] dd')
  await accepted.waitFor()
  await page.getByRole('button', { name: '确认导入' }).click()
  await reading.waitFor()
  await causeway.restart()
  const alert = page.getByRole('alert')
  await alert.getByText('导入途中服务器重新启动').waitFor()
  expect(await alert.innerText()).toContain('要么全部完成，要么什么都没有改动')
  expect(await page.locator('.import-progress').count()).toBe(0)
  await page.getByRole('button', { name: '查看是否已经导入' }).click()
  await alert.waitFor({ state: 'detached' })
  await page.locator('.import-progress').waitFor({ state: 'detached' })
  // It was cut off before its end, so that all of it is still to come.
  expect(await accepted.innerText()).toBe('60,000')
}, 400_000)
