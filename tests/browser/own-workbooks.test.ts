import { readFileSync } from 'node:fs'
import { Workbook } from '@cj-tech-master/excelts'
import type { BrowserContext } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { brokenRules } from '../support/page-checks.ts'
import { settled } from '../support/settled.ts'
import { ROSTER, TRAINING, YEARS, STAYS, STAYS_AGAIN, type Sheet } from './office-sheets.ts'
import { bookOf, dropFiles, XLSX } from './import-desk.ts'
import { openCauseway, openContext, ownCauseway } from './open-causeway.ts'

openCauseway({ CAUSEWAY_DEMO: 'off' })

let token: string
let context: BrowserContext

beforeAll(async () => {
  const put = ownCauseway.put('institution', ['code,name_zh,name_en,country', 'X,甲学院,College X,CN'])
  ;[token] = await Promise.all([ownCauseway.tokenFor('editor'), put])
  context = await openContext({ viewport: { width: 1280, height: 900 } })
  const headers = { origin: ownCauseway.address }
  await context.request.post(`${ownCauseway.address}/session`, { data: { token }, headers })
})

const drop = async (name: string, sheet: Sheet) => dropFiles(context, await bookOf(name, { Sheet1: sheet }))

/** The whole of one figure. */
async function figure(indicator: string, basis: string, year: number): Promise<number | null> {
  const query = `{ indicator(id: "${indicator}") { series(institution: "X", basis: ${basis}, from: ${year}, to: ${year}) { figures { value } } } }`
  const answer = await fetch(`${ownCauseway.address}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: JSON.stringify({ query }),
  })
  const { data } = (await answer.json()) as { data: { indicator: { series: { figures: { value: number | null }[] } } } }
  return data.indicator.series.figures[0]!.value
}

test('years across, under two rows of heads: one move', async () => {
  const desk = await drop('人数.xlsx', YEARS)
  // Nothing is wrong with it: nobody knows yet what it is.
  expect(await desk.page.locator('.import-verdict').innerText()).toContain('文件尚未认出')
  await desk.click(desk.page.locator('.likely button').first())
  // The header that was seen before the type was chosen is still that of two rows.
  await desk.page.getByRole('button', { name: /^撤销 .*2 行/ }).waitFor()
  await desk.take('UNPIVOT')
  // Undone, it is as before; a second time it is taken as the first time.
  await desk.click(desk.page.getByRole('button', { name: /^撤销 B–E/ }))
  expect(await desk.page.locator('[data-move=UNPIVOT]').count()).toBe(2)
  await desk.take('UNPIVOT')
  await desk.page.getByText('各行均正确').waitFor()
  expect(await desk.bringIn()).toBe('6')
  expect(desk.clicks).toBeLessThanOrEqual(25)
  expect([await figure('EX02', 'SCHOOL_YEAR', 2021), await figure('EX02', 'SCHOOL_YEAR', 2022)]).toEqual([21, 24])
})

test('names in place of codes, months, and one column that tells two fields', async () => {
  const desk = await drop('名册.xlsx', ROSTER)
  await desk.click(desk.page.getByRole('button', { name: /有把握的 2 项/ }))
  await desk.take('ALSO')
  // One of the two is said to be the other, and back; the others are made at once.
  const software = desk.page.getByLabel('“软件技术”（2 行）')
  await software.selectOption({ label: '电子商务' })
  await software.selectOption('')
  expect(await brokenRules(desk.page, '.names')).toEqual([])
  await desk.click(desk.page.getByRole('button', { name: '新建这 2 个' }))
  await desk.choose(desk.word('“专科”'), 'degree')
  await desk.choose(desk.word('“语言生”'), 'training')
  // What no column says, and a figure is empty without.
  await desk.page.getByText('不填则各行都不计入：EX01 全日制').waitFor()
  await desk.choose(desk.constant('是否全日制'), '1')
  await desk.answer()
  await desk.page.getByText('各行均正确').waitFor()
  await desk.page.getByText('将新建“专业（项目）” 2 条').waitFor()
  expect(await desk.bringIn()).toBe('3')
  expect(desk.clicks).toBeLessThanOrEqual(25)
  expect([await figure('EX02', 'SCHOOL_YEAR', 2023), await figure('EX01', 'SCHOOL_YEAR', 2023)]).toEqual([3, 2])
})

test('men and women across, and a field that another column tells', async () => {
  const desk = await drop('培训.xlsx', TRAINING)
  await desk.click(desk.page.locator('.likely button').first())
  await desk.take('UNPIVOT')
  const days = desk.page.locator('.constants .choice').filter({ hasText: '培训天数' })
  await desk.choose(days.getByLabel('或按某一列'), { label: 'B 培训项目' })
  // What was most likely meant is one click, taken back by another, and one for all such words.
  const likely = desk.page.locator('.answers .choice').filter({ hasText: '线下（境外）' }).locator('.nearest button')
  await likely.click()
  expect(await desk.word('线下（境外）').inputValue()).toBe('on-site')
  await likely.click()
  expect(await desk.word('线下（境外）').inputValue()).toBe('')
  expect(await brokenRules(desk.page, '.answers')).toEqual([])
  await desk.page.setViewportSize({ width: 390, height: 900 })
  const answers = desk.page.locator('.answers')
  expect(await answers.evaluate((one) => one.scrollWidth - one.clientWidth)).toBeLessThanOrEqual(0)
  await desk.page.setViewportSize({ width: 1280, height: 900 })
  await desk.click(desk.page.getByRole('button', { name: '2 个词，都照建议' }))
  expect(await desk.word('线下（国内）').inputValue()).toBe('on-site')
  await desk.choose(desk.word('非洲8国'), 'foreign')
  await desk.write(desk.word('新型农民'), '15')
  await desk.write(desk.word('农机研修班'), '21')
  await desk.answer()
  await desk.page.getByText('各行均正确').waitFor()
  expect(await desk.bringIn()).toBe('4')
  expect(desk.clicks).toBeLessThanOrEqual(25)
  expect(await figure('EX07', 'CALENDAR_YEAR', 2023)).toBe(20 * 15 + 20 * 21)
})

test('two dates in a cell, a term, and a row that nobody can know; the page holds at each width', async () => {
  const desk = await drop('交流.xlsx', STAYS)
  const { page } = desk
  await desk.click(page.locator('.likely button').first())
  for (const width of [820, 390, 1280]) {
    await page.setViewportSize({ width, height: 900 })
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width)
  }
  const lines = page.locator('.line-menu select')
  expect(await lines.first().inputValue()).toBe('TITLE')
  expect(await lines.last().inputValue()).toBe('TOTAL')
  await settled(page)
  expect(await brokenRules(page, '.import')).toEqual([])
  // What a line is, said and taken back by keyboard alone.
  const third = page.locator('#line-5')
  await third.press('ArrowDown')
  await desk.checked()
  expect([await third.inputValue(), await third.evaluate((one) => one === document.activeElement)]).toEqual([
    'TOTAL',
    true,
  ])
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await desk.checked()
  expect([await third.inputValue(), await third.evaluate((one) => one === document.activeElement)]).toEqual([
    'DATA',
    true,
  ])
  await desk.take('RANGE')
  await desk.choose(desk.constant('方向'), 'out')
  await desk.choose(desk.constant('人员类别'), 'student')
  await desk.click(page.getByRole('button', { name: '重新核对' }).first())
  await desk.choose(desk.word('学期交换'), 'study')
  await page.getByText('看来是同一个词的几种写法：“学期交换”（1 行）、“學期交換”（1 行）').waitFor()
  await desk.same()
  await desk.write(page.locator('.terms input').first(), '2023-09-01')
  await desk.write(page.locator('.terms input').last(), '2024-01-15')
  await desk.click(page.locator('.terms button'))
  await page.locator('.stated-sums summary').getByText('✓').waitFor()
  await page.getByText('选定一个：这一行只按它记').waitFor()
  await desk.click(page.locator('.save-reading summary'))
  await desk.click(page.getByRole('button', { name: '保存读法' }))
  // What was done takes the focus, and the page goes there: a click meanwhile is of another place.
  await page.getByText('已保存为').waitFor()
  await desk.click(page.locator('[data-row="4"] .check input'))
  expect(await desk.bringIn()).toBe('3')
  // What is saved already is not asked for again.
  expect(await page.locator('.save-reading').count()).toBe(0)
  expect(desk.clicks).toBeLessThanOrEqual(25)
  expect(await figure('IN17', 'SCHOOL_YEAR', 2023)).toBe(3)

  const next = await drop('明年.xlsx', STAYS_AGAIN)
  next.clicks = 0
  expect(await next.page.getByLabel('最后一日').inputValue()).toBe('2025-01-15')
  await next.click(next.page.locator('.terms button'))
  expect(await next.bringIn()).toBe('2')
  expect(next.clicks).toBe(3)
  expect(await figure('IN17', 'SCHOOL_YEAR', 2024)).toBe(2)
})

test('several files in any order, and a workbook of several types, as one batch', async () => {
  const stay = (person: string, ...rest: string[]) => [person, '派出', '学生', '学习', '泰国', 'P-1', ...rest]
  const heads = ['学号', '方向', '人员类别', '目的', '国家（地区）', '合作机构', '开始日期', '结束日期', '责任部门']
  const book = await bookOf('登记.xlsx', {
    说明: { rows: [['各院系每年九月填写']] },
    '交流 2022': { rows: [heads, stay('S-71', '2022-10-01', '2022-10-31', 'U-1')] },
    '交流 2023': { rows: [heads, stay('S-72', '2023-10-01', '2023-10-31', 'U-1')] },
    机构: {
      rows: [
        ['编号', '中文名称', '国家（地区）', '类型'],
        ['P-1', '曼谷学院', '泰国', '学院'],
      ],
    },
  })
  const stays = await bookOf('补报.xlsx', { Sheet1: { rows: [heads, stay('S-73', '某日', '2023-10-31', 'U-1')] } })
  const units = await bookOf('部门.xlsx', {
    责任部门: {
      rows: [
        ['部门编号', '中文名称', '上级部门编号'],
        ['U-1', '国际学院', ''],
      ],
    },
  })
  const desk = await dropFiles(context, stays, book, units)
  const { page } = desk
  const tables = page.locator('.import-tables li')
  expect(await tables.locator('.table-name').allInnerTexts()).toEqual([
    ...['补报.xlsx', '登记.xlsx · 说明', '登记.xlsx · 交流 2022 · 交流 2023', '登记.xlsx · 机构', '部门.xlsx'],
  ])
  expect(await tables.nth(1).innerText()).toContain('没有认出台账的表格')
  expect(await tables.nth(1).getByRole('checkbox').isChecked()).toBe(false)
  // The one with a wrong row is open; another is looked at, and all go in once the first is left out.
  expect(await tables.nth(0).getAttribute('aria-current')).toBe('true')
  await expect.poll(() => tables.nth(0).innerText()).toContain('1 处有误')
  expect(await brokenRules(page, '.import')).toEqual([])
  for (const width of [820, 390, 1280]) {
    await page.setViewportSize({ width, height: 900 })
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width)
  }
  await desk.click(tables.nth(2).getByRole('button', { name: '查看' }))
  expect(await page.locator('.file-facts').innerText()).toContain('工作表“交流 2022”、“交流 2023”')
  await desk.click(tables.nth(0).getByRole('checkbox'))
  await desk.click(page.getByRole('button', { name: '预览变化' }))
  expect(await page.locator('[data-types] tbody tr').allInnerTexts()).toEqual([
    ...[/^责任部门\s+1\s+0$/, /^合作机构\s+1\s+0$/, /师生交流|交流/].map((text) => expect.stringMatching(text)),
  ])
  await desk.click(page.getByRole('button', { name: '确认导入' }))
  await page.getByRole('heading', { name: '导入完成' }).waitFor()
  expect(await page.locator('[data-tally=accepted] dd').innerText()).toBe('4')
  expect(await page.locator('.import .note').first().innerText()).toContain('“登记.xlsx、部门.xlsx”')
  expect(await figure('IN17', 'SCHOOL_YEAR', 2022)).toBe(1)
})

test('the wrong rows of several tables are one workbook, which goes in once it is corrected', async () => {
  const heads = ['学号', '方向', '人员类别', '目的', '国家（地区）', '开始日期', '结束日期']
  const stays = { rows: [heads, ['S-81', '派出', '学生', '学习', '太国', '2021-10-01', '2021-10-31']] }
  const partners = {
    rows: [
      ['编号', '中文名称', '国家（地区）', '类型'],
      ['P-8', '河内学院', '月南', '学院'],
    ],
  }
  const { page } = await dropFiles(
    context,
    await bookOf('交流.xlsx', { 名单: stays }),
    await bookOf('机构.xlsx', { 名单: partners }),
  )
  const [taken] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: '下载有误的行（含原因）' }).click(),
  ])
  const book = new Workbook()
  await book.xlsx.load(readFileSync(await taken.path()))
  const meant: Record<string, string> = { 太国: '泰国', 月南: '越南' }
  const wrong: string[] = []
  for (const sheet of book.worksheets)
    sheet.eachRow((row) =>
      row.eachCell((cell) => {
        if (!(cell.text in meant)) return
        wrong.push(cell.text)
        cell.value = meant[cell.text]!
      }),
    )
  expect(wrong.toSorted()).toEqual(['太国', '月南'])
  const buffer = Buffer.from(await book.xlsx.writeBuffer())
  const again = await dropFiles(context, { name: taken.suggestedFilename(), mimeType: XLSX, buffer })
  expect(await again.page.locator('.import-tables li').count()).toBe(2)
  expect(await again.bringIn()).toBe('2')
  expect(await figure('IN17', 'SCHOOL_YEAR', 2021)).toBe(1)
})
