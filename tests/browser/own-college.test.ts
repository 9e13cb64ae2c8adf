import { expect, test } from 'vitest'
import { brokenRules } from '../support/page-checks.ts'
import { browser, newPage, openCauseway, openPage, ownCauseway } from './open-causeway.ts'
import { startForTests } from './running-causeway.ts'

openCauseway({ CAUSEWAY_DEMO: 'off' })

async function textOf(path: string): Promise<string> {
  const page = await openPage(path, await browser.newContext())
  expect(await brokenRules(page)).toEqual([])
  return page.locator('body').innerText()
}

test('an empty Causeway says how to begin, then shows what was imported, without a word of demonstration', async () => {
  expect(await textOf('/?lang=en')).toContain('There is no college yet')
  expect(await textOf('/?lang=zh')).toContain('还没有院校')

  await ownCauseway.put('institution', ['code,name_zh,name_en,country', 'X,甲学院,College X,CN'])
  await ownCauseway.put('programme', ['code,name_zh,name_en,kind', 'PA,数控,CNC,ordinary'], '--institution', 'X')
  const learner = (n: number) => `L${n},PA,degree,1,VN,2022-09-01,2023-07-01,300`
  await ownCauseway.put(
    'enrolment',
    [
      'person,programme,kind,full_time,nationality,start,end,planned_days',
      ...Array.from({ length: 12 }, (_, n) => learner(n)),
    ],
    '--institution',
    'X',
    '--data-date',
    '2023-12-31',
  )
  const page = await textOf('/indicator/EX02?lang=en&institution=X&year=2022')
  expect(page).toContain('College X')
  expect(page).toMatch(/12\s*people/)
  expect(page).not.toContain('invented')
  expect(await textOf('/institutions?lang=zh')).toContain('甲学院')
  expect(await textOf('/?lang=en&institution=nobody')).toContain('There is no such institution')
})

test('with public reading closed the page shows the way to sign in', async () => {
  const closed = await startForTests({ CAUSEWAY_DEMO: 'off', CAUSEWAY_PUBLIC: 'off' })
  try {
    const page = await newPage()
    await page.goto(`${closed.address}/?lang=en`)
    await page.getByText('Signing in is needed').waitFor()
    await page.getByRole('main').getByRole('link', { name: 'Sign in' }).click()
    await page.getByLabel('Access token').fill(await closed.tokenFor())
    await page.getByRole('main').getByRole('button', { name: 'Sign in' }).click()
    await page.getByText('There is no college yet').waitFor()
    await page.getByRole('button', { name: 'Sign out' }).waitFor()
    await page.close()
  } finally {
    await closed.stop()
  }
})
