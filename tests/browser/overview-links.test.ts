import { expect, test } from 'vitest'
import { settled } from '../support/settled.ts'
import { ask, causeway, go, shareCauseway, openPageForEachTest, page, signIn } from './open-causeway.ts'

shareCauseway()
openPageForEachTest({ viewport: { width: 1440, height: 900 }, locale: 'zh-CN' })

interface Said {
  /** Where the link beside it leads. */
  href: string
  /** Which part of that page is to say the same; null: as many figures as the number. */
  at: string | null
  text: string
  /** The whole text is there, and not only its numbers. */
  verbatim: boolean
}

/** What the overview says beside links to other pages, with the links in whose own text there is a number. */
async function readOverview(): Promise<{ said: Said[]; numbered: string[] }> {
  // On a machine with much else to do its question may be late at first; what was counted of it is kept.
  const changes = async () => {
    await go('/?lang=en&year=2023')
    return page.locator('.changes > li').count()
  }
  await expect.poll(changes, { timeout: 300_000 }).toBeGreaterThan(0)
  await page.locator('.area-countries tbody tr').first().waitFor({ state: 'attached' })
  await settled(page)
  return page.evaluate(() => {
    const textOf = (one: Element) => one.textContent!.replaceAll(/\s+/g, ' ').trim()
    const all = (selector: string, within: ParentNode = document) => [...within.querySelectorAll(selector)]
    const beside = (item: string, part: string, at: string | null, verbatim: boolean): Said[] =>
      all(`${item}:has(a[href^="/"])`).flatMap((one) => {
        const href = one.querySelector('a[href^="/"]')!.getAttribute('href')!
        return all(part, one).map((found) => ({ href, at, text: textOf(found), verbatim }))
      })
    return {
      said: [
        ...beside('.leading', '.figure-value, .figure-gap, .leading-change', '.now', true),
        ...beside('.leading', '.target-words', '.now', false),
        ...beside('.overview .card-head', '.quiet-link', null, false),
        ...beside('.changes > li', 'p:not(.quiet)', 'main', false),
        ...beside('.changes > li', 'p.quiet', 'main', true),
        ...beside('.matter', 'h3:has(a), p .quiet', 'main', true),
        ...beside('.matter', 'p:not(.quiet):not(:has(.first-named))', 'main', false),
        ...beside('.first-named', 'a', 'main', false),
        ...beside('.area-countries tbody tr', 'td', 'h1', false),
      ].filter(({ text }) => /\d/.test(text)),
      numbered: all('main a[href^="/"]')
        .filter((link) => /\d/.test(textOf(link)))
        .map((link) => link.getAttribute('href')!),
    }
  })
}

/** What the page behind a link does not say of what the overview said. */
async function missing(said: Said[]): Promise<string[]> {
  const lacks = await Promise.all(
    said.map(async ({ at, text, verbatim }) => {
      const numbers = text.match(/\d[\d,]*(?:\.\d+)?/g)!
      if (at === null) return (await page.locator('.theme-figure').count()) !== Number(numbers[0])
      const there = (await page.locator(at).first().textContent())!.replaceAll(/\s+/g, ' ')
      const says = (number: string) =>
        new RegExp(`(?<![\\d.,])${number.replace('.', '\\.')}(?![\\d]|[.,]\\d)`).test(there)
      return verbatim ? !there.includes(text) : !numbers.every(says)
    }),
  )
  return said.filter((_, at) => lacks[at]).map(({ text }) => text)
}

interface Judged {
  threshold: { met: boolean } | null
  targets: { onCourse: boolean | null }[]
}

/** What the head of the overview counts, as the graph judges each figure, and as the list under it is long. */
async function expectHeadCounted(): Promise<void> {
  const { indicators } = await ask<{ indicators: { series: { figures: Judged[] } }[] }>(
    `{ indicators { series(institution: "demo", from: 2023, to: 2023) {
      figures { threshold { met } targets { onCourse } } } } }`,
  )
  const judged = indicators.flatMap(({ series }) => series.figures)
  const unmet = judged.filter(({ threshold }) => threshold?.met === false)
  const targets = judged.flatMap((figure) => figure.targets.filter(({ onCourse }) => onCourse !== null))
  const behind = judged.filter((figure) => figure.targets.some(({ onCourse }) => onCourse === false))
  const missed = targets.filter(({ onCourse }) => onCourse === false)
  const matters = new Set([...unmet, ...behind]).size
  expect([unmet.length, behind.length, targets.length - missed.length].every((count) => count > 0)).toBe(true)
  const head = await page.locator('.page-head .lead').innerText()
  expect(head).toContain(`${targets.length - missed.length} of ${targets.length} targets`)
  expect(head).toContain(`${matters} matters need a decision: ${unmet.length} rule`)
  expect(head).toContain(`${missed.length} target`)
  expect(await page.locator('#due').locator('xpath=../..').locator('.matter h3 a[href^="/indicator/"]').count()).toBe(
    matters,
  )
}

test('every number of the overview is the same on the page that its link leads to', { timeout: 900_000 }, async () => {
  const open = await readOverview()
  await expectHeadCounted()
  await signIn()
  const { said, numbered } = await readOverview()
  await expectHeadCounted()
  // Who signed in is shown more, and is shown other words of it.
  const before = new Set(open.said.map(({ href, text }) => `${href} ${text}`))
  const all = [
    ...open.said.map((one) => ({ ...one, signedIn: false })),
    ...said.filter(({ href, text }) => !before.has(`${href} ${text}`)).map((one) => ({ ...one, signedIn: true })),
  ]
  for (const at of ['.now', 'main', 'h1', null]) expect(all.filter((one) => one.at === at).length).toBeGreaterThan(3)
  expect([...open.numbered, ...numbered].filter((href) => !all.some((one) => one.href === href))).toEqual([])
  for (const signedIn of [true, false]) {
    if (!signedIn) await page.context().clearCookies()
    const pages = Map.groupBy(
      all.filter((one) => one.signedIn === signedIn),
      ({ href }) => href,
    )
    for (const [href, its] of pages) {
      await page.goto(causeway.address + href)
      await expect.poll(() => missing(its), { message: href }).toEqual([])
    }
  }
})
