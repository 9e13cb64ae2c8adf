import { AxeBuilder } from '@axe-core/playwright'
import type { BrowserContext, Page } from 'playwright-core'
import { beforeAll, describe, expect, test } from 'vitest'
import { settled } from '../support/settled.ts'
import { listEveryPage, type NamedPage } from './every-page.ts'
import { browser, causeway, openCauseway } from './open-causeway.ts'

const WIDTHS = [1600, 1440, 820, 390, 320]

openCauseway()
let context: BrowserContext
let pages: NamedPage[]
beforeAll(async () => {
  pages = await listEveryPage(causeway.address, await causeway.tokenFor())
  context = await browser.newContext({ reducedMotion: 'reduce' })
})

async function open(
  { path, isNothing = false }: NamedPage,
  lang: string,
): Promise<{ page: Page; complaints: string[] }> {
  const page = await context.newPage()
  const url = new URL(path, causeway.address)
  url.searchParams.set('lang', lang)
  const complaints: string[] = []
  page.on('request', (request) => {
    if (!request.url().startsWith(causeway.address) && !/^(data|blob):/.test(request.url()))
      complaints.push(`asks ${request.url()}`)
  })
  page.on('pageerror', (error) => complaints.push(String(error)))
  page.on('console', (message) => {
    // A browser says of the page itself, too, that nothing is there.
    if (isNothing && message.location().url === url.href) return
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text())
  })
  await page.setViewportSize({ width: 1440, height: 900 })
  const response = await page.goto(url.href)
  if (response?.status() !== (isNothing ? 404 : 200)) complaints.push(`status ${response?.status()}`)
  await settled(page)
  return { page, complaints }
}

describe.each(['zh', 'en'])('every page in %s', (lang) => {
  const faults: string[] = []
  const misfits: string[] = []

  // Each is opened once for both.
  beforeAll(async () => {
    for (const one of pages) {
      const { name } = one
      const { page, complaints } = await open(one, lang)
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme })
        await page.waitForFunction((mode) => document.documentElement.dataset.theme === mode, colorScheme)
        const { violations } = await new AxeBuilder({ page }).analyze()
        for (const { id, nodes } of violations) faults.push(`${name} ${colorScheme} ${id}: ${nodes[0]!.html}`)
      }
      for (const width of WIDTHS) {
        await page.setViewportSize({ width, height: 900 })
        for (const misfit of await listMisfits(page)) misfits.push(`${name} at ${width}: ${misfit}`)
      }
      faults.push(...complaints.map((complaint) => `${name}: ${complaint}`))
      await page.close()
    }
  }, 1_200_000)

  test('breaks no rule of accessibility, light or dark, and asks nothing of another host', () => {
    expect(pages.length).toBeGreaterThan(30)
    expect(faults).toEqual([])
  })

  test('fits a phone and a wide screen without scrolling sideways, and gives a finger 44 px', () => {
    expect(misfits).toEqual([])
  })
})

function listMisfits(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const beyond = document.documentElement.scrollWidth - innerWidth
    const small = [
      ...document.querySelectorAll<HTMLElement>(
        'button, select, input:not([type=checkbox], [type=radio]), .button, nav a',
      ),
    ].filter((control) => control.offsetParent !== null && control.getBoundingClientRect().height < 43.5)
    return [
      ...(beyond > 0 ? [`${beyond} px too wide`] : []),
      ...small.map((control) => control.outerHTML.slice(0, 120)),
    ]
  })
}
