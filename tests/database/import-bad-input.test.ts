import ExcelJS from 'exceljs'
import { strToU8, zipSync } from 'fflate'
import { appendFileSync, existsSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { findInstitution } from '@causeway/server/records/institutions'
import { forEachDatabase } from '../support/databases.ts'
import { openDeskWithCollege, type ImportDesk } from '../support/import-desk.ts'

const HEADER = 'person,direction,audience,purpose,country,start,end'
const RIGHT = 'L1,out,student,study,VN,2023-09-01,2023-10-01'
const HAN = /\p{Script=Han}/u

forEachDatabase((_name, open) => {
  /** What is refused: with which code, where, and with a sentence in both languages; and nothing has changed. */
  async function refused(desk: ImportDesk, name: string, content: string | string[] | Uint8Array, more = {}) {
    const report = await desk.import(desk.file(name, content), 'mobility', { institution: 'X', ...more })
    expect(report).toMatchObject({ batch: null, accepted: 0, updated: 0, unchanged: 0, refused: true })
    expect(await desk.records('mobility')).toEqual([])
    const problem = report.problems[0]!
    expect(problem.message.zh).toMatch(HAN)
    expect(problem.message.en).toMatch(/[a-z]{3}/)
    return { ...report, problem, code: problem.code, en: problem.message.en, zh: problem.message.zh }
  }

  test('files that are no table are refused, whatever their name', async () => {
    const desk = await openDeskWithCollege(await open())
    expect((await refused(desk, 'a.csv', '')).code).toBe('EMPTY_FILE')
    expect((await refused(desk, 'b.csv', '\n\n\n')).code).toBe('EMPTY_FILE')
    expect((await refused(desk, 'c.xlsx', '%PDF-1.4 not a workbook')).code).toBe('WRONG_FILE_KIND')
    expect((await refused(desk, 'd.csv', zipSync({ 'word/document.xml': strToU8('<w/>') }))).en).toContain(
      'Word document',
    )
    const bomb = zipSync({ 'xl/workbook.xml': strToU8('<workbook/>'), 'xl/a.xml': strToU8('0'.repeat(30_000_000)) })
    expect((await refused(desk, 'e.xlsx', bomb)).code).toBe('ZIP_BOMB')
    expect((await refused(desk, 'f.csv', [HEADER])).code).toBe('NO_ROWS')
    expect(
      (await desk.import(join(desk.folder, 'nowhere.csv'), 'mobility', { institution: 'X' })).problems[0]!.code,
    ).toBe('NO_SUCH_FILE')
  })

  test('a file without a header is refused, and what a header would say is told', async () => {
    const desk = await openDeskWithCollege(await open())
    const { code, en, zh } = await refused(desk, 'a.csv', [RIGHT, RIGHT.replace('L1', 'L2')])
    expect(code).toBe('NO_HEADER')
    expect(en).toContain('template')
    expect(zh).toContain('人员编号')
  })

  test('a header nearly right is refused with the name that was meant', async () => {
    const desk = await openDeskWithCollege(await open())
    const optional = await refused(desk, 'a.csv', [`${HEADER},parnter`, `${RIGHT},P1`])
    expect(optional).toMatchObject({ code: 'UNKNOWN_COLUMN', problem: { row: 1, column: 'parnter' } })
    expect(optional.en).toContain('partner')
    const chinese = await refused(desk, 'b.csv', [
      '人员编号,方向,人员类别,事由,国家（地区）,开始日期,结束日其',
      'L1,派出,学生,学习,越南,2023-09-01,2023-10-01',
    ])
    expect(chinese.zh).toContain('结束日期')
    const all = await refused(desk, 'c.csv', ['persn,directon,audince,purpse,contry,strt,ennd', RIGHT])
    expect(all.code).toBe('NO_HEADER')
    expect(all.en).toMatch(/did you mean "person" by "persn", "direction" by "directon"/)
  })

  test('two headers alike are refused, and so are two names of one field', async () => {
    const desk = await openDeskWithCollege(await open())
    expect(await refused(desk, 'a.csv', [`${HEADER},start`, `${RIGHT},2023-09-02`])).toMatchObject({
      code: 'DUPLICATE_COLUMN',
      problem: { row: 1, column: 'start' },
    })
    const named = await refused(desk, 'b.csv', [`${HEADER},国别`, `${RIGHT},老挝`])
    expect(named.en).toMatch(/Columns E "country" and H "国别"/)
  })

  test('a file that lacks what a record is known by is refused', async () => {
    const desk = await openDeskWithCollege(await open())
    expect(await refused(desk, 'a.csv', ['person,audience,purpose', 'L1,student,study'])).toMatchObject({
      code: 'MISSING_COLUMN',
    })
  })

  test('300 columns, of which seven are ours, are no trouble, and the rest are named', async () => {
    const desk = await openDeskWithCollege(await open())
    const strange = Array.from({ length: 293 }, (_, i) => `指标${String(i).padStart(3, '0')}x`)
    const path = desk.file('wide.csv', [[HEADER, ...strange].join(','), [RIGHT, ...strange.map(() => '1')].join(',')])
    const report = await desk.import(path, 'mobility', { institution: 'X' })
    expect(report).toMatchObject({ accepted: 1, rejected: 0, warnings: [{ code: 'IGNORED_COLUMNS' }] })
    expect(report.warnings[0]!.message.en).toContain('293 columns')
  })

  test('wrong cells are named by row, column and value, each with what is expected', async () => {
    const desk = await openDeskWithCollege(await open())
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
    const report = await desk.import(path, 'mobility', { institution: 'X', acceptValid: true })
    expect(report).toMatchObject({ accepted: 1, rejected: 9, refused: false })
    expect(report.problems.map(({ row, column, code, value }) => [row, column, code, value])).toEqual([
      [4, 'start', 'AMBIGUOUS_DATE', '03/04/2023'],
      [5, 'start', 'BAD_DATE', '2023-02-30'],
      [6, 'end', 'REVERSED_RANGE', '2023-10-01'],
      [7, 'country', 'UNKNOWN_COUNTRY', 'Vietnm'],
      [8, 'purpose', 'UNKNOWN_CHOICE', 'studdy'],
      [9, 'partner', 'UNKNOWN_REFERENCE', 'P-0O1'],
      [10, 'person', 'EXACTLY_ONE', ''],
      [11, 'direction', 'REQUIRED', null],
      [11, 'end', 'REQUIRED', null],
      [12, 'I', 'TOO_MANY_CELLS', 'surplus'],
    ])
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

  test('a cell that cannot be read is told once: that one of two is to be filled is not said beside it', async () => {
    const desk = await openDeskWithCollege(await open())
    const path = desk.file('heads.csv', [HEADER.replace('person', 'headcount'), RIGHT.replace('L1', '-5')])
    const { problems } = await desk.import(path, 'mobility', { institution: 'X' })
    expect(problems.map(({ code }) => code)).toEqual(['OUT_OF_RANGE'])
  })

  test('a doubt about a field that the file lacks names it in words', async () => {
    const desk = await openDeskWithCollege(await open())
    await desk.put('mobility', [HEADER.replace('person', 'headcount'), RIGHT.replace('L1', '5')])
    const { warnings } = await desk.put('mobility', [HEADER, RIGHT])
    expect(warnings).toMatchObject([
      { code: 'GROUP_AND_PERSONS', message: { zh: expect.stringContaining('「人数」') } },
    ])
  })

  test('one wrong row refuses the file and changes nothing', async () => {
    const database = await open()
    const desk = await openDeskWithCollege(database)
    const before = await findInstitution(database, 'X')
    const report = await refused(desk, 'a.csv', [HEADER, RIGHT, 'L2,out,student,study,Nowhere,2023-09-01,2023-10-01'])
    expect(report).toMatchObject({ rejected: 1, problem: { row: 3, column: 'country' } })
    expect(await findInstitution(database, 'X')).toEqual(before)
  })

  test('person and headcount exclude each other', async () => {
    const desk = await openDeskWithCollege(await open())
    const { problem } = await refused(desk, 'a.csv', [`${HEADER},headcount`, `${RIGHT},5`])
    expect(problem).toMatchObject({ row: 2, code: 'EXACTLY_ONE' })
  })

  test('a problem does not repeat the number of a person', async () => {
    const desk = await openDeskWithCollege(await open())
    const both = await refused(desk, 'a.csv', [`${HEADER},headcount`, `${RIGHT.replace('L1', '110101199003074518')},5`])
    expect(both.problem).toMatchObject({ row: 2, column: 'person', code: 'EXACTLY_ONE', value: null })
    expect(JSON.stringify(both.problems)).not.toContain('110101199003074518')
  })

  test('the code of an institution has no character that parts it from the rest of an id', async () => {
    const desk = await openDeskWithCollege(await open())
    const path = desk.file('i.csv', ['code,name_zh,country', 'A/B,甲学院,CN', '"C\nD",丙学院,CN'])
    expect(await desk.import(path, 'institution')).toMatchObject({
      refused: true,
      problems: [
        { row: 2, column: 'code', code: 'BAD_CHARACTER', value: 'A/B' },
        { row: 3, column: 'code', code: 'BAD_CHARACTER' },
      ],
    })
  })

  test('quotes that are odd or never closed are reported at their row, and the others go in', async () => {
    const desk = await openDeskWithCollege(await open())
    const path = desk.file(
      'q.csv',
      `${HEADER}\n${RIGHT}\nL2,out,student,"study"x,VN,2023-09-01,2023-10-01\n${RIGHT.replace('L1', 'L3')}\nL4,out,"student,study,VN,2023-09-01,2023-10-01\n`,
    )
    const report = await desk.import(path, 'mobility', { institution: 'X', acceptValid: true })
    expect(report).toMatchObject({ accepted: 2, rejected: 2 })
    expect(report.problems.map(({ row, code }) => [row, code])).toEqual(
      expect.arrayContaining([
        [3, 'ODD_QUOTE'],
        [5, 'UNCLOSED_QUOTE'],
      ]),
    )
  })

  test('formulas count by the value they had; errors are problems of their cell', async () => {
    const desk = await openDeskWithCollege(await open())
    const book = new ExcelJS.Workbook()
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
    const report = await desk.import(path, 'mobility', { institution: 'X', acceptValid: true })
    expect(report).toMatchObject({
      accepted: 1,
      rejected: 1,
      encoding: null,
      problems: [{ row: 3, column: 'country', code: 'CELL_ERROR', value: '#N/A' }],
    })
    expect(await desk.records('mobility')).toMatchObject([{ country: 'VN', start: '2023-09-01' }])
  })

  test('a headcount in a cell merged over rows is refused, a country in one is read for each', async () => {
    const desk = await openDeskWithCollege(await open())
    const book = new ExcelJS.Workbook()
    const sheet = book.addWorksheet('data')
    sheet.addRow(['headcount', ...HEADER.split(',').slice(1)])
    sheet.addRow([30, 'out', 'student', 'study', 'VN', '2023-09-01', '2023-10-01'])
    sheet.addRow([null, 'out', 'student', 'study', null, '2024-09-01', '2024-10-01'])
    sheet.mergeCells('A2:A3')
    sheet.mergeCells('E2:E3')
    const report = await refused(desk, 'm.xlsx', new Uint8Array(await book.xlsx.writeBuffer()))
    expect(report.problems).toMatchObject([{ row: 3, column: 'headcount', code: 'MERGED_NUMBER' }])
  })

  test('an unknown institution is refused with the nearest codes; none at all with how to say it', async () => {
    const desk = await openDeskWithCollege(await open())
    await desk.put('institution', ['code,name_zh,country', '4123012345,丙学院,CN'])
    expect(await refused(desk, 'a.csv', [HEADER, RIGHT], { institution: '4123012354' })).toMatchObject({
      code: 'UNKNOWN_INSTITUTION',
      en: expect.stringContaining('4123012345'),
    })
    expect(await refused(desk, 'b.csv', [HEADER, RIGHT], { institution: undefined })).toMatchObject({
      code: 'INSTITUTION_MISSING',
    })
    const column = await refused(desk, 'c.csv', [`institution,${HEADER}`, `4123012354,${RIGHT}`, `X,${RIGHT}`], {
      institution: undefined,
    })
    expect(column.problems).toMatchObject([
      {
        row: 2,
        column: 'institution',
        code: 'UNKNOWN_INSTITUTION',
        message: { en: expect.stringContaining('4123012345') },
      },
    ])
    const other = await refused(desk, 'd.csv', [`institution,${HEADER}`, `X2,${RIGHT}`])
    expect(other.problems).toMatchObject([{ row: 2, column: 'institution', code: 'OTHER_INSTITUTION' }])
  })

  test('a file that is changed while it is read is refused', async () => {
    const desk = await openDeskWithCollege(await open())
    const lines = Array.from({ length: 20_000 }, (_, i) => RIGHT.replace('L1', `L${i}`))
    const path = desk.file('moving.csv', [HEADER, ...lines])
    let changed = false
    const report = await desk.import(path, 'mobility', {
      institution: 'X',
      onProgress: () => {
        if (!changed) appendFileSync(path, `${RIGHT.replace('L1', 'LATE')}\n`)
        changed = true
      },
    })
    expect(report).toMatchObject({ refused: true, accepted: 0, batch: null })
    expect(report.problems.map(({ code }) => code)).toContain('FILE_CHANGED')
    expect(await desk.records('mobility')).toEqual([])
  })

  test('a file cannot be its own list of rejects, and one that cannot be written refuses the import', async () => {
    const desk = await openDeskWithCollege(await open())
    const path = desk.file('a.csv', [HEADER, RIGHT.replace('VN', 'Nowhere')])
    for (const rejects of [path, join(desk.folder, 'r.xlsx'), join(desk.folder, 'no', 'such', 'folder.csv')]) {
      expect(await desk.import(path, 'mobility', { institution: 'X', rejects }), rejects).toMatchObject({
        refused: true,
        problems: expect.arrayContaining([expect.objectContaining({ code: 'CANNOT_WRITE_REJECTS' })]),
      })
    }
    expect(existsSync(path)).toBe(true)
  })

  test('keys too long for an index are a problem of their row', async () => {
    const desk = await openDeskWithCollege(await open())
    await desk.put('standard', ['code,title_zh,type,direction', 'S1,标准,course,own'])
    const path = desk.file('long.csv', [
      'standard,country,adopter,adopted_on',
      `S1,TZ,${'很长的名称'.repeat(300)},2023-01-01`,
      'S1,TZ,短,2023-01-01',
    ])
    expect(await desk.import(path, 'adoption', { institution: 'X', acceptValid: true })).toMatchObject({
      accepted: 1,
      rejected: 1,
      problems: [{ row: 2, code: 'TOO_LONG' }],
    })
  })
})
