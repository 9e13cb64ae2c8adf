import { expect, test } from 'vitest'
import { browser, openBrowser } from './open-causeway.ts'

openBrowser()

/** Dark pixels that two texts do not share. A font that lacks the glyphs draws the same box for both. */
async function differingPixels(one: string, other: string): Promise<number> {
  const page = await browser.newPage()
  const count = await page.evaluate(
    ([first, second]) => {
      const draw = (text: string) => {
        const canvas = document.createElement('canvas')
        canvas.width = canvas.height = 64
        const context = canvas.getContext('2d')!
        context.font = '48px sans-serif'
        context.fillText(text, 4, 52)
        return context.getImageData(0, 0, 64, 64).data
      }
      const [a, b] = [draw(first!), draw(second!)]
      return a.filter((value, index) => index % 4 === 3 && Math.abs(value - b[index]!) > 128).length
    },
    [one, other],
  )
  await page.close()
  return count
}

test('the browser of the tests really draws Chinese glyphs', async () => {
  expect(await differingPixels('职', '国')).toBeGreaterThan(100)
})

test('the browser outlives a page that closes', async () => {
  const page = await browser.newPage()
  await page.close()
  const next = await browser.newPage()
  await next.setContent('<h1>中国</h1>')
  expect(await next.textContent('h1')).toBe('中国')
})
