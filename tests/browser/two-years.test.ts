import type { BrowserContext } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { brokenRules } from '../support/page-checks.ts'
import { bookOf, dropFiles } from './import-desk.ts'
import { openCauseway, openContext, ownCauseway } from './open-causeway.ts'

openCauseway({ CAUSEWAY_DEMO: 'off' })

let token: string
let context: BrowserContext

beforeAll(async () => {
  const put = ownCauseway.put('institution', ['code,name_zh,name_en,country', 'X,甲学院,College X,CN'])
  ;[token] = await Promise.all([ownCauseway.tokenFor('editor'), put])
  await ownCauseway.put(
    'partner',
    ['code,name_zh,country', 'P1,清迈学院,泰国', 'P2,河内学院,越南', 'P3,金边学院,柬埔寨'],
    '--institution',
    'X',
  )
  context = await openContext({ viewport: { width: 1280, height: 900 } })
  const headers = { origin: ownCauseway.address }
  await context.request.post(`${ownCauseway.address}/session`, { data: { token }, headers })
})

const drop = async (name: string, ...rows: (string | number)[][]) =>
  dropFiles(context, await bookOf(name, { Sheet1: { rows } }))

async function figure(indicator: string, year: number): Promise<number | null> {
  const query = `{ indicator(id: "${indicator}") { series(institution: "X", basis: POINT_IN_TIME, from: ${year}, to: ${year}) { figures { value } } } }`
  const answer = await fetch(`${ownCauseway.address}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: JSON.stringify({ query }),
  })
  const { data } = (await answer.json()) as { data: { indicator: { series: { figures: { value: number | null }[] } } } }
  return data.indicator.series.figures[0]!.value
}

const HEADS = ['序号', '合作机构', '合作内容', '签订日期', '生效日期', '终止日期']
const FIRST = [
  [1, '清迈学院', '师生交流', '2018.5.20', '2018.5.20', '2023.5.19'],
  [2, '河内学院', '联合办学', '2019.3.1', '2019.3.1', '2029.2.28'],
  [3, '金边学院', '师资培训', '2020.9.1', '2020.9.1', '2030.8.31'],
]
const RENEWED = [1, '清迈学院', '师生交流', '2023.5.20', '2023.5.20', '2028.5.19']

test('an agreement that is renewed under the same running number is another one, decided before it goes in', async () => {
  const desk = await drop('合作协议一览表.xlsx', HEADS, ...FIRST)
  const { page } = desk
  page.setDefaultTimeout(8000)
  await desk.choose(page.locator('.file-facts > .choice select'), 'agreement|')
  // What is offered is made of what identifies the row; the number of the row is taken by hand, as last year.
  await page.getByText('没有“协议编号”：由“合作机构”“签订日期”“合作内容”生成').waitFor()
  await desk.choose(page.locator('.field-choice select[aria-label^="A "]'), 'code')
  await desk.click(page.getByRole('button', { name: '重新核对' }).first())
  await page.getByText('各行均正确').waitFor()
  await page.locator('.left-out').getByText('“序号”是每张表都从 1 数起的序号').waitFor()
  await page.locator('details.save-reading summary').click()
  await page.getByRole('button', { name: '保存读法' }).click()
  await page.getByText('已保存为“合作协议一览表”').waitFor()
  expect(await desk.bringIn()).toBe('3')
  expect(await figure('PF02', 2021)).toBe(3)

  const next = await drop('合作协议一览表2023.xlsx', HEADS, RENEWED, FIRST[1]!, FIRST[2]!)
  const { page: later } = next
  later.setDefaultTimeout(8000)
  await later.getByText('1 行有误；2 行正确').waitFor()
  const row = later.locator('.wrong-row')
  await row.getByText('在“合作协议”中已是另一条记录：签订日期 2018-05-20 → 2023-05-20').waitFor()
  expect(await row.innerText()).not.toMatch(/活动|届|made_from/)
  expect(await later.getByRole('button', { name: '下一步：预览变化' }).isDisabled()).toBe(true)
  expect(await brokenRules(later, '.wrong-row')).toEqual([])
  await row.getByRole('button', { name: /^是另一条：另立，编号 n-/ }).click()
  await next.click(later.getByRole('button', { name: '重新核对' }).last())
  await later.getByText('各行均正确').waitFor()
  expect(await next.bringIn()).toBe('1')
  expect([await figure('PF02', 2021), await figure('PF02', 2023)]).toEqual([3, 3])
})

test('the same reading with a code made of what identifies the row is not asked again, and who corrects a record says so', async () => {
  const desk = await drop('合作协议一览表2024.xlsx', HEADS, RENEWED, FIRST[1]!, [
    3,
    '金边学院',
    '师资培训',
    '2021.9.1',
    '2021.9.1',
    '',
  ])
  const { page } = desk
  page.setDefaultTimeout(8000)
  await page.getByText('2 行有误；1 行正确').waitFor()
  await desk.click(page.locator('[data-move=CODE] button').first())
  // The renewed agreement and the second are known by what is in them; the third has another date.
  await page.getByText('各行均正确').waitFor()
  expect(await page.locator('.left-out').count()).toBe(0)
  await desk.click(page.getByRole('button', { name: '预览变化' }).first())
  expect(await page.locator('[data-tally=accepted] dd').innerText()).toBe('1')
  expect(await page.locator('[data-tally=unchanged] dd').innerText()).toBe('2')
  await desk.click(page.getByRole('button', { name: '返回' }).first())
  await desk.click(page.getByRole('button', { name: /^撤销 “协议编号”/ }))
  const row = page.locator('.wrong-row').last()
  await row.getByRole('button', { name: '是同一条，更正它：替换 3' }).click()
  await page
    .locator('.wrong-row')
    .first()
    .getByRole('button', { name: /^是另一条/ })
    .click()
  await desk.click(page.getByRole('button', { name: '重新核对' }).last())
  await page.getByText('各行均正确').waitFor()
  await desk.click(page.getByRole('button', { name: '预览变化' }).first())
  expect(await page.locator('[data-tally=updated] dd').innerText()).toBe('1')
  expect(await page.locator('[data-tally=unchanged] dd').innerText()).toBe('2')
})

const AWARDS = ['序号', '学号', '证书名称', '发证日期', '是否取得']

test('a certificate that a name makes is asked for its issuer and country each time, and what figures leave out is beside the tick', async () => {
  const desk = await drop('证书名单.xlsx', AWARDS, [1, 'S1', 'BEC 商务英语', '2023.6.1', '是'])
  const { page } = desk
  page.setDefaultTimeout(8000)
  await desk.choose(page.locator('.file-facts > .choice select'), 'certificate-award|')
  const names = page.locator('.names')
  await desk.write(names.getByLabel('发证机构（全部新建的）'), '剑桥英语')
  await names.getByLabel('发证机构所在国家（地区）（全部新建的；不填为不详）').selectOption({ label: '英国' })
  await desk.click(names.getByRole('button', { name: '新建这 1 个' }))
  await page.getByText('各行均正确').waitFor()
  await page.locator('details.save-reading summary').click()
  await page.getByRole('button', { name: '保存读法' }).click()
  await page.getByText('已保存为“证书名单”').waitFor()
  expect(await desk.bringIn()).toBe('1')

  const next = await drop(
    '证书名单2024.xlsx',
    AWARDS,
    [1, 'S1', 'DELF 法语', '2024.6.1', '是'],
    [2, 'S2', 'BEC 商务英语', '2024.6.1', '是'],
  )
  const { page: later } = next
  later.setDefaultTimeout(8000)
  await later.getByText('认出了这份文件').waitFor()
  // Nothing that was said of the certificate of last year holds of this one.
  const asked = later.locator('.names')
  const issuer = asked.getByLabel('发证机构（全部新建的）')
  const country = asked.getByLabel('发证机构所在国家（地区）（全部新建的；不填为不详）')
  expect([await issuer.inputValue(), await country.inputValue()]).toEqual(['', ''])
  await next.write(issuer, '法国教育部')
  await next.click(asked.getByRole('button', { name: '新建这 1 个' }))
  await later.getByText('各行均正确').waitFor()
  const leftOut = later.locator('.left-out')
  await leftOut.getByText('1 条“证书考取情况”').waitFor()
  expect(await leftOut.innerText()).toContain('DELF 法语')
  expect(await brokenRules(later, '.left-out')).toEqual([])
  // It is still asked for.
  await country.selectOption({ label: '法国' })
  await next.click(asked.getByRole('button', { name: '照此核对' }))
  await later.getByText('各行均正确').waitFor()
  expect(await leftOut.count()).toBe(0)
  expect(await next.bringIn()).toBe('2')
  expect(await certificates()).toEqual(['BEC 商务英语 剑桥英语 GB', 'DELF 法语 法国教育部 FR'])
})

/** Certificates with their issuers and countries. */
async function certificates(): Promise<string[]> {
  const query = `{ records(type: "certificate-type", institution: "X", first: 9) { edges { node { fields { name value } } } } }`
  const answer = await fetch(`${ownCauseway.address}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: JSON.stringify({ query }),
  })
  const { data } = (await answer.json()) as {
    data: { records: { edges: { node: { fields: { name: string; value: string | null }[] } }[] } }
  }
  return data.records.edges
    .map(({ node }) => {
      const of = (name: string) => node.fields.find((field) => field.name === name)?.value ?? ''
      return `${of('name_zh') || of('name_en')} ${of('issuer')} ${of('country')}`
    })
    .toSorted()
}
