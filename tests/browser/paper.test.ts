import { expect, test } from 'vitest'
import { go, openCauseway, openPageForEachTest, page, signIn } from './open-causeway.ts'

openCauseway()
openPageForEachTest({ viewport: { width: 718, height: 1000 } })

test.each([
  ['the members of platforms', '/platforms?lang=en', '.platform-members li'],
  ['the figures of a programme beyond the first', '/programme/J-CROP?lang=en', '.unfolds .figure-list li'],
])('%s, folded on the screen, stand on paper', async (_, path, folded) => {
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
