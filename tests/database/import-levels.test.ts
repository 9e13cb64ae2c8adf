import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { parse } from 'yaml'
import { forEachDatabase } from '../support/databases.ts'
import { openDeskWithCollege, type ImportDesk } from '../support/import-desk.ts'

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

const MIXED = parse(readFileSync(join(import.meta.dirname, 'import-levels.yaml'), 'utf8')) as Record<
  string,
  [string, string, string]
>
const SUMMARY = '学年,专业代码,国别,类别,人数'

forEachDatabase((_name, open) => {
  it('a level is stored as its rank on its scale, by number or by name, so that it compares with what was required', async () => {
    const desk = await openDeskWithCollege(await open())
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

  it('a level that its version of the scale lacks is a row problem that names the levels', async () => {
    const desk = await openDeskWithCollege(await open())
    const { problems } = await desk.bring('language-result', [
      HEADER,
      'LX01,2024-05-10,hsk,2.0,7,4',
      'LX02,2024-05-10,occupational-chinese,2023,B1,初级',
    ])
    expect(problems.map(({ code, row, column, value }) => `${code} ${row} ${column} ${value}`)).toEqual([
      'UNKNOWN_LEVEL 2 level 7',
      'UNKNOWN_LEVEL 3 level B1',
    ])
    expect(problems[0]!.message.zh).toContain('一级、二级、三级、四级、五级、六级')
    expect(problems[1]!.message.en).toContain('entry, elementary, intermediate, advanced, proficient')
  })

  it('a version that nobody knows has its levels by number alone', async () => {
    const desk = await openDeskWithCollege(await open())
    expect(await read(desk, ['hsk,4.0,12,10'])).toEqual(['hsk 4.0 12 10'])
    expect(await read(desk, ['hsk,4.0,twelve,10'])).toEqual(['UNKNOWN_LEVEL level'])
  })

  it('a survey in which more answered than were asked, or more said yes than answered, is wrong', async () => {
    const desk = await openDeskWithCollege(await open())
    const { problems } = await desk.bring('survey-result', [
      'survey,audience,question,date,asked,answered,positive',
      'S1,employer,satisfaction,2024-01-10,100,101,50',
      'S2,employer,satisfaction,2024-01-10,100,50,51',
      'S3,employer,satisfaction,2024-01-10,100,100,100',
    ])
    expect(problems.map(({ code, row, column }) => `${code} ${row} ${column}`)).toEqual([
      'ABOVE_WHOLE 2 answered',
      'ABOVE_WHOLE 3 positive',
    ])
  })

  it('a later file with one of the two numbers is checked against the other as it is', async () => {
    const desk = await openDeskWithCollege(await open())
    await desk.put('survey-result', [
      'survey,audience,question,date,asked,answered,positive',
      'S1,employer,satisfaction,2024-01-10,100,90,50',
    ])
    const { problems } = await desk.bring('survey-result', [
      'survey,audience,question,positive',
      'S1,employer,satisfaction,95',
    ])
    expect(problems.map(({ code }) => code)).toEqual(['ABOVE_WHOLE'])
  })

  it("a peer's blank, 无, dash and 0 are four things", async () => {
    const desk = await openDeskWithCollege(await open())
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

  it('who is enrolled at a site is of kind overseas', async () => {
    const desk = await openDeskWithCollege(await open())
    await desk.put('overseas-site', ['code,name_en,type,country,opened_on', 'W1,Workshop,workshop,TH,2020-01-01'])
    const { problems } = await desk.bring('enrolment', [
      'person,kind,nationality,start,site',
      'L1,overseas,TH,2023-09-01,W1',
      'L2,degree,TH,2023-09-01,W1',
    ])
    expect(problems.map(({ code, row, column }) => [code, row, column])).toEqual([['ALLOWED_WHERE', 3, 'site']])
  })

  it('persons and headcounts of one programme and time are a warning in every type that takes both', async () => {
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

  it('a summary of one row a programme and country goes in by the mapping that ships, and again for the year it replaces', async () => {
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

  it('a headcount that is within a longer one of the same programme and country is a warning', async () => {
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
