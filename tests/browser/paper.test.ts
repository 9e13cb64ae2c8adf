import { expect, test } from 'vitest'
import { pixelsTooWide } from '../support/page-checks.ts'
import { go, shareCauseway, openPageForEachTest, page, signIn } from './open-causeway.ts'

shareCauseway()
openPageForEachTest({ viewport: { width: 718, height: 1000 } })

test.each([
  ['the members of platforms', '/platforms?lang=en', '.platform-members li'],
  ['the figures of a programme beyond the first', '/programme/J-CROP?lang=en', '.unfolds .figure-list li'],
])('%s, folded on the screen, are on paper', async (_, path, folded) => {
  await signIn()
  await go(path)
  const first = page.locator(folded).first()
  const canBeSeen = () => first.evaluate((item) => item.checkVisibility({ contentVisibilityAuto: true }))
  expect(await canBeSeen()).toBe(false)
  await page.emulateMedia({ media: 'print' })
  await expect.poll(canBeSeen).toBe(true)
  expect((await first.boundingBox())!.height).toBeGreaterThan(5)
})

test('on paper a table of many years begins with the oldest and hides nothing', async () => {
  await go('/indicator/EX02?by=country&table=groups,years&lang=en')
  await page.emulateMedia({ media: 'print' })
  const frame = page.locator('.along-time').first()
  const { x, width } = (await frame.boundingBox())!
  for (const head of await frame.locator('thead th').all()) {
    const box = (await head.boundingBox())!
    expect(box.x).toBeGreaterThanOrEqual(x - 1)
    expect(box.x + box.width).toBeLessThanOrEqual(x + width + 1)
  }
})

test.each(['en', 'zh'])('no head of a table breaks within a word, on paper or on a phone, in %s', async (lang) => {
  await signIn()
  for (const path of ['/standards?table=lives', '/platforms?', '/indicator/EX02?by=country&table=groups,years']) {
    await page.emulateMedia({ media: 'screen' })
    await page.setViewportSize({ width: 390, height: 844 })
    await go(`${path}&lang=${lang}`)
    expect([path, await brokenHeads(lang)]).toEqual([path, []])
    await page.setViewportSize({ width: 718, height: 1000 })
    await page.emulateMedia({ media: 'print' })
    expect([path, await brokenHeads(lang)]).toEqual([path, []])
    expect(await pixelsTooWide(page)).toBeLessThanOrEqual(0)
  }
})

/** Words of heads that are in more than one line. */
function brokenHeads(lang: string): Promise<string[]> {
  return page.locator('thead th:visible').evaluateAll((heads, locale) => {
    const words = new Intl.Segmenter(locale, { granularity: 'word' })
    return heads.flatMap((head) => {
      const texts: Node[] = []
      const walker = document.createTreeWalker(head, NodeFilter.SHOW_TEXT)
      while (walker.nextNode()) texts.push(walker.currentNode)
      return texts.flatMap((text) =>
        [...words.segment(text.textContent!)].flatMap(({ segment, index, isWordLike }) => {
          const range = document.createRange()
          range.setStart(text, index)
          range.setEnd(text, index + segment.length)
          const lines = new Set([...range.getClientRects()].map(({ top }) => Math.round(top)))
          return isWordLike && lines.size > 1 ? [`${head.textContent}: ${segment}`] : []
        }),
      )
    })
  }, lang)
}
