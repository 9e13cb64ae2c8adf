import type { BrowserContext } from 'playwright-core'
import { expect, test } from 'vitest'
import { CLIPBOARD, context, go, openPageForEachTest, page, shareCauseway } from './open-causeway.ts'

shareCauseway()
openPageForEachTest()

let before: BrowserContext

/** What a browser still knows of who was here. */
const remembered = () =>
  page.evaluate(async () => ({
    cookies: document.cookie,
    stored: [
      localStorage.length,
      sessionStorage.length,
      (await indexedDB.databases()).length,
      (await caches.keys()).length,
    ],
    granted: (await navigator.permissions.query({ name: 'clipboard-read' as PermissionName })).state === 'granted',
    // Of a file that is kept nothing is sent again.
    scriptsSent: performance
      .getEntriesByType('resource')
      .filter(({ name }) => name.endsWith('.js'))
      .every((one) => (one as PerformanceResourceTiming).transferSize > 0),
  }))

test('somebody leaves what a page can leave behind', async () => {
  before = context
  await context.grantPermissions(CLIPBOARD)
  await go('/')
  await page.evaluate(async () => {
    document.cookie = 'was=here'
    localStorage.setItem('was', 'here')
    sessionStorage.setItem('was', 'here')
    await caches.open('was')
    await new Promise((resolve) => (indexedDB.open('was').onsuccess = resolve))
  })
  await page.reload()
  expect(await remembered()).toMatchObject({ cookies: 'was=here', granted: true, scriptsSent: false })
  await context.route('**/*', (route) => route.abort())
  await context.setOffline(true)
})

test('the next one, in the same process, finds nothing of it', async () => {
  expect(context).toBe(before)
  await go('/')
  expect(await remembered()).toEqual({ cookies: '', stored: [0, 0, 0, 0], granted: false, scriptsSent: true })
})
