import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, test } from 'vitest'
import { brokenRules, pixelsTooWide, smallControls } from '../support/page-checks.ts'
import { settled } from '../support/settled.ts'
import { listEveryPage, type NamedPage } from './every-page.ts'
import { browser, causeway, shareCauseway, signIn } from './open-causeway.ts'
import PAGES from './pages.json' with { type: 'json' }

const WIDTHS = [1600, 1440, 820, 390, 320]
/** For those who are in, whose pages are those of the public and more. */
const SOME_WIDTHS = [1440, 820, 320]
/** A4 less its margins. */
const PAPER = 718
/** What the college itself calls its plans: a plan has one name. */
const OWN_NAMES = ['“十四五”国际化规划 Plan 2021-2025', '高水平学校建设任务书 High-level college 2019-2023']

shareCauseway()
let pages: NamedPage[]
beforeAll(async () => {
  pages = await listEveryPage(causeway.address, await causeway.tokenFor())
})

/** Who is looked for in which language: what a language or a light shares with the other is asked once. */
describe.each<{ who: string; lang: string; widths: number[]; rules: boolean }>([
  { who: 'the public', lang: 'zh', widths: [390], rules: true },
  { who: 'the public', lang: 'en', widths: WIDTHS, rules: false },
  { who: 'a reader', lang: 'en', widths: SOME_WIDTHS, rules: true },
])('every page for $who in $lang', ({ who, lang, widths, rules }) => {
  const faults: string[] = []
  const misfits: string[] = []
  const said = new Map<string, Said>()
  const signedIn = who === 'a reader'

  // Each is opened once for all, in one tab: a tab for each would read every script anew.
  beforeAll(async () => {
    const context = await browser.newContext()
    if (signedIn) await signIn('reader', context)
    const page = await context.newPage()
    const complaints = listComplaints(page, lang)
    for (const one of pages.filter(({ hasMore }) => !signedIn || hasMore)) {
      await page.setViewportSize({ width: 1440, height: 900 })
      await page.emulateMedia({ media: 'screen', colorScheme: 'light' })
      complaints.push(...(await open(page, one, lang)))
      said.set(one.path, await readWords(page))
      if (signedIn) complaints.push(...(await listRefusals(page)))
      if (rules) complaints.push(...(await brokenRules(page)), ...(await brokenInTheDark(page)))
      for (const misfit of await listMisfits(page, widths)) misfits.push(`${one.name} ${misfit}`)
      faults.push(...complaints.splice(0).map((complaint) => `${one.name}: ${complaint}`))
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

  if (!signedIn)
    test.each(Object.entries(PAGES))(
      `the page %s is in ${lang} throughout, and says that the college is invented`,
      (_name, path) => expectInLanguage(said.get(path)!, lang),
    )
})

interface Said {
  lang: string | null
  main: string
  /** That all of it is invented. */
  invented: string
}

async function readWords(page: Page): Promise<Said> {
  const [lang, main, invented] = await Promise.all([
    page.getAttribute('html', 'lang'),
    page.locator('main').innerText(),
    page.locator('.demonstration').innerText(),
  ])
  return { lang, main, invented }
}

function expectInLanguage({ main, invented, ...said }: Said, lang: string): void {
  expect(said.lang).toBe(lang === 'zh' ? 'zh-CN' : 'en')
  const sentences = OWN_NAMES.reduce((rest, name) => rest.replaceAll(name, ''), main)
  // Names in addresses are no words of a sentence.
  const text = sentences.replaceAll(/\b[a-z]+(?:-[a-z]+)+\b/g, '')
  if (lang === 'zh') {
    expect(text).toMatch(/\p{Script=Han}/u)
    expect(text, 'an English sentence on the Chinese page').not.toMatch(/\b(the|of|with|and|is)\b/)
    expect(invented).toContain('本页全部记录均为虚构')
  } else {
    expect(text, 'Chinese on the English page').not.toMatch(/\p{Script=Han}/u)
    expect(invented).toContain('every record on this page is invented')
  }
}

/** @returns what the page and the browser complain of; more comes as long as the page is open. */
function listComplaints(page: Page, lang: string): string[] {
  const complaints: string[] = []
  const ofNothing = new Set(pages.filter(({ isNothing }) => isNothing).map((one) => addressOf(one, lang)))
  page.on('request', (request) => {
    if (!request.url().startsWith(causeway.address) && !/^(data|blob):/.test(request.url()))
      complaints.push(`asks ${request.url()}`)
  })
  page.on('pageerror', (error) => complaints.push(String(error)))
  page.on('console', (message) => {
    // A browser says of the page itself, too, that nothing is there.
    if (ofNothing.has(message.location().url)) return
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text())
  })
  return complaints
}

function addressOf({ path }: NamedPage, lang: string): string {
  const url = new URL(path, causeway.address)
  url.searchParams.set('lang', lang)
  return url.href
}

/** @returns what is wrong with how it answers */
async function open(page: Page, one: NamedPage, lang: string): Promise<string[]> {
  const response = await page.goto(addressOf(one, lang))
  await settled(page)
  const status = response?.status()
  return status === (one.isNothing ? 404 : 200) ? [] : [`status ${status}`]
}

async function brokenInTheDark(page: Page): Promise<string[]> {
  await page.emulateMedia({ colorScheme: 'dark' })
  await page.waitForFunction(() => document.documentElement.dataset.theme === 'dark')
  return (await brokenRules(page, undefined, { ofColor: true })).map((rule) => `dark ${rule}`)
}

/** Nobody who is in is asked to sign in, or refused what the page shows. */
async function listRefusals(page: Page): Promise<string[]> {
  const refusals = page.locator('main :is([role=alert], a[href*="/sign-in"])')
  return (await refusals.allInnerTexts()).map((text) => `says ${text}`)
}

async function listMisfits(page: Page, widths: readonly number[]): Promise<string[]> {
  const misfits: string[] = []
  const look = async (where: string) => {
    const beyond = await pixelsTooWide(page)
    if (beyond > 0) misfits.push(`at ${where}: ${beyond} px too wide`)
  }
  for (const width of widths) {
    await page.setViewportSize({ width, height: 900 })
    await look(`${width}`)
    misfits.push(...(await smallControls(page)).map((control) => `at ${width}: ${control}`))
  }
  await page.setViewportSize({ width: PAPER, height: 1040 })
  await page.emulateMedia({ media: 'print' })
  await look('paper')
  return misfits
}
