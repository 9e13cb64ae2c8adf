import { expect, test } from 'vitest'
import { brokenRules, pixelsTooWide } from '../support/page-checks.ts'
import { settled } from '../support/settled.ts'
import { go, newPage, openCauseway, openPageForEachTest, ownCauseway, page, signIn } from './open-causeway.ts'

openCauseway({ CAUSEWAY_DEMO: 'off', CAUSEWAY_PUBLIC: 'releases' })
openPageForEachTest({ viewport: { width: 1280, height: 900 } })

const main = () => page.getByRole('main')
const card = (name: string) => main().getByRole('region', { name, exact: true })
const own = ['--institution', 'X', '--data-date', '2024-08-31']
const HEADER = 'person,kind,nationality,start,end'
const learners = (from: number, to: number, year: number, country = 'VN') =>
  Array.from({ length: to - from }, (_, at) => `L${from + at},degree,${country},${year}-09-01,${year + 1}-07-01`)

async function openReleases(lang: 'zh' | 'en'): Promise<void> {
  await signIn('publisher')
  await go(`/data?lang=${lang}&institution=X&tab=releases`)
}

async function isSound(): Promise<void> {
  // What is on its way to newer facts is faded.
  await settled(page)
  expect(await brokenRules(page)).toEqual([])
  expect(await pixelsTooWide(page)).toBeLessThanOrEqual(0)
}

test('a college that has released nothing says what it is, and that', async () => {
  await ownCauseway.put('institution', ['code,name_zh,name_en,country', 'X,甲学院,College X,CN'], ...own.slice(2))
  await ownCauseway.put('enrolment', [HEADER, ...learners(0, 20, 2022), ...learners(20, 60, 2023)], ...own)
  await go('/?lang=en&institution=X')
  await main().getByRole('heading', { level: 1, name: 'College X has released nothing yet' }).waitFor()
  expect(await main().innerText()).not.toMatch(/\d\d/)
  await isSound()
  await go('/indicator/EX02?lang=zh&institution=X')
  await main().getByRole('heading', { level: 1, name: '甲学院尚未对外发布数据' }).waitFor()
})

test('a draft is made, looked over, and made again from what was put right', async () => {
  await openReleases('zh')
  await main().getByRole('button', { name: '新建定稿' }).click()
  await main().getByLabel('名称').fill('2024年度')
  await main().getByRole('button', { name: '新建定稿' }).click()
  await main().getByText('“2024年度”已定稿，尚未公开').waitFor()
  const rows = () => card('2024年度').locator('.checklist > ul > li')
  await rows().first().waitFor()
  const said = (await rows().allInnerTexts()).join('\n')
  expect(said).toMatch(/个指标与上年相差一半以上/)
  expect(said).toMatch(/60 条记录没有有效的佐证材料|40 条记录没有有效的佐证材料/)
  expect(said).not.toContain('须先解决')
  await isSound()
  await card('2024年度')
    .locator('.checklist > ul > li', { hasText: '个指标与上年相差一半以上' })
    .getByRole('link', { name: /逐项查看/ })
    .click()
  await main()
    .getByRole('link', { name: /^EX02 .*由20人增至40人/ })
    .click()
  await page.waitForURL(/\/indicator\/EX02\?.*tab=why/)

  await ownCauseway.put('enrolment', [HEADER, ...learners(60, 65, 2023)], ...own)
  await go('/data?lang=zh&institution=X&tab=releases')
  await card('2024年度').getByText('定稿之后台账又有改动').waitFor()
  await card('2024年度')
    .getByRole('button', { name: /^按现有台账重做/ })
    .click()
  await main().getByText('“2024年度”已按现有台账重做。').waitFor()
  await settled(page)
  await expect.poll(() => card('2024年度').getByText('定稿之后台账又有改动').count()).toBe(0)
})

test('it waits for a minute, is moved, called back, and comes out', async () => {
  await openReleases('en')
  const draft = card('2024年度')
  await draft.getByRole('button', { name: 'Publish: 2024年度' }).click()
  await draft.getByLabel('When it becomes public').selectOption('later')
  await draft.getByLabel(/^Time, by the clock/).fill('2098-01-01T09:30')
  await draft.getByRole('button', { name: 'Publish at that time' }).click()
  await main().getByText('“2024年度” comes out on').waitFor()
  await expect.poll(() => draft.innerText()).toContain('scheduled')
  expect(await draft.innerText()).not.toMatch(/[{}]/)
  const anybody = await newPage()
  await anybody.goto(`${ownCauseway.address}/?lang=en&institution=X`)
  await anybody.getByText('College X has released nothing yet').waitFor()

  await draft.getByRole('button', { name: 'Move it: 2024年度' }).click()
  await draft.getByLabel(/^Time, by the clock/).fill('2097-01-01T09:30')
  await draft.getByRole('button', { name: 'Publish at that time instead' }).click()
  await expect.poll(() => draft.innerText()).toMatch(/2097/)
  await draft.getByRole('button', { name: 'Call it back: 2024年度' }).click()
  await main().getByText('“2024年度” is called back.').waitFor()
  await draft.getByRole('button', { name: 'Publish: 2024年度' }).click()
  await draft.getByRole('button', { name: 'Publish now' }).click()
  await main().getByText('“2024年度” is public.').waitFor()
  await isSound()
  await anybody.goto(`${ownCauseway.address}/indicator/EX02?lang=en&institution=X&year=2023`)
  await anybody.getByText('the release “2024年度”, published').waitFor()
  expect(await anybody.getByRole('main').innerText()).toContain('45')
})

test('a correction says why, and the two are compared with their causes, by a dimension too, and printed alone', async () => {
  await ownCauseway.put('enrolment', [HEADER, ...learners(65, 80, 2023, 'LA')], ...own)
  await openReleases('zh')
  await main().getByRole('button', { name: '新建定稿' }).click()
  await main().getByLabel('名称').fill('2024年度更正')
  await main()
    .getByLabel(/^与上一版不同的原因/)
    .fill('老挝班名册补报')
  await main().getByRole('button', { name: '新建定稿' }).click()
  const draft = card('2024年度更正')
  await draft.getByRole('button', { name: '对外发布：2024年度更正' }).click()
  await draft.getByRole('button', { name: '立即发布' }).click()
  await main().getByText('“2024年度更正”已对外发布。').waitFor()
  expect(await draft.getByRole('link', { name: '浏览本版页面' }).getAttribute('href')).toMatch(/^\/\?.*release=2024/)
  await page.setViewportSize({ width: 820, height: 900 })
  for (const lang of ['zh', 'en'] as const) {
    // Also where the first of two was there alone when the page was opened.
    if (lang === 'en') await openReleases(lang)
    const compared = main().locator('.comparison')
    await compared.getByRole('button', { name: lang === 'zh' ? '对照' : 'Compare', exact: true }).click()
    const row = () => compared.getByRole('row', { name: /EX02/ }).first()
    await row().waitFor()
    expect(await row().innerText()).toMatch(
      lang === 'zh' ? /45人[^]*60人[^]*补报/ : /45 people[^]*60 people[^]*came in late/,
    )
    expect(await compared.innerText()).toContain('老挝班名册补报')
    // Nothing of the table is out of sight, nor a column of single words.
    expect(await compared.locator('.table-frame').evaluate((frame) => frame.scrollWidth - frame.clientWidth)).toBe(0)
    expect((await row().boundingBox())!.height).toBeLessThan(110)
    await isSound()
    await page.emulateMedia({ media: 'print' })
    expect(await main().locator('.comparison').isVisible()).toBe(true)
    expect(await card('2024年度').isVisible()).toBe(false)
    expect(await main().getByRole('button').filter({ visible: true }).count()).toBe(0)
    await page.emulateMedia({ media: null })
    await compared.getByLabel(lang === 'zh' ? '按什么对照' : 'By').selectOption('country')
    await compared.getByRole('button', { name: lang === 'zh' ? '对照' : 'Compare', exact: true }).click()
    await compared
      .getByRole('row', { name: lang === 'zh' ? /EX02.*老挝/ : /EX02.*Lao/ })
      .first()
      .waitFor()
  }
})

test('the public reads which release is shown and why it is another; the college switches, and links keep what it chose', async () => {
  await go('/?lang=zh&institution=X')
  expect(await main().getByRole('note').first().innerText()).toMatch(
    /本页为定稿版“2024年度更正”：.+ 发布，台账数据截至2024年8月31日。.*取代“2024年度”：老挝班名册补报/,
  )
  expect(await main().getByLabel('数据版本').count()).toBe(0)
  await isSound()
  await signIn('reader')
  await go('/?lang=en&institution=X')
  const shown = main().getByLabel('Which figures')
  expect(await shown.inputValue()).toBe('')
  await shown.selectOption('2024年度')
  await page.getByText('the release “2024年度”, published').waitFor()
  const links = await page
    .locator('#site-nav a, main a[href^="/"]')
    .evaluateAll((all) => all.map((a) => a.getAttribute('href')!))
  const lost = links.filter((href) => !href.includes('release='))
  expect(lost).toEqual([expect.not.stringContaining('release=')])
  for (const path of [
    'theme/export',
    'standards',
    'platforms',
    'skills',
    'forms',
    'catalogue',
    'indicator/EX02',
    'answer/EX02',
    'form/international-influence',
  ]) {
    await go(`/${path}?lang=en&institution=X&release=2024年度`)
    expect(await main().getByRole('note').first().innerText(), path).toContain('the release “2024年度”')
    expect(await main().getByRole('alert').allInnerTexts(), path).toEqual([])
  }
  await go('/answer/EX02?lang=en&institution=X&year=2023&release=2024年度')
  expect(await main().innerText()).toMatch(/45 people in .*\(release “2024年度”\)/)
  await go('/answer/EX02?lang=en&institution=X&year=2023')
  await main().getByRole('heading', { name: 'What was said before' }).waitFor()
  await expect.poll(() => main().innerText()).toMatch(/“2024年度”, published .+: 45 people/)
})

test('one that is withdrawn says why', async () => {
  await openReleases('zh')
  const withdrawn = card('2024年度更正')
  await withdrawn.getByRole('button', { name: '撤回：2024年度更正' }).click()
  await withdrawn.getByRole('button', { name: '撤回', exact: true }).click()
  await withdrawn.getByText('请写明原因。').waitFor()
  await withdrawn.getByLabel('撤回原因').fill('名册重复 / A roster came twice')
  await withdrawn.getByRole('button', { name: '撤回', exact: true }).click()
  await main().getByText('“2024年度更正”已撤回。').waitFor()
  const anybody = await newPage({ viewport: { width: 390, height: 844 } })
  await anybody.goto(`${ownCauseway.address}/?lang=zh&institution=X`)
  await anybody.getByText('本页为定稿版“2024年度”').waitFor()
  await anybody.getByText('其后发布的“2024年度更正”已撤回：名册重复。').waitFor()
  await anybody.goto(`${ownCauseway.address}/answer/EX02?lang=en&institution=X&year=2023`)
  await anybody.getByText('withdrawn since: A roster came twice').waitFor()
  await anybody.goto(`${ownCauseway.address}/?lang=en&institution=X&release=2024年度更正`)
  await anybody.getByText('There is no release').waitFor()
  expect(await anybody.getByRole('note').first().innerText()).toBe('Show the current release')
})
