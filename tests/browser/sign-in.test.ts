import { expect, test } from 'vitest'
import { settled } from '../support/settled.ts'
import { causeway, go, openCauseway, openPageForEachTest, ownCauseway, page } from './open-causeway.ts'

openCauseway()
openPageForEachTest({ viewport: { width: 1280, height: 900 }, locale: 'en-GB' })

async function signIn(): Promise<void> {
  await page.getByLabel('Access token').fill(await causeway.tokenFor())
  await page.getByRole('main').getByRole('button', { name: 'Sign in' }).click()
}

test('a wrong token is refused in words, and an empty one at once', async () => {
  await go('/sign-in?lang=zh')
  await page.getByRole('main').getByRole('button', { name: '登录' }).click()
  expect(await page.getByRole('alert').innerText()).toContain('请填写访问令牌')
  await page.getByLabel('访问令牌').fill('not-a-token')
  await page.getByRole('main').getByRole('button', { name: '登录' }).click()
  await page.getByText('无效').waitFor()
  expect(await page.getByLabel('访问令牌').getAttribute('aria-invalid')).toBe('true')
})

test('anyone who signs in comes back to the page, walks to the records page by page, and signs out', async () => {
  await go('/indicator/EX02?lang=en&year=2023')
  await page.getByRole('link', { name: /^Sign in to see the records/ }).click()
  await signIn()
  await page.getByRole('link', { name: 'See the records' }).click()
  const rows = page.locator('section[aria-labelledby=records] tbody tr')
  await rows.first().waitFor()
  expect(await rows.count()).toBe(20)
  expect(await rows.first().innerText()).toMatch(/\.csv, row \d+/)
  const first = await rows.first().innerText()
  await page.getByRole('link', { name: 'Next page' }).click()
  await page.waitForFunction(
    (text) => document.querySelector<HTMLElement>('section[aria-labelledby=records] tbody tr')?.innerText !== text,
    first,
  )
  expect(new URL(page.url()).searchParams.get('after')).toBeTruthy()
  await page.getByRole('link', { name: 'First page' }).click()
  await page.waitForURL((url) => !url.searchParams.has('after'))
  const cookies = await page.context().cookies()
  expect(cookies.some((cookie) => cookie.httpOnly && cookie.sameSite === 'Strict' && cookie.expires > 0)).toBe(true)
  await page.getByRole('button', { name: 'Sign out' }).click()
  await page.getByText('Signing in is needed').waitFor()
})

test('anyone who signs in comes back to the very place of the page, with all that its address said', async () => {
  await go('/answer/EX02?lang=en&against=78&from=mail#in-hand')
  await page.getByRole('link', { name: 'Sign in to see what makes the difference' }).click()
  await signIn()
  await page.waitForURL((url) => url.pathname === '/answer/EX02' && url.hash === '#in-hand')
  expect(new URL(page.url()).searchParams.get('from')).toBe('mail')
})

test('the records of one category are those of that category', async () => {
  await go('/sign-in?lang=en')
  await signIn()
  await page.waitForURL((url) => url.pathname === '/')
  await go('/indicator/EX02?lang=en&year=2023&by=country&category=LA')
  await page.getByRole('link', { name: 'See the records' }).click()
  const rows = page.locator('section[aria-labelledby=records] tbody tr')
  await rows.first().waitFor()
  for (const text of await rows.allInnerTexts()) expect(text).toContain('Lao')
})

test('a one-time address signs in once, and is gone from the address; a second time it says so, with the cure', async () => {
  const port = new URL(causeway.address).port
  const { address } = JSON.parse(await ownCauseway.run(['sign-in', '--json'], { PORT: port })) as { address: string }
  const opened = await page.request.get(`${address}&lang=zh`)
  expect(opened.headers()).toMatchObject({ 'cache-control': 'no-store', 'referrer-policy': 'same-origin' })
  expect(await opened.text()).not.toContain('once_')
  await page.goto(address)
  await page.getByRole('button', { name: 'Sign out' }).waitFor()
  await page.waitForURL(`${causeway.address}/`)
  await page.goBack()
  expect(page.url()).not.toContain('once')
  await page.goto(`${address}&lang=zh`)
  await page.getByRole('alert').waitFor()
  expect(await page.getByRole('alert').innerText()).toMatch(/已用过.*npm run causeway -- sign-in/)
  expect(page.url()).toBe(`${causeway.address}/sign-in?lang=zh`)
})

test('signing in leads to no other host', async () => {
  await go('/sign-in?lang=en&back=//example.org/x')
  await signIn()
  await page.waitForURL((url) => url.pathname === '/')
  expect(new URL(page.url()).origin).toBe(causeway.address)
})

test('who opens a page may be known late: what was asked for them is not asked again', async () => {
  const known = Promise.withResolvers<void>()
  await page.route('**/session', async (route) => {
    await known.promise
    await route.continue()
  })
  const asked: string[] = []
  page.on('request', (request) => {
    const query = new URL(request.url()).searchParams.get('query')
    if (query !== null) asked.push(/(?:query|subscription) (\w+)/.exec(query)![1]!)
  })
  await page.goto(`${causeway.address}/indicator/EX02?lang=en`)
  await page.getByRole('heading', { level: 1, name: 'Foreign students received' }).waitFor()
  await page.locator('header [aria-busy=true]:visible').waitFor()
  known.resolve()
  await settled(page)
  expect(asked.filter((name) => name !== 'Newer')).toEqual([...new Set(asked)].filter((name) => name !== 'Newer'))
})

// The page itself asks first; where that fails, the app asks again.
test.each([0, 1])('an answer that comes late does not sign anybody out, after %i that failed', async (failing) => {
  const [asked, late] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
  let times = 0
  await page.route('**/session', async (route) => {
    if (route.request().method() !== 'GET') return route.continue()
    const time = times++
    if (time < failing) return route.fulfill({ status: 503 })
    const response = await route.fetch()
    if (time === failing) {
      asked.resolve()
      await late.promise
    }
    await route.fulfill({ response })
  })
  await page.goto(`${causeway.address}/sign-in?lang=en`)
  await asked.promise
  await signIn()
  await page.getByRole('button', { name: 'Sign out' }).waitFor()
  const said = page.waitForResponse('**/session')
  late.resolve()
  await (await said).finished()
  await settled(page)
  expect(await page.getByRole('button', { name: 'Sign out' }).count()).toBe(1)
})
