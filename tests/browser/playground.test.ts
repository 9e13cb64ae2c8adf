import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { PLAYGROUND_TABS } from '@causeway/server/outlets/http/playground'
import { causeway, newPage, shareCauseway } from './open-causeway.ts'

shareCauseway()

interface Opened {
  page: Page
  /** Addresses that were asked for outside our own host, and what the browser complained of. */
  outside: string[]
  complaints: string[]
}

async function openPlayground(token: string | null): Promise<Opened> {
  const page = await newPage({ viewport: { width: 1400, height: 900 } })
  const outside: string[] = []
  const complaints: string[] = []
  page.on('request', (request) => {
    if (/^(https?|wss?):/.test(request.url()) && !request.url().startsWith(causeway.address))
      outside.push(request.url())
  })
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text())
  })
  page.on('pageerror', (error) => complaints.push(String(error)))
  if (token !== null) {
    const signedIn = await page.request.post(`${causeway.address}/session`, { data: { token } })
    expect(signedIn.status()).toBe(200)
  }
  await page.goto(`${causeway.address}/graphql`)
  await page.locator('.graphiql-execute-button').waitFor()
  return { page, outside, complaints }
}

interface Noted {
  activeTabIndex?: number
}

const nameOf = (index: number) => /query (\w+)/.exec(PLAYGROUND_TABS[index]!)![1]

/** Runs what is in the tab as it is, and gives back what the server answered. */
async function runTab(page: Page, index: number) {
  await page.locator('.graphiql-tab-button').nth(index).click({ delay: 80 })
  await page.locator(`.graphiql-tab-active #graphiql-session-tab-${index}`).waitFor()
  // It reads what is in an editor a moment after it was put there, and notes which tab that is a moment later.
  await page.waitForFunction(
    (at) => (JSON.parse(localStorage.getItem('graphiql:tabState') ?? '{}') as Noted).activeTabIndex === at,
    index,
  )
  const answered = page.waitForResponse((response) => {
    const asked = response.request().postData()
    return response.url().endsWith('/graphql') && asked !== null && asked.includes(`query ${nameOf(index)}`)
  })
  await page.locator('.graphiql-execute-button').click()
  const response = await answered
  expect(response.status()).toBe(200)
  return (await response.json()) as { data: Record<string, unknown>; errors?: { extensions: { code: string } }[] }
}

test('the playground loads nothing from another host, and its policy lets nothing through', async () => {
  const { page, outside, complaints } = await openPlayground(null)
  await runTab(page, 0)
  const answer = await page.request.get(`${causeway.address}/graphql`, { headers: { accept: 'text/html' } })
  expect(answer.headers()['content-security-policy']).toMatch(/^default-src 'none'; script-src 'self';/)
  expect((await answer.text()).match(/(src|href)="(?!\/)/g)).toBeNull()
  expect(outside).toEqual([])
  expect(complaints).toEqual([])
})

test('every worked tab runs as it is on the demonstration college, once signed in', async () => {
  const { page, complaints } = await openPlayground(await causeway.tokenFor())
  const answers = []
  for (const [index] of PLAYGROUND_TABS.entries()) answers.push(await runTab(page, index))
  for (const { errors } of answers) expect(errors).toBeUndefined()

  const [one, byCategory, theme, counted] = answers.map((answer) => answer.data) as [any, any, any, any]
  expect(one.indicator.series.figures).toHaveLength(1)
  expect(one.indicator.series.figures[0].value).toBeGreaterThan(0)
  expect(byCategory.indicator.series.figures.filter((it: any) => it.category && it.value > 0).length).toBeGreaterThan(5)
  expect(theme.indicators.length).toBeGreaterThan(3)
  for (const indicator of theme.indicators) expect(indicator.series.figures).toHaveLength(5)
  const [figure] = counted.indicator.series.figures
  expect(figure.records.edges).toHaveLength(5)
  expect(figure.records.totalCount).toBe(figure.explanation.recordCount)
  expect(complaints).toEqual([])
})

test('without signing in the tabs run too, but for the records', async () => {
  const { page } = await openPlayground(null)
  for (const [index, query] of PLAYGROUND_TABS.entries()) {
    const { data, errors } = await runTab(page, index)
    expect(data).not.toBeNull()
    expect(errors?.map((error) => error.extensions.code)).toEqual(
      query.includes('says UNAUTHENTICATED') ? ['UNAUTHENTICATED'] : undefined,
    )
  }
})
