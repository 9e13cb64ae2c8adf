import { Workbook } from '@cj-tech-master/excelts'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'vitest'
import { onOneDatabase } from '../support/databases.ts'
import { test } from '../support/import-desk.ts'

const PLACEMENTS = readFileSync(join(import.meta.dirname, 'import-mapping.yaml'), 'utf8')

onOneDatabase(() => {
  test('a table that is not ours goes in as its mapping says', async (desk) => {
    const mapping = desk.file('m.yaml', PLACEMENTS)
    const path = desk.file('a.csv', [
      'List of placements;;;;;;;',
      '',
      'No;Name;Faculty;Result;Kind;Place;Dates;Remark',
      '01;Ann;Law;Accepted with grant;Exchange;Hanoi; Vietnam;03/09/2023 - 30/01/2024;late**'.replace(
        'Hanoi; Vietnam',
        '"Hanoi; Vietnam"',
      ),
      '02;Ben;Law;Accepted;Traineeship;Laos;04/09/2023 - 05/09/2023;-',
      '03;Cem;Art;Refused;Exchange;-;-;',
      'No;Name;Faculty;Result;Kind;Place;Dates;Remark',
      ';Total;;;;;;3',
    ])
    const report = await desk.import(path, 'mobility', { mapping })
    expect(report).toMatchObject({ accepted: 2, rejected: 0, rowsRead: 5, rowsLeftOut: 3 })
    expect(await desk.records('mobility')).toMatchObject([
      { source_id: 'Law-01', country: 'VN', purpose: 'study', start: '2023-09-03', end: '2024-01-30', note: 'late' },
      { source_id: 'Law-02', country: 'LA', purpose: 'practice', start: '2023-09-04', end: '2023-09-05', note: null },
    ])
  })

  test('what a mapping cannot make sense of is a problem of its cell', async (desk) => {
    const path = desk.file('a.csv', [
      'No,Name,Faculty,Result,Kind,Place,Dates',
      '1,Ann,Law,Accepted,Exchang,Laos,03/09/2023 - 04/09/2023',
      '2,Ben,Law,Accepted,Exchange,Laos,autumn',
    ])
    const rejects = join(desk.folder, 'r.csv')
    const report = await desk.import(path, 'mobility', {
      mapping: desk.file('m.yaml', PLACEMENTS),
      rejects,
    })
    expect(report.problems.map(({ row, column, code, value }) => `${row} ${column} ${code} ${value}`)).toEqual([
      '2 Kind UNKNOWN_CHOICE Exchang',
      '3 Dates NO_MATCH autumn',
      '3 Dates NO_MATCH autumn',
    ])
    expect(
      await desk.bring(
        'mobility',
        readFileSync(rejects, 'utf8').replace('Exchang,', 'Exchange,').replace('autumn', '05/09/2023 - 06/09/2023'),
        { mapping: join(desk.folder, 'm.yaml') },
      ),
    ).toMatchObject({ accepted: 2 })
  })

  test('a column that the mapping names and the file lacks is named, with the nearest one', async (desk) => {
    const path = desk.file('a.csv', [
      'No,Name,Faculty,Reslt,Kind,Place,Dates',
      '1,Ann,Law,Accepted,Exchange,Laos,03/09/2023 - 04/09/2023',
    ])
    const report = await desk.import(path, 'mobility', { mapping: desk.file('m.yaml', PLACEMENTS) })
    expect(report).toMatchObject({
      refused: true,
      problems: [
        { row: 1, column: 'Result', code: 'MISSING_COLUMN', message: { en: expect.stringContaining('is it "Reslt"') } },
      ],
    })
    const twice = desk.file('b.csv', [
      'No,Name,Faculty,Result,Kind,Place,Dates,Kind',
      '1,Ann,Law,Accepted,Exchange,Laos,03/09/2023 - 04/09/2023,x',
    ])
    expect((await desk.import(twice, 'mobility', { mapping: join(desk.folder, 'm.yaml') })).problems[0]).toMatchObject({
      code: 'DUPLICATE_COLUMN',
      column: 'Kind',
    })
  })

  test('rows alike are added up into a headcount, and a corrected file updates it', async (desk) => {
    const mapping = desk.file('m.yaml', [
      'type: enrolment',
      'institution: { column: provider, extract: "\\\\((\\\\w+)\\\\)$" }',
      'add_up: headcount',
      'fields:',
      '  headcount: learners',
      '  kind: { constant: domestic }',
      '  nationality: { constant: CN }',
      '  start: { column: year, cases: [{ matches: "^(\\\\d{4})/\\\\d\\\\d$", value: $1-09-01 }] }',
      '  end: { column: year, extract: "^\\\\d{4}/(\\\\d\\\\d)$", cases: [{ matches: "^(..)$", value: 20$1-08-31 }] }',
    ])
    const rows = [
      'provider,year,age,learners',
      'Alpha (X),2022/23,16,"1,010"',
      'Alpha (X),2022/23,17,5',
      'Alpha (X),2023/24,16,7',
      'Beta (X2),2022/23,16,0',
      'Beta (X2),2022/23,17,3',
    ]
    expect(await desk.bring('enrolment', rows, { institution: undefined, mapping })).toMatchObject({
      accepted: 3,
      rowsRead: 5,
      rowsMerged: 2,
    })
    expect(
      (await desk.records('enrolment')).map((record) => [
        record['start'],
        record['end'],
        record['headcount'],
        record['person'],
      ]),
    ).toEqual([
      ['2022-09-01', '2023-08-31', 1015, null],
      ['2023-09-01', '2024-08-31', 7, null],
    ])
    expect((await desk.records('enrolment', 'X2'))[0]).toMatchObject({ headcount: 3 })
    const corrected = rows.map((row) => row.replace(',17,5', ',17,6'))
    expect(await desk.bring('enrolment', corrected, { institution: undefined, mapping })).toMatchObject({
      accepted: 0,
      updated: 1,
      unchanged: 2,
    })
  })

  test('of rows alike one is kept, the first or the last', async (desk) => {
    const rows = ['id,title', 'P1,Old name', 'P2,Other', 'P1,New name']
    for (const [keep, name] of [
      ['first', 'Old name'],
      ['last', 'New name'],
    ]) {
      const mapping = desk.file(`${keep}.yaml`, [
        'type: partner',
        `one_per: { fields: [code], keep: ${keep} }`,
        'fields: { code: id, name_en: title, country: { constant: VN } }',
      ])
      await desk.bring('partner', rows, { mapping })
      expect((await desk.records('partner')).map((record) => record['name_en'])).toEqual([name, 'Other'])
    }
  })

  test('a sheet and a header row are where the mapping says, and headings that miscount are a warning', async (desk) => {
    const book = new Workbook()
    book.addWorksheet('first').addRow(['编号', '名称'])
    const sheet = book.addWorksheet('名单')
    sheet.addRow(['合作单位名单'])
    sheet.mergeCells('A1:B1')
    sheet.addRow(['编号', '名称'])
    for (const [at, row] of [['越南（2所）'], ['001', '甲'], ['002', '乙'], ['老挝（3所）'], ['003', '丙']].entries()) {
      sheet.addRow(row)
      if (row.length === 1) sheet.mergeCells(at + 3, 1, at + 3, 2)
    }
    const lines = [
      'type: partner',
      'sheet: 名单',
      'header_row: 2',
      'section: { column: 编号, pattern: "^(.+)（(\\\\d+)所）$", name: 1, count: 2 }',
      'fields: { code: 编号, name_zh: 名称, country: { section: true } }',
    ]
    const path = desk.file('a.xlsx', new Uint8Array(await book.xlsx.writeBuffer()))
    const report = await desk.import(path, 'partner', { mapping: desk.file('m.yaml', lines) })
    expect(report).toMatchObject({
      accepted: 3,
      warnings: [{ row: 6, column: '编号', code: 'SECTION_COUNT', value: '老挝（3所）' }],
    })
    expect((await desk.records('partner')).map((record) => [record['code'], record['country']])).toEqual([
      ['001', 'VN'],
      ['002', 'VN'],
      ['003', 'LA'],
    ])
    const wrong = desk.file(
      'w.yaml',
      lines.map((line) => line.replace('sheet: 名单', 'sheet: 名单1')),
    )
    expect((await desk.import(path, 'partner', { mapping: wrong })).problems[0]).toMatchObject({
      code: 'NO_SUCH_SHEET',
      message: { en: expect.stringContaining('名单') },
    })
  })

  test('an entry that is made of the heading above a row belongs to that heading', async (desk) => {
    const roster = ['学号,专业,入学', '一、机电,,', 'A1,x,2023-09-01', '二、汽修,,', 'A2,x,2023-09-01']
    const mapping = desk.file('m.yaml', [
      'type: enrolment',
      'section: { column: 学号, pattern: "^[一二]、(.+)$" }',
      'create: [programme]',
      'fields: { person: 学号, programme: { section: true }, start: 入学, kind: { constant: degree }, nationality: { constant: LA } }',
    ])
    const report = await desk.import(desk.file('a.csv', roster), 'enrolment', { mapping })
    expect(report).toMatchObject({ refused: false, problems: [] })
    const programmes = await desk.records('programme')
    expect(programmes.map((record) => record['name_zh']).sort()).toEqual(['机电', '汽修'])
    const codes = (await desk.records('enrolment')).map((record) => record['programme'])
    expect(codes.sort()).toEqual(programmes.map((record) => record['code']).sort())
  })

  test('a pattern that would hang refuses the import', async (desk) => {
    const mapping = desk.file('m.yaml', [
      'type: partner',
      'fields: { code: { column: id, extract: "^(a+)+$" }, name_en: id, country: { constant: VN } }',
    ])
    const report = await desk.bring('partner', ['id', 'a', `${'a'.repeat(60)}!`], { mapping })
    expect(report).toMatchObject({ refused: true, problems: [{ code: 'PATTERN_TOO_SLOW', row: 3 }] })
    expect(report.problems[0]!.message.en).toMatch(/^Row 3: The pattern \^\(a\+\)\+\$ of the mapping/)
  })
})
