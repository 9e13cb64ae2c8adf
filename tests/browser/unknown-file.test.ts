import { describe, expect, test } from 'vitest'
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
