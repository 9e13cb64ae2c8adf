import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, test } from 'vitest'
import { newPage, openBrowser } from './open-causeway.ts'
import { openPublished, out } from './open-published.ts'

openPublished()
openBrowser()

const addressOf = (file: string) => pathToFileURL(join(out, file)).href

test('the other language opens at the part of the page that was being read', async () => {
  const page = await newPage({ viewport: { width: 390, height: 700 } })
  await page.goto(addressOf('zh/indicator/foreign-students.html'))
  await page.locator('#learn-more').evaluate((heading) => heading.scrollIntoView())
  await page.locator('a.language').evaluate((link: HTMLElement) => link.click())
  await page.waitForURL(/en\/indicator\/foreign-students\.html#/)
  const top = () => page.locator('#learn-more').evaluate((heading) => heading.getBoundingClientRect().top)
  await expect.poll(async () => Math.abs(await top())).toBeLessThan(350)
})

test('the other language of a page that was not scrolled keeps what the address names', async () => {
  const page = await newPage()
  await page.goto(`${addressOf('zh/about.html')}#content`)
  await page.evaluate(() => scrollTo(0, 0))
  await page.locator('a.language').click()
  await page.waitForURL(/en\/about\.html#content$/)
})

test('with no script at all a table of many years opens at the newest', async () => {
  const page = await newPage({ viewport: { width: 390, height: 700 }, javaScriptEnabled: false })
  for (const lang of ['en', 'zh']) {
    await page.goto(`${addressOf(`${lang}/indicator/foreign-students.html`)}#by-country`)
    for (const summary of await page.locator('.chart-table:visible summary').all()) await summary.click()
    const frame = page.locator('.along-time:visible').first()
    const box = (await frame.boundingBox())!
    const newest = (await frame.locator('thead th').last().boundingBox())!
    const named = (await frame.locator('tbody th').first().boundingBox())!
    expect(newest.x + newest.width).toBeLessThanOrEqual(box.x + box.width + 1)
    expect(named.x).toBeGreaterThanOrEqual(box.x - 1)
  }
})
