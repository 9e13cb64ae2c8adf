import { Workbook } from '@cj-tech-master/excelts'
import iconv from 'iconv-lite'
import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { brokenRules, pixelsTooWide } from '../support/page-checks.ts'
import { settled } from '../support/settled.ts'
import { cellOf, desk, drop, HEADER, openClerkDesk } from './clerk-desk.ts'

openClerkDesk()

const RIGHT = 'CW101,派出,学生,学习,泰国,2023-10-01,2023-10-31'

async function workbook(sheets: Record<string, string[][]>): Promise<Buffer> {
  const book = new Workbook()
  for (const [title, rows] of Object.entries(sheets)) book.addWorksheet(title).addRows(rows)
  return Buffer.from(await book.xlsx.writeBuffer())
}

async function choose(page: Page, name: string, buffer: Buffer): Promise<void> {
  await page.locator('.drop input').setInputFiles({ name, mimeType: 'application/octet-stream', buffer })
  await page.locator('.import-verdict').waitFor()
  await settled(page)
}

describe('a cell that is nearly right', () => {
  test('is corrected by one click on what was meant, and counts as corrected as if it had been typed', async () => {
    const page = await desk.open('/data?lang=zh&tab=import', desk.editor)
    const rows = ['CW102,派去,学生,学系,太国,03/04/2023,2023-10-31', RIGHT]
    await drop(page, '出国.csv', [HEADER, ...rows].join('\n'))
    const row = page.locator('[data-row="2"]')
    for (const meant of ['派出', '学习', '泰国', '2023-04-03']) {
      const button = row.getByRole('button', { name: meant, exact: true })
      expect((await button.boundingBox())!.height).toBeGreaterThanOrEqual(44)
      await button.click()
      expect(await button.getAttribute('aria-pressed')).toBe('true')
    }
    expect(await cellOf(page, 2).first().inputValue()).toBe('派出')
    await page.getByText('有 4 处改动尚未核对').waitFor()
    // Clicked once more it is as it was.
    await row.getByRole('button', { name: '派出', exact: true }).click()
    await page.getByText('有 3 处改动尚未核对').waitFor()
    await row.getByRole('button', { name: '派出', exact: true }).click()
    await page.getByRole('button', { name: '重新核对' }).first().click()
    await page.getByText('各行均正确').waitFor()
    expect(await page.getByText('所作的更正（4）').count()).toBe(1)
  })

  test('is chosen among what may be in it by keyboard alone, and a code among the records that are there', async () => {
    const page = await desk.open('/data?lang=en&tab=import', desk.editor)
    const { records } = await desk.ask(
      '{ records(type: "partner", institution: "demo", first: 3) { edges { node { fields { name value } } } } }',
    )
    const code: string = records.edges[2].node.fields.find(({ name }: { name: string }) => name === 'code').value
    const rows = [
      'agreement code,partner,signed on,from,agreement type',
      `ZZ8,${code}x,2023-01-01,2023-01-01,contract`,
      `ZZ9,${code},2023-01-01,2023-01-01,memoo`,
    ].join('\n')
    await page.locator('.drop input').setInputFiles({ name: 'a.csv', mimeType: 'text/csv', buffer: Buffer.from(rows) })
    await page.locator('.wrong-row').first().waitFor()
    await settled(page)
    const row = page.locator('[data-row="2"]')
    const [partner, type] = [cellOf(page, 2), cellOf(page, 3)]
    expect(await type.evaluate((cell) => cell.tagName)).toBe('SELECT')
    const list = await partner.getAttribute('list')
    expect(await page.locator(`datalist[id="${list}"] option[value="${code}"]`).count()).toBe(1)
    await type.focus()
    await page.keyboard.type('contract')
    expect(await type.locator('option:checked').innerText()).toBe('contract')
    const near = row.getByRole('button', { name: new RegExp(`^${code} `) })
    expect(await near.evaluate((button) => button.closest('[role=group]')?.getAttribute('aria-label'))).toBe(
      'Did you mean:',
    )
    await near.focus()
    await page.keyboard.press('Enter')
    expect(await partner.inputValue()).toBe(code)
    await partner.press('Enter')
    await page.getByText('Every row is right').waitFor()
  })
})

describe('a workbook', () => {
  test('that was not recognised is read from the sheet and the row that the clerk names', async () => {
    const page = await desk.open('/data?lang=zh&tab=import', desk.editor)
    await page.setViewportSize({ width: 390, height: 844 })
    const buffer = await workbook({
      说明: [['只填第二张表，逐人一行，不得漏填，填好后交国际处汇总']],
      数据: [
        ['出国学习台账'],
        ['国际处填报'],
        ['甲列', '去向', '身份', '缘由', '到哪里', '起', '止'],
        RIGHT.split(','),
      ],
    })
    await choose(page, '交流.xlsx', buffer)
    const header = page.getByLabel('第 3 行是什么')
    expect(await page.getByLabel('工作表').inputValue()).toBe('数据')
    expect(await header.locator('option:checked').innerText()).toBe('表头')
    expect(await page.getByLabel('第 2 行是什么').inputValue()).toBe('TITLE')
    expect((await header.boundingBox())!.height).toBeGreaterThanOrEqual(44)
    expect(await brokenRules(page)).toEqual([])
    expect(await pixelsTooWide(page)).toBeLessThanOrEqual(0)

    await page.getByLabel('第 2 行是什么').selectOption('HEADER_2')
    await settled(page)
    expect(await header.inputValue()).toBe('HEADER_MORE')
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('line-2')
    await page.getByRole('button', { name: '撤销 第 2 行：表头，共 2 行' }).click()
    await settled(page)
    await page.getByLabel('没能识别出台账类型').selectOption('mobility|')
    await settled(page)
    expect(await page.locator('.file-facts').innerText()).toContain('表头在第 3 行')
    const fields = ['人员编号', '方向', '人员类别', '事由', '国家（地区）', '开始日期', '结束日期']
    for (const [at, field] of fields.entries()) {
      const choice = page.locator('.field-choice select').nth(at)
      await choice.selectOption((await choice.locator('option', { hasText: field }).first().getAttribute('value'))!)
    }
    await page.getByRole('button', { name: '重新核对' }).first().click()
    await page.getByText('各行均正确').waitFor()
  })

  test('with two columns of one field says which, and is read once one of them is left out', async () => {
    const page = await desk.open('/data?lang=zh&tab=import', desk.editor)
    const [, ...rest] = HEADER.split(',')
    const group = ['5', ...RIGHT.split(',').slice(1)]
    const rows = [
      ['人数', ...rest, '', '人数'],
      [...group, '另计', '8'],
      [...group, '', '8'],
    ]
    await choose(page, '两列人数.xlsx', await workbook({ 数据: rows }))
    await page.locator('.file-facts > .choice select').selectOption('mobility|')
    await settled(page)
    expect(await page.locator('.file-problems').innerText()).toMatch(/A 列「人数」与 I 列「人数」都会填入「人数」/)
    const panel = page.locator('details:has(.field-choice)')
    const marks = panel.locator('.problem')
    expect(await panel.getAttribute('open')).not.toBeNull()
    expect(await marks.allInnerTexts()).toEqual([
      '与 I 列重复：只能选一列，其余选“不导入”',
      '与 A 列重复：只能选一列，其余选“不导入”',
    ])
    expect(await brokenRules(page, '.field-choice')).toEqual([])
    await panel.getByLabel('I 人数').selectOption('')
    expect(await marks.count()).toBe(0)
    await page.getByRole('button', { name: '重新核对' }).first().click()

    // A column without a name that holds something waits for a choice.
    await page.locator('[data-row="2"] .problem', { hasText: 'H 列没有列名' }).waitFor()
    expect(await panel.getByLabel('H', { exact: true }).locator('option:checked').innerText()).toBe('请选择')
    await panel.getByLabel('H', { exact: true }).selectOption('')
    await page.getByRole('button', { name: '重新核对' }).first().click()

    // Two groups alike: parts of one, two, or one that was written twice.
    const addUp = page.locator('[data-row="3"]').getByRole('button', { name: '人数相加' })
    await addUp.press('Enter')
    expect(await addUp.getAttribute('aria-pressed')).toBe('true')
    await page.getByRole('button', { name: '重新核对' }).first().click()
    await page.getByText('各行均正确，共 1 行。').waitFor()
    expect(await page.getByLabel('除人数外各项都相同的行合为一行，人数相加').isChecked()).toBe(true)
  })

  test('of two sheets is two tables; alone it is recognised anew from the other one, unless the clerk said what it is', async () => {
    const { records } = await desk.ask(
      '{ records(type: "partner", institution: "demo", first: 1) { edges { node { fields { name value } } } } }',
    )
    const code: string = records.edges[0].node.fields.find(({ name }: { name: string }) => name === 'code').value
    const page = await desk.open('/data?lang=zh&tab=import', desk.editor)
    const buffer = await workbook({
      出国: [HEADER.split(','), RIGHT.split(',')],
      协议: [
        ['协议编号', '合作机构编号', '协议类型', '签订日期', '生效日期', '甲列', '乙列'],
        ['ZZ7', code, '合同', '2023-01-01', '2023-01-01', '1', '2'],
      ],
    })
    await choose(page, '两表.xlsx', buffer)
    const [sheet, type] = [page.getByLabel('工作表'), page.locator('.file-facts > .choice select')]
    const unit = page.locator('.constants select').last()
    const isRead = async (name: string, as: string) => {
      await expect.poll(() => Promise.all([sheet.inputValue(), type.inputValue()])).toEqual([name, `${as}|`])
      await settled(page)
    }
    const pick = async (name: string) => {
      if (!(await sheet.isVisible())) await page.locator('.reading > summary').click()
      await sheet.selectOption(name)
    }
    await page.getByRole('button', { name: '移除 两表.xlsx · 协议' }).click()
    await page.locator('.import-tables').waitFor({ state: 'detached' })
    if (!(await sheet.isVisible())) await page.locator('.reading > summary').click()
    await isRead('出国', 'mobility')
    await page.locator('details:has(.constants) > summary').click()
    await unit.selectOption({ index: 1 })
    await pick('协议')
    await isRead('协议', 'agreement')
    await page.getByText('各行均正确').waitFor()
    expect(await unit.inputValue()).toBe('')
    await pick('出国')
    await isRead('出国', 'mobility')
    await page.getByText('各行均正确').waitFor()

    await type.selectOption('agreement|')
    await isRead('出国', 'agreement')
    await pick('协议')
    await isRead('协议', 'agreement')
    await pick('出国')
    await isRead('出国', 'agreement')
  })

  test('that holds nothing says so, by its name and that of its sheets, and asks for another file only', async () => {
    const page = await desk.open('/data?lang=zh&tab=import', desk.editor)
    await choose(page, '空表.xlsx', await workbook({ 台账: [], 说明: [] }))
    await page.getByText('「空表.xlsx」的工作表「台账」、「说明」是空的').waitFor()
    expect(await page.locator('.import').getByRole('button').allInnerTexts()).toEqual(['换一个文件'])
    await page.getByRole('button', { name: '换一个文件' }).click()
    await choose(page, '只有表头.xlsx', await workbook({ 出国: [HEADER.split(',')] }))
    await page.getByText('「只有表头.xlsx」的工作表「出国」只有表头，没有数据行').waitFor()
  })

  test('and a file in the encoding of an old Excel are distinguished by what they are', async () => {
    const page = await desk.open('/data?lang=en&tab=import', desk.editor)
    await choose(page, 'old.csv', iconv.encode([HEADER, RIGHT].join('\r\n'), 'gb18030'))
    expect(await page.locator('.file-facts').innerText()).toContain('encoding GB18030')
    expect(await page.locator('.import-verdict').innerText()).toContain('Every row is right')
  })

  test('and of one whose encoding nobody can tell it is asked', async () => {
    const page = await desk.open('/data?lang=zh&tab=import', desk.editor)
    const heads = 'person,direction,audience,purpose,country,start,end,note'
    const rows = [heads, 'CW190,out,student,study,RU,2023-10-01,2023-10-31,Приморский колледж'].join('\r\n')
    await choose(page, 'old.csv', iconv.encode(rows, 'windows-1251'))
    await page.getByText('无法断定「old.csv」的编码').waitFor()
    expect(await brokenRules(page)).toEqual([])
    await page.getByLabel('编码').selectOption('windows-1251')
    await page.locator('.file-facts').getByText('编码 windows-1251').waitFor()
    await settled(page)
    expect(await page.locator('main').textContent()).toContain('Приморский колледж')
  })
})
