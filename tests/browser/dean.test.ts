import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { brokenRules } from '../support/page-checks.ts'
import { settled } from '../support/settled.ts'
import {
  ask,
  causeway,
  CLIPBOARD,
  context,
  go,
  shareCauseway,
  openPageForEachTest,
  page,
  signIn,
} from './open-causeway.ts'

shareCauseway()
openPageForEachTest({ viewport: { width: 1280, height: 900 }, locale: 'en-GB', permissions: CLIPBOARD })

interface Asked {
  indicator: { series: { figures: { value: number; category: { key: string; label: string } | null }[] } }
}
const figuresOf = async (more: string) =>
  (
    await ask<Asked>(
      `{ indicator(id: "EX02") { series(institution: "demo", from: 2023, to: 2023 ${more}) { figures { value category { key label } } } } }`,
    )
  ).indicator.series.figures

const query = () => new URL(page.url()).searchParams
const tab = (name: string) =>
  page.getByRole('navigation', { name: 'Learn more about this figure' }).getByRole('link', { name })
const card = () => page.getByRole('region', { name: 'Where this number comes from' })

test('the dean finds the figure of the own programme, its records and the row of the file, and takes it along', async () => {
  await signIn()
  await go('/catalogue?lang=en')
  await page.getByRole('searchbox').or(page.getByRole('textbox')).first().fill('foreign students received')
  // What is found grows as its figures come: a link is pressed where it stays.
  await settled(page)
  await page.getByRole('link', { name: 'Foreign students received', exact: true }).first().click()
  await page.getByRole('heading', { level: 1, name: 'Foreign students received' }).waitFor()

  await page.getByLabel('Break down by').selectOption('programme')
  const chart = page.getByRole('group', { name: /^By programme: chart/ })
  await chart.focus()
  await page.keyboard.press('Home')
  await page.keyboard.press('Enter')
  await page.waitForFunction(() => new URLSearchParams(location.search).has('category'))
  const programmes = await figuresOf(', by: "programme"')
  const own = programmes.find((figure) => figure.category!.key === query().get('category'))!
  await card().getByText(own.category!.label).waitFor()
  expect(await card().innerText()).toContain(`${own.value} people`)

  await card().getByRole('link', { name: 'See the records' }).click()
  const records = page.locator('section[aria-labelledby=records]')
  await records.locator('tbody tr').first().waitFor()
  expect(await records.locator('h3').innerText()).toContain(own.category!.label)
  await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('learn-more')
  const row = await records.locator('tbody tr').first().innerText()
  expect(row).toMatch(/\.csv, row \d+/)
  const link = records.locator('tbody th a').first()
  const name = await link.innerText()
  await link.click()
  await page.getByRole('heading', { level: 1, name }).waitFor()
  expect(await page.locator('main').innerText()).toContain(/\S+\.csv/.exec(row)![0])

  await page.goBack()
  await settled(page)
  await tab('Download, embed, cite').click()
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Download CSV' }).click(),
  ])
  const csv = readFileSync(await download.path(), 'utf8')
  expect(csv).toMatch(
    new RegExp(`foreign-students,demo,SCHOOL_YEAR,2023,2023/24,"?${own.category!.key}"?,${own.value},`),
  )
})

test('a figure counted for a part of all says so wherever its number is', async () => {
  await signIn()
  await go('/indicator/EX02?lang=en')
  await page.getByText('Count only a part').click()
  await page.getByLabel('Which part').selectOption('programme')
  await page.getByRole('checkbox', { name: 'Chinese language year' }).check()
  await page.waitForFunction(() => new URLSearchParams(location.search).get('filter') === 'programme:Z-LANG')
  await settled(page)
  const [whole] = await figuresOf(', filter: [{ dimension: "programme", in: ["Z-LANG"] }]')
  await page.getByText(`${whole!.value}`, { exact: false }).first().waitFor()
  const part = 'programme: Chinese language year'
  expect(await page.locator('.now').innerText()).toMatch(new RegExp(`^${whole!.value}\\s+people[^]*${part}`))
  expect(await page.locator('.chart-panel .cap').first().innerText()).toContain(part)
  // A plan wants something of the whole.
  expect(await page.locator('.wanted').count()).toBe(0)
  await tab('Download, embed, cite').click()
  expect(await page.locator('.citation').innerText()).toContain(`(abroad, ${part})`)
  for (const name of ['CSV', 'Excel', 'JSON', 'picture (PNG)', 'drawing (SVG)']) {
    const address = await page.getByRole('link', { name: `Download ${name}` }).getAttribute('href')
    expect(address).toContain('filter=programme:Z-LANG')
    expect((await context.request.get(causeway.address + address)).status(), name).toBe(200)
  }
  await page.getByRole('link', { name: `remove ${part}` }).click()
  await page.locator('.wanted').waitFor()
})

test('crossed with a second dimension the figure is a matrix, and a table one step away', async () => {
  await signIn()
  await go('/indicator/EX02?lang=en&by=programme')
  await page.getByLabel('Crossed with').selectOption('country')
  await page.getByRole('heading', { name: 'By programme and country or region' }).waitFor()
  expect(await page.getByLabel('Drawn as').last().inputValue()).toBe('matrix')
  const cells = await figuresOf(', by: "programme", across: "country"')
  await page.getByRole('link', { name: /^Table ?: By programme and country/ }).click()
  const table = page.locator('.indicator > .wide').first().locator('.chart-table')
  await expect.poll(() => table.locator('tbody td').count()).toBe(cells.length)
  // Programmes beneath each other, countries beside each other.
  expect((await table.locator('thead th').count()) - 1).toBe(cells.length / (await table.locator('tbody tr').count()))
  // Where a phone shows some of the countries, the programmes stay where they are.
  await page.setViewportSize({ width: 390, height: 844 })
  const leftOf = async (cell: string) => (await table.locator(cell).first().boundingBox())!.x
  const [name, cell] = [await leftOf('tbody th'), await leftOf('tbody td')]
  await table.locator('.table-frame').evaluate((frame) => (frame.scrollLeft = 200))
  await expect.poll(() => leftOf('tbody td')).toBeLessThan(cell - 100)
  expect(await leftOf('tbody th')).toBeCloseTo(name, 0)
})

test('the public is offered what will be answered, and said what a link leaves out', async () => {
  await go('/indicator/EX02?lang=en&by=programme')
  expect(await page.getByLabel('Crossed with').count()).toBe(0)
  await page.getByText('Count only a part').click()
  await page.getByLabel('Which part').selectOption('programme')
  await page.getByLabel('programme', { exact: true }).selectOption('Z-LANG')
  await page.waitForFunction(() => new URLSearchParams(location.search).get('filter') === 'programme:Z-LANG')
  // A breakdown beside it could be subtracted.
  expect(query().get('by')).toBeNull()
  await page.getByLabel('Break down by').selectOption('level')
  await page.waitForURL((url) => url.searchParams.get('by') === 'level' && !url.searchParams.has('filter'))

  await go('/indicator/EX02?lang=en&by=level&filter=programme:Z-LANG&filter=country:RU')
  expect(await page.locator('.withheld').innerText()).toContain('needs signing in')
  expect(await page.locator('.now').innerText()).not.toContain('Russia')
  expect(await page.getByRole('alert').count()).toBe(0)
  expect(await page.getByText('There is no figure for this').count()).toBe(0)
})

test('a figure that is not there says what it would be counted from, and to anyone who may change it where to fill it in', async () => {
  await go('/indicator/IN11?lang=en&year=2020')
  const note = page.locator('.page-head .note')
  expect(await note.innerText()).toMatch(
    /^Neither records nor a zero report .*not zero\. It is counted from "Mobility"/,
  )
  expect(await note.getByRole('link').count()).toBe(0)
  await signIn('editor')
  await go('/indicator/IN11?lang=en&year=2020')
  await note.getByRole('link', { name: 'Fill it in, or say that there was nothing' }).click()
  await page.waitForURL(/\/data\?.*type=mobility/)
})

test('every lawful value of the name is there; anyone who may, sees what makes the difference, down to the records', async () => {
  await go('/indicator/EX02?lang=en&tab=reconcile')
  const table = page.locator('.reconcile')
  expect(await table.innerText()).toContain('calendar year 2023, abroad')
  expect(await table.innerText()).not.toContain('who had left')
  await signIn()
  await go('/indicator/EX02?lang=en&tab=reconcile')
  const line = table
    .locator('.lawful > li')
    .filter({ has: page.getByRole('heading', { name: 'calendar year 2023, abroad', exact: true }) })
  expect(await line.innerText()).toMatch(/it leaves out \d+ people who enrolled after 31 December 2023/)
  await line.getByText('See the records').click()
  await line.locator('.difference-parts a').first().click()
  await page.waitForURL(/\/record\//)
})

test('peers are compared with what is comparable, and a place that chance could have made is shown to say little', async () => {
  await go('/indicator/SK15.dec?lang=en&tab=peers')
  expect(await page.locator('.rank').innerText()).toMatch(
    /number \d of \d.*Chance considered.*the place itself says little/,
  )
  await page.locator('summary', { hasText: 'Choose the colleges to compare' }).click()
  await page.locator('.choose-colleges').getByRole('checkbox').first().uncheck()
  await page.waitForFunction(() => new URLSearchParams(location.search).get('group')?.startsWith('list:'))
  await page.waitForFunction(() => /number \d of 4/.test(document.querySelector('.rank')!.textContent!))
})

test('what is to be embedded shows the same chart, and the link of the page answers oEmbed', async () => {
  await go('/indicator/EX02?lang=en&by=country&tab=take')
  const snippet = await page.getByLabel('Embedding code').inputValue()
  const source = /src="([^"]+)"/.exec(snippet)![1]!
  expect(source).toContain(`${causeway.address}/embed/foreign-students?`)
  expect(source).toContain('by=country')
  expect((await context.request.get(source)).status()).toBe(200)
  const oembed = await page.getByRole('link', { name: 'oEmbed address' }).getAttribute('href')
  const answer = await context.request.get(causeway.address + oembed)
  expect((await answer.json()) as object).toMatchObject({ type: 'rich', version: '1.0' })
  await page.getByRole('button', { name: 'Copy the table' }).click()
  await page.getByText('Copied').waitFor()
  const copied = await page.evaluate(() => navigator.clipboard.readText())
  expect(copied.split('\n')[0]).toBe('school year\tForeign students received (people)')
  expect(copied).toMatch(/\n2023\/24\t\d+\n/)
})

const PARTS = ['tab=about', 'records=numerator', 'tab=reconcile', 'tab=peers', 'tab=targets', 'tab=take']

test('no part breaks a rule of accessibility, in light or dark', async () => {
  await signIn()
  for (const part of PARTS) {
    await go(`/indicator/SK15.dec?lang=en&by=programme&across=level&filter=unit:unknown&${part}`)
    await page.getByLabel('Appearance').selectOption('light')
    await page.waitForFunction(() => document.documentElement.dataset.theme === 'light')
    expect(await brokenRules(page), part).toEqual([])
    await page.getByLabel('Appearance').selectOption('dark')
    await page.waitForFunction(() => document.documentElement.dataset.theme === 'dark')
    expect(await brokenRules(page, undefined, { ofColor: true }), `${part} in the dark`).toEqual([])
  }
  await go(`/indicator/SK15.dec?lang=zh&by=programme&across=level&filter=unit:unknown&${PARTS[0]}`)
  expect(await brokenRules(page), 'in Chinese').toEqual([])
})
