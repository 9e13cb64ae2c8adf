import { expect, test } from 'vitest'
import { settled } from '../support/settled.ts'
import {
  ask,
  context,
  go,
  newPage,
  shareCauseway,
  openPageForEachTest,
  page,
  questionsOf,
  signIn,
} from './open-causeway.ts'

const SCREEN = { viewport: { width: 1440, height: 900 }, locale: 'zh-CN' }
shareCauseway()
openPageForEachTest(SCREEN)

test('a principal opens one address and reads where the college is, what changed and why, and what to decide', async () => {
  await go('/')
  // Nothing was chosen: the last year that was complete, by the report it is filed in.
  expect(await page.locator('h1').innerText()).toMatch(/^2023—2024学年.*人.*比上年/)
  const lead = await page.locator('.page-head .lead').innerText()
  expect(lead).toContain('2024年度年报（2023—2024学年）')
  expect(lead).toMatch(/\d+ 项目标中 \d+ 项已达到。/)
  const wanted = Number(/(\d+) 项需要决策/.exec(lead)![1])

  const changes = page.locator('.changes > li')
  await changes.first().waitFor()
  expect(await changes.count()).toBeGreaterThanOrEqual(5)
  expect(await changes.first().innerText()).toMatch(/由.+(增至|减至|升至|降至).+/)
  // Why is for those who may see the records.
  expect(await page.locator('.changes > li p.quiet').count()).toBe(0)

  await page.getByRole('link', { name: `${wanted} 项需要决策` }).click()
  const matters = page.locator('.area-due .matter:has(.sign-high, .sign-middle)')
  expect(await matters.count()).toBe(wanted)
  const matter = matters.first()
  const name = await matter.getByRole('link').first().innerText()
  expect(await matter.innerText()).toMatch(/未达到要求.+三分之一/)

  await matter.getByRole('link').first().click()
  await page.getByRole('heading', { level: 1, name }).waitFor()
  await settled(page)
  expect(new URL(page.url()).pathname).toMatch(/^\/indicator\//)
  expect(await page.locator('main').innerText()).toContain('27.66')
})

test('of a year that is over a target is reached or is not, and of one that goes on it is on course or behind', async () => {
  const stated = async (year: number) => {
    await go(`/?lang=en&year=${year}`)
    const lead = await page.locator('.page-head .lead').innerText()
    const due = await page.locator('.area-due').innerText()
    const cards = await page.locator('.leading .target-words').allInnerTexts()
    return [lead, due, ...cards].join('\n')
  }
  const over = await stated(2023)
  expect(over).toMatch(/6 of 11 targets are reached\./)
  expect(over).toMatch(/5 targets are not reached/)
  expect(over).toContain('26 agreements; the plan wanted 28 agreements')
  expect(over).toContain('target 28 agreements, not reached')
  expect(over).not.toMatch(/on course|behind|by now/)
  const now = await stated(2024)
  expect(now).toMatch(/\d of \d+ targets are on course\./)
  expect(now).toMatch(/the plan wants .+ by now/)
  expect(now).toContain(', behind')
  expect(now).not.toMatch(/not reached|plan wanted/)
})

test('what changed most is said with its reason to those who may see it, and leads to that breakdown', async () => {
  await signIn()
  await go('/?lang=zh')
  const reasons = page.locator('.changes > li p.quiet')
  await reasons.first().waitFor()
  const said = await reasons.allInnerTexts()
  expect(said.some((reason) => /其中.+(增加|新增|减少)\d/.test(reason))).toBe(true)
  await go('/?lang=en')
  const link = page.locator('.changes a[href*="by="]').first()
  const name = await link.innerText()
  await link.click()
  await page.getByRole('heading', { level: 1, name }).waitFor()
  expect(new URL(page.url()).searchParams.get('by')).toMatch(/^[a-z]+$/)
})

test('what changed and what is due are the same as the graph says', async () => {
  await signIn()
  await go('/?lang=en')
  type Stated = { indicator: { name: string }; sentence: string; reason: string | null }
  const { institution } = await ask<{ institution: { openingYear: number; changes: Stated[] } }>(
    '{ institution { openingYear changes(first: 6) { indicator { name } sentence reason } } }',
  )
  expect(institution.openingYear).toBe(2023)
  const shown = await page.locator('.changes > li').allInnerTexts()
  expect(shown).toHaveLength(institution.changes.length)
  institution.changes.forEach(({ indicator, sentence, reason }, at) => {
    expect(shown[at]).toContain(indicator.name)
    expect(shown[at]).toContain(sentence)
    if (reason) expect(shown[at]).toContain(reason)
  })
})

test('who may read the records also sees what departments have not reported', async () => {
  await go('/?lang=en')
  await page.locator('.area-due').getByText('Signed in, you also see').waitFor()
  await signIn()
  // All of the year that opens is reported.
  await go('/?lang=en')
  await page.locator('.area-due .sign-middle').first().waitFor()
  expect(await page.getByRole('link', { name: 'due:' }).count()).toBe(0)
  expect(await page.locator('.reported-band').count()).toBe(0)
  await go('/?lang=en&year=2024')
  const band = await page.locator('.reported-band').innerText()
  expect(band).toContain('2024/25 is not fully reported: of 13 kinds of record that the year before had, 12 are in.')
  const link = page.locator('.area-due').getByRole('link', { name: 'due:' })
  const said = await link.innerText()
  expect(said).toMatch(/^\d+ reports are due: /)
  await link.click()
  await page.waitForURL((url) => url.pathname === '/data')
  // The same number in the same words, and as many in the list.
  await page.locator('.data-state', { hasText: `${said}.` }).waitFor()
  expect(await page.locator('.due li').count()).toBe(Number.parseInt(said))
  expect(await page.locator('.reported-band').innerText()).toBe(band)
  expect(await page.getByText('Signed in, you also see').count()).toBe(0)
})

test('a link that is sent shows somebody else exactly the same', async () => {
  await go('/theme/export?lang=en')
  await page.getByLabel('Filter by').selectOption('country')
  await page.getByLabel('country or region').selectOption('LA')
  await page.waitForFunction(() => location.search.includes('filter=country:LA'))
  await page.locator('#year').selectOption('2022')
  await page.getByLabel('Appearance').selectOption('dark')
  await page.waitForURL(/mode=dark/)
  await settled(page)
  const theirs = await newPage(SCREEN)
  await theirs.goto(page.url())
  await settled(theirs)
  await theirs
    .getByLabel('country or region')
    .and(theirs.locator('select'))
    .locator('option:checked')
    .waitFor({ state: 'attached' })
  const textOf = (one: typeof page) => one.locator('main').innerText()
  await expect.poll(async () => (await textOf(theirs)) === (await textOf(page))).toBe(true)
  expect(await theirs.getAttribute('html', 'data-theme')).toBe('dark')
})

test('with the connection lost, what is shown stays, and what was fetched before opens', async () => {
  await go('/?lang=en')
  await page.getByRole('navigation').getByRole('link', { name: 'Export' }).click()
  await page.waitForURL(/\/theme\/export/)
  await settled(page)
  await page.getByRole('navigation').getByRole('link', { name: 'Overview' }).click()
  await page.waitForURL((url) => url.pathname === '/')
  await settled(page)
  const headline = await page.locator('h1').innerText()
  const figures = await page.locator('.leading .figure-value').allInnerTexts()
  await context.setOffline(true)
  expect(await page.locator('h1').innerText()).toBe(headline)
  expect(await page.locator('.leading .figure-value').allInnerTexts()).toEqual(figures)
  await page.getByRole('navigation').getByRole('link', { name: 'Export' }).click()
  await page.getByRole('heading', { level: 1, name: 'Export' }).waitFor()
  expect(await page.locator('.theme-figure').count()).toBeGreaterThan(20)
  await context.setOffline(false)
})

test('on a phone the picture comes first, and the pages are behind a button that a keyboard opens and closes', async () => {
  await page.setViewportSize({ width: 390, height: 844 })
  await go('/?lang=en')
  const top = async (selector: string) => (await page.locator(selector).boundingBox())!.y
  expect(await top('.area-picture')).toBeLessThan(await top('.area-introduction'))
  const menu = page.getByRole('button', { name: 'Menu' })
  const nav = page.locator('#site-nav')
  expect(await nav.isVisible()).toBe(false)
  await menu.focus()
  await page.keyboard.press('Enter')
  expect(await menu.getAttribute('aria-expanded')).toBe('true')
  expect(await nav.getByRole('link').count()).toBeGreaterThanOrEqual(8)
  await page.keyboard.press('Tab')
  await page.keyboard.press('Escape')
  expect(await nav.isVisible()).toBe(false)
  expect(await menu.evaluate((one) => one === document.activeElement)).toBe(true)
  await page.keyboard.press('Enter')
  await nav.getByRole('link', { name: 'Skills' }).click()
  await page.waitForURL(({ pathname }) => pathname === '/skills')
  await settled(page)
  expect(await page.locator('h1').innerText()).toMatch(/certificate rate/)
  await nav.waitFor({ state: 'hidden' })
})

test('the overview asks three questions of the graph, two of them before the app is there', async () => {
  const asked = questionsOf(page)
  await go('/')
  expect(asked).toEqual(['Institution', 'Overview', 'OverviewRest'])
})

test('the overview prints on two sheets, a theme on one', async () => {
  const sheets = async (path: string) => {
    await go(path)
    const paper = await page.pdf({ format: 'A4' })
    return paper.toString('latin1').match(/\/Type\s*\/Page\b(?!s)/g)!.length
  }
  for (const lang of ['zh', 'en']) {
    expect(await sheets(`/?lang=${lang}`), lang).toBe(2)
    for (const theme of ['introduction', 'export'])
      expect(await sheets(`/theme/${theme}?lang=${lang}`), `${theme} ${lang}`).toBe(1)
  }
  // Who may read the records has more to decide on them.
  await signIn()
  for (const lang of ['zh', 'en']) expect(await sheets(`/?lang=${lang}`), `${lang}, signed in`).toBe(2)
})

test('on a phone what needs a decision comes before the fifth card, and cards are read as they are', async () => {
  await page.setViewportSize({ width: 390, height: 844 })
  await go('/?lang=zh')
  const cards = await page
    .locator('.overview .card')
    .evaluateAll((all) =>
      all.map((card) => ({ top: card.getBoundingClientRect().top, isDue: card.classList.contains('area-due') })),
    )
  expect(cards.findIndex(({ isDue }) => isDue)).toBeLessThan(4)
  expect(cards.map(({ top }) => top)).toEqual(cards.map(({ top }) => top).toSorted((a, b) => a - b))
})
