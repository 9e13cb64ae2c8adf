import { expect, test } from 'vitest'
import { brokenRules, pixelsTooWide, smallControls } from '../support/page-checks.ts'
import { settled } from '../support/settled.ts'
import { go, openCauseway, openPageForEachTest, ownCauseway, page, signIn } from './open-causeway.ts'

openCauseway({ CAUSEWAY_DEMO: 'off', CAUSEWAY_PUBLIC: 'on' })
openPageForEachTest({ viewport: { width: 1280, height: 900 } })

const main = () => page.getByRole('main')
const rows = () => main().locator('.record-list tbody tr')
const names = () => rows().locator('th').allInnerTexts()
/** The number in what the list says of itself. */
const total = async () => Number(/\d+/.exec(await main().getByRole('status').last().innerText())![0])
const query = () => new URL(page.url()).searchParams

const PARTNERS = [
  '合作机构编号,合作机构名称,合作机构类型,国家（地区）,合作起始日期,合作终止日期',
  'PT01,仁川职业学院,职业院校,韩国,,',
  'PT02,清迈技术学院,职业院校,泰国,,',
  'PT03,老挝商会,行业协会,老挝,,',
  'PT04,阿拉木图大学,大学,哈萨克斯坦,,',
  'PT05,柏林手工业协会,行业协会,德国,2015-09-01,',
]
const AGREEMENTS = '协议编号,合作机构编号,协议类型,签订日期,生效日期,终止日期,合作内容'
const FIRST_YEAR = [
  'XY2018-01,PT01,合作协议,2018-02-10,2018-03-01,2025-02-28,师生交流',
  'XY2019-01,PT02,备忘录,2019-09-10,2019-10-01,2024-12-31,课程共建',
  'XY2016-01,PT05,合作协议,2016-01-10,2016-02-01,2024-10-15,技能培训',
]
const NEXT_YEAR = [
  'XY2023-01,PT04,合同,2023-09-10,2023-10-01,2025-06-30,鲁班工坊',
  'XY2018-02,PT02,合作协议,2018-10-20,2018-11-01,2024-11-30,汉语教学',
]

test('two years of agreements are imported one after the other', async () => {
  const own = (day: string) => ['--institution', 'X', '--data-date', day]
  await ownCauseway.put(
    'institution',
    ['code,name_zh,name_en,country', 'X,甲职业学院,College X,CN'],
    '--data-date',
    '2023-08-31',
  )
  await ownCauseway.put('partner', PARTNERS, ...own('2023-08-31'))
  await ownCauseway.put('agreement', [AGREEMENTS, ...FIRST_YEAR], ...own('2023-08-31'))
  await ownCauseway.put('agreement', [AGREEMENTS, ...NEXT_YEAR], ...own('2024-08-31'))
  await ownCauseway.put(
    'enrolment',
    [
      'person,kind,nationality,start,end',
      ...Array.from({ length: 8 }, (_, at) => `L${at},degree,VN,2022-09-01,2023-07-01`),
      ...Array.from({ length: 40 }, (_, at) => `M${at},degree,VN,2023-09-01,2024-07-01`),
    ],
    ...own('2024-08-31'),
  )
})

test('agreements that end soon are named on the overview, which leads to the list of exactly those, the first to end first', async () => {
  await signIn('editor')
  await go('/?lang=zh&institution=X&year=2023')
  const due = main().locator('.area-due')
  const lapsing = due.getByRole('link', { name: /^5 份合作协议将在2025年8月31日前到期/ })
  await settled(page)
  const item = due.locator('.matter', { hasText: '份合作协议将在' })
  expect(await item.innerText()).toMatch(/XY2016-01.*、XY2018-02.*、XY2019-01.* 等 5 项/)
  await lapsing.click()
  await main().getByRole('heading', { name: '合作协议', exact: true }).waitFor()
  await settled(page)
  expect(await total()).toBe(5)
  const firstToEnd = ['XY2016-01', 'XY2018-02', 'XY2019-01', 'XY2018-01', 'XY2023-01']
  expect(await names()).toEqual(firstToEnd.map((code) => expect.stringContaining(code)))
  expect(await main().innerText()).toContain('处理办法：决定是否续签')
  // What was owed leads to its list, which has as many.
  await page.goBack()
  const owed = due.getByRole('link', { name: /^\d+ 项台账待报/ })
  const count = Number(/^\d+/.exec(await owed.innerText())![0])
  await owed.click()
  await main()
    .getByRole('heading', { name: /^待填报/ })
    .waitFor()
  await settled(page)
  expect(await main().locator('.due-what').count()).toBe(count)
})

test('every sentence of what is missing that counts records leads to a list of as many', async () => {
  await signIn('reader')
  await go('/data?lang=zh&institution=X&year=2023&tab=missing')
  await settled(page)
  const sentences = await main()
    .locator('.doubts li')
    .evaluateAll((items) =>
      items.map((item) => {
        const link = item.querySelector('p a') as HTMLAnchorElement | null
        return { text: item.querySelector('p')!.textContent!, href: link?.href ?? null }
      }),
    )
  expect(sentences.length).toBeGreaterThanOrEqual(4)
  for (const { text, href } of sentences) {
    expect(href, text).not.toBeNull()
    await page.goto(href!)
    await settled(page)
    expect([text, await total()]).toEqual([text, Number(/(\d+) (?:条|份)/.exec(text)![1])])
  }
})

test('figures far from last year, and records without evidence, lead from the checklist to their lists', async () => {
  await signIn('publisher')
  await go('/data?lang=zh&institution=X&tab=releases')
  await main().getByRole('button', { name: '新建定稿' }).click()
  await main().getByLabel('名称').fill('2024年度')
  await main().getByRole('button', { name: '新建定稿' }).click()
  await main().locator('.checklist > ul > li').first().waitFor()
  await settled(page)
  const items = await main()
    .locator('.checklist > ul > li')
    .evaluateAll((all) =>
      all.map((item) => ({
        text: item.textContent!,
        count: /共 (\d+) 项/.exec(item.textContent!)?.[1] ?? null,
        href: (item.querySelector('a.nowrap') as HTMLAnchorElement | null)?.href ?? null,
      })),
    )
  const far = items.find(({ text }) => text.includes('个指标与上年相差一半以上'))!
  expect(far.href).toContain('list=FAR_FROM_LAST_YEAR')
  let walked = 0
  for (const { count, href } of items) {
    if (count === null || href === null) continue
    walked++
    await page.goto(href)
    await settled(page)
    if (href.includes('list=')) {
      const counts = await main()
        .locator('[data-list] li')
        .evaluateAll((all) => all.map((one) => Number((one as HTMLElement).dataset['count'])))
      expect([href, counts.reduce((sum, one) => sum + one, 0)]).toEqual([href, Number(count)])
    } else if (href.includes('tab=records')) expect([href, await total()]).toEqual([href, Number(count)])
  }
  expect(walked).toBeGreaterThanOrEqual(4)
  await page.goto(far.href!)
  await main()
    .getByRole('link', { name: /^EX02 / })
    .click()
  await page.waitForURL(/\/indicator\/EX02\?.*tab=why/)
})

test('a list is sorted and filtered by any column with the keyboard alone, and its address says all of it', async () => {
  await signIn('reader')
  await go('/data?lang=zh&institution=X&tab=records&type=agreement')
  await settled(page)
  expect(await total()).toBe(5)
  await main().getByRole('link', { name: '终止日期' }).focus()
  await page.keyboard.press('Enter')
  await settled(page)
  expect(query().get('sort')).toBe('to')
  expect(await main().locator('th[aria-sort=ascending]').innerText()).toContain('终止日期')
  expect((await names())[0]).toContain('XY2016-01')
  await main().getByRole('link', { name: '终止日期' }).focus()
  await page.keyboard.press('Enter')
  await settled(page)
  expect((await names())[0]).toContain('XY2023-01')

  await main().locator('.record-filter summary').focus()
  await page.keyboard.press('Enter')
  await main().getByLabel('列', { exact: true }).selectOption('partner')
  await main().getByLabel('文字', { exact: true }).fill('清迈')
  await page.keyboard.press('Enter')
  await settled(page)
  expect(await total()).toBe(2)
  expect(query().getAll('filter')).toEqual(['partner:~清迈'])
  await main().getByLabel('列', { exact: true }).selectOption('to')
  await main().getByLabel('从', { exact: true }).fill('2024-12-01')
  await main().getByRole('button', { name: '加上这个条件' }).click()
  await settled(page)
  expect(await names()).toEqual([expect.stringContaining('XY2019-01')])
  // Somebody who is sent the address sees the same.
  const shared = page.url()
  await go('/data?lang=zh&institution=X&tab=records')
  await page.goto(shared)
  await settled(page)
  expect(await names()).toEqual([expect.stringContaining('XY2019-01')])
  expect(await main().locator('.record-filter').innerText()).toContain('终止日期从 2024年12月1日 起')
  await main()
    .getByRole('link', { name: /合作机构.*含“清迈”/ })
    .click()
  await settled(page)
  expect(await total()).toBe(3)

  await main().getByLabel('列', { exact: true }).selectOption('type')
  await main().getByRole('button', { name: '加上这个条件' }).click()
  await main().getByText('请先填写条件的内容。').waitFor()
  await main().getByLabel('取值').selectOption('contract')
  await main().getByRole('button', { name: '加上这个条件' }).click()
  await settled(page)
  expect(await total()).toBe(1)
  await main().getByRole('link', { name: '全部去掉' }).click()
  await settled(page)
  expect(await total()).toBe(5)
  await main().getByLabel('台账类型').selectOption('partner')
  await settled(page)
  expect(await total()).toBe(5)
  expect(query().getAll('filter')).toEqual([])
})

test('a figure says which partners count in every year, and their starts are taken from their agreements', async () => {
  await signIn('editor')
  await go('/indicator/PF05?lang=zh&institution=X&year=2011')
  const note = main().locator('.open-starts')
  await note.waitFor()
  expect(await note.innerText()).toContain('其中 4 条“合作机构”记录未填“合作起始日期”，因此每一年都计入')
  await go('/answer/PF05?lang=zh&institution=X&year=2011')
  await main().locator('.open-starts').waitFor()
  await go('/data?lang=zh&institution=X&year=2023&tab=missing')
  await main()
    .getByRole('link', { name: /^“合作机构”有 4 条记录未填“合作起始日期”/ })
    .click()
  const take = main().getByRole('button', { name: '填入：仁川职业学院' })
  await take.waitFor()
  await settled(page)
  expect(await total()).toBe(4)
  expect(await main().locator('.offers').innerText()).toContain(
    '合作起始日期：2018年11月1日，取自最早的合作协议 XY2018-02',
  )
  expect(await brokenRules(page)).toEqual([])
  await take.click()
  await main().getByText('已填入 1 条记录的起始日期。').waitFor()
  await expect.poll(total).toBe(3)
  // It is undone where every change is.
  await main().getByRole('link', { name: '查看这个批次（可撤回）' }).click()
  await main()
    .getByRole('button', { name: /^整批撤回：按最早的记录补填起始日期/ })
    .click()
  await main().getByRole('button', { name: '确认整批撤回' }).click()
  await main()
    .getByText(/已整批撤回/)
    .first()
    .waitFor()
  await go('/data?lang=zh&institution=X&year=2023&tab=missing')
  await main()
    .getByRole('link', { name: /^“合作机构”有 4 条记录未填“合作起始日期”/ })
    .click()
  await main().getByRole('button', { name: '全部填入（3 条）' }).click()
  await main().getByText('已填入 3 条记录的起始日期。').waitFor()
  await expect.poll(total).toBe(1)
  await go('/indicator/PF05?lang=zh&institution=X&year=2011')
  await settled(page)
  expect(await main().locator('.open-starts').innerText()).toContain('其中 1 条“合作机构”')
})

test('nobody without a token sees a list, an offer or a remark', async () => {
  await go('/data?lang=zh&institution=X&tab=records&type=partner')
  await settled(page)
  expect(await main().innerText()).not.toContain('仁川')
  await go('/indicator/PF05?lang=zh&institution=X&year=2023')
  await settled(page)
  expect(await main().locator('.open-starts').count()).toBe(0)
})

test('lists are sound at 360 pixels, in the dark and in English', async () => {
  await signIn('editor')
  for (const [width, lang, mode] of [
    [360, 'zh', 'light'],
    [360, 'en', 'dark'],
    [1280, 'en', 'dark'],
  ] as const) {
    await page.setViewportSize({ width, height: 800 })
    await go(
      `/data?lang=${lang}&mode=${mode}&institution=X&tab=records&type=agreement&sort=-to&filter=to:2024-12-01..&filter=subject:*`,
    )
    await settled(page)
    expect(await total()).toBe(3)
    expect([await pixelsTooWide(page), await brokenRules(page), await smallControls(page)]).toEqual([0, [], []])
  }
})
