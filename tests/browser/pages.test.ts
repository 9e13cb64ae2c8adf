import type { BrowserContext } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { ask, openContext, openPage, shareCauseway } from './open-causeway.ts'

const LANGUAGES = ['en', 'zh'] as const

shareCauseway()
let context: BrowserContext
beforeAll(async () => {
  context = await openContext({ viewport: { width: 1280, height: 900 } })
})

const open = (path: string, settings: { lang: string; mode?: string }) =>
  openPage(path, context, { mode: 'light', ...settings })

test('opens on the last year that was complete on the data date, by the report it is filed in', async () => {
  const page = await open('/', { lang: 'zh' })
  const picked = await page.locator('#year option:checked').innerText()
  expect(picked).toBe('2024年度年报（2023—2024学年）')
  expect(await page.locator('h1').innerText()).toContain('2023—2024学年')
})

test.each(LANGUAGES)(
  'keeps pages, year and sign-in in one row on a screen in %s, nothing over anything',
  async (lang) => {
    const page = await open('/?year=2024', { lang })
    for (const width of [1600, 1440, 1280]) {
      await page.setViewportSize({ width, height: 900 })
      const boxes = await page
        .locator('.bar .wordmark, .bar nav a, .bar select, .bar .button')
        .evaluateAll((parts) =>
          parts
            .filter((part) => (part as HTMLElement).offsetParent !== null)
            .map((part) => part.getBoundingClientRect().toJSON() as DOMRect),
        )
      expect(new Set(boxes.map(({ top, height }) => Math.round((top + height / 2) / 8))).size, `at ${width}`).toBe(1)
      boxes.slice(1).forEach((box, at) => expect(box.left, `at ${width}`).toBeGreaterThanOrEqual(boxes[at]!.right))
    }
  },
)

test('the table of countries says what its dash means', async () => {
  const page = await open('/?table=countries', { lang: 'en' })
  const panel = page.locator('.area-countries')
  await panel.locator('tbody').waitFor()
  expect(await panel.locator('tbody').innerText()).toContain('—')
  expect(await panel.innerText()).toContain('—: no records of that country or region on that side')
})

test('shows introduction and export apart, as the graph gives them, and never their sum', async () => {
  const figures = await ask<Record<'in' | 'out', { series: { figures: { value: number }[] } }>>(
    '{ in: indicator(id: "DN02") { series(institution: "demo", from: 2023, to: 2023) { figures { value } } } out: indicator(id: "DN03") { series(institution: "demo", from: 2023, to: 2023) { figures { value } } } }',
    context,
  )
  const [into, out] = [figures.in.series.figures[0]!.value, figures.out.series.figures[0]!.value]
  expect(into).toBeGreaterThan(0)
  expect(out).toBeGreaterThan(0)
  const number = (value: number) => value.toLocaleString('en-US')
  const page = await open('/?table=people', { lang: 'en' })
  const row = page.locator('.area-picture tr', { hasText: '2023/24' })
  expect(await row.locator('td').allInnerTexts()).toEqual([number(into), number(out)])
  expect(await page.locator('main').innerText()).not.toContain(number(into + out))
})

test('on paper leaves out what only a screen can do, and prints each chart with its table in light colours', async () => {
  const page = await open('/', { lang: 'en', mode: 'dark' })
  await page.emulateMedia({ media: 'print' })
  await page.waitForFunction(() => document.documentElement.dataset.theme === 'light')
  expect(await page.locator('nav').isVisible()).toBe(false)
  expect(await page.locator('#year').isVisible()).toBe(false)
  await page.locator('.area-picture table').waitFor()
  await page.locator('.area-picture canvas').waitFor()
  // Paper is narrower than the screen the picture was drawn for.
  const cut = await page.locator('.area-picture canvas').evaluate((canvas: HTMLCanvasElement) => {
    canvas.style.width = '2000px'
    return canvas.clientWidth > canvas.parentElement!.clientWidth || getComputedStyle(canvas).objectFit !== 'contain'
  })
  expect(cut).toBe(false)
  expect((await page.pdf({ format: 'A4' })).byteLength).toBeGreaterThan(20_000)
})
