import { expect, test } from 'vitest'
import { findInstitution } from '@causeway/server/records/institutions'
import { forEachDatabase } from '../support/databases.ts'
import { openDeskWithCollege, openImportDesk } from '../support/import-desk.ts'

const ZERO = 'record_type,from,to,direction,audience,signer'

forEachDatabase((_name, open) => {
  test('a zero report has a direction and an audience for mobility alone', async () => {
    const desk = await openDeskWithCollege(await open())
    const path = desk.file('zero.csv', [
      ZERO,
      'mobility,2020-09-01,2021-08-31,out,student,Head',
      'enrolment,2020-09-01,2021-08-31,,,Head',
      'enrolment,2021-09-01,2022-08-31,in,,Head',
      '技能竞赛成绩,2020-09-01,2021-08-31,,学生,Head',
    ])
    const report = await desk.import(path, 'nothing-to-report', { institution: 'X', acceptValid: true })
    expect(report).toMatchObject({ accepted: 2, rejected: 2 })
    expect(report.problems.map(({ row, column, code, value }) => [row, column, code, value])).toEqual([
      [4, 'direction', 'ALLOWED_WHERE', 'in'],
      [5, 'audience', 'ALLOWED_WHERE', '学生'],
    ])
    expect(report.problems[0]!.message).toEqual({
      zh: 'D4 「方向」“in”：只有师生国（境）外交流的零报告可填方向；其他台账请清空方向，否则这份零报告什么也不能说明',
      en: 'D4 "Direction" is "in": only a zero report of mobility has a direction; empty it for any other record type, or the report speaks for nothing',
    })
  })

  test('what a file lacks must still be allowed beside what it says', async () => {
    const desk = await openDeskWithCollege(await open())
    const put = (lines: string[]) =>
      desk.import(desk.file('zero.csv', lines), 'nothing-to-report', { institution: 'X' })
    await put([`source_id,${ZERO}`, 'S1,mobility,2020-09-01,2021-08-31,out,,Head'])
    const report = await put(['source_id,record_type', 'S1,enrolment'])
    expect(report).toMatchObject({ refused: true, problems: [{ row: 2, column: 'direction', code: 'ALLOWED_WHERE' }] })
  })

  test('a plan moves the data date only where it is shown to: the records speak no further for it', async () => {
    const database = await open()
    const desk = await openImportDesk(database)
    const college = desk.file('college.csv', ['code,name_en,country', 'X,College X,CN'])
    await desk.import(college, 'institution', { dataDate: '2024-08-31' })
    const dataDate = async () => (await findInstitution(database, 'X'))?.dataDate
    await desk.put('target', ['plan,indicator,year,value', 'P,EX02,2025,90'])
    expect(await dataDate()).toBe('2024-08-31')
    const later = desk.file('later.csv', ['plan,indicator,year,value', 'P,EX02,2026,95'])
    await desk.import(later, 'target', { institution: 'X', dataDate: '2024-12-31' })
    expect(await dataDate()).toBe('2024-12-31')
  })
})
