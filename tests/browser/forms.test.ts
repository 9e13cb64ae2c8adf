import type { BrowserContext } from 'playwright-core'
import { beforeAll, describe, expect, test } from 'vitest'
import { brokenRules, pixelsTooWide } from '../support/page-checks.ts'
import { settled } from '../support/settled.ts'
import { ask, openContext, openPage, shareCauseway, signIn } from './open-causeway.ts'

shareCauseway()
/** Of anyone who may change records. */
let inside: BrowserContext
let anybody: BrowserContext
beforeAll(async () => {
  ;[inside, anybody] = await Promise.all([openContext(), openContext()])
  await signIn('editor', inside)
})

const open = (path: string, context = anybody) => openPage(path, context)

const IIT = '/form/international-influence?year=2023'

describe('the list of official tables', () => {
  test('says of each how far it is filled for the year, and leads to it', async () => {
    const page = await open('/forms?lang=zh&year=2023')
    const item = page.locator('.form-item', { hasText: '国际影响表' })
    await item.getByText('项').first().waitFor()
    expect(await item.innerText()).toContain('2022年版')
    await item.getByRole('link', { name: '国际影响表', exact: true }).click()
    await page.locator('.form-table').waitFor()
    expect(new URL(page.url()).searchParams.get('edition')).toBeNull()
  })

  test(
    'draws what is hidden as long as it is, hatched, and nothing of it for who may see it',
    { timeout: 600_000 },
    async () => {
      const bars = async (context: BrowserContext) => {
        const page = await open('/forms?lang=en&year=2023', context)
        // On a machine with much else to do its question may be late at first; what was counted of it is kept.
        const count = async () => {
          await page.reload()
          await settled(page)
          return page.locator('.form-bar').count()
        }
        await expect.poll(count, { timeout: 300_000 }).toBeGreaterThan(0)
        const drawn = await page.locator('.form-item:has(.form-bar)').evaluateAll((items) =>
          items.map((item) => {
            const text = item.querySelector('.form-state')!.textContent!
            const stated = (pattern: RegExp) => Number(pattern.exec(text)?.[1] ?? 0)
            const all = stated(/of (\d+) lines filled/) || stated(/All (\d+) lines filled/)
            const bar = item.querySelector('.form-bar')!.getBoundingClientRect().width
            const part = (name: string) => item.querySelector(`.form-bar .${name}`)!
            const share = (name: string) => (all * part(name).getBoundingClientRect().width) / bar
            return {
              text,
              said: [stated(/(\d+) of \d+ lines filled/) || all, stated(/(\d+) not published/)],
              drawn: [share('filled'), share('hidden')],
              hatched: getComputedStyle(part('hidden')).backgroundImage,
            }
          }),
        )
        await page.close()
        return drawn
      }
      const seen = await bars(anybody)
      expect(seen.some(({ said }) => said[1]! > 0)).toBe(true)
      for (const { text, said, drawn, hatched } of seen) {
        drawn.forEach((lines, at) => expect(lines, text).toBeCloseTo(said[at]!, 0))
        expect(hatched).toContain('repeating-linear-gradient(-45deg')
      }
      for (const { drawn } of await bars(inside)) expect(drawn[1]).toBe(0)
    },
  )

  test('of a year before a table existed puts it among those of other years', async () => {
    const page = await open('/forms?lang=en&year=2014')
    expect(await page.locator('section[aria-labelledby=others]').innerText()).toContain('International influence table')
    expect(await page.locator('section[aria-labelledby=of-year]').innerText()).not.toContain('International influence')
  })
})

describe('an official table', () => {
  test('has the values that the graph gives, last year beside them, each leading to its answer card', async () => {
    const { form } = await ask<{ form: { lines: { number: string; value: number; last: { value: number } }[] } }>(
      '{ form(id: "international-influence", institution: "demo", year: 2023) { lines { number value last { value } } } }',
      anybody,
    )
    const page = await open(`${IIT}&lang=en`)
    const rows = page.locator('.form-table tbody tr')
    expect(await rows.count()).toBe(form.lines.length)
    for (const [at, line] of form.lines.slice(0, 4).entries()) {
      const cells = await rows.nth(at).locator('td.number').allInnerTexts()
      expect(cells.map((text) => Number(text.split('\n')[0]!.replace(',', '')))).toEqual([line.value, line.last.value])
    }
    const href = await rows.nth(2).locator('.form-now a').getAttribute('href')
    expect(href).toMatch(/^\/answer\/.+basis=school_year.*scope=abroad|^\/answer\/.+scope=abroad.*basis=school_year/)
  })

  test('tells more of a line that the address names, without letters for how sure the wording is', async () => {
    const page = await open(`${IIT}&lang=en&line=3`)
    const details = page.locator('tr', { hasText: 'Time of own teachers abroad' }).locator('details')
    expect(await details.getAttribute('open')).not.toBeNull()
    expect(await details.innerText()).toContain('compare it with the table you were sent before filing')
    expect(await page.locator('main').innerText()).not.toMatch(/\b(VERIFIED|MIRROR|GENERAL)\b/)
    await page.locator('tr', { hasText: 'Visiting teachers' }).locator('summary').click()
    await page.waitForURL(/line=4/)
    await expect.poll(() => page.locator('details[open]').count()).toBe(1)
  })

  test('of another edition has other lines, and says that it is not the one that is filed', async () => {
    const page = await open(`${IIT}&lang=zh`)
    await page.getByLabel('年度版式', { exact: true }).selectOption('2018')
    await page.waitForURL(/edition=2018/)
    await page.getByText('本年度的报告不用这一版式').waitFor()
    expect(await page.locator('.form-table').innerText()).toContain('全日制国（境）外留学生人数（一年以上）')
    await page.getByText('与2017年版相比').click()
    expect(await page.locator('.form-changes li').count()).toBeGreaterThan(0)
  })

  test('that is not there is said, with the way to those that are', async () => {
    const page = await open('/form/no-such-table?lang=en')
    expect(await page.locator('h1').innerText()).toBe('There is no such table')
    await page.getByRole('link', { name: 'Official tables' }).first().click()
    await page.waitForURL(/\/forms/)
  })

  test('shows notes, checks and departments to anyone who may read records, and to nobody else', async () => {
    const outside = await open(`${IIT}&lang=zh&line=1`)
    expect(await outside.locator('.form-checks, .form-note').count()).toBe(0)
    expect(await outside.locator('main').innerText()).not.toContain('台账在哪些部门')
    const page = await open(`${IIT}&lang=zh&line=1`, inside)
    expect(await page.locator('.form-checks li').count()).toBeGreaterThan(0)
    expect(await page.locator('.line-details').first().innerText()).toContain('台账在哪些部门')
    await page.locator('.form-checks .to-line').first().click()
    await page.waitForURL(/line=/)
  })

  test.each(['zh', 'en'])('prints on exactly one A4 page in %s, notes and all, with lines to sign', async (lang) => {
    const page = await open(`${IIT}&lang=${lang}`, inside)
    await page.emulateMedia({ media: 'print' })
    expect(await page.locator('.form-note').nth(1).isVisible()).toBe(true)
    expect(await page.locator('.form-signatures').isVisible()).toBe(true)
    expect(await page.locator('nav').first().isVisible()).toBe(false)
    const pdf = await page.pdf({ format: 'A4' })
    expect(pdf.toString('latin1').match(/\/Type\s*\/Page\b(?!s)/g)).toHaveLength(1)
  })

  test('of every kind prints on one A4 page, with words in place of numbers too', async () => {
    for (const form of ['satisfaction', 'scorecard', 'double-high', 'eqavet', 'teaching-resources']) {
      const page = await open(`/form/${form}?year=2023&lang=zh`, inside)
      const pdf = await page.pdf({ format: 'A4' })
      expect(pdf.toString('latin1').match(/\/Type\s*\/Page\b(?!s)/g), form).toHaveLength(1)
      await page.close()
    }
  })

  test('breaks no rule of accessibility with a line open, on a screen and on a phone', async () => {
    const page = await open(`${IIT}&lang=en&line=3`, inside)
    for (const width of [1280, 390]) {
      await page.setViewportSize({ width, height: 900 })
      expect(await brokenRules(page)).toEqual([])
      expect(await pixelsTooWide(page)).toBeLessThanOrEqual(0)
    }
  })
})

describe('a line that no record can fill', () => {
  test('is filled in where it is, by keyboard, and says who and from what', async () => {
    const page = await open('/form/eqavet?year=2023&lang=en', inside)
    const fill = page.getByRole('button', { name: /^Fill in/ }).first()
    const label = await page.locator('tr', { hasText: 'Fill in' }).first().locator('summary').innerText()
    await fill.press('Enter')
    const value = page.getByLabel(/^Number or words/)
    await expect.poll(() => value.evaluate((it) => it === document.activeElement)).toBe(true)
    await page.keyboard.press('Enter')
    await page.getByRole('alert').waitFor()
    expect(await page.getByRole('alert').innerText()).toContain('Source')
    await value.fill('12.5')
    // Who is stated that something lacks may type there at once, and is led nowhere else.
    await page.keyboard.press('Enter')
    const source = page.getByLabel('Source')
    await expect.poll(() => source.evaluate((it) => it === document.activeElement)).toBe(true)
    await source.fill('Finance office')
    await page.getByLabel('Filled in by').fill('Quality office')
    await page.getByLabel('On', { exact: true }).fill('2024-11-20')
    await page.keyboard.press('Enter')
    const filled = page.locator('tr', { hasText: label })
    await filled.locator('.form-now', { hasText: '12.5' }).waitFor()
    await filled.locator('summary').click()
    expect(await filled.innerText()).toContain('Quality office')
  })

  test('offers nothing to fill in to one who may not', async () => {
    const page = await open('/form/eqavet?year=2023&lang=en')
    expect(await page.getByRole('button', { name: /Fill in/ }).count()).toBe(0)
  })
})
