import type { Browser } from 'playwright-core'
import { settled } from '../support/settled.ts'
import { LIMITS } from './limits.ts'
import type { Report } from './report.ts'

/** A click on what was fetched before: from the overview to a theme, back, and there again. */
export async function timeClicks(browser: Browser, address: string, report: Report): Promise<void> {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } })
  await page.goto(`${address}/?lang=en`)
  await settled(page)
  const rows: (string | number)[][] = []
  for (const path of ['/theme/export', '/forms', '/catalogue']) {
    const link = page.locator(`nav a[href^="${path}"]`)
    const overview = page.locator('nav a[href^="/?"], nav a[href="/"]').first()
    await link.click()
    await page.waitForURL(`**${path}**`)
    await settled(page)
    await overview.click()
    await page.waitForURL(({ pathname }) => pathname === '/')
    await settled(page)
    const again = await page.evaluate(async (to) => {
      const [link] = document.querySelectorAll<HTMLElement>(`nav a[href^="${to}"]`)
      const title = document.querySelector('main h1')?.textContent
      const began = performance.now()
      link!.click()
      const isThere = () =>
        document.querySelector('main h1')?.textContent !== title &&
        document.querySelector('main h1') &&
        !document.querySelector('main .loading, main [aria-busy=true]')
      while (!isThere()) await new Promise((resolve) => requestAnimationFrame(resolve))
      return Math.round(performance.now() - began)
    }, path)
    rows.push([path, again])
    report.hold(again < LIMITS.againMs, `a click on ${path}, fetched before: ${again} ms`)
    await overview.click()
    await page.waitForURL(({ pathname }) => pathname === '/')
    await settled(page)
  }
  await page.close()
  report.table('A click on what was fetched before', ['page', 'ms'], rows)
}
