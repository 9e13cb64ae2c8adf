import { expect, test } from 'vitest'
import { brokenRules, pixelsTooWide } from '../support/page-checks.ts'
import { ask, CLIPBOARD, go, shareCauseway, openPageForEachTest, page, signIn } from './open-causeway.ts'

shareCauseway()
openPageForEachTest({ viewport: { width: 390, height: 844 }, locale: 'en-GB', permissions: CLIPBOARD })

const copied = () => page.evaluate(() => navigator.clipboard.readText())
const said = () => page.locator('.in-hand-said')

test('a figure is on one page with all that it has to be known with', async () => {
  await go('/answer/EX02?lang=en')
  expect(await page.locator('.figure-value').innerText()).toBe('81 people')
  const facts = await page.locator('.answer-facts').innerText()
  expect(facts).toContain('school year 2023/24, 1 September 2023 to 31 August 2024')
  expect(facts).toContain('abroad')
  expect(facts).toContain('from 95 records')
  expect(facts).toContain('version 1 of EX02')
  expect(facts).toMatch(/records up to 31 July 2025; updated \d+ \w+ \d{4}, \d\d:\d\d/)
})

test('it is copied as a sentence in either language, with a link that shows it again', async () => {
  await go('/answer/EX02?lang=en&basis=calendar_year')
  await page.getByRole('button', { name: 'Copy in Chinese' }).click()
  await page.getByText('Copied').first().waitFor()
  const zh = await copied()
  expect(zh).toMatch(
    /^界河农业职业学院（演示）接收国外留学生人数（国外）：2023年（自然年）为78人，台账记录截至2025年7月31日。 http/,
  )
  await page.getByRole('button', { name: 'Copy in English' }).click()
  await page.waitForFunction(async () => (await navigator.clipboard.readText()).startsWith('Foreign'))
  expect(await copied()).toContain('78 people in calendar year 2023, by records up to 31 July 2025. http')
  await page.goto(/http\S+/.exec(zh)![0])
  await page.locator('.figure-value').waitFor()
  expect(await page.locator('.figure-value').innerText()).toBe('78人')
  expect(new URL(page.url()).searchParams.get('year')).toBe('2023')
})

test('a number in hand is said which lawful value it is; anyone who may read records is said why it differs', async () => {
  await go('/answer/EX02?lang=en')
  await page.getByLabel('The number in hand').fill('78 人')
  await page.getByRole('button', { name: 'Check it' }).click()
  await said().getByText('78 is the value of').waitFor()
  expect(await said().innerText()).toContain('"calendar year 2023, abroad"')
  expect(await said().innerText()).not.toContain('leaves out')
  expect(new URL(page.url()).searchParams.get('against')).toBe('78 人')
  const why = page.getByRole('link', { name: 'Sign in to see what makes the difference' })
  expect(await why.count()).toBe(1)
  // To the number of the card itself nothing makes a difference.
  await page.getByLabel('The number in hand').fill('81')
  await page.getByRole('button', { name: 'Check it' }).click()
  await said().getByText('81 is the figure itself').waitFor()
  expect(await why.count()).toBe(0)
  await signIn()
  await go('/answer/EX02?lang=en&against=78')
  expect(await said().innerText()).toMatch(/it leaves out \d+ people who enrolled after 31 December 2023/)
  await page.getByLabel('The number in hand').fill('eighty')
  await page.getByRole('button', { name: 'Check it' }).click()
  await said().getByText('Write one number').waitFor()
  expect(await page.getByLabel('The number in hand').getAttribute('aria-invalid')).toBe('true')
  // The card stays whatever was typed.
  expect(await page.locator('.figure-value').innerText()).toBe('81 people')
})

test('a lawful value is chosen by its terms, and the difference is the sentence of the graph', async () => {
  await signIn()
  await go('/answer/EX02?lang=en')
  await page.getByLabel('On which terms').selectOption('calendar year 2023, abroad')
  await said().getByText('calendar year 2023, abroad: 78 people').waitFor()
  const { reconcile } = await ask<{ reconcile: { differences: { sentence: string; to: { label: string } }[] } }>(
    '{ reconcile(indicator: "EX02", institution: "demo", year: 2023) { differences { sentence to { label } } } }',
  )
  const { sentence } = reconcile.differences.find(({ to }) => to.label === 'calendar year 2023, abroad')!
  expect(await said().innerText()).toContain(sentence)
  await page.getByRole('link', { name: '中文' }).click()
  await page.getByText('2023年（自然年），国外：78人').waitFor()
})

test('it fits a phone, prints on half a page, and breaks no rule of accessibility', async () => {
  await signIn()
  for (const lang of ['en', 'zh']) {
    await go(`/answer/SK15.dec?lang=${lang}&against=95`)
    expect(await pixelsTooWide(page)).toBeLessThanOrEqual(0)
    for (const mode of ['light', 'dark']) {
      await go(`/answer/SK15.dec?lang=${lang}&mode=${mode}&against=95`)
      expect(await brokenRules(page), `${lang} ${mode}`).toEqual([])
    }
  }
  await page.setViewportSize({ width: 688, height: 970 })
  await page.emulateMedia({ media: 'print' })
  // An A4 page within its margins is 970 px high.
  const height = await page.locator('.answer').evaluate((card) => card.getBoundingClientRect().height)
  expect(height).toBeLessThan(970 * 0.55)
  expect(await page.getByRole('button', { name: '核对' }).isVisible()).toBe(false)
})

test('a hidden figure and an unknown indicator are said in words', async () => {
  await go('/answer/SK07?lang=zh')
  expect(await page.locator('.figure-gap').innerText()).toContain('人数过少，不予公开')
  expect(await page.locator('.telling blockquote').innerText()).toContain('人数过少，不予公开')
  await go('/answer/no-such?lang=zh')
  expect(await page.locator('h1').innerText()).toBe('没有这个指标')
  for (const of of ['answer', 'indicator']) {
    await go(`/${of}/EX2?lang=en`)
    await page.getByText('Did you mean').getByRole('link', { name: 'EX02' }).click()
    await page.getByRole('heading', { level: 1, name: 'Foreign students received' }).waitFor()
    expect(new URL(page.url()).pathname).toBe(`/${of}/EX02`)
  }
})

test('why a figure changed since the year before adds up, down to the records; the public is said the difference alone', async () => {
  await go('/indicator/EX02?lang=en&tab=why')
  await page.getByText('up from 28 people to 81 people').waitFor()
  expect(await page.locator('[data-chart=why]').count()).toBe(0)
  await signIn()
  await go('/indicator/EX02?lang=en&tab=why&why=cause&table=why')
  expect(await page.locator('[data-chart=why] tbody').innerText()).toMatch(
    /28 people[^]*−8 people[^]*\+61 people[^]*81 people/,
  )
  await page.locator('.difference-parts summary').first().click()
  await page.locator('.difference-parts details li').first().waitFor()
  expect(await page.locator('.difference-parts details li').count()).toBe(8)
  await page.getByLabel('Seen by').selectOption('country')
  await page.getByRole('heading', { name: 'Why it changed: by country or region' }).waitFor()
  expect(await brokenRules(page)).toEqual([])
  expect(await pixelsTooWide(page)).toBeLessThanOrEqual(0)
})
