import { expect } from 'vitest'
import { revertBatch } from '@causeway/server/records/revert'
import { forEachDatabase } from '../support/databases.ts'
import { type ImportDesk, test as it } from '../support/import-desk.ts'

const HEADER = 'code,title,kind,issued_on,record_type,record'
const LEARNER = 'kind,nationality,programme,start,end'

/** The records that rows of evidence name, or the codes of what is wrong with them. */
async function prove(
  desk: ImportDesk,
  rows: string[],
  header = HEADER,
): Promise<(string | number | null | undefined)[]> {
  const lines = rows.map((row, i) => `E${i + 1},A proof,letter,2024-01-15,${row}`)
  const report = await desk.bring('evidence', [header, ...lines])
  if (report.refused) return report.problems.map(({ code }) => code)
  return (await desk.records('evidence')).map(({ record }) => record)
}

async function putAdoptions(desk: ImportDesk): Promise<void> {
  await desk.put('standard', [
    'code,title_en,type,direction',
    'S1,Standard one,course,own',
    'S2,Standard two,course,own',
  ])
  await desk.put('adoption', [
    'standard,country,adopter,adopted_on',
    'S1,TH,Chiang Mai College,2023-03-01',
    'S1,LA,"Vientiane/Pakse College",2023-03-01',
    'S2,TH,示例学院（曼谷）,2023-03-01',
  ])
}

forEachDatabase(() => {
  it('evidence names its record by the natural key as people write it, in any spelling of a country or a date', async (desk) => {
    await putAdoptions(desk)
    await desk.put('programme', ['code,name_en', 'P1,Programme'])
    await desk.put('enrolment', [`person,${LEARNER}`, ' lx01 ,degree,VN,P1,2023-09-01,'])
    expect(
      await prove(desk, [
        'adoption,S1/TH/Chiang Mai College',
        'adoption,S1/泰国/Chiang Mai College',
        'adoption,S1/老挝/Vientiane\\/Pakse College',
        'adoption,S2/泰国/示例学院（曼谷）',
        'standard,S2',
        '学籍（含留学生）,LX01/P1/2023年9月1日',
      ]),
    ).toEqual([
      'S1/TH/Chiang Mai College',
      'S1/TH/Chiang Mai College',
      'S1/LA/Vientiane\\/Pakse College',
      'S2/TH/示例学院（曼谷）',
      'S2',
      expect.stringMatching(/^[\w-]{22}\/P1\/2023-09-01$/),
    ])
  })

  it('a record that is not there is a row problem, and never says whom it was about', async (desk) => {
    await putAdoptions(desk)
    const rows = ['adoption,S1/TH/Hanoi College', 'enrolment,G12345678/P1/2023-09-01', 'adoption,S1/Utopia/X']
    expect(await prove(desk, rows)).toEqual(['UNKNOWN_REFERENCE', 'UNKNOWN_REFERENCE', 'UNKNOWN_REFERENCE'])
    const report = await desk.bring('evidence', [HEADER, `E1,A proof,letter,2024-01-15,${rows[1]}`])
    expect(JSON.stringify(report.problems)).not.toContain('G12345678')
    expect(report.problems[0]).toMatchObject({ row: 2, column: 'record', value: null })
    expect(report.problems[0]!.message.en).toContain('Person/Programme/Start')
  })

  it('a record with a source id is found by it, by its unit and it, and by its natural key', async (desk) => {
    await desk.put('programme', ['code,name_en', 'P1,Programme'])
    await desk.put('enrolment', [
      `person,source_id,unit,${LEARNER}`,
      'LX01,77,D1,degree,VN,P1,2023-09-01,',
      'LX02,77,D2,degree,VN,P1,2023-09-01,',
      'LX03,78,,degree,VN,P1,2023-09-01,',
    ])
    expect(
      await prove(
        desk,
        ['enrolment,78,', 'enrolment,D2/77,', 'enrolment,77,D1', 'enrolment,LX02/P1/2023-09-01,', 'enrolment,~D1/77,'],
        `${HEADER},unit`,
      ),
    ).toEqual(['~/78', '~D2/77', '~D1/77', '~D2/77', '~D1/77'])
    expect(await prove(desk, ['enrolment,77'])).toEqual(['AMBIGUOUS_REFERENCE'])
  })

  it('a group row is named by all its fields but the headcount', async (desk) => {
    await desk.put('programme', ['code,name_en', 'P1,Programme'])
    await desk.put('enrolment', [`headcount,${LEARNER}`, '12,degree,VN,P1,2023-09-01,'])
    expect(await prove(desk, ['enrolment,P1/degree//VN////2023-09-01'])).toEqual(['*P1/degree//VN////2023-09-01'])
  })

  it('a batch whose records have evidence is taken back only after the evidence', async (desk) => {
    const { database } = desk
    await desk.put('standard', ['code,title_en,type,direction', 'S1,Standard one,course,own'])
    const adoptions = await desk.put('adoption', ['standard,country,adopter,adopted_on', 'S1,TH,A,2023-03-01'])
    const evidence = await desk.bring('evidence', [HEADER, 'E1,A proof,letter,2024-01-15,adoption,S1/TH/A'])
    await expect(revertBatch(database, adoptions.batch!)).rejects.toMatchObject({
      code: 'REVERT_REFUSED',
      facts: { laterBatches: [evidence.batch] },
    })
    await revertBatch(database, evidence.batch!)
    await revertBatch(database, adoptions.batch!)
    expect(await desk.records('adoption')).toEqual([])
  })

  it('a record with evidence is not withdrawn by a file that lacks it, and the refusal says what is in the way', async (desk) => {
    const header = 'standard,country,adopter,adopted_on'
    await desk.put('standard', ['code,title_en,type,direction', 'S1,Standard one,course,own'])
    await desk.put('adoption', [header, 'S1,TH,A,2023-03-01', 'S1,LA,B,2023-03-01'])
    await desk.put('evidence', [HEADER, 'E1,A proof,letter,2024-01-15,adoption,S1/TH/A'])
    const replace = (row: string) =>
      desk.bring('adoption', [header, row], { ...{ replaces: { years: [2022], units: [] } } })
    const refused = await replace('S1,LA,B,2023-03-01')
    expect(refused.problems.map(({ code }) => code)).toEqual(['ABSENT_IN_USE'])
    expect(refused.problems[0]!.message.en).toContain('S1/TH/A')
    expect(await replace('S1,TH,A,2023-03-01')).toMatchObject({ withdrawn: 1, unchanged: 1 })
  })

  it('one document may prove several records, and each is its own record', async (desk) => {
    await putAdoptions(desk)
    const row = (record: string) => `E1,A proof,letter,2024-01-15,standard,${record}`
    expect(await desk.bring('evidence', [HEADER, row('S1'), row('S2')])).toMatchObject({ accepted: 2, rejected: 0 })
  })
})
