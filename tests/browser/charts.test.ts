import { expect, test } from 'vitest'
import { brokenRules } from '../support/page-checks.ts'
import { chartsDrawn } from '../support/settled.ts'
import { openOwnPage, page, shareCauseway } from './open-causeway.ts'

shareCauseway()

/** A page at an address, once its charts are drawn. A crossed breakdown is for those who may read exact figures. */
async function open(...asked: Parameters<typeof openOwnPage>): Promise<void> {
  await openOwnPage(...asked)
  await chartsDrawn(page)
}

const BY_COUNTRY = '/indicator/EX02?lang=en&by=country'
const groups = () => page.locator('[data-chart=groups]')

test('the reader takes another form of the same data, the address keeps it, and the best leaves it again', async () => {
  await open('/indicator/EX02?lang=en')
  const years = page.locator('[data-chart=years]')
  const choice = years.getByLabel('Drawn as')
  expect(await choice.inputValue()).toBe('bars')
  await choice.selectOption('lines')
  await page.waitForFunction(() => new URLSearchParams(location.search).get('chart') === 'years:lines')
  expect(await choice.inputValue()).toBe('lines')
  await page.reload()
  await chartsDrawn(page)
  expect(await years.getByLabel('Drawn as').inputValue()).toBe('lines')
  await years.getByLabel('Drawn as').selectOption('bars')
  await page.waitForFunction(() => !new URLSearchParams(location.search).has('chart'))
})

test('a form that the data do not suit is not drawn, whatever the address asks', async () => {
  await open('/indicator/EX02?lang=en&chart=years:flow')
  expect(await page.getByLabel('Drawn as').first().inputValue()).toBe('bars')
})

test('a breakdown by one dimension may be drawn over all its years, and says which they are', async () => {
  await open(BY_COUNTRY)
  const choice = groups().getByLabel('Drawn as')
  expect(await choice.inputValue()).toBe('bars')
  expect(await groups().locator('.chart-head .cap').innerText()).not.toMatch(/ to \d{4}/)
  await choice.selectOption('multiples')
  await page.waitForFunction(() => new URLSearchParams(location.search).get('chart') === 'groups:multiples')
  await expect.poll(() => groups().locator('.chart-head .cap').innerText()).toMatch(/\d{4}\/\d\d to \d{4}\/\d\d/)
})

test('a chosen category leads to itself alone, over the years, and to all that is known of it', async () => {
  await open(`${BY_COUNTRY}&category=LA`)
  const all = groups().getByRole('link', { name: 'Everything about Laos' })
  expect(await all.getAttribute('href')).toMatch(/^\/country\/LA\?/)
  await groups().getByRole('link', { name: 'Only Laos, over the years' }).click()
  await page.waitForURL(({ searchParams }) => searchParams.get('filter') === 'country:LA')
  await chartsDrawn(page)
  expect(new URL(page.url()).searchParams.has('category')).toBe(false)
  expect(await groups().count()).toBe(0)
})

test('a breakdown crossed with a second dimension is a matrix, walked cell by cell, read aloud with its row and column', async () => {
  await open(`${BY_COUNTRY}&across=sex`, { signedIn: true })
  const frame = groups().locator('.chart-frame')
  const stated = groups().locator('[role=status]')
  expect(await groups().getByLabel('Drawn as').inputValue()).toBe('matrix')
  await frame.focus()
  const said = new Set<string>()
  for (const key of ['ArrowRight', 'ArrowRight', 'ArrowDown', 'ArrowLeft']) {
    await page.keyboard.press(key)
    said.add(await stated.innerText())
  }
  expect(said.size).toBe(4)
  for (const text of said) expect(text).toMatch(/^.+, .+: .+/)
  await expect.poll(() => frame.locator('.chart-ring').count()).toBe(1)
  expect(await frame.locator('.chart-callout').innerText()).toContain([...said].at(-1)!.split(': ')[0])
  await page.keyboard.press('Escape')
  expect(await stated.innerText()).toBe('')
  expect(await frame.locator('.chart-callout').count()).toBe(0)
})

test('a stream of a flow is ringed at its two ends, and nothing stays ringed behind it', async () => {
  await open(`${BY_COUNTRY}&across=programme&chart=groups:flow`, { signedIn: true })
  const frame = groups().locator('.chart-frame')
  const rings = () =>
    frame.locator('.chart-ring').evaluateAll((all) => all.map((one) => (one as HTMLElement).getBoundingClientRect().x))
  await frame.focus()
  for (const key of ['ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowUp']) {
    await page.keyboard.press(key)
    await expect.poll(async () => (await rings()).length).toBe(2)
    const [from, to] = await rings()
    expect(to! - from!).toBeGreaterThan(200)
  }
})

test('Home and End lead to the first and the last point; the focus of a chart can be seen', async () => {
  await open('/indicator/EX02?lang=en')
  const frame = page.locator('.chart-frame').first()
  const stated = page.locator('[role=status]', { hasText: /\d{4}\/\d\d/ }).first()
  await frame.focus()
  await page.keyboard.press('End')
  const last = await stated.innerText()
  await page.keyboard.press('Home')
  const first = await stated.innerText()
  expect(Number(first.slice(0, 4))).toBeLessThan(Number(last.slice(0, 4)))
  expect(await frame.evaluate((one) => getComputedStyle(one).outlineStyle)).not.toBe('none')
})

test('every form of a breakdown is drawn, in both languages, with its summary and its table one step away', async () => {
  for (const lang of ['en', 'zh']) {
    await open(`/indicator/EX02?lang=${lang}&by=country&across=sex`, { signedIn: true })
    const choice = groups().locator('.chart-form select')
    const forms = await choice
      .locator('option')
      .evaluateAll((all) => all.map((one) => (one as HTMLOptionElement).value))
    expect(forms.length).toBeGreaterThan(2)
    const seen = new Set<string>()
    for (const form of forms) {
      await choice.selectOption(form)
      await chartsDrawn(page)
      const canvas = groups().locator('canvas')
      expect((await canvas.getAttribute('aria-label'))!.length).toBeGreaterThan(40)
      seen.add((await canvas.screenshot()).toString('base64'))
    }
    expect(seen.size).toBe(forms.length)
    await groups().locator('.chart-head a.button').click()
    await groups().locator('table').waitFor()
    expect(await groups().locator('canvas').count()).toBe(0)
    if (lang === 'en') await page.context().close()
  }
})

test('in print a chart is drawn anew, as wide as the paper and finer than the screen, and without its control', async () => {
  await open(BY_COUNTRY)
  const size = () =>
    groups()
      .locator('.chart-frame canvas')
      .first()
      .evaluate((one) => (one as HTMLCanvasElement).width)
  const onScreen = await size()
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')))
  expect(await size()).toBe(3 * 680)
  await page.evaluate(() => dispatchEvent(new Event('afterprint')))
  await page.waitForFunction(
    (wide) => (document.querySelector('[data-chart=groups] .chart-frame canvas') as HTMLCanvasElement)?.width === wide,
    onScreen,
  )
  await page.emulateMedia({ media: 'print' })
  expect(await page.locator('.chart-form').first().isVisible()).toBe(false)
})

test('where the system forces its colours a chart is drawn in them', async () => {
  await open('/indicator/EX02?lang=en', { forcedColors: 'active' })
  const colored = await page
    .locator('.chart-frame canvas')
    .first()
    .evaluate((one) => {
      const canvas = one as HTMLCanvasElement
      const { data } = canvas.getContext('2d')!.getImageData(0, 0, canvas.width, canvas.height)
      let count = 0
      for (let at = 0; at < data.length; at += 4)
        if (
          data[at + 3] === 255 &&
          Math.max(data[at]!, data[at + 1]!, data[at + 2]!) - Math.min(data[at]!, data[at + 1]!, data[at + 2]!) > 40
        )
          count++
      return count
    })
  expect(colored).toBe(0)
})

test('a chart that is walked through has no fault that a machine can find', async () => {
  await open(`${BY_COUNTRY}&across=sex`, { signedIn: true })
  await groups().locator('.chart-frame').focus()
  await page.keyboard.press('ArrowRight')
  expect(await brokenRules(page, '.chart-panel')).toEqual([])
})
