import { expect, test } from 'vitest'
import type { ImportReport } from '@causeway/server/records/import/import-report'
import { forEachDatabase } from '../support/databases.ts'
import { openDeskWithCollege } from '../support/import-desk.ts'

const PROGRAMME = 'code,name_en,kind,from,to'
const PLATFORM = 'code,name_en,type,founded_on,closed_on'
const SESSION = 'session,person,start,end,training_days,country,platform'
const STANDARD = 'code,title_en,type,direction'
const UNIT = 'standard,version,code,title_en,weight'
const JOINT = 'approval,category,partner,programme,from'

const say = (report: ImportReport) =>
  report.warnings.map(({ code, row, column, value }) => `${code} ${row} ${column} ${value}`)

forEachDatabase((_name, open) => {
  test('use of what nobody adopted, or not yet, is doubtful, and whether a standard or a resource is used', async () => {
    const desk = await openDeskWithCollege(await open())
    await desk.put('standard', [STANDARD, 'S1,Welding,course,own'])
    await desk.put('resource', ['code,title_en,kind,origin', 'R1,Book,textbook,own'])
    await desk.put('adoption', [
      'standard,resource,country,adopter,adopted_on',
      'S1,,VN,Hanoi,2022-06-01',
      ',R1,VN,Hanoi,2022-06-01',
      'S1,,LA,Undated,',
    ])
    const report = await desk.put('adoption-use', [
      'standard,resource,country,adopter,from,to,learners',
      'S1,,VN,Hanoi,2022-06-01,2023-08-31,5',
      'S1,,VN,Hanoi,2022-05-31,2022-08-31,5',
      'S1,,VN,Hanoy,2023-09-01,2024-08-31,5',
      ',R1,VN,Hanoi,2023-09-01,2024-08-31,5',
      ',R1,LA,Hanoi,2023-09-01,2024-08-31,5',
      'S1,,LA,Undated,2023-09-01,2024-08-31,5',
    ])
    expect(say(report)).toEqual([
      'USED_BEFORE_ADOPTED 3 from 2022-05-31',
      'NO_SUCH_ADOPTION 4 adopter Hanoy',
      'NO_SUCH_ADOPTION 6 adopter Hanoi',
    ])
  })

  test('who enrols or teaches at a programme that has closed is doubtful, and its last day is not', async () => {
    const desk = await openDeskWithCollege(await open())
    await desk.put('programme', [PROGRAMME, 'P1,One,ordinary,2018-09-01,2023-08-31', 'P2,Two,ordinary,,'])
    const report = await desk.put('enrolment', [
      'person,programme,kind,nationality,start',
      'a,P1,degree,VN,2023-08-31',
      'b,P1,degree,VN,2023-09-01',
      'c,P1,degree,VN,2018-08-31',
      'd,P2,degree,VN,1999-09-01',
      'e,,degree,VN,2023-09-01',
    ])
    expect(say(report)).toEqual(['NO_LONGER_THERE 3 programme P1', 'NOT_YET_THERE 4 programme P1'])
    expect(report.warnings[0]!.message.en).toContain(
      'Programme P1 ended on 2023-08-31, and this row is of 2023-09-01. Look at the date and the code; if it still runs, correct its end.',
    )
    expect(report.warnings[0]!.message.zh).toContain('已于 2023-08-31 终止，而本行始于 2023-09-01')
    const course = ['code,programme,name_en,hours,from', 'C1,P1,Soil,64,2023-09-01', 'C2,P1,Water,64,']
    expect(say(await desk.put('course', course))).toEqual(['NO_LONGER_THERE 2 programme P1'])
    const stays = [
      'person,direction,audience,purpose,country,programme,start,end',
      'a,out,student,study,VN,P1,2024-01-01,2024-02-01',
    ]
    expect(say(await desk.put('mobility', stays))).toEqual(['NO_LONGER_THERE 2 programme P1'])
  })

  test('a programme that is closed under its records says how many come after', async () => {
    const desk = await openDeskWithCollege(await open())
    await desk.put('programme', [PROGRAMME, 'P1,One,ordinary,,', 'P2,Two,ordinary,,'])
    await desk.put('enrolment', [
      'person,programme,kind,nationality,start',
      'a,P1,degree,VN,2022-09-01',
      'b,P1,degree,VN,2023-09-01',
      'c,P1,degree,VN,2024-02-26',
    ])
    const report = await desk.put('programme', [
      PROGRAMME,
      'P1,One,ordinary,2022-09-02,2023-08-31',
      'P2,Two,ordinary,,2020-08-31',
    ])
    expect(say(report)).toEqual(['NO_LONGER_THERE 2 to P1', 'NOT_YET_THERE 2 from P1'])
    expect(report.warnings[0]!.message.en).toContain(
      'Programme P1 ends on 2023-08-31, but 2 records of enrolment come after it, the last on 2024-02-26.',
    )
    expect(report.warnings[1]!.message.zh).toContain('在其前，最早的始于 2022-09-01')
  })

  test('a session at a platform that is closed, or not yet founded, is doubtful', async () => {
    const desk = await openDeskWithCollege(await open())
    await desk.put('platform', [PLATFORM, 'PF1,Park,park,2019-05-20,2023-05-31', 'PF2,Centre,centre,2019-05-20,'])
    const report = await desk.put('training-session', [
      SESSION,
      'T1,a,2023-05-31,2023-06-02,2,LA,PF1',
      'T2,a,2023-06-01,2023-06-02,2,LA,PF1',
      'T3,a,2019-05-19,2019-05-21,2,LA,PF2',
    ])
    expect(say(report)).toEqual(['NO_LONGER_THERE 3 platform PF1', 'NOT_YET_THERE 4 platform PF2'])
  })

  test('an adoption before the first version of its standard is doubtful, whichever came first', async () => {
    const desk = await openDeskWithCollege(await open())
    await desk.put('standard', [STANDARD, 'S1,One,course,own', 'S2,Two,course,own'])
    await desk.put('standard-version', [
      'standard,version,from,to',
      'S1,1.0,2020-01-01,2021-12-31',
      'S1,2.0,2022-01-01,',
    ])
    const adoptions = [
      'standard,country,adopter,adopted_on,registered_on',
      'S1,VN,Hanoi,2020-01-01,',
      'S1,LA,Vientiane,2019-12-31,',
      'S1,KH,Phnom Penh,,2019-06-01',
      'S2,VN,Hanoi,2019-12-31,',
    ]
    const report = await desk.put('adoption', adoptions)
    expect(say(report)).toEqual([
      'BEFORE_FIRST_VERSION 3 adopted_on 2019-12-31',
      'BEFORE_FIRST_VERSION 4 adopted_on 2019-06-01',
    ])
    const version = await desk.put('standard-version', ['standard,version,from', 'S2,1.0,2020-01-01'])
    expect(say(version)).toEqual(['BEFORE_FIRST_VERSION 2 from 2019-12-31'])
    expect(version.warnings[0]!.message.en).toContain('but 1 adoption is earlier')
    const earlier = await desk.put('standard-version', ['standard,version,from', 'S1,0.9,2019-01-01'])
    expect(say(earlier)).toEqual([])
  })

  test('an adoption of what was not yet localised, or was withdrawn, is doubtful', async () => {
    const desk = await openDeskWithCollege(await open())
    await desk.put('resource', [
      'code,title_en,kind,origin,published_on,withdrawn_on',
      'R1,Book,textbook,own,2020-05-01,2023-05-01',
    ])
    const report = await desk.put('adoption', [
      'resource,country,adopter,proposed_on,adopted_on',
      'R1,VN,Hanoi,2020-04-30,2020-05-01',
      'R1,LA,Vientiane,,2020-04-30',
      'R1,KH,Phnom Penh,,2023-05-02',
    ])
    expect(say(report)).toEqual(['NOT_YET_THERE 3 resource R1', 'NO_LONGER_THERE 4 resource R1'])
  })

  test('a joint programme is one of kind joint', async () => {
    const desk = await openDeskWithCollege(await open())
    await desk.put('partner', ['code,name_en,country', 'PT,Partner,RU'])
    await desk.put('programme', [PROGRAMME, 'P1,One,joint,,', 'P2,Two,ordinary,,', 'P3,Three,,,'])
    const rows = [JOINT, 'A1,project,PT,P1,2021-03-12', 'A1,project,PT,P2,2021-03-12', 'A2,project,PT,P3,2021-03-12']
    expect(say(await desk.put('joint-programme', rows))).toEqual([
      'NOT_JOINT 3 programme P2',
      'NOT_JOINT 4 programme P3',
    ])
    const report = await desk.put('programme', ['code,name_en,kind', 'P1,One,ordinary', 'P2,Two,joint'])
    expect(say(report)).toEqual(['NOT_JOINT 2 kind P1'])
  })

  test('units whose parents go round in a circle are named in order, once', async () => {
    const desk = await openDeskWithCollege(await open())
    const report = await desk.put('unit', [
      'code,name_en,parent',
      'A,Head,',
      'B,Office,C',
      'C,Bureau,D',
      'D,Desk,B',
      'E,Self,E',
      'F,Below,D',
    ])
    expect(say(report)).toEqual(['PARENT_CYCLE 3 parent C', 'PARENT_CYCLE 6 parent E'])
    expect(report.warnings[0]!.message.en).toContain('B → C → D → B')
    expect(say(await desk.put('unit', ['code,name_en,parent', 'G,New,A']))).toEqual([])
    expect(say(await desk.put('unit', ['code,name_en,parent', 'A,Head,G']))).toEqual(['PARENT_CYCLE 2 parent G'])
  })

  test('a version or a unit that is not registered is doubtful, but for standards of which no unit is', async () => {
    const desk = await openDeskWithCollege(await open())
    await desk.put('standard', [STANDARD, 'S1,One,course,own', 'S2,Two,course,own', 'S3,Three,course,own'])
    await desk.put('standard-version', ['standard,version,from', 'S1,1.0,2020-01-01', 'S2,1.0,2020-01-01'])
    const units = await desk.put('standard-unit', [UNIT, 'S1,1.0,U1,One,1', 'S1,9.9,U1,One,1', 'S2,1.0,K1,One,1'])
    expect(say(units)).toEqual(['UNKNOWN_VERSION 3 version 9.9'])
    const report = await desk.put('standard-mapping', [
      'standard,version,unit_code,to_standard,to_unit_code,relation,assessed_on',
      'S1,1.0,U1,S2,K1,equivalent,2023-05-16',
      'S1,2.0,U1,S2,K1,equivalent,2023-05-16',
      'S1,,U2,S2,,partial,2023-05-16',
      'S1,,U1,S2,K9,partial,2023-05-16',
      'S1,,,S3,X1,none,2023-05-16',
    ])
    expect(say(report)).toEqual([
      'UNKNOWN_VERSION 3 version 2.0',
      'UNKNOWN_UNIT 3 unit_code U1',
      'VERSION_MISSING 4 version U2',
      'UNKNOWN_UNIT 4 unit_code U2',
      'VERSION_MISSING 5 version U1',
      'UNKNOWN_UNIT 5 to_unit_code K9',
    ])
    const results = await desk.put('assessment-result', [
      'person,instrument,phase,attempt,date,raw,max,standard,standard_version,standard_unit',
      'a,I,final,1,2023-06-01,80,100,S1,1.0,U1',
      'a,I,final,1,2023-06-01,80,100,S1,1.0,U7',
      'b,I,final,1,2023-06-01,80,100,S1,1.0,U7',
    ])
    expect(say(results)).toEqual(['UNKNOWN_UNIT 3 standard_unit U7'])
    expect(results.warnings[0]!.message.en).toContain(
      'Version 1.0 of standard S1 has no unit U7 (named in 2 rows). Import it first, as standard-unit, or correct the code.',
    )
  })

  test('the weights of one version add up to 1, rounded ones too; a version without weights may', async () => {
    const desk = await openDeskWithCollege(await open())
    await desk.put('standard', [STANDARD, 'S1,One,course,own'])
    await desk.put('standard-version', [
      'standard,version,from',
      ...['thirds', 'none', 'more', 'percent', 'some'].map((version) => `S1,${version},2020-01-01`),
    ])
    const rows = [
      ...['U1', 'U2', 'U3'].map((unit) => `S1,thirds,${unit},x,0.33`),
      ...['U1', 'U2'].map((unit) => `S1,none,${unit},x,`),
      ...['U1', 'U2'].map((unit) => `S1,more,${unit},x,0.6`),
      ...['U1', 'U2'].map((unit) => `S1,percent,${unit},x,50`),
      'S1,some,U1,x,1',
      'S1,some,U2,x,',
    ]
    const report = await desk.put('standard-unit', [UNIT, ...rows])
    expect(say(report)).toEqual([
      'WEIGHTS_NOT_ONE 7 weight 1.2',
      'WEIGHTS_NOT_ONE 9 weight 100',
      'WEIGHTS_NOT_ONE 11 weight 1',
    ])
    expect(report.warnings[2]!.message.en).toContain('1 unit has none and weighs nothing')
    const corrected = await desk.put('standard-unit', [UNIT, 'S1,more,U1,x,0.4'])
    expect(say(corrected)).toEqual([])
  })

  test('a resource with the code of a standard is doubtful', async () => {
    const desk = await openDeskWithCollege(await open())
    await desk.put('standard', [STANDARD, 'S1,One,course,own'])
    const report = await desk.put('resource', [
      'code,title_en,kind,origin',
      'R1,Book,textbook,own',
      'S1,Book,textbook,own',
    ])
    expect(say(report)).toEqual(['CODE_OF_BOTH 3 code S1'])
    expect(say(await desk.put('standard', [STANDARD, 'R1,Two,course,own']))).toEqual(['CODE_OF_BOTH 2 code R1'])
  })

  test('what fits is not doubted, and nothing is said of another institution', async () => {
    const desk = await openDeskWithCollege(await open())
    await desk.put('programme', [PROGRAMME, 'P1,One,ordinary,2018-09-01,2023-08-31'])
    await desk.put('programme', [PROGRAMME, 'P1,One,ordinary,,'], 'X2')
    const rows = ['person,programme,kind,nationality,start', 'b,P1,degree,VN,2023-09-01']
    expect(say(await desk.put('enrolment', rows, 'X2'))).toEqual([])
  })
})
