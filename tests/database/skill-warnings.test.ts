import { expect, it } from 'vitest'
import type { ImportReport } from '@causeway/server/records/import/import-report'
import { forEachDatabase } from '../support/databases.ts'
import { openDeskWithCollege, type ImportDesk } from '../support/import-desk.ts'

/** The warnings of an import of lines, by code, row and column. */
async function warn(desk: ImportDesk, as: string, lines: string[]): Promise<string[]> {
  return say(await desk.put(as, lines))
}
const say = (report: ImportReport) => report.warnings.map(({ code, row, column }) => `${code} ${row} ${column}`)

const ENROLMENT = 'person,kind,nationality,start,end'
const MOBILITY = 'person,direction,audience,purpose,country,start,end'

forEachDatabase((_name, open) => {
  it('a stay that leaves the enrolment of its student is doubtful, one over two enrolments and one of a stranger are not', async () => {
    const desk = await openDeskWithCollege(await open())
    await desk.put('enrolment', [
      ENROLMENT,
      'A,domestic,CN,2020-09-01,2022-06-30',
      'A,domestic,CN,2022-07-01,',
      'B,domestic,CN,2020-09-01,2022-06-30',
    ])
    expect(
      await warn(desk, 'mobility', [
        MOBILITY,
        'A,out,student,study,VN,2022-06-01,2022-08-01',
        'B,out,student,study,VN,2022-06-01,2022-07-01',
        'B,out,student,study,LA,2020-08-01,2020-08-31',
        'C,out,student,study,LA,2020-08-01,2020-08-31',
        'B,in,student,study,LA,2023-08-01,2023-08-31',
        'B,out,staff,study,TH,2024-08-01,2024-08-31',
      ]),
    ).toEqual(['OUTSIDE_ENROLMENT 3 start', 'OUTSIDE_ENROLMENT 4 start'])
  })

  it('an enrolment that ends before a stay of its student is doubtful where the stay was there first', async () => {
    const desk = await openDeskWithCollege(await open())
    await desk.put('mobility', [MOBILITY, 'A,out,student,study,VN,2022-06-01,2022-08-01'])
    expect(await warn(desk, 'enrolment', [ENROLMENT, 'A,domestic,CN,2020-09-01,2022-06-30'])).toEqual([
      'OUTSIDE_ENROLMENT 2 start',
    ])
  })

  it('a stay and a post of staff outside their employment are doubtful, and so is a post that outlasts it', async () => {
    const desk = await openDeskWithCollege(await open())
    await desk.put('staff', ['person,full_time,teaching,nationality,from,to', 'T1,1,1,CN,2015-09-01,2022-08-31'])
    expect(await warn(desk, 'mobility', [MOBILITY, 'T1,out,staff,guide,LA,2023-03-01,2023-03-10'])).toEqual([
      'OUTSIDE_EMPLOYMENT 2 start',
    ])
    expect(
      await warn(desk, 'office-held', [
        'person,organisation,country,post,from,to',
        'T1,Association,RU,board member,2020-01-01,',
        'T1,Association,RU,president,2018-01-01,2019-12-31',
      ]),
    ).toEqual(['OUTSIDE_EMPLOYMENT 2 from'])
  })

  it('an award of a level that its certificate has not is doubtful, whichever of the two came last', async () => {
    const desk = await openDeskWithCollege(await open())
    const types = (levels: string) => [
      'code,name_en,issuer,country,level',
      `C1,Smart farming,A body,CN,${levels}`,
      'C2,No levels,A body,CN,',
    ]
    await desk.put('certificate-type', types('初级、中级、高级'))
    const awards = (level: string) => [
      'person,certificate,level,date,awarded',
      `L1,C1,${level},2023-12-20,1`,
      'L2,C2,whatever,2023-12-20,1',
    ]
    expect(await warn(desk, 'certificate-award', awards('中级'))).toEqual([])
    expect(await warn(desk, 'certificate-award', awards('特级'))).toEqual(['NO_SUCH_LEVEL 2 level'])
    expect(await warn(desk, 'certificate-type', types('初级；特级'))).toEqual(['NO_SUCH_LEVEL 2 level'])
  })

  it('an issuer that is known to sit elsewhere is doubtful', async () => {
    const desk = await openDeskWithCollege(await open())
    expect(
      await warn(desk, 'certificate-type', [
        'code,name_en,issuer,country',
        'C1,A,City & Guilds,CN',
        'C2,B,City and Guilds,GB',
        'C3,C,Nobody knows,CN',
      ]),
    ).toEqual(['ISSUER_ELSEWHERE 2 country'])
  })

  it('a result on a scale of before its first day or after its last is doubtful, and so is a version that nobody knows', async () => {
    const desk = await openDeskWithCollege(await open())
    expect(
      await warn(desk, 'language-result', [
        'person,scale,scale_version,level,date',
        'L1,hsk,3.0,4,2026-01-30',
        'L2,hsk,3.0,4,2026-01-31',
        'L3,hsk,9.9,4,2026-01-31',
      ]),
    ).toEqual(['SCALE_NOT_IN_FORCE 2 scale_version', 'UNKNOWN_SCALE_VERSION 4 scale_version'])
    expect(
      await warn(desk, 'competition-result', [
        'event,series,date,level,country,skill,person,score,scale',
        'WS,worldskills,2015-08-11,international,BR,01,L1,512,500',
        'WS,worldskills,2022-10-15,international,KR,01,L2,512,500',
        'Other,other,2022-10-15,international,KR,01,L3,91,100',
      ]),
    ).toEqual(['SCALE_NOT_IN_FORCE 3 scale'])
  })

  it('a competition that is no registered event is doubtful only where competitions are registered', async () => {
    const desk = await openDeskWithCollege(await open())
    const results = (event: string) => [
      'event,date,level,country,skill,person',
      `${event},2022-10-15,international,KR,01,L1`,
    ]
    const codes = async (event: string) =>
      (await warn(desk, 'competition-result', results(event))).filter((said) => said.startsWith('NO_SUCH_COMPETITION'))
    expect(await codes('WorldSkills 2022')).toEqual([])
    await desk.put('event', [
      'code,title_zh,title_en,kind,country,start',
      'W22,世界技能大赛,WorldSkills Competition 2022,competition,KR,2022-10-12',
      'F22,论坛,Forum,forum,KR,2022-10-12',
    ])
    expect(await codes('W22')).toEqual([])
    expect(await codes('世界技能大赛')).toEqual([])
    expect(await codes('Forum')).toEqual(['NO_SUCH_COMPETITION 2 event'])
  })

  it('a result after its programme closed is doubtful', async () => {
    const desk = await openDeskWithCollege(await open())
    await desk.put('programme', ['code,name_en,from,to', 'P1,Programme,2010-09-01,2022-08-31'])
    const found = await warn(desk, 'language-result', [
      'person,scale,scale_version,level,date,programme',
      'L1,hsk,2.0,4,2022-08-31,P1',
      'L2,hsk,2.0,4,2022-09-01,P1',
    ])
    expect(found).toEqual(['NO_LONGER_THERE 3 programme'])
  })

  it('evidence that expires before what it proves ends is doubtful; what is open runs to the data date', async () => {
    const desk = await openDeskWithCollege(await open())
    await desk.put('standard', ['code,title_en,type,direction', 'S1,Standard one,course,own'])
    await desk.put('adoption', [
      'standard,country,adopter,adopted_on,lapsed_on',
      'S1,TH,A,2020-01-01,',
      'S1,LA,B,2020-01-01,2021-06-30',
    ])
    const found = await warn(desk, 'evidence', [
      'code,title,kind,issued_on,expires_on,record_type,record',
      'E1,Letter,letter,2020-01-01,2022-01-01,adoption,S1/TH/A',
      'E2,Letter,letter,2020-01-01,2021-06-30,adoption,S1/LA/B',
      'E3,Letter,letter,2020-01-01,,adoption,S1/TH/A',
    ])
    expect(found).toEqual(['EXPIRED_EVIDENCE 2 expires_on'])
  })

  it('rows of one team that name several medals or scores are doubtful, a row that says nothing is not', async () => {
    const desk = await openDeskWithCollege(await open())
    const header = 'event,series,date,level,country,skill,team,person,medal,score,scale'
    const row = (skill: string, team: string, person: string, rest: string) =>
      `WS,worldskills,2023-10-05,international,FR,${skill},${team},${person},${rest}`
    const report = await desk.put('competition-result', [
      header,
      row('Cyber', 'A', 'P1', 'gold,776,700'),
      row('Cyber', 'A', 'P2', 'silver,610,700'),
      row('Bakery', 'B', 'P3', 'gold,,'),
      row('Bakery', 'B', 'P4', ',,'),
      row('Joinery', '', 'P5', 'gold,,'),
      row('Joinery', '', 'P6', 'silver,,'),
    ])
    const doubts = report.warnings.filter(({ code }) => code === 'TEAM_CONTRADICTS')
    expect(doubts.map(({ row: at, column }) => [at, column])).toEqual([[2, 'medal']])
    expect(doubts[0]!.message.zh).toContain('奖牌、得分不一致')
    // The other row may come later.
    expect(await warn(desk, 'competition-result', [header, row('Bakery', 'B', 'P7', 'bronze,,')])).toContain(
      'TEAM_CONTRADICTS 2 medal',
    )
  })

  it('records whose country nobody knows are said with their rows and the cure', async () => {
    const desk = await openDeskWithCollege(await open())
    const report = await desk.put('enrolment', [
      ENROLMENT,
      'A,degree,,2022-09-01,2023-06-30',
      'B,degree,VN,2022-09-01,2023-06-30',
      'C,degree,未知,2022-09-01,2023-06-30',
      'D,degree,国外,2022-09-01,2023-06-30',
    ])
    expect(say(report)).toEqual(['COUNTRY_NOT_KNOWN 2 nationality'])
    expect(report.warnings[0]!.message.en).toMatch(/2 records is unknown \(rows 2, 4\).*"Foreign, country not known"/)
    expect(report.warnings[0]!.message.zh).toContain('国外（国别不详）')
  })
})
