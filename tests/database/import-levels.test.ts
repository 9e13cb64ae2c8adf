import { expect } from 'vitest'
import { onOneDatabase } from '../support/databases.ts'
import { type ImportDesk, test as it } from '../support/import-desk.ts'

const HEADER = 'person,date,scale,scale_version,level,required_level'

async function read(desk: ImportDesk, rows: string[]) {
  const lines = rows.map((row, i) => `LX0${i + 1},2024-05-${10 + i},${row}`)
  const report = await desk.bring('language-result', [HEADER, ...lines])
  if (report.refused) return report.problems.map(({ code, column }) => `${code} ${column}`)
  const records = await desk.records('language-result')
  return records
    .sort((a, b) => String(a['date']).localeCompare(String(b['date'])))
    .map(({ scale, scale_version, level, required_level }) => [scale, scale_version, level, required_level].join(' '))
}

const SUMMARY = '学年,专业代码,国别,类别,人数'

onOneDatabase(() => {
  it('a level is stored as its rank on its scale, by number or by name, so that it compares with what was required', async (desk) => {
    expect(
      await read(desk, [
        'hsk,2.0,4,HSK 5',
        '汉语水平考试,HSK 3.0,HSK九级,7级',
        'occupational-chinese,2023版,中级,精通',
        'cefr,2020,b1,C2',
        'hsk,2.0,HSK（六级）,',
      ]),
    ).toEqual(['hsk 2.0 4 5', 'hsk 3.0 9 7', 'occupational-chinese 2023 3 5', 'cefr 2020 3 6', 'hsk 2.0 6 '])
  })

  it('a version that nobody knows has its levels by number alone', async (desk) => {
    expect(await read(desk, ['hsk,4.0,12,10'])).toEqual(['hsk 4.0 12 10'])
    expect(await read(desk, ['hsk,4.0,twelve,10'])).toEqual(['UNKNOWN_LEVEL level'])
  })

  it("a peer's blank, 无, dash and 0 are four things", async (desk) => {
    await desk.put('peer-figure', [
      'peer,indicator,year,value,source',
      'A,EX07,2023,0,report',
      'B,EX07,2023,,report',
      'C,EX07,2023,无,report',
      'D,EX07,2023,——,report',
      'E,EX07,2023,12.345678,report',
    ])
    const read = async () => (await desk.records('peer-figure')).map(({ value, status }) => [value, status])
    expect(await read()).toEqual([
      [0, null],
      [null, 'blank'],
      [null, 'none'],
      [null, 'dash'],
      [12_345_678, null],
    ])
    await desk.put('peer-figure', ['peer,indicator,year,value,source', 'D,EX07,2023,3,report'])
    expect((await read())[3]).toEqual([3_000_000, null])
    const { problems } = await desk.bring('peer-figure', [
      'peer,indicator,year,value,status,source',
      'F,EX07,2023,3,none,report',
    ])
    expect(problems.map(({ code }) => code)).toEqual(['EXACTLY_ONE'])
  })

  it('a summary of one row a programme and country goes in by the mapping that ships, and again for the year it replaces', async (desk) => {
    await desk.put('programme', ['code,name_en,kind', 'PA,A,ordinary', 'PB,B,ordinary'])
    const first = desk.file('summary.csv', [
      '留学生人数汇总表,,,,',
      SUMMARY,
      '2022—2023,PA,越南,学历,30',
      '2023—2024,PA,越南,学历,40',
      '2023—2024,PB,老挝,非学历,5',
      '合计,合计,,,75',
    ])
    const given = { mapping: 'aggregate-enrolment' }
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
})
