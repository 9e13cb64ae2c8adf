import { readFileSync } from 'node:fs'
import type { CDPSession, Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { settled } from '../support/settled.ts'
import { causeway, context, go, shareCauseway, openPageForEachTest, page } from './open-causeway.ts'
import KEYBOARD_WORDS from './keyboard-words.json' with { type: 'json' }

shareCauseway()
openPageForEachTest({ viewport: { width: 1280, height: 900 } })

/** What has the focus, as a screen reader names it. */
interface Focused {
  role: string
  name: string
}

/** The element that has the focus, by its role and name in the accessibility tree. */
async function focused(session: CDPSession): Promise<Focused> {
  const { result } = await session.send('Runtime.evaluate', { expression: 'document.activeElement' })
  const { nodes } = await session.send('Accessibility.getPartialAXTree', {
    objectId: result.objectId,
    fetchRelatives: false,
  })
  return { role: String(nodes[0]?.role?.value ?? ''), name: String(nodes[0]?.name?.value ?? '') }
}

const MOST_STEPS = 120

type Role = Parameters<Page['getByRole']>[0]

/** Tab, until what has the focus is called that. Fails where it is on the page and cannot be reached. */
async function tabTo(page: Page, tree: CDPSession, role: Role, called: string | RegExp): Promise<Focused> {
  const name = new RegExp(called)
  // A person too waits for a page to be there; all keys pressed here fit into the time that it takes.
  await page.getByRole(role, { name }).first().waitFor()
  const met: string[] = []
  for (let step = 0; step < MOST_STEPS; step++) {
    await page.keyboard.press('Tab')
    const now = await focused(tree)
    if (now.role === role && name.test(now.name)) return now
    met.push(`${now.role} ${now.name}`)
  }
  throw new Error(`no ${role} ${name} by Tab; met: ${met.join(' | ')}`)
}

/** What is searched for in Chinese are the initials of its pinyin. */
const LANGUAGES = KEYBOARD_WORDS

test.each(Object.values(LANGUAGES))(
  'a figure is found, followed to its record and downloaded by keyboard alone, in $lang',
  async (words) => {
    const tree = await context.newCDPSession(page)
    const token = await causeway.tokenFor()
    await go(`/?lang=${words.lang}`)

    await tabTo(page, tree, 'link', words.signIn)
    await page.keyboard.press('Enter')
    await page.waitForURL(/\/sign-in/)
    await tabTo(page, tree, 'textbox', words.token)
    await page.keyboard.type(token)
    await page.keyboard.press('Enter')
    await page.waitForURL((url) => url.pathname === '/')
    await settled(page)

    await tabTo(page, tree, 'link', words.catalogue)
    await page.keyboard.press('Enter')
    await page.waitForURL(/\/catalogue/)
    await settled(page)
    await tabTo(page, tree, 'searchbox', words.search)
    await page.keyboard.type(words.words)
    await page.getByRole('link', { name: words.name }).first().waitFor()
    await tabTo(page, tree, 'link', new RegExp(`^${words.name}`))
    await page.keyboard.press('Enter')
    await page.waitForURL(/\/indicator\//)
    await page.getByRole('heading', { level: 1, name: words.name }).waitFor()
    await settled(page)

    // The number, its chart in words and the parts of the page are in the accessibility tree, in their order.
    const spoken = await page.locator('main').ariaSnapshot()
    const places = [`heading "${words.name}" [level=1]`, 'heading', 'img "'].map((part) => spoken.indexOf(part))
    expect(places.every((place) => place >= 0)).toBe(true)
    expect(spoken).toMatch(words.number)

    // The chart is read point by point.
    await tabTo(page, tree, 'group', words.chart)
    await page.keyboard.press('End')
    await page.keyboard.press('ArrowLeft')
    await page.waitForFunction(
      (text) => [...document.querySelectorAll('[role=status]')].some((one) => one.textContent!.includes(text)),
      '81',
    )

    await tabTo(page, tree, 'link', words.records)
    await page.keyboard.press('Enter')
    await page.locator('section[aria-labelledby=records] tbody tr').first().waitFor()
    await settled(page)
    const record = await tabTo(page, tree, 'link', words.record)
    await page.keyboard.press('Enter')
    await page.waitForURL(/\/record\//)
    await page.getByRole('heading', { level: 1, name: record.name }).waitFor()
    expect(await page.locator('main').ariaSnapshot()).toMatch(new RegExp(words.row))

    // The browser's own key for it goes to the window around the page.
    await page.goBack()
    await page.waitForURL(/\/indicator\//)
    await settled(page)
    await tabTo(page, tree, 'link', words.take)
    await page.keyboard.press('Enter')
    const csv = await tabTo(page, tree, 'link', words.csv)
    expect(csv.role).toBe('link')
    const [download] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')])
    expect(readFileSync(await download.path(), 'utf8')).toMatch(/foreign-students,demo,SCHOOL_YEAR,2023,[^,]+,,81,/)
  },
)
