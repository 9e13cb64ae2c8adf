import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { brokenRules, pixelsTooWide } from '../support/page-checks.ts'
import { settled } from '../support/settled.ts'
import { desk, openClerkDesk, WRONG } from './clerk-desk.ts'

openClerkDesk()

describe('a batch that others rest on', () => {
  test('is not taken back, and says which go first and in which order', async () => {
    const page = await desk.open('/data?lang=en&tab=batches', desk.editor)
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
    await expect.poll(() => page.locator('.batch').count()).toBe(1)
  })
})

describe('what is missing', () => {
  test('is settled by a signed statement that there was nothing, which can be taken back', async () => {
    const page = await desk.open('/data?lang=zh&year=2020', desk.editor)
    expect((await page.locator('.due-what').allInnerTexts()).join('\n')).toMatch(/：(派出|来校)(学生|教职工)/)
    await page.getByRole('button', { name: '零报告：全校 技能竞赛成绩' }).click()
    await page.getByRole('button', { name: '确认零报告' }).click()
    await page.getByText('请填写负责人。').waitFor()
    await page.getByLabel('负责人').fill('王芳')
    await page.getByRole('button', { name: '确认零报告' }).click()
    await page.getByText('已作零报告：全校 技能竞赛成绩。').waitFor()
    await settled(page)
    const cell = page.locator('.matrix tr', { hasText: '技能竞赛成绩' }).locator('td').first()
    await expect.poll(() => cell.innerText()).toContain('零报告')
    expect(await page.getByRole('button', { name: '零报告：全校 技能竞赛成绩' }).count()).toBe(0)
  })
})

describe('a record', () => {
  test('is changed in place, proved by a file, and withdrawn only with a reason; what is wrong is said at its field', async () => {
    const page = await desk.open(`/record/${await desk.someRecord('agreement')}?lang=en`, desk.editor)
    await page.getByRole('button', { name: 'Change', exact: true }).click()
    await page.getByLabel('Subject').fill('Corrected by a clerk')
    const to = page.getByLabel('To', { exact: true })
    const was = await to.inputValue()
    await to.fill('1990-01-01')
    await page.getByRole('button', { name: 'Save the changes' }).click()
    await page.locator('.record-form [aria-invalid]').waitFor()
    await to.fill(was)
    await page.getByRole('button', { name: 'Save the changes' }).click()
    await page.getByText('Saved. What stood before is in the history.').waitFor()
    await settled(page)
    await expect.poll(() => page.locator('.record-history ins').first().innerText()).toBe('Corrected by a clerk')

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
  })

  test('that is known by what was changed leads to the one that is in its place', async () => {
    const page = await desk.open(`/record/${await desk.someRecord('mobility')}?lang=en`, desk.editor)
    const was = page.url()
    await page.getByRole('button', { name: 'Change', exact: true }).click()
    const end = page.getByLabel('End (required)', { exact: true })
    const later = `${(await end.inputValue()).slice(0, -2)}30`
    await end.fill(later)
    await page.getByRole('button', { name: 'Save the changes' }).click()
    await page.getByRole('heading', { level: 1, name: /^Saved as “/ }).waitFor()
    await expect.poll(() => page.evaluate(() => scrollY)).toBe(0)
    expect(await page.getByRole('link', { name: 'See the batch; it can be taken back' }).count()).toBe(1)
    await page.getByRole('link', { name: 'Open the record as it is now' }).click()
    await page.getByRole('heading', { name: 'History' }).waitFor()
    expect(page.url()).not.toBe(was)
    await page.getByRole('button', { name: 'Change', exact: true }).click()
    expect(await end.inputValue()).toBe(later)
  })
})

describe('what a record counts in', () => {
  test('is on its page by indicator and period, each leading to that figure', async () => {
    const page = await desk.open(`/record/${await desk.someRecord('agreement')}?lang=en`, desk.reader)
    const panel = page.getByRole('region', { name: /^Figures that it counts in/ })
    const inForce = panel
      .getByRole('listitem')
      .filter({ has: page.getByRole('heading', { name: /^Agreements in force/ }) })
    await inForce.getByText('calendar year:').locator('..').getByRole('link').first().click()
    await page.waitForURL(/\/indicator\//)
    await settled(page)
    await expect.poll(() => page.getByRole('heading', { level: 1 }).innerText()).toContain('Agreements in force')
    expect(new URL(page.url()).searchParams.get('basis')).toBe('calendar_year')
  })
})

describe('anyone who may not change anything', () => {
  test('sees no control that would be refused', async () => {
    const page = await desk.open('/data?lang=en&year=2020', desk.reader)
    const main = page.getByRole('main')
    expect(
      await page.getByRole('navigation', { name: 'Parts of this page' }).getByRole('link').allInnerTexts(),
    ).toEqual(['What is missing', 'Records', 'Batches', 'Same thing', 'Releases', 'Reports'])
    for (const path of [
      '/data?lang=en&year=2020',
      '/data?lang=en&tab=batches',
      '/data?lang=en&tab=same',
      '/data?lang=en&tab=releases',
      '/data?lang=en&tab=import',
      '/data?lang=en&tab=hand&type=mobility',
    ]) {
      await page.goto(desk.causeway.address + path)
      await settled(page)
      expect(await main.getByRole('button').allInnerTexts()).toEqual([])
    }
    await page.goto(`${desk.causeway.address}/record/${await desk.someRecord('agreement')}?lang=en`)
    await settled(page)
    expect(await main.getByRole('button').allInnerTexts()).toEqual([])

    const anybody = await desk.open('/data?lang=en', null)
    expect(await anybody.getByRole('main').getByRole('button').allInnerTexts()).toEqual([])
    expect(await anybody.getByRole('main').innerText()).toContain('Records up to 31 July 2025')
    expect(await anybody.getByRole('main').getByRole('link', { name: 'Sign in' }).count()).toBe(1)
  })
})

describe('what comes in no file', () => {
  const check = '核对并预览变化'

  test('is one record in a form: wrong at its fields, said before it is in, and taken back', async () => {
    const page = await desk.open('/data?lang=zh&tab=hand&type=mobility', desk.editor)
    await page.getByLabel('人员编号').fill('HAND1')
    await page.getByRole('button', { name: check }).click()
    await page.getByText('处需要改正').waitFor()
    expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-invalid'))).toBe('true')
    const wrong = page.locator('.fields [aria-invalid]')
    expect(await wrong.count()).toBe(5)
    for (const [label, key] of Object.entries({ 方向: 'out', 人员类别: 'student', 事由: 'study', 国家: 'TH' }))
      await page.getByLabel(label).selectOption(key)
    await page.getByLabel('开始日期').fill('2024-03-01')
    await page.getByLabel('结束日期').fill('2024-03-31')
    await page.getByText('其余各项').click()
    await page.getByLabel('合作机构编号').fill('林湖')
    await page.locator('datalist option[value="BY-LAK 林湖农业大学"]').waitFor({ state: 'attached' })
    await page.getByLabel('合作机构编号').fill('BY-LAK 林湖农业大学')
    await page.getByRole('button', { name: check }).click()
    await page.getByRole('heading', { name: '将发生的变化' }).waitFor()
    expect(await page.locator('[data-tally=accepted] dd').innerText()).toBe('1')
    expect(await page.locator('.field-changes').innerText()).toContain('林湖农业大学')
    await page.getByRole('button', { name: '录入', exact: true }).click()
    await page.getByRole('link', { name: '查看导入批次' }).click()
    const name = '手工录入（师生国（境）外交流）.csv'
    await page.getByRole('button', { name: `整批撤回：${name}` }).click()
    await page.getByRole('button', { name: '确认整批撤回' }).click()
    await page.getByText(`已整批撤回“${name}”：撤出 1 条`).waitFor()
  })

  test('is pasted into a table by keyboard: columns by its heads, wrong at its cells, in as one batch', async () => {
    const page = await desk.open('/data?lang=zh&tab=paste&type=mobility', desk.editor)
    const paste = (text: string) =>
      page.evaluate((copied) => {
        const clipboardData = new DataTransfer()
        clipboardData.setData('text/plain', copied)
        const pasted = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true })
        document.activeElement!.dispatchEvent(pasted)
      }, text)
    const cell = (row: number, column: number) => page.locator(`td[data-row="${row}"][data-column="${column}"]`)
    await cell(0, 0).locator('input').focus()
    await paste(
      [
        '学号\t电话\t方向\t人员类别\t目的\t国家（地区）\t开始日期\t结束日期',
        'P1\t138\t派出\t学生\t学习\t泰国\t2024-03-01\t2024-03-31',
        'P2\t139\t派出\t学生\t学习\t太国\t2024-03-01\t2024-03-31',
      ].join('\n'),
    )
    await page.getByText('已粘贴 2 行').waitFor()
    await page.getByText('“电话”没有对应的字段').waitFor()
    await page.getByRole('button', { name: check }).click()
    await page.getByText('有 1 处需要改正').waitFor()
    expect(await page.locator('td[aria-invalid]').allInnerTexts()).toEqual([expect.stringContaining('太国')])
    await page.getByRole('button', { name: '第 2 行', exact: true }).click()
    expect(await focusedLabel(page)).toBe('第 2 行 国家（地区）')
    await page.keyboard.type('老挝')
    await page.keyboard.press('Enter')
    for (const key of ['ArrowLeft', 'ArrowUp', 'ArrowRight', 'ArrowRight']) await page.keyboard.press(key)
    expect(await focusedLabel(page)).toBe('第 2 行 开始日期')
    await page.getByRole('button', { name: check }).click()
    await page.getByRole('heading', { name: '将发生的变化' }).waitFor()
    expect(await page.locator('[data-tally=accepted] dd').innerText()).toBe('2')
    await page.getByRole('button', { name: '返回修改' }).click()
    expect(await cell(1, 5).innerText()).toBe('老挝')
  })
})

const focusedLabel = (page: Page) => page.evaluate(() => document.activeElement?.getAttribute('aria-label'))

test('an editor sets a target and sees it beside the figure; a reader is not offered to', async () => {
  const path = '/indicator/EX06?lang=en&tab=targets'
  const theirs = await desk.open(path, desk.reader)
  expect(await theirs.locator('summary', { hasText: 'Set a target' }).count()).toBe(0)
  const page = await desk.open(path, desk.editor)
  await page.locator('summary', { hasText: 'Set a target' }).click()
  await page.getByRole('button', { name: 'Save' }).click()
  await page.getByText('Name the plan and give a number').waitFor()
  await page.getByLabel('Plan', { exact: true }).fill('Department plan')
  await page.locator('.targets').getByLabel('Year', { exact: true }).selectOption({ label: '2023/24' })
  await page.getByLabel(/^Target \(/).fill('12')
  await page.getByRole('button', { name: 'Save' }).click()
  await page.getByText('Saved', { exact: true }).waitFor()
  await page.getByRole('heading', { name: 'Department plan, school year' }).waitFor()
  await page.locator('.wanted', { hasText: 'Department plan' }).waitFor()
})

describe('the pages of data', () => {
  const pages = [
    '/data?tab=missing&year=2020',
    '/data?tab=missing&across=unit',
    '/data?tab=import',
    '/data?tab=hand&type=mobility',
    '/data?tab=paste&type=mobility',
    '/data?tab=batches',
    '/data?tab=same',
  ]
  test.each([
    ['zh', 'light'],
    ['en', 'dark'],
  ] as const)('have no fault that axe finds, nor scroll sideways on a phone, in %s and %s', async (lang, mode) => {
    const expectSound = async (what: string) => {
      expect(await brokenRules(page, undefined, { ofColor: mode === 'dark' }), what).toEqual([])
      expect(await pixelsTooWide(page), what).toBeLessThanOrEqual(0)
    }
    const page = await desk.open(`/data?lang=${lang}`, desk.editor)
    await page.setViewportSize({ width: 390, height: 844 })
    await page.emulateMedia({ colorScheme: mode })
    const record = `/record/${await desk.someRecord('agreement')}?x=`
    for (const path of [...pages, record]) {
      await page.goto(`${desk.causeway.address}${path}&lang=${lang}`)
      await settled(page)
      await expectSound(path)
    }
    await page.goto(`${desk.causeway.address}/data?tab=import&lang=${lang}`)
    await settled(page)
    await page.locator('.drop input').setInputFiles({ name: 'w.csv', mimeType: 'text/csv', buffer: Buffer.from(WRONG) })
    await page.locator('.wrong-row').first().waitFor()
    await settled(page)
    await expectSound('the check of a file')
    for (const box of await page.getByLabel(/不导入这一行|Leave this row out/).all()) await box.check()
    await page.locator('.step-foot .primary').click()
    await page.locator('.tally').waitFor()
    await settled(page)
    await expectSound('what a file would change')
    await page.context().clearCookies()
    await page.goto(`${desk.causeway.address}/data?lang=${lang}`)
    await settled(page)
    await expectSound('what anybody sees')
  })
})
