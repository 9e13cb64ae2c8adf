import { expect, test } from 'vitest'
import { go, shareCauseway, openPageForEachTest, page } from './open-causeway.ts'

shareCauseway()
openPageForEachTest({ viewport: { width: 1440, height: 900 } })

const cardOf = (code: string) => page.locator('.theme-figure', { hasText: code })

test('what a rule requires is a line in each small chart that it is of, said once beneath, and said where it is not met', async () => {
  await go('/theme/introduction?lang=en')
  for (const code of ['IN04', 'IN05', 'IN06', 'IN07'])
    expect(await cardOf(code).locator('.small-limit').count()).toBe(1)
  expect(await page.locator('.small-limit').count()).toBe(4)
  expect(await cardOf('IN06').innerText()).toContain('! not what is required: Core courses borne by teachers')
  expect(await cardOf('IN04').innerText()).not.toContain('required')
  // The line is in the chart where all figures are below it.
  const [line, box] = await Promise.all([
    cardOf('IN06').locator('.small-limit').boundingBox(),
    cardOf('IN06').locator('svg.small-chart').boundingBox(),
  ])
  expect(line!.y).toBeGreaterThan(box!.y)
  expect(await page.getByRole('main').innerText()).toContain('dashed line: what a rule requires')
  await go('/theme/introduction?lang=zh')
  expect(await cardOf('IN06').innerText()).toContain('未达到要求：')
  expect(await page.getByRole('main').innerText()).toContain('虚线：法定要求')
  await go('/theme/export?lang=zh')
  expect(await page.getByRole('main').innerText()).not.toContain('虚线')
})

test.each([
  ['Standards', '/standards'],
  ['Platforms', '/platforms'],
  ['Skills', '/skills'],
])(
  'the theme %s is one page: what is said first and all its indicators are tabs, each with an address',
  async (theme, path) => {
    await go(`${path}?lang=en`)
    const tabs = page.getByRole('navigation', { name: theme, exact: true })
    const openTab = tabs.locator('[aria-current=page]')
    expect(await tabs.getByRole('link').allInnerTexts()).toEqual(['Overview', 'All indicators'])
    expect(await openTab.innerText()).toBe('Overview')
    // Its indicators are listed on the other one.
    expect(await page.getByRole('heading', { name: /^Indicators of/ }).count()).toBe(0)
    for (const [name, there] of [
      ['All indicators', `/theme${path}`],
      ['Overview', path],
    ] as const) {
      await tabs.getByRole('link', { name }).focus()
      await page.keyboard.press('Enter')
      await page.waitForURL(({ pathname }) => pathname === there)
      await expect.poll(() => openTab.innerText(), { timeout: 60_000 }).toBe(name)
    }
  },
)

test('a theme with nothing but its indicators has nothing to choose', async () => {
  await go('/theme/export?lang=en')
  expect(await page.getByRole('navigation', { name: 'Export', exact: true }).count()).toBe(0)
})
