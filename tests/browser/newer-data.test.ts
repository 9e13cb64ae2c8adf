import { beforeAll, expect, test } from 'vitest'
import { causeway, context, openCauseway, openPageForEachTest, page, ownCauseway } from './open-causeway.ts'

const HEAD = 'person,programme,kind,full_time,nationality,start,end'

openCauseway({ CAUSEWAY_DEMO: 'off' })
openPageForEachTest()
beforeAll(async () => {
  await put('institution', ['code,name_zh,name_en,country', 'N,甲学院,College N,CN'])
  await put('programme', ['code,name_zh,name_en,kind', 'P,数控,CNC,ordinary'])
  const learners = Array.from({ length: 20 }, (_, n) => `A${n},P,degree,1,VN,2023-09-01,2024-07-01`)
  await put('enrolment', [HEAD, ...learners])
})

const put = (type: string, lines: string[], dataDate = '2024-09-30') =>
  ownCauseway.put(type, lines, '--institution', 'N', '--data-date', dataDate)

test('newer data is offered, quietly, and shown when it is asked for: nothing changes by itself', async () => {
  const followed = page.waitForRequest((request) => request.url().includes('subscription'))
  await page.goto(`${causeway.address}/indicator/EX02?institution=N&year=2023&lang=en`)
  const text = () => page.locator('main').innerText()
  await page.waitForFunction(() => /\b20\b/.test(document.querySelector('main')?.innerText ?? ''))
  await followed
  const before = await text()
  await put('enrolment', [HEAD, 'B1,P,degree,1,LA,2023-09-01,2024-07-01'], '2024-10-31')
  const offer = page.getByRole('status').filter({ hasText: 'newer data' })
  await offer.waitFor()
  expect(await offer.innerText()).toContain('There is newer data, up to 31 October 2024.')
  expect(await text()).toBe(before)
  await offer.getByRole('button', { name: 'Show it' }).click()
  await page.waitForFunction(() => /\b21\b/.test(document.querySelector('main')?.innerText ?? ''))
  await offer.waitFor({ state: 'detached' })
})

test('a page that may not wait for newer data, since too many do, goes on quietly and tries again later', async () => {
  const query = new URLSearchParams({ query: 'subscription { revisionChanged(institution: "N") { revision } }' })
  const wait = (signal: AbortSignal) =>
    fetch(`${causeway.address}/graphql?${query}`, { headers: { accept: 'text/event-stream' }, signal })
  const leave = new AbortController()
  const waiting = await Promise.all(Array.from({ length: 100 }, () => wait(leave.signal)))
  expect(waiting.every(({ status }) => status === 200)).toBe(true)
  await page.clock.install()
  const asked = () => page.waitForResponse((response) => response.url().includes('subscription'))
  const refused = asked()
  await page.goto(`${causeway.address}/indicator/EX02?institution=N&year=2023&lang=en`)
  await page.clock.runFor(3_000)
  expect((await refused).status()).toBe(429)
  await page.waitForFunction(() => /\b21\b/.test(document.querySelector('main')?.innerText ?? ''))
  expect(await page.getByRole('alert').count()).toBe(0)
  expect((await page.getByRole('status').allInnerTexts()).join('')).not.toMatch(/wait|connection|newer/i)
  // Until here: a connection whose answer nobody keeps is closed.
  expect(waiting).toHaveLength(100)
  leave.abort()
  // The server hears of it a moment later.
  await expect.poll(async () => (await wait(AbortSignal.timeout(500))).status).toBe(200)
  const allowed = asked()
  await page.clock.runFor(61_000)
  expect((await allowed).status()).toBe(200)
})

test('a lost connection keeps what is shown and says so, and goes away by itself', async () => {
  await page.goto(`${causeway.address}/indicator/EX02?institution=N&year=2023&lang=zh`)
  await page.waitForFunction(() => /\b21\b/.test(document.querySelector('main')?.innerText ?? ''))
  await context.setOffline(true)
  const notice = page.getByRole('status').filter({ hasText: '网络已断开' })
  await notice.waitFor()
  expect(await page.locator('main').innerText()).toMatch(/\b21\b/)
  await context.setOffline(false)
  await notice.waitFor({ state: 'detached' })
})

test('a page that cannot be fetched says so, with the way to try again, and opens by itself once the connection is back', async () => {
  await page.goto(`${causeway.address}/indicator/EX02?institution=N&year=2023&lang=en`)
  await page.waitForFunction(() => /\b21\b/.test(document.querySelector('main')?.innerText ?? ''))
  await context.setOffline(true)
  await page.getByRole('navigation').getByRole('link', { name: 'Platforms' }).click()
  await page.getByText('The server cannot be reached').waitFor()
  await page.getByRole('main').getByRole('button', { name: 'Try again' }).waitFor()
  await context.setOffline(false)
  await page.getByRole('heading', { level: 1, name: 'Platforms' }).waitFor()
})
