import { appendFileSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import type { Page } from 'playwright-core'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { settled } from '../support/settled.ts'
import { desk, drop, HEADER, openClerkDesk, WRONG } from './clerk-desk.ts'

let page: Page
/** What is answered to anyone who asks how far an import is: nothing, a status that is no answer, or what the server says. */
let progress: 'lost' | number | 'said'
let asked = 0

openClerkDesk()
beforeAll(() => desk.causeway.put('institution', ['code,name_zh,name_en,country', 'X,甲学院,College X,CN']))
beforeEach(async () => {
  page = await desk.open('/data?lang=zh&institution=demo&tab=import', desk.editor)
  page.on('dialog', (dialog) => void dialog.accept())
})

/** An import is under way as soon as it was sent. */
async function begin(name: string, person: string): Promise<void> {
  await drop(page, name, [HEADER, `${person},派出,学生,学习,泰国,2023-10-01,2023-10-31`].join('\n'))
  await page.getByLabel('数据截至日期').fill('2025-07-31')
  await page.getByRole('button', { name: '下一步：预览变化' }).click()
  await page.getByRole('heading', { name: '预览变化' }).waitFor()
  await page.route('**/graphql', (route) => {
    const sent = route.request().postDataBuffer()?.toString('latin1') ?? ''
    if (!sent.includes('query ImportProgress'))
      return route.continue({ postData: Buffer.from(sent.replace('"seconds":2', '"seconds":0'), 'latin1') })
    asked++
    if (progress === 'said') return route.continue()
    return progress === 'lost' ? route.abort() : route.fulfill({ status: progress })
  })
  await page.getByRole('button', { name: '确认导入' }).click()
}

/** To another part of the app, without loading it anew. */
const turnTo = (path: string) =>
  page.evaluate((href) => {
    history.pushState(null, '', href)
    dispatchEvent(new PopStateEvent('popstate'))
  }, path)

const alert = () => page.getByRole('alert')
const receipt = () => page.getByRole('heading', { name: '导入完成' })
const reconnecting = () => page.locator('.import-progress').getByText('正在重新连接').first()
const accepted = () => page.locator('[data-tally=accepted] dd').innerText()

describe('an import that is under way', () => {
  test('is followed by a page that is loaded anew, whichever of its parts was asked for, and what came of it said', async () => {
    progress = 'lost'
    await begin('补报.csv', 'CW021')
    await reconnecting().waitFor()
    await page.goto(`${desk.causeway.address}/data?lang=zh&institution=demo`)
    await reconnecting().waitFor()
    expect(await page.locator('.drop').count()).toBe(0)
    progress = 'said'
    await receipt().waitFor()
    expect(await accepted()).toBe('1')
    expect(await page.locator('.note', { hasText: '补报.csv' }).count()).toBe(1)
    await page.goto(`${desk.causeway.address}/data?lang=zh&institution=demo&tab=import`)
    await page.locator('.drop').waitFor()
  })

  test('is said at its own college only', async () => {
    progress = 'lost'
    await begin('本校.csv', 'CW022')
    await reconnecting().waitFor()
    await turnTo('/data?lang=zh&tab=import&institution=X')
    await page.locator('.drop').waitFor()
    const answered = page.waitForResponse((response) => !!response.request().postData()?.includes('ImportProgress'))
    progress = 'said'
    await answered
    await settled(page)
    expect(await receipt().count()).toBe(0)
    expect(await page.locator('.drop').count()).toBe(1)
    await turnTo('/data?lang=zh&tab=import&institution=demo')
    await receipt().waitFor()
    expect(await page.locator('.note', { hasText: '本校.csv' }).count()).toBe(1)
    await turnTo('/data?lang=zh&tab=import&institution=X')
    await page.locator('.drop').waitFor()
    expect(await receipt().count()).toBe(0)
  })

  test('is said beside another file that was chosen meanwhile, which stays as it is', async () => {
    progress = 401
    await begin('先前.csv', 'CW023')
    await page.getByText('需要登录').waitFor()
    await page.getByRole('button', { name: '返回核对' }).click()
    await page.getByRole('button', { name: '换一个文件' }).click()
    progress = 'said'
    await drop(page, '后来.csv', WRONG)
    await page.getByText('4 行有误；1 行正确').waitFor()
    await page.getByRole('link', { name: '导入批次' }).click()
    await page.locator('.batch').first().waitFor()
    await page.getByRole('link', { name: '导入', exact: true }).click()
    await page.getByText('“先前.csv”已作为批次').waitFor()
    expect(await receipt().count()).toBe(0)
    expect(await page.locator('.import-verdict').innerText()).toContain('4 行有误；1 行正确')
    expect(await page.locator('main').innerText()).toContain('后来.csv')
  })

  test('is not asked after for ever where the server cannot say, nor by who comes after', async () => {
    const kept = () => page.evaluate(() => sessionStorage.getItem('begun-import'))
    progress = 500
    await begin('不明.csv', 'CW024')
    await alert().waitFor()
    const before = asked
    await page.reload()
    await page.locator('.drop').waitFor()
    expect(asked).toBe(before)

    await page.unroute('**/graphql')
    progress = 'lost'
    await begin('未完.csv', 'CW025')
    await reconnecting().waitFor()
    expect(await kept()).toContain('未完.csv')
    await page.getByRole('button', { name: '退出', exact: true }).click()
    await expect.poll(kept).toBeNull()
  })
})

describe('a large file', () => {
  /** What the server has found is held back, but for columns and first rows. Resolves with the id that is to be stopped. */
  async function holdBack(): Promise<{ goOn: () => void; stopped: Promise<string> }> {
    const stopped = Promise.withResolvers<string>()
    let isHeld = true
    let report: object
    await page.unroute('**/graphql')
    await page.route('**/graphql', async (route) => {
      const sent = route.request().postDataBuffer()?.toString('latin1') ?? ''
      const answer = (data: object) => route.fulfill({ json: { data } })
      const underWay = { __typename: 'ImportUnderWay', id: 'long', rowsRead: 3, bytesRead: 50, bytes: 100 }
      if (sent.includes('mutation StopImport')) {
        stopped.resolve(JSON.parse(sent).variables.input.id as string)
        return answer({ stopImport: { __typename: 'ImportStopped' } })
      }
      if (sent.includes('query ImportProgress')) return answer({ importProgress: isHeld ? underWay : report })
      if (!sent.includes('mutation ImportRecords')) return route.continue()
      const response = await route.fetch()
      report = (await response.json()).data.importRecords
      return answer({ importRecords: isHeld ? { ...underWay, soFar: report } : report })
    })
    return { goOn: () => (isHeld = false), stopped: stopped.promise }
  }
  const verdict = () => page.locator('.import-verdict')
  const next = () => page.getByRole('button', { name: '下一步：预览变化' })

  test('is shown with its columns and first rows while the others are counted, and nothing moves when they are', async () => {
    const { goOn } = await holdBack()
    await drop(page, '大文件.csv', WRONG)
    await verdict().getByText('正在核对其余各行，已读 3 行').waitFor()
    // What is not known of all rows is not said of some.
    expect(await page.locator('main').innerText()).not.toMatch(/行有误|行正确|表头下有/)
    expect(await next().isDisabled()).toBe(true)
    const choice = page.locator('.file-facts select').first()
    await choice.focus()
    const place = await choice.boundingBox()
    goOn()
    await verdict().getByText('4 行有误；1 行正确').waitFor()
    expect(await choice.boundingBox()).toEqual(place)
    expect(await choice.evaluate((it) => it === document.activeElement)).toBe(true)
  })

  test('is stopped on the server by a correction or by hand, and then checked to its end', async () => {
    const first = await holdBack()
    await drop(page, '大文件.csv', WRONG)
    await page.getByLabel('数据截至日期').fill('2025-07-31')
    expect(await first.stopped).toBe('long')
    await verdict().getByText('其余各行尚未核对').waitFor()
    const second = await holdBack()
    await page.getByRole('button', { name: '核对全部行' }).click()
    await page.locator('.counting').getByRole('button', { name: '停止核对' }).click()
    expect(await second.stopped).toBe('long')
    expect(await verdict().evaluate((it) => it === document.activeElement)).toBe(true)
    await page.unroute('**/graphql')
    await page.getByRole('button', { name: '核对全部行' }).click()
    await verdict().getByText('4 行有误；1 行正确').waitFor()
  })

  test('that is changed after it was chosen is to be chosen again', async () => {
    const path = join(mkdtempSync(join(tmpdir(), 'causeway-changed-')), '变动.csv')
    writeFileSync(path, `${HEADER}\nCW031,派出,学生,学习,泰国,2023-10-01,2023-10-31\n`)
    await page.locator('input[type=file]').first().setInputFiles(path)
    await next().waitFor()
    appendFileSync(path, 'CW032,派出,学生,学习,泰国,2023-10-01,2023-10-31\n')
    // Browsers look at whole seconds.
    const later = new Date(Date.now() + 10_000)
    utimesSync(path, later, later)
    await next().click()
    await alert().getByText('请重新选择该文件').waitFor()
    rmSync(dirname(path), { recursive: true })
  })
})
