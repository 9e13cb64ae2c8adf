import { expect, test } from 'vitest'
import { brokenRules } from '../support/page-checks.ts'
import { settled } from '../support/settled.ts'
import { desk, openClerkDesk } from './clerk-desk.ts'

openClerkDesk()

const file = (name: string, text: string) => ({ name, mimeType: '', buffer: Buffer.from(text) })
const FILES = [
  file('a.csv', '编号,中文名称,国家（地区）,类型\nLO1,甲学院,泰国,学院\n'),
  file('b.tsv', '编号\t中文名称\t国家（地区）\t类型\nLO2\t乙学院\t泰国\t学院\n'),
  ...['合作协议.docx', '统计表.pdf', '说明.md', '.DS_Store', '~$a.xlsx'].map((name) => file(name, 'x')),
]

test.each([
  ['zh', ['没有读取：「合作协议.docx」「统计表.pdf」。', '不是台账，未读取：「说明.md」。']],
  ['en', ['Not read: 合作协议.docx, 统计表.pdf.', 'No files of records, and not read: 说明.md.']],
])('of files that are chosen together those that are not read are named, in %s', async (lang, [unread, noTables]) => {
  const page = await desk.open(`/data?lang=${lang}&tab=import`, desk.editor)
  await page.locator('.drop input').first().setInputFiles(FILES)
  await page.locator('.import-tables').waitFor()
  await settled(page)
  expect(await page.locator('.table-name').allInnerTexts()).toEqual(['a.csv', 'b.tsv'])
  const said = page.locator('.files-left-out')
  expect((await said.allInnerTexts()).map((text) => text.trim())).toEqual([
    expect.stringContaining(unread!),
    expect.stringContaining(noTables!),
  ])
  expect(await page.locator('.files-left-out[role=alert]').count()).toBe(1)
  await page.setViewportSize({ width: 360, height: 900 })
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360)
  await settled(page)
  expect(await brokenRules(page, '.files-left-out')).toEqual([])
})
