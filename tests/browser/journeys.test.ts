import { expect, test } from 'vitest'
import { settled } from '../support/settled.ts'
import {
  ask,
  causeway,
  CLIPBOARD,
  go,
  newPage,
  shareCauseway,
  openPageForEachTest,
  page,
  signIn,
} from './open-causeway.ts'

shareCauseway()
openPageForEachTest({ viewport: { width: 1280, height: 900 }, locale: 'en-GB', permissions: CLIPBOARD })

const query = () => new URL(page.url()).searchParams

test('from overview to an indicator and back by keyboard alone', async () => {
  await go('/?lang=en')
  await page.keyboard.press('Tab')
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Skip to the content')
  await page.keyboard.press('Enter')
  const link = page.locator('.area-export .leading a').first()
  const name = await link.innerText()
  for (let steps = 0; steps < 60 && !(await link.evaluate((one) => one === document.activeElement)); steps++) {
    await page.keyboard.press('Tab')
  }
  await page.keyboard.press('Enter')
  await page.waitForURL(/\/indicator\//)
  await page.getByRole('heading', { level: 1, name }).waitFor()
  await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).toBe('MAIN')
  await expect.poll(() => page.title()).toContain(name)
  await page.goBack()
  await page.locator('.area-picture').waitFor()
})

test('a chart is read and used point by point with the arrow keys', async () => {
  await go('/?lang=en')
  const chart = page.locator('.area-picture .chart-frame')
  const said = page.locator('.area-picture [role=status]')
  await chart.focus()
  await page.keyboard.press('ArrowDown')
  expect(await said.innerText()).toMatch(/^2023\/24: .+: .+; .+: .+/)
  await page.keyboard.press('ArrowUp')
  expect(await said.innerText()).toMatch(/^2022\/23: /)
  await page.keyboard.press('Enter')
  await page.waitForFunction(() => new URLSearchParams(location.search).get('year') === '2022')
  expect(await page.locator('#year option:checked').innerText()).toContain('2022/23')
})

test('the legend of a chart is a row of buttons that say what is put away', async () => {
  await go('/?lang=en')
  const legend = page.locator('.area-picture').getByRole('group', { name: 'Legend' }).getByRole('button')
  expect(await legend.count()).toBe(2)
  await legend.first().focus()
  await page.keyboard.press('Enter')
  expect(await legend.first().getAttribute('aria-pressed')).toBe('false')
  expect(await legend.last().getAttribute('aria-pressed')).toBe('true')
})

test('every chart says its summary to a screen reader, the one that the graph gives', async () => {
  await go('/indicator/EX02?lang=en')
  const { indicator } = await ask<{ indicator: { series: { summary: string } } }>(
    '{ indicator(id: "EX02") { series(institution: "demo", from: 2015, to: 2024) { summary } } }',
  )
  // Behind it the page says what a plan wants.
  const said = await page.locator('.chart-frame').getByRole('img').first().getAttribute('aria-label')
  expect(said).toContain(indicator.series.summary)
  expect(said!.replace(indicator.series.summary, '')).toMatch(/^ Target for 2024\/25: 80 people \(.+\)\.$/)
})

test('switching the language keeps the view and says everything in the other one', async () => {
  await go('/indicator/EX02?lang=en&by=country&year=2022&table=years')
  await page.getByRole('link', { name: '中文' }).click()
  await page.getByRole('heading', { level: 1, name: '接收国外留学生人数' }).waitFor()
  expect(Object.fromEntries(query())).toMatchObject({ lang: 'zh', by: 'country', year: '2022', table: 'years' })
  expect(await page.getAttribute('html', 'lang')).toBe('zh-CN')
  await page.getByRole('link', { name: 'English' }).click()
  await page.getByRole('heading', { level: 1, name: 'Foreign students received' }).waitFor()
})

test('what is chosen is in the address, and the address shows it again', async () => {
  await signIn('reader')
  await go('/indicator/EX02?lang=en')
  await page.getByLabel('Basis').selectOption('CALENDAR_YEAR')
  await page.getByLabel('Scope').selectOption('BORDER')
  await page.getByLabel('Break down by').selectOption('country')
  await page.getByLabel('From', { exact: true }).selectOption('2018')
  await page.getByLabel('Appearance').selectOption('dark')
  await page.getByRole('link', { name: /^Table ?: Over the years/ }).click()
  await page.waitForURL(/table=years/)
  expect(Object.fromEntries(query())).toMatchObject({
    basis: 'calendar_year',
    scope: 'border',
    by: 'country',
    from: '2018',
    mode: 'dark',
    table: 'years',
  })
  const sent = page.url()
  const other = await newPage()
  await other.goto(sent)
  await settled(other)
  expect(await other.getByLabel('Basis').inputValue()).toBe('CALENDAR_YEAR')
  expect(await other.getByLabel('Scope').inputValue()).toBe('BORDER')
  expect(await other.getAttribute('html', 'data-theme')).toBe('dark')
  const rows = other.locator('.indicator .card').first().locator('tbody th')
  expect(await rows.first().innerText()).toBe('2018')
  await page.goBack()
  await page.waitForURL((url) => !url.searchParams.has('table'))
})

test('on another basis the public is shown the whole, and offered no breakdown', async () => {
  await go('/indicator/EX02?lang=en&by=country')
  await page.getByLabel('Break down by').waitFor()
  await page.getByLabel('Basis').selectOption('CALENDAR_YEAR')
  await page.getByText('Part of what this link asks for needs signing in.').waitFor()
  expect(await page.getByLabel('Break down by').count()).toBe(0)
  expect(await page.getByRole('main').getByRole('alert').count()).toBe(0)
})

test('an indicator is found by its code, a variant by its dotted one, also when the address is typed in', async () => {
  await go('/indicator/SK15.aug?lang=en')
  expect(await page.locator('h1').innerText()).toBe('Destination rate (31 August)')
})

test('another page is read from its top, and back leads to the place it was left at', async () => {
  await go('/?lang=en')
  const link = page.locator('.area-skills .leading a').first()
  await link.scrollIntoViewIfNeeded()
  const left = await page.evaluate(() => scrollY)
  expect(left).toBeGreaterThan(0)
  await link.click()
  await page.waitForURL(/\/indicator\//)
  expect(await page.evaluate(() => scrollY)).toBe(0)
  await page.goBack()
  await page.waitForFunction((place) => scrollY === place, left)
})

test('the link to copy names its year, so that it shows the same when later years have come', async () => {
  await go('/indicator/EX02?lang=en&tab=take')
  await page.getByRole('button', { name: 'Copy the link' }).click()
  await page.getByText('Copied').waitFor()
  const link = await page.evaluate(() => navigator.clipboard.readText())
  expect(new URL(link).searchParams.get('year')).toBe('2023')
})

test('the page follows the dark system unless said otherwise', async () => {
  await page.emulateMedia({ colorScheme: 'dark' })
  await go('/?lang=en')
  expect(await page.getAttribute('html', 'data-theme')).toBe('dark')
  await page.getByLabel('Appearance').selectOption('light')
  await expect.poll(() => page.getAttribute('html', 'data-theme')).toBe('light')
})

test('a refused basis is said at its control, and the rest of the page stays', async () => {
  await go('/indicator/EX02?lang=en&basis=cohort')
  const control = page.getByLabel('Basis')
  expect(await control.getAttribute('aria-invalid')).toBe('true')
  const described = await control.getAttribute('aria-describedby')
  expect(await page.locator(`[id="${described}"]`).innerText()).toMatch(/not counted by that kind of period/)
  expect(await page.getByRole('heading', { name: 'Official lines that ask for it' }).isVisible()).toBe(true)
})

test('an answer that fails shows the request number that the log has, and can be tried again', async () => {
  let failing = true
  await page.route('**/graphql*', (route) =>
    failing && new URL(route.request().url()).searchParams.get('query')?.includes('query Overview(')
      ? route.fulfill({
          status: 200,
          contentType: 'application/json',
          body: JSON.stringify({
            errors: [{ message: 'Something went wrong', extensions: { code: 'INTERNAL', requestId: 'abc-123' } }],
            data: null,
          }),
        })
      : route.continue(),
  )
  await page.goto(`${causeway.address}/?lang=en`)
  await page.getByRole('alert').waitFor()
  expect(await page.getByRole('alert').innerText()).toContain('abc-123')
  failing = false
  await page.getByRole('button', { name: 'Try again' }).click()
  await page.locator('.area-picture').waitFor()
  expect(await page.getByRole('alert').count()).toBe(0)
})

test('a server out of reach is said in words', async () => {
  await page.route('**/graphql*', (route) => route.abort())
  await page.goto(`${causeway.address}/?lang=zh`)
  await page.getByText('无法连接服务器').waitFor()
  expect(await page.getByRole('button', { name: '重试' }).isVisible()).toBe(true)
})

test('a copied GraphQL question runs as it is and gives the figures of the page', async () => {
  await go('/indicator/EX02?lang=en&by=country&scope=border&from=2022&to=2023&tab=take')
  await page.getByRole('button', { name: 'Copy as GraphQL' }).click()
  await page.getByText('Copied').waitFor()
  const text = await page.evaluate(() => navigator.clipboard.readText())
  const { indicator } = await ask<{ indicator: { series: { scope: string; figures: unknown[] } } }>(text)
  expect(indicator.series.scope).toBe('BORDER')
  expect(indicator.series.figures.length).toBeGreaterThan(1)
})

test('the downloads are the series of the page', async () => {
  await go('/indicator/EX02?lang=zh&by=country&from=2022&to=2023&tab=take')
  const address = await page.getByRole('link', { name: '下载 CSV' }).getAttribute('href')
  const csv = await (await page.request.get(causeway.address + address)).text()
  expect(csv).toContain('indicator,institution,basis,year')
  expect(csv).toMatch(/demo,SCHOOL_YEAR,2023/)
  expect(csv).not.toMatch(/demo,SCHOOL_YEAR,2021/)
  const json = await page.getByRole('link', { name: '下载 JSON' }).getAttribute('href')
  expect((await page.request.get(causeway.address + json)).ok()).toBe(true)
})

test('anonymous readers are said why a figure is hidden, and never see records', async () => {
  await go('/indicator/EX02?lang=en&by=country&table=groups')
  const table = page.locator('.indicator > .wide').first()
  expect(await table.innerText()).toContain('too few people to publish')
  expect(await page.getByRole('link', { name: 'See the records', exact: true }).count()).toBe(0)
  await go('/indicator/EX02?lang=en&records=numerator')
  await page.getByText('Signing in is needed').waitFor()
  expect(await page.locator('section[aria-labelledby=records] table').count()).toBe(0)
})
