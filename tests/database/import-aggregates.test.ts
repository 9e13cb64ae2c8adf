import { expect, test } from 'vitest'
import { forEachDatabase } from '../support/databases.ts'
import { openDeskWithCollege } from '../support/import-desk.ts'

/** A header, a row of a person and a row of a group of the same programme and time. */
const MIXED: Record<string, [string, string, string]> = {
  mobility: [
    'person,headcount,direction,audience,purpose,country,programme,start,end',
    'L1,,out,student,study,VN,PA,2023-10-01,2023-10-20',
    ',12,out,student,study,VN,PA,2023-10-10,2023-10-30',
  ],
  'training-session': [
    'person,headcount,session,start,end,training_days,country',
    'L1,,T1,2023-10-01,2023-10-05,5,VN',
    ',12,T1,2023-10-01,2023-10-05,5,VN',
  ],
  placement: [
    'person,headcount,partner,country,programme,start,end',
    'L1,,P1,VN,PA,2023-10-01,2023-10-20',
    ',12,P1,VN,PA,2023-10-10,2023-10-30',
  ],
  'online-learning': [
    'person,headcount,resource,country,start,end',
    'L1,,R1,VN,2023-10-01,2023-10-20',
    ',12,R1,VN,2023-10-10,2023-10-30',
  ],
  'graduate-outcome': [
    'person,headcount,class,programme,observation,status',
    'L1,,2024,PA,12-31,employed',
    ',12,2024,PA,12-31,employed',
  ],
  enrolment: [
    'person,headcount,programme,kind,nationality,start,end',
    'L1,,PA,degree,VN,2023-09-01,2024-07-01',
    ',12,PA,degree,VN,2023-09-01,2024-07-01',
  ],
}
const SUMMARY = '学年,专业代码,国别,类别,人数'

forEachDatabase((_name, open) => {
  test('persons and headcounts of one programme and time are a warning in every type that takes both', async () => {
    const desk = await openDeskWithCollege(await open())
    await desk.put('programme', ['code,name_en,kind', 'PA,A,ordinary', 'PB,B,ordinary'])
    await desk.put('partner', ['code,name_en,country', 'P1,A,VN'])
    await desk.put('resource', ['code,title_en,kind,origin', 'R1,A,course,own'])
    for (const [type, [header, person, group]] of Object.entries(MIXED)) {
      const report = await desk.put(type, [header, person, group])
      expect(
        report.warnings.map(({ code }) => code),
        type,
      ).toContain('GROUP_AND_PERSONS')
    }
  })

  test('a summary of one row a programme and country goes in by the mapping that ships, and again for the year it replaces', async () => {
    const desk = await openDeskWithCollege(await open())
    await desk.put('programme', ['code,name_en,kind', 'PA,A,ordinary', 'PB,B,ordinary'])
    const first = desk.file('summary.csv', [
      '留学生人数汇总表,,,,',
      SUMMARY,
      '2022—2023,PA,越南,学历,30',
      '2023—2024,PA,越南,学历,40',
      '2023—2024,PB,老挝,非学历,5',
      '合计,合计,,,75',
    ])
    const given = { institution: 'X', mapping: 'aggregate-enrolment' }
    expect(await desk.import(first, 'enrolment', given)).toMatchObject({
      accepted: 3,
      rowsLeftOut: 1,
      rejected: 0,
      warnings: [],
    })
    expect(await desk.records('enrolment')).toContainEqual(
      expect.objectContaining({
        ...{ headcount: 40, programme: 'PA', nationality: 'VN', kind: 'degree', full_time: 1 },
        ...{ start: '2023-09-01', end: '2024-08-31' },
      }),
    )
    const again = desk.file('again.csv', [SUMMARY, '2023—2024,PA,越南,学历,41'])
    const replaces = { years: [2023], units: [] }
    expect(await desk.import(again, 'enrolment', { ...given, replaces })).toMatchObject({ updated: 1, withdrawn: 1 })
  })

  test('a headcount that is within a longer one of the same programme and country is a warning', async () => {
    const desk = await openDeskWithCollege(await open())
    await desk.put('programme', ['code,name_en,kind', 'PA,A,ordinary', 'PB,B,ordinary'])
    const header = 'headcount,programme,kind,nationality,start,end'
    const codes = async (...rows: string[]) =>
      (await desk.put('enrolment', [header, ...rows])).warnings.map(({ row, code }) => [row, code])
    // Years one after another, other countries and kinds, a short course within a year: nothing said twice.
    expect(
      await codes(
        '30,PA,degree,VN,2021-09-01,2022-08-31',
        '40,PA,degree,VN,2022-09-01,2023-08-31',
        '40,PA,degree,LA,2020-09-01,2023-08-31',
        '40,PB,degree,VN,2020-09-01,2023-08-31',
        '9,PA,non-degree,VN,2020-09-01,2023-08-31',
        '3,PA,degree,VN,2022-10-01,2022-10-20',
      ),
    ).toEqual([])
    // Three years together beside each of them.
    expect(await codes('99,PA,degree,VN,2020-09-01,2023-08-31')).toEqual(Array(3).fill([2, 'CUMULATIVE_GROUPS']))
    // The year so far beside the year.
    expect(await codes('12,PB,degree,TH,2023-09-01,2023-12-31', '20,PB,degree,TH,2023-09-01,2024-08-31')).toEqual([
      [2, 'CUMULATIVE_GROUPS'],
    ])
  })
})
