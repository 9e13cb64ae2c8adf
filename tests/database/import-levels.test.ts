import { expect, it } from 'vitest'
import { forEachDatabase } from '../support/databases.ts'
import { openDeskWithCollege, type ImportDesk } from '../support/import-desk.ts'

const HEADER = 'person,date,scale,scale_version,level,required_level'

async function read(desk: ImportDesk, rows: string[]) {
  const lines = rows.map((row, i) => `LX0${i + 1},2024-05-${10 + i},${row}`)
  const report = await desk.import(desk.file('results.csv', [HEADER, ...lines]), 'language-result', {
    institution: 'X',
  })
  if (report.refused) return report.problems.map(({ code, column }) => `${code} ${column}`)
  const records = await desk.records('language-result')
  return records
    .sort((a, b) => String(a['date']).localeCompare(String(b['date'])))
    .map(({ scale, scale_version, level, required_level }) => [scale, scale_version, level, required_level].join(' '))
}

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
    const path = desk.file('results.csv', [
      HEADER,
      'LX01,2024-05-10,hsk,2.0,7,4',
      'LX02,2024-05-10,occupational-chinese,2023,B1,初级',
    ])
    const { problems } = await desk.import(path, 'language-result', { institution: 'X' })
    expect(problems.map(({ code, row, column, value }) => [code, row, column, value])).toEqual([
      ['UNKNOWN_LEVEL', 2, 'level', '7'],
      ['UNKNOWN_LEVEL', 3, 'level', 'B1'],
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
    const path = desk.file('survey.csv', [
      'survey,audience,question,date,asked,answered,positive',
      'S1,employer,satisfaction,2024-01-10,100,101,50',
      'S2,employer,satisfaction,2024-01-10,100,50,51',
      'S3,employer,satisfaction,2024-01-10,100,100,100',
    ])
    const { problems } = await desk.import(path, 'survey-result', { institution: 'X' })
    expect(problems.map(({ code, row, column }) => [code, row, column])).toEqual([
      ['ABOVE_WHOLE', 2, 'answered'],
      ['ABOVE_WHOLE', 3, 'positive'],
    ])
  })

  it('a later file with one of the two numbers is checked against the other as it is', async () => {
    const desk = await openDeskWithCollege(await open())
    await desk.put('survey-result', [
      'survey,audience,question,date,asked,answered,positive',
      'S1,employer,satisfaction,2024-01-10,100,90,50',
    ])
    const path = desk.file('later.csv', ['survey,audience,question,positive', 'S1,employer,satisfaction,95'])
    const { problems } = await desk.import(path, 'survey-result', { institution: 'X' })
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
    const path = desk.file('both.csv', ['peer,indicator,year,value,status,source', 'F,EX07,2023,3,none,report'])
    const { problems } = await desk.import(path, 'peer-figure', { institution: 'X' })
    expect(problems.map(({ code }) => code)).toEqual(['EXACTLY_ONE'])
  })

  it('who is enrolled at a site is of kind overseas', async () => {
    const desk = await openDeskWithCollege(await open())
    await desk.put('overseas-site', ['code,name_en,type,country,opened_on', 'W1,Workshop,workshop,TH,2020-01-01'])
    const path = desk.file('enrolment.csv', [
      'person,kind,nationality,start,site',
      'L1,overseas,TH,2023-09-01,W1',
      'L2,degree,TH,2023-09-01,W1',
    ])
    const { problems } = await desk.import(path, 'enrolment', { institution: 'X' })
    expect(problems.map(({ code, row, column }) => [code, row, column])).toEqual([['ALLOWED_WHERE', 3, 'site']])
  })
})
