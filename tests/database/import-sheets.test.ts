import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Workbook } from '@cj-tech-master/excelts'
import { expect } from 'vitest'
import { onOneDatabase } from '../support/databases.ts'
import { test } from '../support/import-desk.ts'
import { STAY_FIELDS } from '../support/stay-fields.ts'

const MAPPING = [
  'type: enrolment',
  'sheets: all',
  'header_rows: 2',
  'skip: [{ column: 国别, in: [合计] }]',
  "unpivot: { columns: '^人数/', names: [量, 类], values: 人数 }",
  'fields:',
  '  headcount: 人数',
  '  nationality: 国别',
  '  kind: { column: 类, values: { 学历: degree, 语言: non-degree } }',
  '  start: 入学',
]
const SHEETS = {
  '2022': [
    ['国别', '入学', '人数', null, '合计'],
    [null, null, '学历', '语言', null],
    ['老挝', '2022-09-01', 1, 0, 1],
    ['泰国', '2022-09-01', 2, 3, 5],
    ['合计', null, 3, 4, 7],
  ],
  '2023': [
    ['人数', null, '国别', '入学'],
    ['语言', '学历', null, null],
    ['x', 5, '越南', '2023-09-01'],
  ],
}
const MERGED = { '2022': ['A1:A2', 'B1:B2', 'C1:D1', 'E1:E2'], '2023': ['A1:B1', 'C1:C2', 'D1:D2'] }

onOneDatabase(() => {
  test('sheets that are read alike go in as one batch, wrong rows with their place', async (desk) => {
    const book = new Workbook()
    for (const [name, rows] of Object.entries(SHEETS)) {
      const sheet = book.addWorksheet(name)
      sheet.addRows(rows)
      for (const range of MERGED[name as keyof typeof MERGED]) sheet.mergeCells(range)
    }
    book.addWorksheet('说明').addRow(['每年一张表'])
    const path = desk.file('a.xlsx', new Uint8Array(await book.xlsx.writeBuffer()))
    const mapping = desk.file('m.yaml', MAPPING)
    const rejects = join(desk.folder, 'r.csv')
    const report = await desk.import(path, 'enrolment', { mapping, rejects, acceptValid: true })
    expect(report).toMatchObject({ accepted: 3, rejected: 1, rowsRead: 4, rowsLeftOut: 1, sumsAgreed: 3 })
    expect(report.problems).toMatchObject([
      {
        sheet: '2023',
        row: 3,
        column: '人数/语言',
        code: 'BAD_NUMBER',
        message: { en: expect.stringMatching(/^2023!A3 /) },
      },
    ])
    expect(report.warnings.map(({ sheet, row, column, code }) => [sheet, row, column, code])).toEqual([
      [undefined, null, null, 'SHEETS_WITHOUT_HEADER'],
      ['2022', 5, '人数/语言', 'STATED_SUM'],
      ['2022', 5, '合计', 'STATED_SUM'],
    ])
    const [heads, wrong] = readFileSync(rejects, 'utf8').split('\r\n')
    expect(heads).toMatch(/^\ufeff国别,入学,人数\/学历,人数\/语言,合计,/)
    expect(wrong).toMatch(/^越南,2023-09-01,5,x,,2023!3,/)

    const right = desk.file('right.csv', readFileSync(rejects, 'utf8').replace(',x,', ',6,'))
    expect(await desk.import(right, 'enrolment', { mapping })).toMatchObject({ accepted: 2, refused: false })
    const corrections = [
      { row: 3, column: 3, value: '7', sheet: '2023' },
      { row: 3, column: 3, value: '' },
    ]
    const corrected = await desk.import(path, 'enrolment', { mapping, correcting: { corrections, leaveOut: [] } })
    expect(corrected).toMatchObject({ refused: false, updated: 1, unchanged: 4 })
  })

  test('a row that is on two sheets counts once, and the warning names its sheet', async (desk) => {
    const book = new Workbook()
    for (const name of ['秋', '春'])
      book.addWorksheet(name).addRows([
        ['学号', '入学'],
        ['S1', '2023-09-01'],
      ])
    const path = desk.file('a.xlsx', new Uint8Array(await book.xlsx.writeBuffer()))
    const fields = 'fields: { person: 学号, nationality: { constant: LA }, kind: { constant: degree }, start: 入学 }'
    const mapping = desk.file('m.yaml', ['type: enrolment', 'sheets: all', fields])
    const report = await desk.import(path, 'enrolment', { mapping })
    expect(report).toMatchObject({ accepted: 1, unchanged: 1 })
    expect(report.warnings).toMatchObject([{ code: 'DUPLICATE_ROW', sheet: '春', row: 2 }])
  })

  test('a row of several wrong parts is among the rejects once, as it is in the file', async (desk) => {
    const mapping = desk.file('m.yaml', [
      'type: mobility',
      'split_rows: [{ column: 国家, by: 、 }, { column: 开始, by: / }]',
      ...STAY_FIELDS,
    ])
    const rows = [
      'S1,甲国、乙国、老挝,2023-09-01,2023-09-05',
      'S2,老挝、越南,2023-09-01/2023-10-01,2023-10-05',
      'S3,老挝、越南,1/2/3,x',
    ]
    const path = desk.file('a.csv', ['学号,国家,开始,结束', ...rows])
    const rejects = join(desk.folder, 'r.csv')
    const report = await desk.import(path, 'mobility', { mapping, rejects, acceptValid: true })
    expect(report).toMatchObject({ accepted: 2, rowsRead: 3 })
    expect(report.problems.map(({ row, column, code }) => `${row} ${column} ${code}`)).toEqual([
      '2 国家 UNKNOWN_COUNTRY',
      '2 国家 UNKNOWN_COUNTRY',
      '4 国家 UNEVEN_PARTS',
    ])
    const [, ...wrong] = readFileSync(rejects, 'utf8').trim().split('\r\n')
    expect(wrong.map((line) => line.split(',').slice(0, 5).join())).toEqual([`${rows[0]},2`, `${rows[2]},4`])
  })
})
