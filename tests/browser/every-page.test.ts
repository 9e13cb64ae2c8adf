import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, test } from 'vitest'
import { brokenRules, pixelsTooWide, smallControls } from '../support/page-checks.ts'
import { settled } from '../support/settled.ts'
import { listEveryPage, type NamedPage } from './every-page.ts'
import { browser, causeway, shareCauseway, signIn } from './open-causeway.ts'

const WIDTHS = [1600, 1440, 820, 390, 320]
/** A4 less its margins. */
const PAPER = 718

shareCauseway()
let pages: NamedPage[]
beforeAll(async () => {
  pages = await listEveryPage(causeway.address, await causeway.tokenFor())
})

describe.each([
  { who: 'the public', lang: 'zh', lights: ['light', 'dark'] },
  { who: 'the public', lang: 'en', lights: ['light', 'dark'] },
  { who: 'a reader', lang: 'zh', lights: ['light'] },
  { who: 'a reader', lang: 'en', lights: ['dark'] },
] as const)('every page for $who in $lang', ({ who, lang, lights }) => {
  const faults: string[] = []
  const misfits: string[] = []
  const signedIn = who === 'a reader'

  // Each is opened once for both.
  beforeAll(async () => {
    const context = await browser.newContext({ reducedMotion: 'reduce', viewport: { width: 1440, height: 900 } })
    if (signedIn) await signIn('reader', context)
    for (const one of pages.filter(({ hasMore }) => !signedIn || hasMore)) {
      const page = await context.newPage()
      const complaints = await open(page, one, lang)
      if (signedIn) complaints.push(...(await listRefusals(page)))
      for (const [at, colorScheme] of lights.entries()) {
        await page.emulateMedia({ colorScheme })
        await page.waitForFunction((mode) => document.documentElement.dataset.theme === mode, colorScheme)
        const broken = await brokenRules(page, undefined, { onlyOfColor: at > 0 })
        complaints.push(...broken.map((rule) => `${colorScheme} ${rule}`))
      }
      faults.push(...complaints.map((complaint) => `${one.name}: ${complaint}`))
      for (const misfit of await listMisfits(page)) misfits.push(`${one.name} ${misfit}`)
      await page.close()
    }
    await context.close()
  }, 1_200_000)

  test('breaks no rule of accessibility, complains of nothing, and asks nothing of another host', () => {
    expect(pages.length).toBeGreaterThan(30)
    expect(faults).toEqual([])
  })

  test('fits a phone, a wide screen and the paper without scrolling sideways, and gives a finger 44 px', () => {
    expect(misfits).toEqual([])
  })
})

/** @returns what the page and the browser complain of; more comes as long as the page is open. */
async function open(page: Page, { path, isNothing = false }: NamedPage, lang: string): Promise<string[]> {
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
  const response = await page.goto(url.href)
  if (response?.status() !== (isNothing ? 404 : 200)) complaints.push(`status ${response?.status()}`)
  await settled(page)
  return complaints
}

/** Nobody who is in is asked to sign in, or refused what the page shows. */
async function listRefusals(page: Page): Promise<string[]> {
  const refusals = page.locator('main :is([role=alert], a[href*="/sign-in"])')
  return (await refusals.allInnerTexts()).map((text) => `says ${text}`)
}

async function listMisfits(page: Page): Promise<string[]> {
  const misfits: string[] = []
  const look = async (where: string) => {
    const beyond = await pixelsTooWide(page)
    if (beyond > 0) misfits.push(`at ${where}: ${beyond} px too wide`)
  }
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 900 })
    await look(`${width}`)
    misfits.push(...(await smallControls(page)).map((control) => `at ${width}: ${control}`))
  }
  await page.setViewportSize({ width: PAPER, height: 1040 })
  await page.emulateMedia({ media: 'print' })
  await look('paper')
  return misfits
}
