import { expect, test } from 'vitest'
import { causeway, go, openCauseway, openPageForEachTest, page, signIn, ownCauseway } from './open-causeway.ts'

openCauseway({ CAUSEWAY_DEMO: 'off' })
openPageForEachTest({ viewport: { width: 1440, height: 900 } })

const main = () => page.getByRole('main')
const offered = () => main().getByRole('link').allInnerTexts()

test('a list of institutions without any leads who may change it to their import, and others to sign in', async () => {
  await go('/?lang=en')
  await main().getByRole('heading', { level: 1, name: 'There is no college yet' }).waitFor()
  expect(await offered()).toEqual(['Sign in'])
  await go('/institutions?lang=en')
  expect(await main().innerText()).toContain('There is no institution yet')
  expect(await main().innerText()).not.toContain('No institution matches')
  await go('/institutions?lang=zh')
  expect(await main().innerText()).toContain('还没有院校')
  const bring = () => main().getByRole('link', { name: '导入数据' })
  expect(await bring().count()).toBe(0)
  await main().getByRole('link', { name: '登录' }).click()
  await page.getByLabel('访问令牌').fill(await causeway.tokenFor('editor'))
  await main().getByRole('button', { name: '登录' }).click()
  await bring().click()
  await page.waitForURL(/\/data\?.*tab=import/)
})

/** Its learners from abroad begin with the school year 2023; a plan had begun with twenty and wanted thirty. */
test('a college is entered', async () => {
  const own = ['--institution', 'X', '--data-date', '2024-08-31']
  const learners = Array.from({ length: 12 }, (_, n) => `L${n},PA,degree,1,VN,2023-09-01,2024-07-01,300`)
  const files: [type: string, lines: string[], options: string[]][] = [
    ['institution', ['code,name_zh,name_en,country', 'X,甲学院,College X,CN'], own.slice(2)],
    ['programme', ['code,name_zh,name_en,kind', 'PA,数控,CNC,ordinary'], own],
    ['enrolment', ['person,programme,kind,full_time,nationality,start,end,planned_days', ...learners], own],
    ['target', ['plan,indicator,year,value,base', 'P,EX02,2022,20,1', 'P,EX02,2023,30,'], own],
  ]
  for (const [type, lines, options] of files) await ownCauseway.put(type, lines, ...options)
  await go('/institutions?lang=en')
  expect(await main().innerText()).toContain('1 institution\n')
  await go('/institutions?lang=en&search=nothing')
  expect(await main().innerText()).toContain('No institution matches')
  await main().getByRole('link', { name: 'All institutions' }).click()
  await main().getByText('College X').waitFor()
})

test('what a file would alter is on every basis before it is imported, each leading to where it is', async () => {
  await signIn('editor')
  await go('/data?lang=zh&tab=import')
  const rows = [
    '学号,方向,人员类别,目的,国家（地区）,开始日期,结束日期',
    'S1,派出,学生,学习,泰国,2023-10-01,2023-10-31',
  ]
  const file = { name: '出国学习.csv', mimeType: 'text/csv', buffer: Buffer.from(rows.join('\n')) }
  await page.locator('.drop input').setInputFiles(file)
  await page.getByText('各行均正确，共 1 行。').waitFor()
  await page.getByLabel('数据截至日期').fill('2024-08-31')
  await page.getByRole('button', { name: '下一步：预览变化' }).click()
  await page.getByRole('heading', { name: '预览变化' }).waitFor()
  const figures = page.locator('.figures-changed tbody', { hasText: '在校生出国（境）学习交流人次' })
  const of = (period: RegExp) => figures.getByRole('row', { name: period })
  expect(await of(/^2023—2024学年/).innerText()).toMatch(/未填报\s+1人次/)
  expect(await of(/^2023年/).innerText()).toMatch(/未填报\s+1人次/)
  const href = await of(/^2023年/)
    .getByRole('link')
    .getAttribute('href')
  expect(href).toContain('basis=calendar_year')
})

test('the picture of the overview begins where its records do', async () => {
  await go('/?lang=en&table=people')
  const years = main().locator('.area-picture tbody tr')
  expect(await years.allInnerTexts()).toEqual([
    expect.stringMatching(/^2021\/22/),
    expect.stringMatching(/^2022\/23/),
    expect.stringMatching(/^2023\/24\s+…\s+12/),
  ])
  expect(await main().locator('.area-picture').innerText()).toContain('2021/22 to 2023/24')
  // A year before all of them is in it where it was chosen.
  await go('/?lang=en&table=people&year=2019')
  expect(await years.first().innerText()).toMatch(/^2019\/20/)
})

test('a theme without figures says so of its years: it may have older records', async () => {
  await go('/theme/platforms?lang=en')
  expect(await main().innerText()).toContain('No records speak of this theme in these years')
  expect(await main().innerText()).not.toContain('no records yet')
})

test('a figure below where its plan began is said so in words', async () => {
  await signIn()
  await go('/indicator/EX02?lang=en&tab=targets')
  await main().getByText('worse than at the start').waitFor()
  expect(await main().locator('.targets').innerText()).not.toContain('−')
  await go('/indicator/EX02?lang=zh&tab=targets')
  await main().getByText('不及起点', { exact: true }).waitFor()
})

test('the scope that is meant is named, anyone who is signed in is said until when, and goes on', async () => {
  await signIn()
  await go('/indicator/EX02?lang=zh')
  expect(await page.getByLabel('统计范围').locator('option:checked').innerText()).toBe('按指标定义：国外')
  await go('/sign-in?lang=zh&back=/indicator/EX02?lang=zh')
  expect(await main().getByRole('status').innerText()).toMatch(/^您已登录，令牌有效期至\d+年\d+月\d+日。/)
  expect(await main().getByText('npm run').isVisible()).toBe(false)
  await main().getByRole('link', { name: '继续' }).click()
  await page.waitForURL(/\/indicator\/EX02/)
})
