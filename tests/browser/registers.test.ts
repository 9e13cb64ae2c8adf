import type { BrowserContext, Page } from 'playwright-core'
import { beforeAll, describe, expect, test } from 'vitest'
import { settled } from '../support/settled.ts'
import { ask, causeway, openContext, questionsOf, shareCauseway, signIn } from './open-causeway.ts'
import REGISTER_PAGES from './register-pages.json' with { type: 'json' }

/** Pages of the registers, and of one thing each. */
const PAGES = REGISTER_PAGES

shareCauseway()
let anybody: BrowserContext
let reader: BrowserContext
beforeAll(async () => {
  const screen = { viewport: { width: 1440, height: 900 } }
  ;[anybody, reader] = await Promise.all([openContext(screen), openContext(screen)])
  await signIn('reader', reader)
})

async function open(context: BrowserContext, path: string, lang: 'en' | 'zh' = 'en'): Promise<Page> {
  const page = await context.newPage()
  const url = new URL(path, causeway.address)
  url.searchParams.set('lang', lang)
  await page.goto(url.href)
  await settled(page)
  return page
}

describe.each(Object.entries(PAGES))('the page of %s', (_name, path) => {
  test('asks in no more than three requests', async () => {
    const page = await reader.newPage()
    const asked = questionsOf(page)
    await page.goto(`${causeway.address}${path}`)
    await settled(page)
    // The institution, what the page tells, and figures by theme or the changes of a standard.
    expect(asked.length).toBeGreaterThan(0)
    expect(asked.length).toBeLessThanOrEqual(3)
    await page.close()
  })
})

test('the matrix of adoptions has a row for each country, with every stage reached, as the graph counts them', async () => {
  const { adoptionStates: stated, certified } = await ask<{
    adoptionStates: {
      inForce: number
      states: { state: string | null; count: number }[]
      countries: { label: string; total: number; live: number; states: { count: number }[] }[]
    }
    certified: { series: { figures: { value: number }[] } }
  }>(
    `{ adoptionStates(institution: "demo") { inForce states { state count } countries { label total live states { count } } }
      certified: indicator(id: "ST06") { series(institution: "demo", basis: POINT_IN_TIME, at: "07-31", from: 2025, to: 2025) { figures { value } } } }`,
    reader,
  )
  const page = await open(reader, '/standards?on=2025-07-31')
  const table = page.getByRole('table', { name: /How far adoption has come/ })
  expect(stated.countries.length).toBeGreaterThan(5)
  const shown = stated.states.flatMap(({ state, count }, at) => (state !== null || count > 0 ? [at] : []))
  for (const { label, total, live, states } of stated.countries) {
    const cells = await table
      .getByRole('row', { name: new RegExp(`^${label}`) })
      .getByRole('cell')
      .allInnerTexts()
    const counts = shown.map((at) => states[at]!.count)
    expect(cells.slice(-2 - counts.length), label).toEqual([...counts, total, live].map(String))
  }
  expect(await page.locator('h1').innerText()).toContain(`${stated.inForce} adoptions in force`)
  // What learners use stays registered, and what indicators count on that day is beneath.
  const reached = (stage: string) => stated.states.find(({ state }) => state === stage)!.count
  const [{ value } = { value: 0 }] = certified.series.figures
  expect(reached('ADOPTED')).toBe(stated.inForce)
  expect(reached('REGISTERED')).toBeGreaterThanOrEqual(value)
  expect(value).toBeGreaterThan(0)
  await page.getByText(`(ST06) ${value} standards`).waitFor()
  await page.close()
})

test('on an earlier day fewer adoptions are in force, and the link says which day', async () => {
  const page = await open(reader, '/standards')
  const before = await page.locator('h1').innerText()
  await page.getByLabel('State as of').fill('2019-06-30')
  await page.waitForURL(/on=2019-06-30/)
  await page.getByText('30 June 2019').first().waitFor()
  await settled(page)
  const inForce = (text: string) => Number(/(\d+) adoptions/.exec(text)![1])
  expect(inForce(await page.locator('h1').innerText())).toBeLessThan(inForce(before))
  await page.close()
})

test('tables of a register are of the last day of the year chosen or of the data date, and say which', async () => {
  const LAST_DAYS = { 2021: '31 August 2022', 2024: '31 July 2025' }
  /** How many tables of each page say of which day they are. */
  const PATHS = { '/standards': 2, '/platforms': 1, '/platform/PL-CON': 2, '/programme/J-CROP': 1 }
  for (const [path, tables] of Object.entries(PATHS))
    for (const [year, day] of Object.entries(LAST_DAYS)) {
      const page = await open(reader, `${path}?year=${year}`)
      const said = (await page.locator('main').innerText()).matchAll(/\b(?:as of|On) (\d{1,2} \w+ \d{4})/g)
      const days = [...said].map(([, one]) => one)
      expect(days.length, `${path} ${year}`).toBeGreaterThanOrEqual(tables)
      expect(new Set(days), `${path} ${year}`).toEqual(new Set([day]))
      await page.close()
    }
  // And they differ: of the two days one had fewer in force.
  const inForce = async (year: number) => {
    const page = await open(reader, `/standards?year=${year}`)
    const text = await page.locator('h1').innerText()
    await page.close()
    return Number(/(\d+) adoptions/.exec(text)![1])
  }
  expect(await inForce(2021)).toBeLessThan(await inForce(2024))
})

test('a word finds a standard, which leads to its versions, its changes and its crosswalk, and that to a file', async () => {
  const page = await open(reader, '/standards')
  await page.getByLabel(/Find a standard/).fill('cold regions')
  const register = page.getByRole('table', { name: 'Register of standards' })
  await expect.poll(() => register.getByRole('row').count()).toBe(2)
  await register.getByRole('link').click()
  await page.getByRole('heading', { level: 1, name: /Crop production in cold regions/ }).waitFor()
  await page.getByText('Version 1 to 2').waitFor()
  await page
    .getByRole('link', { name: /compared with/ })
    .first()
    .click()
  await page.getByRole('heading', { level: 1, name: /→/ }).waitFor()
  const download = page.waitForEvent('download')
  await page.getByRole('link', { name: 'Download CSV', exact: true }).click()
  expect((await download).suggestedFilename()).toBe('crosswalk-SO-CROP-SI-RU-01.csv')
  await page.close()
})

test('the public is stated how many countries adopted what, and never who', async () => {
  const { adoptions } = await ask<{ adoptions: { edges: { node: { adopter: string } }[] } }>(
    '{ adoptions(institution: "demo", first: 500) { edges { node { adopter } } } }',
    reader,
  )
  const page = await open(anybody, '/standards')
  expect(await page.locator('h1').innerText()).toMatch(/adopted in \d+ countries/)
  const text = await page.locator('main').innerText()
  expect(adoptions.edges.length).toBeGreaterThan(10)
  for (const { node } of adoptions.edges) expect(text).not.toContain(node.adopter)
  await page.getByRole('main').getByRole('link', { name: 'Sign in' }).click()
  await page.waitForURL(/sign-in\?.*back=%?2?F?\/?standards|back=\/standards/)
  await page.close()
})

test('a platform says what it produced in each year, as the graph counts it', async () => {
  const { platform } = await ask<{ platform: { outputs: { period: { year: number }; outputs: number | null }[] } }>(
    '{ platform(institution: "demo", code: "PL-TEC") { outputs(from: 2019, to: 2024) { period { year } outputs } } }',
    reader,
  )
  const page = await open(reader, '/platform/PL-TEC')
  const row = page.getByRole('table', { name: /produced by year/ }).getByRole('row', { name: /^Outputs/ })
  expect(await row.getByRole('cell').allInnerTexts()).toEqual(
    platform.outputs.map(({ outputs }) => (outputs === null ? '…' : String(outputs))),
  )
  await page.close()
})

test('a figure of one country leads to its page, limited to that country', async () => {
  const page = await open(anybody, '/country/RU')
  expect(await page.locator('h1').innerText()).toMatch(/^Russia: (introduction|export) \d+ people/)
  const link = page.getByRole('main').getByRole('link', { name: 'Foreign students received' })
  expect(await link.getAttribute('href')).toContain('filter=country:RU')
  await page.close()
})

test('records that name a partner are stated by type, and lead to all of one type', async () => {
  const { subject } = await ask<{
    subject: { name: string; mentions: { recordType: { label: string }; records: { totalCount: number } }[] }
  }>(
    '{ subject(institution: "demo", kind: PARTNER, code: "RU-NBU") { name mentions(first: 1) { recordType { label } records { totalCount } } } }',
    reader,
  )
  const page = await open(reader, '/partner/RU-NBU')
  expect(await page.locator('h1').innerText()).toBe(subject.name)
  expect(await page.locator('.mentions > details').count()).toBe(subject.mentions.length)
  const many = subject.mentions.find(({ records }) => records.totalCount > 5)!
  const part = page.locator('.mentions > details', { hasText: many.recordType.label })
  await part.locator('summary').click()
  await part.getByRole('link', { name: /All of them/ }).click()
  await page.waitForURL(/type=/)
  await settled(page)
  expect(await page.locator('.mention-records li').count()).toBe(Math.min(many.records.totalCount, 50))
  await page.close()
})

test('a code that is nobody’s is stated with the nearest ones', async () => {
  const page = await open(reader, '/programme/J-CRPO')
  await page.getByText('J-CROP').waitFor()
  await page.close()
})

test('every programme that follows a standard is beside it, and the others are named', async () => {
  const { programmeCoverage: stated } = await ask<{
    programmeCoverage: {
      totalCount: number
      edges: { node: { name: string; cells: { standard: { title: string } }[] } }[]
    }
  }>(
    '{ programmeCoverage(institution: "demo", first: 200) { totalCount edges { node { name cells { standard { title } } } } } }',
    reader,
  )
  const programmes = stated.edges.map(({ node }) => node)
  const page = await open(reader, '/standards')
  const panel = page.getByRole('region', { name: 'Standards that programmes follow' })
  const rows = await panel.locator('tbody tr').allInnerTexts()
  expect(
    rows.map((row) =>
      row
        .split('\t')
        .slice(0, 2)
        .map((cell) => cell.trim()),
    ),
  ).toEqual(programmes.flatMap(({ name, cells }) => cells.map(({ standard }) => [name, standard.title])))
  const without = programmes.filter(({ cells }) => cells.length === 0)
  expect(without.length).toBeGreaterThan(0)
  await panel.getByText(`${without.length} programmes without a standard`).click()
  expect(await panel.locator('details p').innerText()).toBe(without.map(({ name }) => name).join('; '))
  await page.close()
})

test('a year of which nothing is known keeps its place among the awards', async () => {
  const { indicator } = await ask<{
    indicator: { series: { figures: { period: { label: string }; gap: string | null }[] } }
  }>(
    '{ indicator(id: "SK01") { series(institution: "demo", from: 2015, to: 2024) { figures { period { label } gap } } } }',
    anybody,
  )
  const { figures } = indicator.series
  const unknown = figures.filter(({ gap }) => gap === 'NO_RECORDS')
  expect(unknown).toHaveLength(1)
  const page = await open(anybody, '/skills?table=awards')
  const table = page.getByRole('region', { name: /Awards in competitions abroad/ }).getByRole('table')
  const text = await table.innerText()
  for (const { period } of figures) expect(text).toContain(period.label)
  await page.close()
})

test('a rate of few people says how few', async () => {
  const page = await open(anybody, '/skills')
  const text = await page.locator('main').innerText()
  // Intervals and effect sizes are shown where a figure is explained, not where a leader reads.
  expect(text).toMatch(/\d+\/\d+, /)
  expect(text).not.toMatch(/(?<![\d.])95%|effect size/i)
  expect(text).toMatch(/counted over \d+/)
  await page.close()
})
