import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { parseMapping } from '@causeway/server/records/import/mapping/read-mapping'
import { tryMapping } from '@causeway/server/records/import/try-mapping'
import { folderOfFile } from '../../support/folders.ts'
import { xlsx } from '../../support/workbooks.ts'
import { STAY_FIELDS } from '../../support/stay-fields.ts'

const folder = folderOfFile()

/** What is found of a table: place, what the sheet states and what was read. */
async function findings(lines: string[], mapping: string[]): Promise<string[]> {
  const path = join(folder, 'a.csv')
  writeFileSync(path, lines.join('\n'))
  const { findings: found } = await tryMapping(path, parseMapping('m', mapping.join('\n')), Infinity)
  return found.map(({ row, column, code, value, message }) => {
    expect(code).toBe('STATED_SUM')
    expect(message.zh).toMatch(/请核对/)
    const [read] = /(?<=up to |read is |and )\d+/.exec(message.en)!
    return `${row} ${column}: ${value}, ${read}`
  })
}

/** Cell, what the sheet states, what was read and whether they agree. */
async function sums(lines: string[], mapping: string[]): Promise<string[]> {
  const path = join(folder, 'b.csv')
  writeFileSync(path, lines.join('\n'))
  const { sums: found } = await tryMapping(path, parseMapping('m', mapping.join('\n')), Infinity)
  return found.map(({ cell, stated, read, agrees }) => `${cell} ${stated} ${agrees ? '=' : '≠'} ${read}`)
}

const OF_SESSIONS = [
  'type: training-session',
  'header_rows: 2',
  'skip: [{ column: 班, in: [合计, 小计] }]',
  "unpivot: { columns: '^人数/', names: [量, 性别], values: 人数 }",
  'fields:',
  '  session: 班',
  '  country: { constant: LA }',
  '  start: { constant: 2023-05-01 }',
  '  end: { constant: 2023-05-31 }',
  '  training_days: 天数',
  '  headcount: 人数',
  '  sex: { column: 性别, values: { 男: male, 女: female } }',
]
const HEADS = ['班,天数,人数,,人日,合计', ',,男,女,,']

describe('sums that a sheet states', () => {
  test('are as they were read', async () => {
    const rows = ['P1,5,12,8,100,20', 'P2,0.5,3,,1.5,3', '合计,,15,8,101.5,23']
    expect(await findings([...HEADS, ...rows], OF_SESSIONS)).toEqual([])

    const withWords = ['P1,5,约12,8人,100,20', 'P2,0.5,3人（含1名教师）,若干,1.5,3', '合计,,15,8,101.5,23']
    const byNumber = OF_SESSIONS.with(-2, '  headcount: { column: 人数, number: true }')
    expect(await findings([...HEADS, ...withWords], byNumber)).toEqual([])
  })

  test('are said beside what was read', async () => {
    const rows = ['P1,5,12,8,101,21', 'P2,2,3,,6,3', '合计,,16,8,107,24']
    expect(await findings([...HEADS, ...rows], OF_SESSIONS)).toEqual([
      '3 合计: 21, 20',
      '3 人日: 101, 100',
      '5 人数/男: 16, 15',
    ])
  })

  test('are listed, those that agree too', async () => {
    const rows = ['P1,5,12,8,101,20', '合计,,12,9,101,20']
    expect(await sums([...HEADS, ...rows], OF_SESSIONS)).toEqual([
      'C4 12 = 12',
      'D4 9 ≠ 8',
      'E4 101 = 101',
      'F4 20 = 20',
      'F3 20 = 20',
      'E3 101 ≠ 100',
    ])
  })

  test('are of 万 where the cells are', async () => {
    const mapping = [
      'type: overseas-site',
      'skip: [{ column: 点, in: [合计] }]',
      'fields: { code: 点, country: { constant: LA }, equipment_value: { column: 设备, number: true } }',
    ]
    expect(await findings(['点,设备', 'A,约35.5万元', 'B,120万元', '合计,155.5万元'], mapping)).toEqual([])
  })

  test('are of all rows that their cell is merged over', async () => {
    const rows = [
      ['班', '天数', '人数', null, '人日'],
      [null, null, '男', '女', null],
      ['P1', 5, 2, 1, 20],
      ['P1', null, 1, null, null],
      ['P2', 2, 1, 1, 5],
      ['合计', 7, 4, 2, 25],
    ]
    const path = join(folder, 'a.xlsx')
    writeFileSync(path, await xlsx(rows, ['A1:A2', 'B1:B2', 'C1:D1', 'E1:E2', 'B3:B4', 'E3:E4']))
    const { findings: found } = await tryMapping(path, parseMapping('m', OF_SESSIONS.join('\n')), Infinity)
    expect(found.map(({ message }) => message.en.slice(0, 29))).toEqual(['E5 "人日": it states 5, and the'])
  })

  test('say nothing of countries', async () => {
    expect(await findings([...HEADS, 'P1,1,1,,,', '合计,,1,,共2个国家,'], OF_SESSIONS)).toEqual([])
  })

  test('say nothing of days that cannot be known', async () => {
    expect(await findings([...HEADS, 'P1,x,12,8,101,20'], OF_SESSIONS)).toEqual([])
  })

  test('of parts and of all, before or after their rows', async () => {
    const after = ['P1,1,1,1,,', 'P2,1,2,2,,', '小计,,3,3,,', 'P3,1,4,4,,', '小计,,4,5,,', '合计,,7,7,,']
    expect(await findings([...HEADS, ...after], OF_SESSIONS)).toEqual(['7 人数/女: 5, 4'])
    const before = ['合计,,7,8,,', '小计,,3,3,,', 'P1,1,1,1,,', 'P2,1,2,2,,', '小计,,5,4,,', 'P3,1,4,4,,']
    expect(await findings([...HEADS, ...before], OF_SESSIONS)).toEqual(['7 人数/男: 5, 4', '3 人数/女: 8, 7'])
  })

  test('of years side by side, on both sides', async () => {
    const mapping = [
      'type: enrolment',
      'header_rows: 2',
      "empty: ['/']",
      'skip: [{ column: 国别, in: [合计] }]',
      "unpivot: { columns: '^\\d{4}/', names: [年, 类], values: 人数 }",
      'fields:',
      '  headcount: 人数',
      '  nationality: 国别',
      '  kind: { column: 类, values: { 学历: degree, 语言: non-degree } }',
      "  start: { column: 年, cases: [{ matches: '^(\\d{4})$', value: $1-09-01 }] }",
    ]
    const heads = ['国别,2022,,,2023,,,合计', ',学历,语言,小计,学历,语言,小计,']
    const rows = ['老挝,1,/,1,2,3,6,7', '泰国,"1,000",2,1002,1,1,2,1004', '合计,1001,2,1003,3,4,8,1010']
    expect(await findings([...heads, ...rows], mapping)).toEqual([
      '3 2023/小计: 6, 5',
      '3 合计: 7, 6',
      '5 合计: 1010, 1011',
    ])
  })

  test('and how many there are: persons, records of split cells, rows', async () => {
    const mapping = [
      'type: mobility',
      'split_rows: [{ column: 学号, by: 、 }]',
      'skip: [{ column: 序号, in: [合计] }]',
      ...STAY_FIELDS,
    ]
    const table = (title: string, total: string) => [
      title,
      '序号,学号,国家,开始,结束,备注',
      '1,S1、S2,老挝,2023-09-01,2023-09-05,',
      '2,S3,老挝,2023-09-01,2023-09-05,',
      total,
    ]
    expect(await findings(table('名单（共3人）', '合计,3,,,,2条'), mapping)).toEqual([])
    expect(await findings(table('名单（共4人）', '合计,8,,,,9项'), mapping)).toEqual([
      '5 学号: 8, 2',
      '5 备注: 9, 2',
      '1 序号: 4, 3',
    ])
  })
})
