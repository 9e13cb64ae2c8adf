import type { Locator } from 'playwright-core'
import { expect, test } from 'vitest'
import { brokenRules, pixelsTooWide } from '../support/page-checks.ts'
import { causeway, openOwnPage as open, page, shareCauseway } from './open-causeway.ts'

shareCauseway()

/** Opens the menu of a chart by keyboard; the addresses of its files. */
async function openMenu(panel: Locator): Promise<string[]> {
  const summary = panel.locator('.take-away > summary')
  await summary.waitFor()
  await summary.focus()
  await page.keyboard.press('Enter')
  await panel.locator('.take-menu a').first().waitFor()
  return panel
    .locator('.take-menu a')
    .evaluateAll((all) => all.map((one) => (one as HTMLAnchorElement).getAttribute('href')!))
}

const formatsOf = (files: string[]) => files.map((file) => /^\/i\/[^/]+\.(\w+)\?/.exec(file)?.[1])

test('the picture of the overview can be taken away in every form, and put into another page, one step away', async () => {
  await open('/?lang=en')
  const panel = page.locator('[data-chart=people]')
  const files = await openMenu(panel)
  expect(formatsOf(files)).toEqual(['png', 'svg', 'xlsx', 'csv', 'json'])
  for (const file of files)
    expect([file, (await page.request.get(causeway.address + file)).status()]).toEqual([file, 200])
  expect(await brokenRules(page, '[data-chart=people]')).toEqual([])
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await panel.getByRole('button', { name: 'Copy the code to embed it' }).click()
  await panel.getByText('Copied').waitFor()
  const code = await page.evaluate(() => navigator.clipboard.readText())
  const address = /src="([^"]+)"/.exec(code)![1]!
  expect(address).toMatch(/\/embed\/who-learns-from-whom\?institution=demo&from=\d{4}&to=\d{4}&lang=en$/)
  expect((await page.request.get(address)).status()).toBe(200)
})

test.each(['/skills?', '/standards?', '/platforms?', '/country/TZ?', '/indicator/EX02?by=country&tab=peers&'])(
  'every chart of %s has its files for anyone who may read the college',
  async (path) => {
    await open(`${path}lang=en`, { signedIn: true })
    await page.locator('.take-away').first().waitFor()
    // Asked of the browser itself: Playwright looks for what has something through all pairs of elements.
    const without = () => page.evaluate(() => document.querySelectorAll('[data-chart]:not(:has(.take-away))').length)
    await expect.poll(without).toBe(0)
    for (const menu of await page.locator('.take-away').locator('xpath=..').all()) {
      const json = (await openMenu(menu)).find((file) => file.includes('.json?'))!
      expect([json, (await page.request.get(causeway.address + json)).status()]).toEqual([json, 200])
    }
  },
)

test('what only those may see who may read the college is refused to anybody else at its address', async () => {
  await open('/?lang=en')
  const closed = '/i/adoption-lives.csv?institution=demo'
  expect((await page.request.get(causeway.address + closed)).status()).toBe(401)
})

test('the lives of adoptions are walked sign by sign, read aloud with name, stage and day, and Enter leads on', async () => {
  await open('/standards?lang=en', { signedIn: true })
  const panel = page.locator('[data-chart=lives]')
  await panel.locator('canvas[style*=height]').waitFor()
  const frame = panel.locator('.chart-frame')
  const stated = panel.locator('[role=status]').first()
  await frame.focus()
  const said: string[] = []
  for (const key of ['ArrowRight', 'ArrowRight', 'End', 'Home', 'ArrowDown']) {
    await page.keyboard.press(key)
    said.push(await stated.innerText())
  }
  for (const text of said) expect(text).toMatch(/^.+, .+: \d{1,2} [A-Z][a-z]+ \d{4}$/)
  expect(new Set(said).size).toBeGreaterThan(3)
  await expect.poll(() => frame.locator('.chart-ring').count()).toBe(1)
  const name = said.at(-1)!.split(',')[0]!
  await page.keyboard.press('Enter')
  await page.waitForURL(/\/(standard|country)\//)
  await page.locator('h1', { hasText: name.slice(0, 12) }).waitFor()
})

test('the table of the lives has every adoption, and leads to its standard, its country and its record', async () => {
  await open('/standards?lang=en&table=lives', { signedIn: true })
  const rows = page.locator('[data-chart=lives] tbody tr')
  await rows.first().waitFor()
  const shown = await rows.count()
  expect(shown).toBeGreaterThan(12)
  const links = await rows
    .nth(1)
    .locator('a')
    .evaluateAll((all) => all.map((one) => new URL((one as HTMLAnchorElement).href).pathname.split('/')[1]))
  expect(links).toEqual(['standard', 'country', 'record'])
  await page.locator('[data-chart=lives] .chart-head a.button').click()
  const more = page.getByRole('button', { name: `Show all ${shown}` })
  const canvas = page.locator('[data-chart=lives] canvas[style*=height]')
  await canvas.waitFor()
  const before = (await canvas.boundingBox())!.height
  await more.click()
  await page.waitForFunction(
    (low) => document.querySelector('[data-chart=lives] canvas')!.getBoundingClientRect().height > low * 2,
    before,
  )
  expect(await more.count()).toBe(0)
})

test('on a phone the time line fits the page, and its menu has room for a finger', async () => {
  await open('/standards?lang=en', { signedIn: true, viewport: { width: 390, height: 844 }, hasTouch: true })
  const panel = page.locator('[data-chart=lives]')
  await panel.locator('canvas[style*=height]').waitFor()
  await openMenu(panel)
  expect(await pixelsTooWide(page)).toBe(0)
  for (const target of await panel.locator('.take-away summary, .take-menu a').all())
    expect((await target.boundingBox())!.height).toBeGreaterThanOrEqual(44)
})
