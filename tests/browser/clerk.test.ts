import { AxeBuilder } from '@axe-core/playwright'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { launchBrowser } from '../support/browser.ts'
import { startCauseway, type RunningCauseway } from './running-causeway.ts'

let browser: Browser
let causeway: RunningCauseway
let editor: string
let reader: string

beforeAll(async () => {
  ;[browser, causeway] = await Promise.all([launchBrowser(), startCauseway()])
  ;[editor, reader] = [await causeway.newToken('editor'), await causeway.newToken('reader')]
}, 180_000)
afterAll(async () => {
  await browser?.close()
  await causeway?.stop()
})

const HEADER = '学号,方向,人员类别,目的,国家（地区）,开始日期,结束日期'
/** Two countries misspelled alike, a purpose that there is not, a day that there is not; one row is right. */
const WRONG = [
  HEADER,
  'CW001,派出,学生,学习,泰国,2023-10-01,2023-10-31',
  'CW002,派出,学生,学习,太国,2023-10-01,2023-10-31',
  'CW003,派出,学生,学习,太国,2023-10-01,2023-10-31',
  'CW004,派出,学生,逛街,老挝,2023-10-01,2023-10-31',
  'CW005,派出,学生,学习,老挝,2023-10-01,2023-10-32',
].join('\n')

async function open(path: string, token: string | null): Promise<{ context: BrowserContext; page: Page }> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } })
  if (token !== null) {
    const answer = await context.request.post(`${causeway.address}/session`, {
      data: { token },
      headers: { origin: causeway.address },
    })
    expect(answer.ok()).toBe(true)
  }
  const page = await context.newPage()
  page.setDefaultTimeout(15_000)
  await page.goto(causeway.address + path)
  await settled(page)
  return { context, page }
}

async function settled(page: Page): Promise<void> {
  await page.waitForFunction(
    () => document.querySelector('h1') && !document.querySelector('.loading, [aria-busy=true], .import-progress'),
  )
}

/** Students' stays abroad in 2023/24, as anybody with the right reads them. */
async function staysAbroad(): Promise<number> {
  const answer = await fetch(`${causeway.address}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${reader}` },
    body: JSON.stringify({
      query: '{ indicator(id: "IN17") { series(institution: "demo", from: 2023, to: 2023) { figures { value } } } }',
    }),
  })
  const { data } = (await answer.json()) as {
    data: { indicator: { series: { figures: { value: number }[] } } }
  }
  return data.indicator.series.figures[0]!.value
}

async function drop(page: Page, name: string, text: string): Promise<void> {
  const data = await page.evaluateHandle(
    ([fileName, content]) => {
      const transfer = new DataTransfer()
      transfer.items.add(new File([`\ufeff${content}\n`], fileName!, { type: 'text/csv' }))
      return transfer
    },
    [name, text],
  )
  await page.dispatchEvent('.drop', 'drop', { dataTransfer: data })
  await page.getByRole('heading', { name: '核对' }).waitFor()
}

const cellOf = (page: Page, row: number) => page.locator(`[data-row="${row}"] .wrong-cells > .cell input`)
const focused = (page: Page) => page.evaluate(() => document.activeElement?.textContent?.trim() ?? '')

describe('a clerk with a wrong file', () => {
  test('drops it, mends it in place, sees what it will change, imports it, and takes it back: figures are as before', async () => {
    const before = await staysAbroad()
    const { context, page } = await open('/data?lang=zh&tab=import', editor)
    await drop(page, '出国学习.csv', WRONG)
    expect(await focused(page)).toContain('核对')
    expect(await page.getByLabel('识别为').locator('option:checked').innerText()).toContain('师生国（境）外交流')
    expect(await page.locator('.import-verdict').innerText()).toContain('4 行有误；1 行正确')

    // What is wrong is told at the cell, for ears too.
    const country = cellOf(page, 3)
    expect(await country.getAttribute('aria-invalid')).toBe('true')
    const told = await country.getAttribute('aria-describedby')
    expect(await page.locator(`[id="${told}"]`).innerText()).toContain('没有这个国家')

    await country.fill('泰国')
    await page.getByRole('button', { name: '另有 1 行也是“太国”，一并改为此值' }).click()
    expect(await cellOf(page, 4).inputValue()).toBe('泰国')
    await cellOf(page, 5).fill('学习')
    await cellOf(page, 5).press('Enter')
    await settled(page)
    expect(await focused(page)).toContain('1 行有误；4 行正确')
    await page.locator('[data-row="6"]').getByLabel('不导入这一行').check()
    await page.getByLabel('数据截至日期').fill('2025-07-31')
    await page.getByRole('button', { name: '下一步：预览变化' }).click()

    await page.getByRole('heading', { name: '预览变化' }).waitFor()
    expect(await page.locator('[data-tally=accepted] dd').innerText()).toBe('4')
    const figure = page.locator('.figures-changed tr', { hasText: '在校生出国（境）学习交流人次' })
    expect(await figure.innerText()).toMatch(new RegExp(`${before}人次\\s+${before + 4}人次`))
    expect(await page.getByText('台账数据截至日期将由').count()).toBe(0)
    expect(await staysAbroad()).toBe(before)

    await page.getByRole('button', { name: '确认导入' }).click()
    await page.getByRole('heading', { name: '导入完成' }).waitFor()
    expect(await staysAbroad()).toBe(before + 4)

    await page.getByRole('link', { name: '查看批次，可整批撤回' }).click()
    await page.getByRole('button', { name: '整批撤回：出国学习.csv' }).click()
    await page.getByRole('button', { name: '确认整批撤回' }).click()
    await page.getByText('已整批撤回“出国学习.csv”：撤出 4 条').waitFor()
    expect(await staysAbroad()).toBe(before)
    await context.close()
  }, 90_000)

  test('loses nothing when the connection is lost, and goes on when it is back', async () => {
    const { context, page } = await open('/data?lang=zh&tab=import', editor)
    await drop(page, '出国学习.csv', WRONG)
    await cellOf(page, 3).fill('泰国')
    await context.setOffline(true)
    await cellOf(page, 3).press('Enter')
    await page.getByRole('alert').getByText('无法连接服务器').waitFor()
    expect(await page.getByText('文件和所作的更正都还在本页').isVisible()).toBe(true)
    expect(await cellOf(page, 3).inputValue()).toBe('泰国')
    // Another tab and back: it is all there still.
    await context.setOffline(false)
    await page.getByRole('link', { name: '导入批次' }).click()
    await page.locator('.batch').first().waitFor()
    await page.getByRole('link', { name: '导入', exact: true }).click()
    expect(await cellOf(page, 3).inputValue()).toBe('泰国')
    await page.getByRole('button', { name: '重新核对' }).first().click()
    await page.getByText('3 行有误；2 行正确').waitFor()
    await context.close()
  }, 60_000)

  test('chooses a file, mends it and sees what it changes by keyboard alone', async () => {
    const { context, page } = await open('/data?lang=en&tab=import', editor)
    const tabTo = async (selector: string) => {
      for (let presses = 0; presses < 150; presses++) {
        await page.keyboard.press('Tab')
        if (await page.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, selector)) return
      }
      throw new Error(`no way to ${selector} by keyboard`)
    }
    // Waited for before it can open: the browser is told to ask us instead of the person.
    const chooser = page.waitForEvent('filechooser')
    await tabTo('.drop button')
    await page.keyboard.press('Enter')
    const rows = [HEADER, 'CW011,派出,学生,学习,太国,2023-10-01,2023-10-31'].join('\n')
    await (await chooser).setFiles({ name: 'stays.csv', mimeType: 'text/csv', buffer: Buffer.from(rows) })
    await page.getByRole('heading', { name: 'Check it' }).waitFor()
    await tabTo('.wrong-cells > .cell input')
    await page.keyboard.press('ControlOrMeta+a')
    await page.keyboard.type('TH')
    await page.keyboard.press('Enter')
    await page.getByText('Every row is right.').waitFor()
    await tabTo('.step-foot .primary')
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: 'See what will change' }).waitFor()
    expect(await page.locator('[data-tally=accepted] dd').innerText()).toBe('1')
    await tabTo('.figures-changed a')
    await context.close()
  }, 60_000)

  test('is told what else the file looks like where it is not of the chosen type, and checks it as that', async () => {
    const { context, page } = await open('/data?lang=zh&tab=import&type=agreement', editor)
    await page.getByLabel('台账类型').selectOption('agreement')
    await drop(page, '出国学习.csv', WRONG)
    await page.getByText('从列名看，这份文件更像“师生国（境）外交流”').waitFor()
    await page.getByRole('button', { name: '按“师生国（境）外交流”核对' }).click()
    await page.getByText('4 行有误；1 行正确').waitFor()
    expect(await page.getByText('从列名看').count()).toBe(0)
    await context.close()
  }, 60_000)

  test('is asked nothing about a file that is no table, but for another one', async () => {
    const { context, page } = await open('/data?lang=zh&tab=import', editor)
    await page.locator('.drop input').setInputFiles({
      ...{ name: '扫描件.xlsx', mimeType: 'application/octet-stream' },
      buffer: Buffer.from('%PDF-1.4 a scan'),
    })
    await page.getByText('「扫描件.xlsx」实际是PDF 文件，不是表格').waitFor()
    expect(await page.locator('main').locator('select, input:visible').count()).toBe(0)
    expect(await page.locator('main').getByRole('button').allInnerTexts()).toEqual(['换一个文件'])
    await context.close()
  }, 60_000)

  test('takes the wrong rows away as a file that says why', async () => {
    const { context, page } = await open('/data?lang=zh&tab=import', editor)
    await drop(page, '出国学习.csv', WRONG)
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: '下载有误的行（含原因）' }).click(),
    ])
    const chunks: Buffer[] = []
    for await (const chunk of await download.createReadStream()) chunks.push(chunk as Buffer)
    const text = Buffer.concat(chunks).toString('utf8')
    expect(text.split('\n').filter((line) => /CW00[2-5]/.test(line))).toHaveLength(4)
    expect(text).not.toContain('CW001')
    expect(text).toContain('没有这个国家')
    await context.close()
  }, 60_000)
})

describe('a batch that others rest on', () => {
  test('is not taken back, and says which go first and in which order', async () => {
    const { context, page } = await open('/data?lang=en&tab=batches', editor)
    // The register of partners is far down the list: what comes later points to it.
    for (let further = true; further;) {
      if ((await page.getByRole('button', { name: 'Take back: 合作方.csv' }).count()) > 0) break
      const next = page.getByRole('link', { name: 'Next page' })
      further = (await next.count()) > 0
      if (further) await next.click()
      await settled(page)
    }
    await page.getByRole('button', { name: 'Take back: 合作方.csv' }).click()
    await page.getByText('It cannot be taken back now').waitFor()
    expect(await page.locator('.in-the-way li').count()).toBeGreaterThan(3)
    expect(await page.getByRole('button', { name: 'Take it back' }).count()).toBe(0)
    await page.locator('.in-the-way a').first().click()
    await page.getByRole('link', { name: 'All batches' }).waitFor()
    await settled(page)
    expect(await page.locator('.batch').count()).toBe(1)
    await context.close()
  }, 60_000)
})

describe('what is missing', () => {
  test('is settled by a signed statement that there was nothing, which can be taken back', async () => {
    const { context, page } = await open('/data?lang=zh&year=2020', editor)
    await page.getByRole('button', { name: '零报告：全校 技能竞赛成绩' }).click()
    await page.getByRole('button', { name: '确认零报告' }).click()
    await page.getByText('请填写负责人。').waitFor()
    await page.getByLabel('负责人').fill('王芳')
    await page.getByRole('button', { name: '确认零报告' }).click()
    await page.getByText('已作零报告：全校 技能竞赛成绩。').waitFor()
    await settled(page)
    const cell = page.locator('.matrix tr', { hasText: '技能竞赛成绩' }).locator('td').first()
    expect(await cell.innerText()).toContain('零报告')
    expect(await page.getByRole('button', { name: '零报告：全校 技能竞赛成绩' }).count()).toBe(0)
    await context.close()
  }, 60_000)
})

describe('a record', () => {
  test('is changed in place, proved by a file, and withdrawn only with a reason; what is wrong is told at its field', async () => {
    const { context, page } = await open(`/record/${await someRecord('agreement')}?lang=en`, editor)
    await page.getByRole('button', { name: 'Change', exact: true }).click()
    await page.getByLabel('Subject').fill('Mended by a clerk')
    const to = page.getByLabel('To', { exact: true })
    const was = await to.inputValue()
    await to.fill('1990-01-01')
    await page.getByRole('button', { name: 'Save the changes' }).click()
    await page.locator('.record-form [aria-invalid]').waitFor()
    await to.fill(was)
    await page.getByRole('button', { name: 'Save the changes' }).click()
    await page.getByText('Saved. What stood before is in the history.').waitFor()
    await settled(page)
    expect(await page.locator('.record-history ins').first().innerText()).toBe('Mended by a clerk')

    await page.getByRole('button', { name: 'Attach evidence' }).click()
    await page.getByLabel('Title *').fill('Scan')
    await page.getByLabel('Issued on *').fill('2014-03-01')
    await page.getByLabel('File (PDF, picture; optional)').setInputFiles({
      name: 'scan.pdf',
      mimeType: 'application/pdf',
      buffer: Buffer.from('%PDF-1.4\ntrailer<<>>\n%%EOF\n'),
    })
    await page.getByRole('button', { name: 'Attach', exact: true }).click()
    await page.getByText(/Evidence \S+ was attached/).waitFor()
    await settled(page)
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: /scan\.pdf/ }).click(),
    ])
    expect(download.suggestedFilename()).toBe('scan.pdf')

    await page.getByRole('button', { name: 'Withdraw this record' }).click()
    await page.getByRole('button', { name: 'Withdraw it' }).click()
    await page.getByText('Say why.').waitFor()
    await context.close()
  }, 60_000)
})

describe('whoever may not change anything', () => {
  test('sees no control that would be refused', async () => {
    const { context, page } = await open('/data?lang=en&year=2020', reader)
    const main = page.getByRole('main')
    expect(
      await page.getByRole('navigation', { name: 'Parts of this page' }).getByRole('link').allInnerTexts(),
    ).toEqual(['What is missing', 'Batches', 'Same thing'])
    for (const path of [
      '/data?lang=en&year=2020',
      '/data?lang=en&tab=batches',
      '/data?lang=en&tab=same',
      '/data?lang=en&tab=import',
    ]) {
      await page.goto(causeway.address + path)
      await settled(page)
      expect(await main.getByRole('button').allInnerTexts()).toEqual([])
    }
    await page.goto(`${causeway.address}/record/${await someRecord('agreement')}?lang=en`)
    await settled(page)
    expect(await main.getByRole('button').allInnerTexts()).toEqual([])
    await context.close()

    const { context: outside, page: anybody } = await open('/data?lang=en', null)
    expect(await anybody.getByRole('main').getByRole('button').allInnerTexts()).toEqual([])
    expect(await anybody.getByRole('main').innerText()).toContain('Records up to 31 July 2025')
    expect(await anybody.getByRole('main').getByRole('link', { name: 'Sign in' }).count()).toBe(1)
    await outside.close()
  }, 60_000)
})

describe('the pages of data', () => {
  const pages = [
    '/data?tab=missing&year=2020',
    '/data?tab=missing&across=unit',
    '/data?tab=import',
    '/data?tab=batches',
    '/data?tab=same',
  ]
  test.each([
    ['zh', 'light'],
    ['en', 'dark'],
  ] as const)(
    'have no fault that axe finds, nor scroll sideways on a phone, in %s and %s',
    async (lang, mode) => {
      const { context, page } = await open(`/data?lang=${lang}`, editor)
      await page.setViewportSize({ width: 390, height: 844 })
      await page.emulateMedia({ colorScheme: mode, reducedMotion: 'reduce' })
      const record = `/record/${await someRecord('agreement')}?x=`
      for (const path of [...pages, record]) {
        await page.goto(`${causeway.address}${path}&lang=${lang}`)
        await settled(page)
        await expectSound(page, path)
      }
      await page.goto(`${causeway.address}/data?tab=import&lang=${lang}`)
      await settled(page)
      await page
        .locator('input[type=file]')
        .setInputFiles({ name: 'w.csv', mimeType: 'text/csv', buffer: Buffer.from(WRONG) })
      await page.locator('.wrong-row').first().waitFor()
      await settled(page)
      await expectSound(page, 'the check of a file')
      for (const box of await page.getByLabel(/不导入这一行|Leave this row out/).all()) await box.check()
      await page.locator('.step-foot .primary').click()
      await page.locator('.tally').waitFor()
      await settled(page)
      await expectSound(page, 'what a file would change')
      await context.clearCookies()
      await page.goto(`${causeway.address}/data?lang=${lang}`)
      await settled(page)
      await expectSound(page, 'what anybody sees')
      await context.close()
    },
    120_000,
  )
})

async function expectSound(page: Page, what: string): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze()
  expect(
    violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`),
    what,
  ).toEqual([])
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth), what).toBeLessThanOrEqual(0)
}

async function someRecord(type: string): Promise<string> {
  const answer = await fetch(`${causeway.address}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${reader}` },
    body: JSON.stringify({
      query: `{ records(type: "${type}", institution: "demo", first: 3) { edges { node { id } } } }`,
    }),
  })
  const { data } = (await answer.json()) as { data: { records: { edges: { node: { id: string } }[] } } }
  return data.records.edges[2]!.node.id
}
