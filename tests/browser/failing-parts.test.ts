import { expect, test } from 'vitest'
import { settled } from '../support/settled.ts'
import { go, shareCauseway, openPageForEachTest, page, signIn } from './open-causeway.ts'

shareCauseway()
openPageForEachTest({ viewport: { width: 1280, height: 800 } })

const NOT_THERE = { status: 404, body: 'no such file' }
const alerts = () => page.locator('main').getByRole('alert')

/** Answers the question of that name as if what gives one of its fields had failed. */
async function failField(operation: string, field: string): Promise<void> {
  await page.route(new RegExp(`/graphql\\?.*query[+ ]${operation}\\b`), async (route) => {
    const answer = await route.fetch()
    const { data } = (await answer.json()) as { data: Record<string, unknown> }
    const error = { message: 'x', path: [field], extensions: { code: 'INTERNAL', requestId: 'r-1' } }
    await route.fulfill({ json: { data: { ...data, [field]: null }, errors: [error] } })
  })
}

/** A part of the app has been fetched with all that it needs, its styles too, and anyone who waits for it has been said. */
async function isThere(part: string): Promise<void> {
  await page.waitForFunction(() =>
    [...document.querySelectorAll<HTMLLinkElement>('link[rel=stylesheet]')].every(({ sheet }) => sheet !== null),
  )
  await page.evaluate(`import(${JSON.stringify(part)}).then(() => new Promise((resolve) => setTimeout(resolve)))`)
}

/** Keeps a part of the app on its way until it is dropped, and then waits until it is there. */
async function hold(name: string): Promise<() => Promise<void>> {
  const part = new RegExp(`/assets/${name}[^/]*\\.js`)
  const held = Promise.withResolvers<void>()
  await page.route(part, async (route) => {
    await held.promise
    await route.continue()
  })
  const fetched = page.waitForResponse(part)
  return async () => {
    held.resolve()
    await isThere((await fetched).url())
  }
}

/** A part of the app cannot be had, and anyone who waits for it has been said: its styles, on their way still, are waited for first. */
const isRefused = () =>
  page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        addEventListener('vite:preloadError', () => setTimeout(resolve), { once: true })
      }),
  )

test('what draws charts cannot be fetched: the figures stay, and each chart is still a table one step away', async () => {
  await page.route(/\/assets\/chart-/, (route) => route.fulfill(NOT_THERE))
  await go('/?lang=en')
  await page.getByRole('button', { name: 'Load the page again' }).first().waitFor()
  expect(await page.locator('.leading').count()).toBeGreaterThan(5)
  await page.getByRole('link', { name: /^Table ?: Who learns from whom/ }).click()
  await page.locator('[data-chart="people"] table').waitFor()
})

test('a page that a renewed site no longer has says so, and is there when it is loaded again', async () => {
  await go('/?lang=en')
  await page.route(/\/assets\/forms-page/, (route) => route.fulfill(NOT_THERE))
  await page.getByRole('navigation').getByRole('link', { name: 'Forms', exact: true }).click()
  await page.getByRole('heading', { level: 1, name: 'This part could not be loaded' }).waitFor()
  await page.unroute(/\/assets\/forms-page/)
  await page.getByRole('button', { name: 'Load the page again' }).click()
  await page.getByRole('heading', { level: 1, name: 'Official tables' }).waitFor()
})

test('a page that could not be fetched ahead is loaded anew by anyone who goes there', async () => {
  await go('/?lang=en')
  await page.route(/\/assets\/skills-page/, (route) => route.fulfill(NOT_THERE))
  const unheard: string[] = []
  page.on('pageerror', ({ message }) => unheard.push(message))
  const link = page.getByRole('navigation').getByRole('link', { name: 'Skills' })
  const refused = isRefused()
  await link.hover()
  await refused
  await page.unroute(/\/assets\/skills-page/)
  await link.click()
  await page.getByRole('heading', { level: 2, name: 'Certificates' }).waitFor()
  expect(unheard).toEqual([])
})

test('a country whose answer failed is not said to be unknown', async () => {
  await failField('Country', 'country')
  await go('/country/LA?lang=en')
  expect(await page.locator('main h1').innerText()).toBe('Something went wrong')
  expect(await page.locator('main').innerText()).toContain('r-1')
})

test('a side of the picture by country that failed is not said to have no figures, and costs nothing else', async () => {
  await failField('OverviewRest', 'introduction')
  await go('/?lang=en')
  await page.locator('.area-countries').getByRole('alert').waitFor()
  expect(await page.locator('.area-countries').innerText()).not.toContain('No figures')
  expect(await alerts().count()).toBe(1)
  expect(await page.locator('.area-changes li').count()).toBeGreaterThan(0)
})

test.each([
  ['the programmes and partners of a search', 'Subjects', 'PROGRAMME', '/catalogue?lang=en&search=crop'],
  ['the values a theme is filtered by', 'ThemeCategories', 'institution', '/theme/export?lang=en&filter=country:LA'],
])('%s say so where they failed', async (_part, operation, field, path) => {
  await failField(operation, field)
  await go(path)
  await alerts().filter({ hasText: 'r-1' }).waitFor()
})

test('the values an indicator is filtered by say so where they failed', async () => {
  await failField('Categories', 'indicator')
  await go('/indicator/EX02?lang=en')
  await page.getByText('Count only a part').click()
  await page.getByLabel('Which part').selectOption('country')
  await alerts().filter({ hasText: 'r-1' }).waitFor()
})

test('a link that has the focus fetches its page, which then opens without a picture of waiting', async () => {
  await go('/?lang=en')
  const fetched = page.waitForResponse(/\/assets\/sign-in-page/)
  const link = page.getByRole('link', { name: 'Sign in' }).first()
  await link.focus()
  await isThere((await fetched).url())
  await page.evaluate(() => {
    const seen = new MutationObserver(() => {
      if (document.querySelector('main .loading')) document.body.dataset.waited = ''
    })
    seen.observe(document.querySelector('main')!, { childList: true, subtree: true })
  })
  await link.press('Enter')
  await page.getByLabel('Access token').waitFor()
  expect(await page.locator('body').getAttribute('data-waited')).toBeNull()
  await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('content')
})

test('anyone who signs out is at the beginning of the page', async () => {
  await signIn()
  await go('/skills?lang=en')
  await page.getByRole('button', { name: 'Sign out' }).first().press('Enter')
  await page.getByRole('link', { name: 'Sign in' }).first().waitFor()
  await settled(page)
  await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('content')
})

test('anyone who goes elsewhere while a page is on its way is left there', async () => {
  await go('/theme/export?lang=en')
  await page.getByRole('navigation').getByRole('link', { name: 'Overview' }).click()
  await page.locator('.area-picture').waitFor()
  await settled(page)
  const letGo = await hold('forms-page')
  const place = await page.evaluate(() => {
    for (const path of ['/forms', '/theme/export'])
      document.querySelector<HTMLElement>(`nav a[href^="${path}"]`)!.click()
    scrollTo(0, 300)
    return [location.pathname, scrollY]
  })
  expect(place).toEqual(['/theme/export', 300])
  await letGo()
  expect(await page.evaluate(() => [location.pathname, scrollY])).toEqual(place)
})

test('anyone who changes the page in sight while another is on its way stays there, with the change', async () => {
  await go('/?lang=en')
  const letGo = await hold('forms-page')
  await page.evaluate(() => {
    for (const link of ['nav a[href^="/forms"]', 'main a[href*="table=people"]'])
      document.querySelector<HTMLElement>(link)!.click()
  })
  await letGo()
  const { pathname, searchParams } = new URL(page.url())
  expect([pathname, searchParams.get('table')]).toEqual(['/', 'people'])
  await page.locator('[data-chart="people"] table').waitFor()
})

test('a search is noted when somebody at once follows what it found, and keeps nobody on its page', async () => {
  await go('/catalogue?lang=en')
  const letGo = await hold('indicator-page')
  await page.evaluate(async () => {
    const field = document.querySelector<HTMLInputElement>('main input[type=search]')!
    field.focus()
    document.execCommand('insertText', false, 'foreign students ')
    await new Promise((resolve) => setTimeout(resolve))
    document.querySelector<HTMLElement>('.entry-name a')!.click()
  })
  await page.waitForURL(/\/indicator\//)
  await letGo()
  await settled(page)
  await page.goBack()
  await page.waitForURL(/\/catalogue\?.*search=foreign/)
})
