import { expect, test } from 'vitest'
import { go, shareCauseway, openPageForEachTest, page } from './open-causeway.ts'

shareCauseway()
openPageForEachTest({ viewport: { width: 390, height: 800 } })

declare global {
  interface Window {
    tops: number[]
  }
}

test.each([
  ['the first figures of a theme', '/theme/export?lang=en', '.theme-group'],
  ['the first card of the overview', '/?lang=en', 'main .card'],
  ['the first card of an indicator', '/indicator/EX02?lang=en&by=country', 'main .card'],
])('%s are where they were first drawn while the rest of the page comes', async (_, path, first) => {
  await page.addInitScript((part) => {
    window.tops = []
    const look = () => {
      const top = document.querySelector(part)?.getBoundingClientRect().top
      if (top !== undefined && Math.round(top) !== window.tops.at(-1)) window.tops.push(Math.round(top))
      requestAnimationFrame(look)
    }
    requestAnimationFrame(look)
  }, first)
  await go(path)
  expect(await page.evaluate(() => window.tops)).toHaveLength(1)
})

test.each(['zh', 'en'])(
  'the heading of the overview is there in %s before any script runs, as the app draws it',
  async (lang) => {
    await go(`/?lang=${lang}`)
    const drawn = await page.locator('main h1').innerHTML()
    const [, heading] = /<h1 lang[^>]*>(.*?)<\/h1>/.exec(await (await fetch(page.url())).text()) ?? []
    expect(heading).toBe(drawn)
  },
)

test('a page of a test is asked to move nothing: what fades is drawn sixty times a second', async () => {
  expect(await page.evaluate(() => matchMedia('(prefers-reduced-motion: reduce)').matches)).toBe(true)
})
