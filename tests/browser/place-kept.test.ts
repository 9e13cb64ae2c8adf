import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { settled } from '../support/settled.ts'
import { causeway, go, shareCauseway, openPageForEachTest, page } from './open-causeway.ts'

shareCauseway()
openPageForEachTest({ viewport: { width: 1280, height: 700 } })

const address = () => page.url().slice(causeway.address.length)

async function switchTo(language: 'English' | '中文'): Promise<void> {
  // Without leading the eye to the head of the page first, as a click from there would.
  await page.getByRole('link', { name: language }).evaluate((link: HTMLElement) => link.click())
  await page.waitForFunction((lang) => document.documentElement.lang === lang, language === 'English' ? 'en' : 'zh-CN')
  await settled(page)
}

/** The heading that is read: the first below the top of the window, by its place among all. */
const headingRead = (of: Page) =>
  of.evaluate(() =>
    [...document.querySelectorAll('main h1, main h2, main h3')].findIndex(
      (heading) => heading.getBoundingClientRect().top >= 0,
    ),
  )

test.each([
  ['/?lang=zh&from=a-letter#due', '/?lang=en&from=a-letter#due'],
  [
    '/indicator/EX02?by=country&lang=zh&table=groups#learn-more',
    '/indicator/EX02?by=country&lang=en&table=groups#learn-more',
  ],
  ['/theme/export?filter=country:LA&lang=zh#x', '/theme/export?filter=country:LA&lang=en#x'],
  ['/nowhere/at/all?lang=zh&x=1#part', '/nowhere/at/all?lang=en&x=1#part'],
])('switching the language at %s changes nothing else of the address', async (from, to) => {
  await go(from)
  await switchTo('English')
  await expect.poll(address).toBe(to)
  await switchTo('中文')
  await expect.poll(address).toBe(from)
})

test('switching the language far down a page leaves the reader at the same part of it', async () => {
  await go('/skills?lang=zh')
  await page
    .getByRole('heading', { level: 2 })
    .nth(4)
    .evaluate((heading) => heading.scrollIntoView())
  const read = await headingRead(page)
  expect(read).toBeGreaterThan(3)
  await switchTo('English')
  await expect.poll(async () => Math.abs((await headingRead(page)) - read)).toBeLessThanOrEqual(1)
})

test('an address with a part of the page opens at that part, which is drawn after the answers', async () => {
  await page.setViewportSize({ width: 390, height: 700 })
  await go('/?lang=en#due')
  await page.waitForFunction(() => {
    const top = document.getElementById('due')?.getBoundingClientRect().top ?? NaN
    return top >= -1 && top < innerHeight / 2
  })
})

test('signing in leads back to where the reader was, in the language that was chosen on the way', async () => {
  await go('/indicator/EX02?by=country&lang=zh#learn-more')
  await page.getByRole('link', { name: '登录' }).first().click()
  await page.getByLabel('访问令牌').waitFor()
  await switchTo('English')
  await page.getByLabel('Access token').fill(await causeway.tokenFor())
  await page.getByLabel('Access token').press('Enter')
  await page.waitForURL(({ pathname }) => pathname === '/indicator/EX02')
  expect(address()).toBe('/indicator/EX02?by=country&lang=en#learn-more')
})

test.each(['en', 'zh'])('on a phone a table of many years opens at the newest, its rows named (%s)', async (lang) => {
  await page.setViewportSize({ width: 390, height: 800 })
  await go(`/indicator/EX02?by=country&table=groups,years&lang=${lang}`)
  const frame = page.locator('.along-time')
  await frame.scrollIntoViewIfNeeded()
  const seen = () =>
    frame.evaluate((box) => {
      const { left, right } = box.getBoundingClientRect()
      const inside = (cell: Element) => {
        const { left: from, right: to } = cell.getBoundingClientRect()
        return from >= left - 1 && to <= right + 1
      }
      const heads = [...box.querySelectorAll('thead th')]
      return {
        wide: box.scrollWidth > box.clientWidth,
        names: inside(heads[0]!),
        oldest: inside(heads[1]!),
        newest: inside(heads.at(-1)!),
      }
    })
  await expect.poll(seen).toEqual({ wide: true, names: true, oldest: false, newest: true })
  await frame.focus()
  const start = await frame.evaluate((box) => box.scrollLeft)
  await page.keyboard.press('ArrowLeft')
  await page.waitForFunction(([box, from]) => (box as Element).scrollLeft < (from as number), [
    await frame.elementHandle(),
    start,
  ] as const)
  expect(await seen()).toMatchObject({ names: true })
})
