import { utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { folderOfTest } from '../support/folders.ts'
import { brokenRules } from '../support/page-checks.ts'
import { settled } from '../support/settled.ts'
import { desk, openClerkDesk } from './clerk-desk.ts'

openClerkDesk()

const LIST = [
  '序号,姓名,性别,身份证号,交流国家（地区）,目的,教师工号,期间,天数',
  '1,张伟,男,230102200401011234,马来西亚,学习,T-0001,2023.9-2024.1,120',
  '2,李娜,女,23010220040202123X,泰国,学习,T-0002,2023.10.8-2023.10.21,14',
  '3,赵强,男,230102200404041236,俄罗斯联邦,实习,T-0002,2024年3月-6月,90',
].join('\n')

describe('a file of no shape of ours', () => {
  test.each([
    ['zh', { none: '不导入', choose: '请选择', held: '“开始日期”“结束日期”可能在 H 列中' }],
    ['en', { none: 'do not import', choose: 'please choose', held: '“Start”, “End” may be in column H' }],
  ] as const)('is asked about only where it does not say it by itself, in %s', async (lang, words) => {
    const page = await desk.open(`/data?lang=${lang}&tab=import`, desk.editor)
    await page
      .locator('.drop input')
      .setInputFiles({ name: '名单.csv', mimeType: 'text/csv', buffer: Buffer.from(LIST) })
    await page.locator('.file-facts > .choice select').selectOption('mobility|')
    await page.locator('.field-choice').first().waitFor()
    await settled(page)
    const selectOf = (letter: string) => page.locator(`.field-choice select[aria-label^="${letter} "]`)
    const chosen = (letter: string) =>
      selectOf(letter).evaluate((select: HTMLSelectElement) => select.selectedOptions[0]!.textContent)
    // 序号, 姓名, 性别 and 天数 are no field; the 身份证号 is taken, so that a second number is not offered for the same.
    for (const letter of ['A', 'B', 'C', 'G', 'I']) {
      expect(await selectOf(letter).inputValue(), letter).toBe('')
      expect(await selectOf(letter).locator('xpath=..').getByRole('button').count(), letter).toBe(0)
    }
    expect(await Promise.all(['D', 'E', 'F'].map((letter) => selectOf(letter).inputValue()))).toEqual([
      'person',
      'country',
      'purpose',
    ])
    // Both ends of a stay are in one column: neither is offered, and no value for all rows is asked for.
    expect(await chosen('H')).toBe(words.choose)
    const constants = page.locator('.constants .choice')
    const asked = () =>
      constants.evaluateAll((all) => all.map((one) => one.querySelector('select, input')!.id.split('-').at(-1)))
    expect(await asked()).toEqual(['direction', 'audience', 'unit', 'add'])
    const said = page.locator('details:has(.field-choice) > p.quiet')
    expect(await said.count()).toBe(1)
    expect(await said.innerText()).toContain(words.held)
    expect(await brokenRules(page, 'details:has(.field-choice)')).toEqual([])
    await page.setViewportSize({ width: 390, height: 900 })
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)

    await selectOf('H').selectOption({ label: words.none })
    expect(await asked()).toEqual(['direction', 'audience', 'start', 'end', 'unit', 'add'])
    expect(await said.count()).toBe(0)
  })
})

test('what was said of columns and rows follows them into a changed file, though they are in another order', async () => {
  const path = join(folderOfTest(), '名单.csv')
  const write = (...lines: string[]) => writeFileSync(path, `\ufeff${lines.join('\n')}\n`)
  write('学生编号,去往何处,出境日,回国日', 'CW1,泰国,2023-10-01,2023-10-31', 'CW2,太国,2023-10-01,2023-10-31')
  const page = await desk.open('/data?lang=zh&tab=import', desk.editor)
  await page.locator('.drop input').setInputFiles(path)
  await page.locator('.file-facts > .choice select').selectOption('mobility|')
  await page.locator('.field-choice').first().waitFor()
  await settled(page)
  const fields = { A: 'person', B: 'country', C: 'start', D: 'end' }
  for (const [letter, field] of Object.entries(fields))
    await page.locator(`.field-choice select[aria-label^="${letter} "]`).selectOption(field)
  const constants = page.locator('.constants')
  await constants.getByLabel('方向').selectOption('out')
  await constants.getByLabel('人员类别').selectOption('student')
  await constants.getByLabel('事由').selectOption('study')
  await page.getByRole('button', { name: '重新核对' }).first().click()
  await page.locator('[data-row="3"] .nearest button').first().click()
  write(
    '学生编号,回国日,去往何处,班级,出境日',
    'CW0,2023-10-31,老挝,一,2023-10-01',
    'CW2,2023-10-31,太国,二,2023-10-01',
  )
  // Browsers look at whole seconds.
  const later = new Date(Date.now() + 10_000)
  utimesSync(path, later, later)
  await page.getByRole('button', { name: '重新核对' }).last().click()
  const again = page.locator('.import-failed input[type=file]')
  await again.waitFor({ state: 'attached' })
  await again.setInputFiles(path)
  await page.getByText('有 1 处对单行的更正仍然有效').waitFor()
  await page.getByText('各行均正确').waitFor()
  await settled(page)
  const read = await page
    .locator('.field-choice select')
    .evaluateAll((all) => all.map((one) => (one as HTMLSelectElement).value))
  expect(read).toEqual(['person', 'end', 'country', '', 'start'])
})
