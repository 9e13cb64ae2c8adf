import { existsSync, readFileSync, readdirSync, rmSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { settleKeeping } from '@causeway/server/figures/keep-later'
import type { Brand } from '@causeway/server/ground/brand/brand'
import { openDatabase } from '@causeway/server/ground/database/open'
import { writePublication } from '@causeway/server/outlets/publish/write-publication'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { brokenRules } from '../support/page-checks.ts'
import { readZipped } from '../support/published-data.ts'
import { newPage, openBrowser } from './open-causeway.ts'
import { causeway, college, databaseUrl, openPublished, out, parent, read, report } from './open-published.ts'

openPublished()
openBrowser()

const files = () => readdirSync(out, { recursive: true, encoding: 'utf8' }).filter((name) => /\.\w+$/.test(name))
const pages = () => files().filter((name) => name.endsWith('.html'))

async function open(file: string, scheme: 'light' | 'dark' = 'light'): Promise<{ page: Page; complaints: string[] }> {
  const page = await newPage({ colorScheme: scheme })
  const complaints: string[] = []
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()))
  page.on('pageerror', (error) => complaints.push(String(error)))
  page.on('request', (request) => !request.url().startsWith('file:') && complaints.push(request.url()))
  const [path, view] = file.split('#') as [string, string?]
  await page.goto(addressOf(path) + (view ? `#${view}` : ''))
  return { page, complaints }
}

test('every link of every page is relative and leads to a file, and a place in it, that is there', () => {
  const ids = new Map(pages().map((file) => [resolve(out, file), new Set(idsOf(read(file)))]))
  for (const file of pages()) {
    const links = [...read(file).matchAll(/\s(?:href|src|srcset|srcSet|action|poster)="([^"]*)"/g)].map(
      ([, link]) => link!,
    )
    expect(links.length, file).toBeGreaterThan(2)
    for (const link of links) {
      expect(link, file).not.toMatch(/^(\/|[a-z]+:|#$|$)/)
      const [target, place] = link.replaceAll('&amp;', '&').split('#') as [string, string?]
      const path = target === '' ? resolve(out, file) : resolve(out, dirname(file), target)
      expect(existsSync(path), `${file} → ${link}`).toBe(true)
      if (place) expect(ids.get(path)!.has(decodeURIComponent(place)), `${file} → ${link}`).toBe(true)
    }
  }
})

const idsOf = (html: string) => [...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id!)

/** What a file shows where one of its views is named. */
function readView(file: string, name: string): string {
  const views = read(file).split(/(?=<div [^>]*class="still-(?:view|part)\b)/)
  return views.find((view) => view.slice(0, view.indexOf('>')).includes(` id="${name}"`)) ?? ''
}

test('all pages of an indicator are views of one file, in which no id is there twice', () => {
  const views = pages().flatMap((file) => read(file).match(/class="still-(?:view|part)\b/g) ?? ['a page alone'])
  // The cover is no page of the app.
  expect(views.length).toBe(report.pages + 1)
  for (const file of pages()) {
    const ids = idsOf(read(file))
    expect(
      ids.filter((id, at) => ids.indexOf(id) !== at),
      file,
    ).toEqual([])
  }
})

test('no page needs a module, a fetch or a server, and none holds a control that would', () => {
  for (const file of pages()) {
    const html = read(file)
    expect(html, file).not.toMatch(/type="module"|fetch\(|<select|<form|XMLHttpRequest|import\(/)
    expect(html, file).not.toMatch(/class="sign-in-offer|form-sign-in|href="[^"]*sign-in/)
    expect([...html.matchAll(/<script\b/g)].length, file).toBeLessThanOrEqual(1)
  }
  expect(read('assets/page.js')).not.toMatch(/^\s*(import|export)\b|fetch|import\(/m)
})

test('what the public may not see is in no file of the folder', async () => {
  const question =
    '{ indicator(id: "EX02") { series(institution: "X", from: 2022, to: 2022, by: "country") { figures { category { key } value } } } }'
  const { data } = await college.ask(question)
  const hidden = data.indicator.series.figures.filter(({ value }: { value: number | null }) => value === null)
  expect(hidden.map(({ category }: { category: { key: string } }) => category.key)).toContain('LA')

  const archives = files().filter((name) => /^data.foreign-students.*\.zip$/.test(name))
  const csv = archives.map((file) => readZipped(join(out, file.slice(0, -'.zip'.length)), 'csv'))
  expect(csv.map((text) => /,LA,,SUPPRESSED,.*,country\r/.test(text))).toEqual([true, true])
  const page = readView('en/indicator/foreign-students.html', 'by-country')
  expect(page).toMatch(/Laos<\/(a|th)>.*?<td class="number">\*</s)
  expect(page).not.toMatch(/<td class="number">3</)
})

test('each indicator has its figures as CSV and JSON in a ZIP, and as PNG, beside its page', () => {
  for (const { id } of causeway.indicators)
    for (const lang of ['zh', 'en']) {
      const file = join(out, 'data', `${id}-${lang}`)
      expect(readZipped(file, 'csv'), file).toContain(`\r\n${id},X,`)
      expect(JSON.parse(readZipped(file, 'json'))[0].indicator.id, file).toBe(id)
      expect(existsSync(`${file}.png`), file).toBe(true)
    }
})

test('it opens from a disk in both languages, from the cover to the figure and to the other language and back', async () => {
  const { page, complaints } = await open('index.html')
  await page.waitForURL(/zh\/index\.html$/)
  expect(await page.locator('html').getAttribute('lang')).toBe('zh-CN')
  await page.getByRole('link', { name: '走出去' }).first().click()
  await page.getByRole('link', { name: '接收国外留学生人数' }).first().click()
  await page.waitForURL(/zh\/indicator\/foreign-students\.html$/)
  expect(await page.locator('main').innerText()).toMatch(/37\s*人/)
  await page.getByRole('link', { name: 'English' }).click()
  await page.waitForURL(/en\/indicator\/foreign-students\.html$/)
  expect(await page.locator('main').innerText()).toMatch(/37\s*people/)
  const drawn = await page.locator('.still-chart:visible svg').first().boundingBox()
  expect(drawn!.height).toBeGreaterThan(50)
  expect(complaints).toEqual([])
})

test('indicators are found by either language, pinyin initials and code, without a server', async () => {
  const { page, complaints } = await open('zh/catalogue.html')
  const shown = page.locator('[data-search]:visible')
  const all = await shown.count()
  // The programme, and the countries that its learners come from, are found by the same field.
  expect(all).toBe(causeway.indicators.length + 4)
  const field = page.getByRole('searchbox')
  for (const typed of ['接收国外留学生', 'students received', 'gwlxs', 'EX02']) {
    await field.fill(typed)
    expect(await shown.count(), typed).toBe(await page.locator('[data-search]:not([hidden])').count())
    expect(await shown.count(), typed).toBeLessThan(all / 4)
    expect((await shown.allInnerTexts()).join('\n'), typed).toContain('接收国外留学生人数')
  }
  await field.fill('zzzz')
  expect(await shown.count()).toBe(0)
  expect(complaints).toEqual([])
})

test('a programme, a partner and a country have their pages, found by either language, pinyin and initials', async () => {
  const { page, complaints } = await open('en/catalogue.html')
  const field = page.getByRole('searchbox')
  for (const [typed, name] of [
    ['数控', 'CNC'],
    ['shukong', 'CNC'],
    ['sk', 'CNC'],
    ['cnc', 'CNC'],
    ['laowo', 'Laos'],
  ] as const) {
    await field.fill(typed)
    expect((await page.locator('[data-search]:visible').allInnerTexts()).join('\n'), typed).toContain(name)
  }
  await field.fill('数控')
  await page.getByRole('link', { name: 'CNC' }).click()
  await page.waitForURL(/en\/programme\/PA\.html$/)
  expect(await page.locator('h1').innerText()).toBe('CNC')
  const students = page.locator('.figure-list li', { hasText: 'Foreign students received' })
  expect(await students.innerText()).toMatch(/37\s*people/)
  await students.getByRole('link').click()
  await page.waitForURL(/foreign-students\.html#by-programme$/)
  const shown = page.locator('.still-part:visible')
  expect(await shown.count()).toBe(1)
  expect(await shown.getAttribute('id')).toBe('by-programme')
  expect(await page.locator('nav.tabs [aria-current]').allInnerTexts()).toEqual(['programme'])
  expect(await page.locator('h1:visible').count()).toBe(1)
  await page.goBack()
  await page.waitForURL(/en\/programme\/PA\.html$/)
  expect(complaints).toEqual([])
  expect(existsSync(join(out, 'zh', 'country', 'VN.html'))).toBe(true)
})

test('a breakdown without any figure has no view, and no page leads to it', () => {
  const indicators = files().filter((name) => /^en.indicator.[^/\\]+\.html$/.test(name))
  expect(indicators.length).toBe(causeway.indicators.length)
  const dimensions = causeway.indicators.flatMap(({ dimensions }) => Object.keys(dimensions)).length
  const breakdowns = indicators.flatMap((file) => read(file).match(/<div [^>]*class="still-part\b/g) ?? [])
  expect(breakdowns.length).toBeGreaterThan(0)
  expect(breakdowns.length).toBeLessThan(dimensions)
})

test('on paper charts are those for a light ground, also where the system is dark and they were seen so', async () => {
  const { page, complaints } = await open('zh/indicator/foreign-students.html', 'dark')
  const words = page.locator('.still-chart:visible svg > g[fill]').last()
  const colour = () => words.evaluate((drawn) => getComputedStyle(drawn).fill)
  const named = /var\(--l([\da-f]{6})-d([\da-f]{6})\)/i.exec((await words.getAttribute('fill'))!)!
  const [light, dark] = named.slice(1).map(
    (hex) =>
      `rgb(${hex
        .match(/../g)!
        .map((two) => parseInt(two, 16))
        .join(', ')})`,
  )
  expect(await colour()).toBe(dark)
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' })
  expect(await colour()).toBe(light)
  expect(complaints).toEqual([])
})

test('nobody is kept out: axe finds nothing, in light and in dark', async () => {
  for (const scheme of ['light', 'dark'] as const)
    for (const name of [
      'zh/index.html',
      'en/indicator/foreign-students.html#by-country',
      'en/indicator/foreign-students.html#answer',
      'zh/catalogue.html',
      'en/catalogue.html',
      'en/about.html',
      'zh/programme/PA.html',
      'en/country/VN.html',
    ]) {
      const { page } = await open(name, scheme)
      expect(await brokenRules(page), `${name} ${scheme}`).toEqual([])
      await page.context().close()
    }
})

test('the name, logo, colours and contact of the college go along', async () => {
  const body = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="32" height="32"><circle r="9"/></svg>')
  const brand: Brand = {
    name: { zh: '甲院国际化', en: 'College X abroad' },
    logo: { body, type: 'image/svg+xml', hash: 'x' },
    colors: { light: { EXPORT: '#7a1f00' } },
    runBy: { zh: '国际处', en: 'International Office' },
    contact: { email: 'io@college.example', phone: null, url: null, address: null },
  }
  const worn = join(parent, 'worn')
  await writePublication({ ...causeway, indicators: [], brand }, { institution: 'X', release: 'live', out: worn })
  const about = readFileSync(join(worn, 'en', 'about.html'), 'utf8')
  expect(about).toMatch(/<title>[^<]+ · College X abroad<\/title>/)
  expect(about).toContain('src="../assets/logo.svg"')
  expect(about).toContain('International Office')
  expect(about).toContain('io@college.example')
  expect(readFileSync(join(worn, 'assets', 'logo.svg'))).toEqual(body)
  expect(readFileSync(join(worn, 'assets', 'causeway.css'), 'utf8')).toContain('--export:#7a1f00')
  expect(readFileSync(join(worn, 'index.html'), 'utf8')).toContain('甲院国际化')
  rmSync(worn, { recursive: true })
})

test('the same data gives the same bytes, in every file and whether figures were kept or are counted anew', async () => {
  const { database } = causeway
  await settleKeeping(database)
  await database.write((db) => db.deleteFrom('figure_set').execute())
  const again = await openDatabase(databaseUrl)
  const other = join(parent, 'again')
  await writePublication({ ...causeway, database: again }, { institution: 'X', release: 'live', out: other })
  await settleKeeping(again)
  await again.close()
  const list = readFileSync(join(other, 'publication.json'), 'utf8')
  rmSync(other, { recursive: true })
  expect(list.split('\n')).toEqual(read('publication.json').split('\n'))
})

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
