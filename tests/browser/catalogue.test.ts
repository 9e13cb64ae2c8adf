import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { brokenRules } from '../support/page-checks.ts'
import { settled } from '../support/settled.ts'
import { causeway, context, shareCauseway, openPageForEachTest } from './open-causeway.ts'

shareCauseway()
openPageForEachTest()

async function open(query = '', lang = 'zh'): Promise<Page> {
  const page = await context.newPage()
  await page.goto(`${causeway.address}/catalogue?lang=${lang}${query}`)
  await page.locator('.entry').first().waitFor()
  return page
}

const names = (page: Page) => page.locator('.entry[class*=theme-] .entry-name a').allInnerTexts()
const field = (page: Page) => page.getByRole('searchbox')
/** What a screen reader is said once the typing rests. */
const said = (page: Page, text: RegExp) => page.getByRole('status').filter({ hasText: text }).waitFor()

test.each([
  ['a Chinese name', '留学生', '接收国外留学生人数'],
  ['the initials of its pinyin', 'jsgwlxs', '接收国外留学生人数'],
  ['its pinyin in full', 'liuxuesheng', '接收国外留学生人数'],
  ['its English name, on the Chinese page', 'foreign students received', '接收国外留学生人数'],
  ['its code', 'ex07', '（非全日制）国（境）外人员培训量'],
  ['the wording of an official line', '赴国（境）外指导', '专任教师赴国外指导和开展培训时间'],
])('an indicator is found by %s while it is typed', async (_by, typed, name) => {
  const page = await open()
  const all = (await names(page)).length
  await field(page).pressSequentially(typed)
  await page.waitForURL((url) => url.searchParams.get('search') === typed)
  await expect.poll(async () => (await names(page)).length).toBeLessThan(all)
  await expect.poll(() => names(page)).toContain(name)
  await said(page, new RegExp(`找到 ${(await names(page)).length} 个指标`))
})

test.each([
  ['its name', '作物生产'],
  ['the initials of its pinyin', 'zwsc'],
  ['its English name', 'crop production'],
  ['its code', 'p-crop'],
])('a programme is found by %s, and leads to its page', async (_by, typed) => {
  const page = await open()
  expect(await page.locator('.entry:not([class*=theme-])').count()).toBe(0)
  await field(page).fill(typed)
  await page.locator('a[href^="/programme/P-CROP"]').click()
  await page.waitForURL(/\/programme\/P-CROP/)
  await page.locator('h1', { hasText: '作物生产' }).waitFor()
})

test('what was found is marked, in the other language where it was found there', async () => {
  const page = await open('&search=lxs', 'en')
  const entry = page.locator('.entry', { hasText: 'EX02' }).first()
  expect(await entry.locator('[lang=zh-CN] mark').innerText()).toBe('留学生')
  await field(page).fill('foreign')
  await said(page, /indicators/)
  const mark = page.locator('.entry-name mark').first()
  await expect.poll(async () => (await mark.innerText()).toLowerCase()).toBe('foreign')
})

test('nothing found is said, with the way back', async () => {
  const page = await open()
  await field(page).fill('这样的指标没有')
  await said(page, /没有符合条件的指标/)
  await page.getByRole('button', { name: '清除' }).click()
  await said(page, /找到 \d{2,} 个指标/)
  expect(await field(page).inputValue()).toBe('')
})

test('a search, a theme and a table are in the address, so that a list can be sent to someone', async () => {
  const page = await open()
  await field(page).fill('lxs')
  await page.getByLabel('主题').selectOption({ label: '走出去' })
  await page.waitForURL(/search=lxs/)
  expect(page.url()).toContain('filter=theme:export')
  const sent = await open(new URL(page.url()).search.replace('?', '&').replace('&lang=zh', ''))
  const found = await names(sent)
  await expect.poll(() => names(page)).toEqual(found)
  expect(await field(sent).inputValue()).toBe('lxs')
  await sent.getByLabel('官方报表').selectOption({ label: '国际影响表' })
  await sent.waitForURL(/form:international-influence/)
  await expect.poll(async () => (await names(sent)).length).toBeLessThan(found.length)
})

/** Every figure of the year is counted and kept: a machine with much else to do takes longer than one answer may. */
async function figuresAreKept(): Promise<void> {
  const query = '{ indicators { series(institution: "demo", from: 2023, to: 2023) { figures { value } } } }'
  for (let failed = true; failed;) {
    const answer = await fetch(`${causeway.address}/graphql?${new URLSearchParams({ query })}`)
    failed = 'errors' in ((await answer.json()) as object)
  }
}

test('the list can be cut down to what has a figure or lacks records, and both together are all of it', async () => {
  await figuresAreKept()
  const page = await open()
  const count = async (label: string) => {
    await page.getByLabel('本年度数据').selectOption({ label })
    await page.waitForURL(label === '不限' ? /^(?!.*data:)/ : /data:/)
    await settled(page)
    return (await names(page)).length
  }
  const all = await count('不限')
  const [held, missing] = [await count('有数据'), await count('缺台账')]
  expect(held).toBeGreaterThan(0)
  expect(held + missing).toBe(all)
})

test('by keyboard alone: type, go down to the second, back up, and open it', async () => {
  const page = await open()
  await field(page).focus()
  await page.keyboard.type('lxs')
  await page.waitForURL(/search=lxs/)
  await said(page, /找到 \d 个指标/)
  const found = await names(page)
  const focused = () => page.evaluate(() => document.activeElement?.textContent)
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowDown')
  expect(await focused()).toBe(found[1])
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('ArrowUp')
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('find')
  await page.keyboard.press('Enter')
  await page.waitForURL(/\/indicator\//)
})

test('anyone who types and presses Enter at once opens the first of what was typed', async () => {
  const page = await open()
  await field(page).focus()
  // In one turn of the page: before a list of it can be drawn.
  await field(page).evaluate((input: HTMLInputElement) => {
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')!.set!.call(input, 'EX10')
    input.dispatchEvent(new Event('input', { bubbles: true }))
    input.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true }))
  })
  await page.waitForURL(/\/indicator\//)
  await page.locator('h1', { hasText: '国（境）外实习时间' }).waitFor()
})

test('each says which record types it needs, and on demand the columns that it reads', async () => {
  const page = await open('&search=EX10')
  const entry = page.locator('.entry').first()
  expect(await entry.locator('summary').innerText()).toContain('师生国（境）外交流')
  await entry.locator('summary').click()
  await entry.getByText('用到的列').waitFor()
  expect(await entry.locator('.needs').innerText()).toContain('事由')
  expect(await brokenRules(page)).toEqual([])
})

test('a figure that is of a class or of a day says of which; one of the school year is alone', async () => {
  const page = await open('&search=SK04')
  await page.locator('.entry-figure', { hasText: /^2024届\s*[\d.]+%$/ }).waitFor()
  await field(page).fill('EX02')
  await page.locator('.entry-figure', { hasText: /^\d+人$/ }).waitFor()
})
