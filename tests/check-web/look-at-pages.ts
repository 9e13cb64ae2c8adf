import type { Browser, BrowserContext } from 'playwright-core'
import type { NamedPage } from '../browser/every-page.ts'
import { brokenRules, pixelsTooWide, smallControls } from '../support/page-checks.ts'
import { settled } from '../support/settled.ts'
import { WIDTHS } from './limits.ts'
import type { Report } from './report.ts'

/** Rules of accessibility on each page in both languages and lights, its width, and room for a finger. */
export async function lookAtPages(
  browser: Browser,
  address: string,
  pages: NamedPage[],
  token: string | null,
  report: Report,
): Promise<void> {
  const rows: (string | number)[][] = []
  for (const signedIn of token === null ? [false] : [false, true]) {
    const context = await browser.newContext()
    if (signedIn) await context.request.post(`${address}/session`, { data: { token }, headers: { origin: address } })
    for (const { name, path, hasMore } of pages) {
      if (signedIn && !hasMore) continue
      const about = signedIn ? `${name}, signed in` : name
      const found = await lookAt(context, address + path, signedIn)
      rows.push([about, found.rules.length, found.wide.length, found.small.length])
      for (const rule of found.rules) report.hold(false, `${about}: ${rule}`)
      for (const width of found.wide) report.hold(false, `${about} scrolls sideways at ${width}`)
      for (const control of found.small) report.hold(false, `${about} has a control too low for a finger: ${control}`)
    }
    await context.close()
  }
  report.table('Each page', ['page', 'axe', 'too wide', 'too small'], rows)
}

async function lookAt(context: BrowserContext, address: string, signedIn: boolean) {
  const found = { rules: [] as string[], wide: [] as string[], small: [] as string[] }
  const page = await context.newPage()
  for (const lang of ['zh', 'en']) {
    const url = new URL(address)
    url.searchParams.set('lang', lang)
    await page.goto(url.href)
    await settled(page)
    for (const width of signedIn ? [1440] : [390, 1440])
      for (const colorScheme of signedIn ? (['light'] as const) : (['light', 'dark'] as const)) {
        await page.setViewportSize({ width, height: 900 })
        await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
        await page.waitForFunction((mode) => document.documentElement.dataset.theme === mode, colorScheme)
        for (const rule of await brokenRules(page)) found.rules.push(`${lang} ${colorScheme} ${width}: ${rule}`)
      }
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: 900 })
      if ((await pixelsTooWide(page)) > 0) found.wide.push(`${width} ${lang}`)
      for (const control of await smallControls(page)) found.small.push(`${lang} ${width} ${control}`)
    }
  }
  await page.close()
  return found
}
