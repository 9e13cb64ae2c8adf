import { Workbook } from '@cj-tech-master/excelts'
import { expect } from 'vitest'
import { onOneDatabase } from '../support/databases.ts'
import { test } from '../support/import-desk.ts'
import { HAN, refused } from '../support/refused-import.ts'
import WRONG_CELLS from './wrong-cells.json' with { type: 'json' }

const HEADER = 'person,direction,audience,purpose,country,start,end'
const RIGHT = 'L1,out,student,study,VN,2023-09-01,2023-10-01'

onOneDatabase(() => {
  test('wrong cells are named by row, column and value, each with what is expected', async (desk) => {
    await desk.put('partner', ['code,name_en,country', 'P-001,A,VN'])
    const path = desk.file('wrong.csv', [
      '学校交流台账（2023年）,,,,,,,',
      '',
      `${HEADER},partner`,
      'L1,out,student,study,VN,03/04/2023,2023-10-01,',
      'L2,out,student,study,VN,2023-02-30,2023-10-01,',
      'L3,out,student,study,VN,2023-10-02,2023-10-01,',
      'L4,out,student,study,Vietnm,2023-09-01,2023-10-01,',
      'L5,out,student,studdy,VN,2023-09-01,2023-10-01,',
      'L6,out,student,study,VN,2023-09-01,2023-10-01,P-0O1',
      ',out,student,study,VN,2023-09-01,2023-10-01,',
      'L8,,student,study,VN,2023-09-01,,',
      'L9,out,student,study,VN,2023-09-01,2023-10-01,,surplus',
      'LA,ｏｕｔ,学生,study,ＶＮ,２０２３／９／１,２０２３年１０月１日,Ｐ-００１',
    ])
    const report = await desk.import(path, 'mobility', { acceptValid: true })
    expect(report).toMatchObject({ accepted: 1, rejected: 9, refused: false })
    expect(report.problems.map(({ row, column, code, value }) => [row, column, code, value])).toEqual(WRONG_CELLS)
    const said = (code: string) => report.problems.find((problem) => problem.code === code)!.message
    expect(said('AMBIGUOUS_DATE').en).toMatch(/^F4 .*2023-04-03 or 2023-03-04/)
    expect(said('UNKNOWN_COUNTRY').en).toMatch(/Did you mean/)
    expect(said('UNKNOWN_CHOICE').en).toMatch(/Did you mean study/)
    expect(said('UNKNOWN_REFERENCE').en).toMatch(/Did you mean P-001/)
    for (const { message } of report.problems) expect(message.zh).toMatch(HAN)
    expect(await desk.records('mobility')).toMatchObject([
      { country: 'VN', start: '2023-09-01', end: '2023-10-01', partner: 'P-001' },
    ])
  })

  test('a cell that cannot be read is stated once: that one of two is to be filled is not said beside it', async (desk) => {
    const { problems } = await desk.bring('mobility', [
      HEADER.replace('person', 'headcount'),
      RIGHT.replace('L1', '-5'),
    ])
    expect(problems.map(({ code }) => code)).toEqual(['OUT_OF_RANGE'])
  })

  test('a doubt about a field that the file lacks names it in words', async (desk) => {
    await desk.put('mobility', [HEADER.replace('person', 'headcount'), RIGHT.replace('L1', '5')])
    const { warnings } = await desk.put('mobility', [HEADER, RIGHT])
    expect(warnings).toMatchObject([
      { code: 'GROUP_AND_PERSONS', message: { zh: expect.stringContaining('「人数」') } },
    ])
  })

  test('person and headcount exclude each other', async (desk) => {
    const { problem } = await refused(desk, 'a.csv', [`${HEADER},headcount`, `${RIGHT},5`])
    expect(problem).toMatchObject({ row: 2, code: 'EXACTLY_ONE' })
  })

  test('a problem does not repeat the number of a person', async (desk) => {
    const both = await refused(desk, 'a.csv', [`${HEADER},headcount`, `${RIGHT.replace('L1', '110101199003074518')},5`])
    expect(both.problem).toMatchObject({ row: 2, column: 'person', code: 'EXACTLY_ONE', value: null })
    expect(JSON.stringify(both.problems)).not.toContain('110101199003074518')
  })

  test('the code of an institution has no character that parts it from the rest of an id', async (desk) => {
    expect(
      await desk.bring('institution', ['code,name_zh,country', 'A/B,甲学院,CN', '"C\nD",丙学院,CN']),
    ).toMatchObject({
      refused: true,
      problems: [
        { row: 2, column: 'code', code: 'BAD_CHARACTER', value: 'A/B' },
        { row: 3, column: 'code', code: 'BAD_CHARACTER' },
      ],
    })
  })

  test('quotes that are odd or never closed are reported at their row, and the others go in', async (desk) => {
    const path = desk.file(
      'q.csv',
      `${HEADER}\n${RIGHT}\nL2,out,student,"study"x,VN,2023-09-01,2023-10-01\n${RIGHT.replace('L1', 'L3')}\nL4,out,"student,study,VN,2023-09-01,2023-10-01\n`,
    )
    const report = await desk.import(path, 'mobility', { acceptValid: true })
    expect(report).toMatchObject({ accepted: 2, rejected: 2 })
    expect(report.problems.map(({ row, code }) => [row, code])).toEqual(
      expect.arrayContaining([
        [3, 'ODD_QUOTE'],
        [5, 'UNCLOSED_QUOTE'],
      ]),
    )
  })

  test('formulas count by the value they had; errors are problems of their cell', async (desk) => {
    const book = new Workbook()
    const sheet = book.addWorksheet('data')
    sheet.addRow(HEADER.split(','))
    sheet.addRow([
      'L1',
      'out',
      'student',
      'study',
      { formula: "'[1]Other.xlsx'!A1", result: 'VN' },
      { formula: 'DATE(2023,9,1)', result: new Date(Date.UTC(2023, 8, 1)) },
      '2023-10-01',
    ])
    sheet.getCell('F2').numFmt = 'yyyy-mm-dd'
    sheet.addRow([
      'L2',
      'out',
      'student',
      'study',
      { formula: 'VLOOKUP(1,A:B,2)', result: { error: '#N/A' } },
      '2023-09-01',
      '2023-10-01',
    ])
    const path = desk.file('f.xlsx', new Uint8Array(await book.xlsx.writeBuffer()))
    const report = await desk.import(path, 'mobility', { acceptValid: true })
    expect(report).toMatchObject({
      accepted: 1,
      rejected: 1,
      encoding: null,
      problems: [{ row: 3, column: 'country', code: 'CELL_ERROR', value: '#N/A' }],
    })
    expect(await desk.records('mobility')).toMatchObject([{ country: 'VN', start: '2023-09-01' }])
  })

  test('a headcount in a cell merged over rows is refused, a country in one is read for each', async (desk) => {
    const book = new Workbook()
    const sheet = book.addWorksheet('data')
    sheet.addRow(['headcount', ...HEADER.split(',').slice(1)])
    sheet.addRow([30, 'out', 'student', 'study', 'VN', '2023-09-01', '2023-10-01'])
    sheet.addRow([null, 'out', 'student', 'study', null, '2024-09-01', '2024-10-01'])
    sheet.mergeCells('A2:A3')
    sheet.mergeCells('E2:E3')
    const report = await refused(desk, 'm.xlsx', new Uint8Array(await book.xlsx.writeBuffer()))
    expect(report.problems).toMatchObject([{ row: 3, column: 'headcount', code: 'MERGED_NUMBER' }])
  })

  test('keys too long for an index are a problem of their row', async (desk) => {
    await desk.put('standard', ['code,title_zh,type,direction', 'S1,标准,course,own'])
    const path = desk.file('long.csv', [
      'standard,country,adopter,adopted_on',
      `S1,TZ,${'很长的名称'.repeat(300)},2023-01-01`,
      'S1,TZ,短,2023-01-01',
    ])
    expect(await desk.import(path, 'adoption', { acceptValid: true })).toMatchObject({
      accepted: 1,
      rejected: 1,
      problems: [{ row: 2, code: 'TOO_LONG' }],
    })
  })
})
