import { expect, test } from 'vitest'
import { go, openOwnPage, page, shareCauseway } from './open-causeway.ts'

shareCauseway()

/** The code of an indicator that only helps another one: EX05.prior, EX20.new. */
const HELPER_CODE = /\b[A-Z]{2}\d{2}\.[a-z]+/

test('each scope is offered once', async () => {
  await openOwnPage('/indicator/EX02?lang=zh')
  const offered = await page.getByLabel('统计范围').locator('option').allInnerTexts()
  expect(offered).toEqual(['按指标定义：国外', '国（境）外'])
  await go('/indicator/EX02?lang=zh&scope=border')
  expect(await page.getByLabel('统计范围').locator('option:checked').innerText()).toBe('国（境）外')
})

test('the public reads the name of a helper indicator and not its code', async () => {
  await openOwnPage('/theme/export?lang=zh')
  for (const path of ['/theme/export', '/theme/platforms', '/catalogue', '/indicator/EX05.prior', '/answer/EX20.new']) {
    await go(`${path}?lang=zh`)
    expect(HELPER_CODE.exec(await page.locator('body').innerText())?.[0], path).toBeUndefined()
  }
  await go('/indicator/resources-newly-adopted?lang=en&tab=take')
  expect(HELPER_CODE.exec(await page.locator('body').innerText())?.[0]).toBeUndefined()
})

test('a name beside the counts of a share keeps room for whole words', async () => {
  await openOwnPage('/programme/P01?lang=zh', { signedIn: true, viewport: { width: 1440, height: 900 } })
  let ofFew = 0
  for (const path of ['/country/VN', '/country/LA', '/country/TH', '/country/ID']) {
    for (const lang of ['zh', 'en']) {
      await go(`${path}?lang=${lang}`)
      ofFew += await page.locator('.figure-list .figure-of-few').count()
      const names = await page
        .locator('.figure-list-name')
        .evaluateAll((all) =>
          all.filter((one) => one.checkVisibility()).map((one) => one.getBoundingClientRect().width),
        )
      expect(Math.min(...names), `${path} ${lang}`).toBeGreaterThan(125)
    }
  }
  expect(ofFew).toBeGreaterThan(0)
})

test('the last row of a group of small charts leaves no half of a wide screen empty', async () => {
  await openOwnPage('/theme/platforms?lang=zh', { viewport: { width: 1600, height: 900 } })
  for (const theme of ['introduction', 'export', 'standards', 'platforms', 'skills']) {
    await go(`/theme/${theme}?lang=zh`)
    const filled = await page.locator('.theme-figures').evaluateAll((groups) =>
      groups.map((group) => {
        const { left, width } = group.getBoundingClientRect()
        return ((group.lastElementChild?.getBoundingClientRect().right ?? 0) - left) / width
      }),
    )
    expect(Math.min(...filled), theme).toBeGreaterThan(0.7)
  }
})

test('the overview promises reasons only where it gives some', async () => {
  await openOwnPage('/?lang=en')
  const panel = page.locator('.area-changes')
  await panel.locator('.changes').first().waitFor()
  const reasons = await panel.locator('.changes li p.quiet').count()
  expect(await panel.locator('h2').innerText()).toBe(reasons > 0 ? 'What changed most, and why' : 'What changed most')
})

test.each([
  ['zh', '已登录：', '查看人'],
  ['en', 'Signed in: ', 'reader'],
])('the head says in %s who is signed in and as what, on a phone as well', async (lang, before, role) => {
  await openOwnPage(`/?lang=${lang}`)
  expect(await page.locator('.site-head .signed-in').count()).toBe(0)
  for (const width of [1280, 360]) {
    await openOwnPage(`/?lang=${lang}`, { signedIn: true, viewport: { width, height: 800 } })
    const said = page.locator('.site-head .signed-in')
    expect(await said.isVisible()).toBe(true)
    expect(await said.innerText()).toContain(before)
    expect(await said.innerText()).toContain(role)
    const { scrollWidth, clientWidth } = await page.evaluate(() => document.documentElement)
    expect(scrollWidth).toBe(clientWidth)
  }
})
