import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'vitest'
import { Workbook } from '@cj-tech-master/excelts'
import { findRecordType } from '@causeway/server/records/record-types'
import { writeTemplate } from '@causeway/server/records/templates/write-template'
import { onOneDatabase } from '../support/databases.ts'
import { type ImportDesk, test } from '../support/import-desk.ts'
import { realFile, whySkipped } from '../support/real-data.ts'
import { xls, xlsx } from '../support/workbooks.ts'

const HEADS = ['培训班编号', '开始日期', '结束日期', '培训天数', '学员国家（地区）']
const RIGHT = ['焊接班', '2023-05-10', '2023-05-14', 5, '老挝']
/** Twelve men and eight women under one head, kept apart by a second row of heads. */
const MEN_AND_WOMEN = [
  [...HEADS, '人数', '人数'],
  ['', '', '', '', '', '男', '女'],
  [...RIGHT, 12, 8],
]
const FLAGS = [{}, { acceptValid: true }]

async function refusal(desk: ImportDesk, name: string, content: string[] | Uint8Array, more: object = {}) {
  const report = await desk.import(desk.file(name, content), 'training-session', { ...more })
  expect(report).toMatchObject({ accepted: 0, updated: 0, batch: null })
  expect(await desk.records('training-session')).toEqual([])
  return report.problems[0]!
}

onOneDatabase(() => {
  test('two columns of one header side by side refuse the file, whatever wrote it, and whether its heads are merged', async (desk) => {
    const merged = [[...HEADS, '人数', null], ...MEN_AND_WOMEN.slice(1)]
    const files: [string, string[] | Uint8Array][] = [
      ['a.csv', MEN_AND_WOMEN.map((row) => row.join(','))],
      ['a.xlsx', await xlsx(MEN_AND_WOMEN)],
      ['b.xlsx', await xlsx(merged, ['F1:G1'])],
      ['c.xlsx', await xlsx(merged, ['F1:G1', 'A1:A2', 'B1:B2', 'C1:C2', 'D1:D2', 'E1:E2'])],
      ['a.xls', await xls(MEN_AND_WOMEN)],
      ['b.xls', await xls(merged, ['F1:G1'])],
    ]
    for (const [name, content] of files)
      for (const more of FLAGS) {
        const problem = await refusal(desk, name, content, { dryRun: true, ...more })
        expect([name, problem.code, problem.row]).toEqual([name, 'DUPLICATE_COLUMN', 1])
        expect(problem.message.en).toMatch(/Columns F "人数" and G "人数" would both fill "Headcount" \(headcount\)/)
        expect(problem.message.en).toMatch(/rename one.*delete.*mapping.*one row/)
        expect(problem.message.zh).toMatch(
          /F 列「人数」与 G 列「人数」都会填入「人数」（headcount）.*改列名.*对照文件.*合为一行/,
        )
      }
  })

  test('a second row of heads that somebody leaves out takes no column with it', async (desk) => {
    const leaveOut = { correcting: { corrections: [], leaveOut: [{ row: 2 }] } }
    expect((await refusal(desk, 'a.xlsx', await xlsx(MEN_AND_WOMEN), leaveOut)).code).toBe('DUPLICATE_COLUMN')
    // As CSV, which knows no merged cells, the second column has no head at all, and may be the last one.
    const heads = [
      [...HEADS, '人数', ''].join(','),
      ['', '', '', '', '', '男', '女'].join(','),
      [...RIGHT, 12, 8].join(','),
    ]
    const between = heads.map((line, i) => `${line},${['备注', '', '好'][i]!}`)
    for (const lines of [heads, between])
      for (const more of FLAGS) {
        const problem = await refusal(desk, 'a.csv', lines, { ...leaveOut, ...more })
        expect(problem).toMatchObject({ row: 3, code: 'TOO_MANY_CELLS', column: 'G', value: '8' })
        expect(problem.message.en).toMatch(/column G has no name.*name the column or delete it/)
      }
    const chosen = { columns: new Map([[6, null]]), constants: [], style: {} }
    const report = await desk.bring('training-session', between, { ...{ chosen, ...leaveOut } })
    expect(report).toMatchObject({ accepted: 1, rejected: 0 })
  })

  test('cells without a name on the left of all others are the numbers of rows, and lose nothing', async (desk) => {
    const lines = [['', ...HEADS, '人数'].join(','), ['1', ...RIGHT, 12].join(',')]
    expect(await desk.bring('training-session', lines)).toMatchObject({ accepted: 1 })
  })

  test('different headers that mean one field are it too, and all such fields are named at once', async (desk) => {
    const heads = ['country', ...HEADS, '人数', '开始日期']
    const problem = await refusal(desk, 'a.xlsx', await xlsx([heads, ['老挝', ...RIGHT, 12, '2023-05-11']]))
    expect(problem.code).toBe('DUPLICATE_COLUMN')
    expect(problem.message.en).toMatch(/Columns A "country" and F "学员国家（地区）" would both fill "Participants/)
    expect(problem.message.en).toMatch(/Columns C "开始日期" and H "开始日期" would both fill "Start"/)
    const three = await refusal(desk, 'b.csv', [
      [...HEADS, '人数', '人数', 'headcount'].join(','),
      [...RIGHT, 1, 2, 3].join(','),
    ])
    expect(three.message.en).toContain('F "人数" and G "人数" and H "headcount"')
  })

  test('what is chosen for a column, or filled in for every row, does not take the place of a column', async (desk) => {
    const lines = [[...HEADS, '人数', '合计'].join(','), [...RIGHT, 12, 20].join(',')]
    const columns = new Map([[6, 'headcount']])
    const problem = await refusal(desk, 'a.csv', lines, { chosen: { columns, constants: [], style: {} } })
    expect(problem.message.en).toContain('Columns F "人数" and G "合计" would both fill "Headcount"')
    const constants = [{ field: 'headcount', value: '9' }]
    const constant = await refusal(desk, 'a.csv', lines, { chosen: { columns: new Map(), constants, style: {} } })
    expect(constant).toMatchObject({ code: 'DUPLICATE_COLUMN' })
    expect(constant.message.en).toContain('Column F "人数" and the value that was given for every row would both fill')
    expect(constant.message.zh).toContain('F 列「人数」与 各行统一填写的值都会填入「人数」')
    const left = new Map([
      [6, 'headcount'],
      [5, null],
    ]) as Map<number, string | null>
    const report = await desk.bring('training-session', lines, {
      ...{ chosen: { columns: left, constants: [], style: {} } },
    })
    expect(report).toMatchObject({ accepted: 1 })
    expect(await desk.records('training-session')).toMatchObject([{ headcount: 20 }])
  })

  test('a mapping that names a header of two columns refuses the file, side by side or apart', async (desk) => {
    const mapping = desk.file('m.yaml', [
      'type: training-session',
      'fields:',
      ...[
        'session: 培训班编号',
        'start: 开始日期',
        'end: 结束日期',
        'training_days: 培训天数',
        'country: 学员国家（地区）',
      ].map((line) => `  ${line}`),
      '  headcount: 人数',
    ])
    for (const more of FLAGS) {
      const problem = await refusal(desk, 'a.xlsx', await xlsx(MEN_AND_WOMEN), { mapping, ...more })
      expect(problem.code).toBe('DUPLICATE_COLUMN')
      expect(problem.message.en).toContain('Columns F and G are both called "人数"')
    }
    // A header that the mapping does not name may be twice.
    const notes = [
      [...HEADS, '人数', '说明', '说明'],
      [...RIGHT, 12, '甲', '乙'],
    ]
    const path = desk.file('b.xlsx', await xlsx(notes))
    expect(await desk.import(path, 'training-session', { mapping })).toMatchObject({ accepted: 1 })
  })

  test.skipIf(whySkipped)('the real workbook of men and women is refused', async (desk) => {
    for (const more of FLAGS) {
      const path = realFile('college-workbooks/two-row-header.xlsx')
      const report = await desk.import(path, 'training-session', { dryRun: true, ...more })
      expect(report).toMatchObject({ accepted: 0, problems: [{ code: 'DUPLICATE_COLUMN' }] })
    }
  })

  for (const language of ['zh', 'en'] as const)
    test(`a template filled in below its example goes in, and the example does not (${language})`, async (desk) => {
      const partner = findRecordType('partner')!
      const book = new Workbook()
      await book.xlsx.load((await writeTemplate([partner], language)) as unknown as ArrayBuffer)
      const sheet = book.worksheets[0]!
      const headers = sheet.getRow(1).values as string[]
      const cell = (name: string) => {
        const { label } = partner.fields.find((field) => field.name === name)!
        return sheet.getCell(
          3,
          headers.findIndex((header) => header?.replace('*', '') === label[language]),
        )
      }
      cell('code').value = '007'
      cell('name_zh').value = '河内学院'
      cell('country').value = language === 'zh' ? '越南' : 'Vietnam'
      cell('from').value = new Date(Date.UTC(2023, 8, 1))
      const path = desk.file('t.xlsx', new Uint8Array(await book.xlsx.writeBuffer()))
      expect(await desk.import(path, 'partner')).toMatchObject({
        accepted: 1,
        rejected: 0,
        warnings: [],
      })
      expect(await desk.records('partner')).toMatchObject([
        { code: '007', name_zh: '河内学院', country: 'VN', from: '2023-09-01' },
      ])
    })

  test('rejected rows come back with their reasons, guarded against formulas, and go in as they were once corrected', async (desk) => {
    const path = desk.file('a.csv', [
      '随手 jotting,code,name_en,country',
      'x,P1,Good,VN',
      `"=HYPERLINK(""http://x"")",P2,"@SUM(1)",Nowhere`,
      `'quoted,P3,-5,LO`,
      `z,P4,"a ""b"", c",Nowhere`,
    ])
    const rejects = join(desk.folder, 'rejects.csv')
    const first = await desk.import(path, 'partner', { acceptValid: true, rejects })
    expect(first).toMatchObject({ accepted: 1, rejected: 3, rejects })
    const text = readFileSync(rejects, 'utf8')
    expect(text.startsWith('\ufeff随手 jotting,code,name_en,country,')).toBe(true)
    const lines = text.trim().split('\r\n')
    expect(lines).toHaveLength(4)
    expect(lines[1]).toMatch(/^"'=HYPERLINK.*,P2,'@SUM\(1\),Nowhere,3,/)
    expect(lines[2]).toMatch(/^''quoted,P3,-5,LO,4,/)
    expect(lines[1]).toMatch(/没有这个国家.*there is no such country/)
    expect(await desk.bring('partner', text.replaceAll(/Nowhere|(?<=,)LO(?=,)/g, 'LA'))).toMatchObject({
      accepted: 3,
      rejected: 0,
    })
    expect((await desk.records('partner')).map((record) => record['name_en'])).toEqual([
      'Good',
      '@SUM(1)',
      '-5',
      'a "b", c',
    ])
  })
})
