import { createCanvas, loadImage } from '@napi-rs/canvas'
import { beforeAll, expect, test } from 'vitest'
import { fillTrained } from '../support/college.ts'
import { browser, go, openCauseway, openPage, openPageForEachTest, page, signIn, ownCauseway } from './open-causeway.ts'

openCauseway({ CAUSEWAY_DEMO: 'off' })
openPageForEachTest({ viewport: { width: 1440, height: 900 } })

const main = () => page.getByRole('main')

/** Trained 30 person-days in the first year of its plan and 62.5 in the second, most of them by headcount. */
beforeAll(async () => {
  const own = ['--institution', 'X', '--data-date', '2024-08-31']
  await fillTrained({
    put: (type, lines) => ownCauseway.put(type, lines, ...(type === 'institution' ? own.slice(2) : own)),
  })
})

test('a target that is added up over the years is held against their sum, which is said', async () => {
  await signIn()
  await go('/?lang=zh')
  const due = page.locator('.area-due .matter', { hasText: '培训量' })
  expect(await due.innerText()).toContain('已累计92.5人日，未达到累计目标120人日')
  expect(await page.locator('.area-export .target-words').innerText()).toBe('已累计92.5人日，累计目标120人日，未达到')
  await go('/?lang=en')
  expect(await page.locator('.area-due').innerText()).toContain(
    '92.5 person-days since the plan began; the plan wanted 120 person-days',
  )
  await go('/theme/export?lang=en')
  expect(await page.locator('.target-words').innerText()).toBe(
    '92.5 person-days in all, target since the plan began 120 person-days, not reached',
  )
})

test('people who came as headcounts are people and no records, and no fact leaves a phone', async () => {
  await signIn()
  await page.setViewportSize({ width: 390, height: 844 })
  for (const [lang, said] of [
    ['zh', '成批填报的人数 24人'],
    ['en', 'Given as headcounts 24 people'],
  ] as const) {
    await go(`/indicator/EX07?lang=${lang}`)
    const facts = main().locator('.origin .facts')
    expect((await facts.innerText()).replaceAll(/\s+/g, ' ')).toContain(said)
    const card = (await main().locator('.origin').boundingBox())!
    for (const fact of await facts.locator('.nowrap').all()) {
      const box = (await fact.boundingBox())!
      expect(box.x + box.width).toBeLessThanOrEqual(card.x + card.width)
    }
  }
})

test('a weight is said as its share of all, and a version that is not in force is not overdue', async () => {
  await signIn()
  await go('/standard/S?lang=en')
  const versions = main().locator('section', { has: page.getByRole('heading', { name: 'Versions and units' }) })
  expect(await versions.locator('tbody tr td:nth-child(2)').allInnerTexts()).toEqual(['25%', '63%', '13%'])
  const [newest, before] = await versions.locator('summary').allInnerTexts()
  expect(newest).toContain('overdue')
  expect(before).toContain('not in force')
  expect(before).not.toContain('overdue')
})

test('no line is at the edge of a table that goes no further, whatever part of a pixel the screen has', async () => {
  for (const deviceScaleFactor of [1, 1.25, 1.5, 1.75]) {
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, deviceScaleFactor })
    await signIn('reader', context)
    const opened = await openPage('/standard/S?lang=en&mode=light', context)
    const head = (await opened.locator('.table-frame thead').first().boundingBox())!
    for (const edge of [head.x, head.x + head.width]) {
      const image = await loadImage(
        await opened.screenshot({ fullPage: true, clip: { x: edge - 3, y: head.y + 2, width: 6, height: 6 } }),
      )
      const pen = createCanvas(image.width, image.height).getContext('2d')
      pen.drawImage(image, 0, 0)
      const { data } = pen.getImageData(0, 0, image.width, image.height)
      expect(new Set(data), `at ${edge}, ${deviceScaleFactor}`).toEqual(new Set([255]))
    }
    await context.close()
  }
})
