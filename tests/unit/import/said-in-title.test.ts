import { expect, test } from 'vitest'
import { fitsSaid, makeTitleFinder, mostTelling } from '@causeway/server/records/import/cells/said-in-title'
import { saidBeside } from '@causeway/server/records/import/mapping/held-against-titles'
import { recordTypeOf } from '@causeway/server/records/record-types'

/** The values that a text says of a field, and where it says them. */
function said(type: string, name: string, text: string) {
  const field = recordTypeOf(type).fields.find((one) => one.name === name)!
  return mostTelling(makeTitleFinder(field)!(text))
}
const values = (type: string, name: string, text: string) => said(type, name, text).map(({ value }) => value)
const fits = (type: string, name: string, text: string, value: string) =>
  said(type, name, text).some(({ is }) => fitsSaid(value, is))

test.each([
  ['2025届毕业生就业情况', ['2025']],
  ['2025 届毕业生就业情况（截至2025年12月31日）', ['2025']],
  ['Class of 2025', ['2025']],
  ['2024-2025学年毕业生', ['2025']],
  ['2024—2025学年第二学期', ['2025']],
  ['2024/25 outcomes', ['2025']],
  ['2024学年毕业生', ['2025']],
  ['就业统计-2025年', ['2025']],
  ['2024届和2025届毕业生', ['2024', '2025']],
  // The year of a list, of an intake or of a plan is no class.
  ['毕业去向（统计日期：2024年12月）', []],
  ['导出20241231', []],
  ['2022级学生名单', []],
  ['2021-2025规划', []],
])('what class "%s" says', (text, classes) => {
  expect(values('graduate-outcome', 'class', text)).toEqual(classes)
})

test('a year that is no class is the one in which a school year begins', () => {
  expect(values('target', 'year', '2024-2025学年目标值')).toEqual(['2024'])
  expect(values('target', 'year', '2025年度目标值')).toEqual(['2025'])
})

test.each([
  ['2024-2025学年派出学生', '2024-09-01', '2025-08-31', '2024-10-08', '2023-10-08'],
  ['2025年度派出学生', '2025-01-01', '2025-12-31', '2025-03-05', '2024-03-05'],
  ['2024年9月-2025年1月交流', '2024-09-01', '2025-01-31', '2024-09-15', '2023-09-15'],
  ['2024.9-2025.1 交流', '2024-09-01', '2025-01-31', '2024-10-01', '2024-03-01'],
  ['2024年秋季学期', null, null, '2024-09-02', '2024-03-02'],
  ['2024-2025学年第二学期', null, null, '2025-02-20', '2024-09-20'],
  ['2024-2025派出', null, null, '2024-03-01', '2026-03-01'],
])('which days "%s" says', (text, start, end, good, bad) => {
  expect([values('mobility', 'start', text), values('mobility', 'end', text)]).toEqual([[start], [end]])
  expect([fits('mobility', 'start', text, good), fits('mobility', 'start', text, bad)]).toEqual([true, false])
})

test('a stay may go on after the month in which it began', () => {
  expect(fits('mobility', 'end', '2025年3月赴泰国', '2025-06-30')).toBe(true)
  expect(fits('mobility', 'end', '2025年3月赴泰国', '2024-06-30')).toBe(false)
  expect(values('competition-result', 'date', '大赛（2025年5月12日）')).toEqual(['2025-05-12'])
  expect(values('mobility', 'start', '名单_20250301')).toEqual([])
})

test('choices and countries are found by their names, the longest first', () => {
  expect(values('graduate-outcome', 'status', '未就业毕业生')).toEqual(['not-employed'])
  expect(values('mobility', 'direction', '来访教师名单')).toEqual(['in'])
  expect(values('mobility', 'audience', '教师带队学生')).toEqual(['staff', 'student'])
  expect(values('mobility', 'country', '赴老挝交流')).toEqual(['LA'])
  expect(makeTitleFinder(recordTypeOf('mobility').fields.find(({ name }) => name === 'person')!)).toBe(null)
})

test('words of the label of a type say nothing of one of its records', () => {
  const agreement = recordTypeOf('agreement')
  const type = agreement.fields.find(({ name }) => name === 'type')!
  const of = (file: string) => saidBeside(type, agreement, { lines: [], name: '', file }).map(({ is }) => is)
  expect([of('境外合作协议'), of('协议一览'), of('agreements')]).toEqual([[], [], []])
  expect(of('备忘录一览')).toEqual(['mou'])
})
