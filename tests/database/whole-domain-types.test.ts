import { expect, test } from 'vitest'
import { describeRecords } from '@causeway/server/records/describe-record'
import { findRecord } from '@causeway/server/records/list-records'
import { revertBatch } from '@causeway/server/records/revert'
import { forEachDatabase } from '../support/databases.ts'
import { openDeskWithCollege } from '../support/import-desk.ts'

const ADOPTION = 'standard,resource,country,adopter,adopted_on,learners,learners_from,learners_to'

forEachDatabase((_name, open) => {
  test('a resource is adopted like a standard, its learners too, and never both in one row', async () => {
    const desk = await openDeskWithCollege(await open())
    await desk.put('standard', ['code,title_en,type,direction', 'S1,Standard,course,own'])
    await desk.put('resource', ['code,title_en,kind,origin', 'R1,Book,textbook,own'])
    await desk.put('adoption', [
      ADOPTION,
      'S1,,VN,Hanoi,2023-03-01,45,2023-09-01,2024-08-31',
      ',R1,VN,Hanoi,2023-03-01,20,2023-09-01,2024-08-31',
    ])
    expect(await desk.records('adoption')).toMatchObject([
      { standard: null, resource: 'R1' },
      { standard: 'S1', resource: null },
    ])
    expect(await desk.records('adoption-use')).toMatchObject([
      { resource: 'R1', learners: 20 },
      { standard: 'S1', learners: 45 },
    ])
    const path = desk.file('both.csv', [ADOPTION, 'S1,R1,LA,Vientiane,2023-03-01,,,', ',,LA,Vientiane,2023-03-01,,,'])
    const report = await desk.import(path, 'adoption', { institution: 'X' })
    expect(report).toMatchObject({ accepted: 0 })
    expect(report.problems.map(({ row, code }) => [row, code])).toEqual([
      [2, 'EXACTLY_ONE'],
      [3, 'EXACTLY_ONE'],
    ])
  })

  test('a file that says a resource of an adoption of a standard by its source id is refused', async () => {
    const desk = await openDeskWithCollege(await open())
    await desk.put('standard', ['code,title_en,type,direction', 'S1,Standard,course,own'])
    await desk.put('resource', ['code,title_en,kind,origin', 'R1,Book,textbook,own'])
    await desk.put('adoption', ['source_id,standard,country,adopter,adopted_on', '7,S1,VN,Hanoi,2023-03-01'])
    const path = desk.file('more.csv', ['source_id,resource,country,adopter', '7,R1,VN,Hanoi'])
    const report = await desk.import(path, 'adoption', { institution: 'X' })
    expect(report).toMatchObject({ accepted: 0, problems: [{ row: 2, code: 'EXACTLY_ONE' }] })
  })

  test('one course code may be taught in two programmes, and one unit code be in two versions', async () => {
    const desk = await openDeskWithCollege(await open())
    await desk.put('programme', ['code,name_en', 'P1,One', 'P2,Two'])
    await desk.put('course', ['code,programme,name_en,hours', 'C1,P1,English,64', 'C1,P2,English,48.5'])
    await desk.put('course', ['code,programme,name_en,hours', 'C1,P2,English,50'])
    expect((await desk.records('course')).map(({ programme, hours }) => [programme, hours])).toEqual([
      ['P1', 6400],
      ['P2', 5000],
    ])
    await desk.put('standard', ['code,title_en,type,direction', 'S1,Standard,course,own'])
    const report = await desk.put('standard-unit', [
      'standard,version,code,title_en,weight',
      'S1,1.0,U1,Unit,0.5',
      'S1,2.0,U1,Unit,0.3333',
    ])
    expect(report).toMatchObject({ accepted: 2, rejected: 0 })
  })

  test('no more hours are given by the foreign party than there are, and no intake ends before it began', async () => {
    const desk = await openDeskWithCollege(await open())
    await desk.put('partner', ['code,name_en,country', 'PT,Partner,RU'])
    await desk.put('programme', ['code,name_en,kind', 'P1,One,joint'])
    const course = desk.file('course.csv', ['code,programme,name_en,hours,foreign_party_hours', 'C1,P1,Soil,40,41.5'])
    expect((await desk.import(course, 'course', { institution: 'X' })).problems).toMatchObject([
      {
        row: 2,
        column: 'foreign_party_hours',
        code: 'ABOVE_WHOLE',
        message: { en: expect.stringContaining('41.5 is more than 40') },
      },
    ])
    const joint = desk.file('joint.csv', [
      'approval,category,partner,programme,from,first_intake,last_intake',
      'A1,project,PT,P1,2021-03-12,2021,2020',
    ])
    expect((await desk.import(joint, 'joint-programme', { institution: 'X' })).problems).toMatchObject([
      { row: 2, column: 'last_intake', code: 'REVERSED_RANGE' },
    ])
  })

  test('an agreement ends neither before it begins nor before it is signed', async () => {
    const desk = await openDeskWithCollege(await open())
    await desk.put('partner', ['code,name_en,country', 'PT,Partner,RU'])
    const path = desk.file('agreement.csv', [
      'code,partner,signed_on,from,to',
      'A1,PT,2023-06-01,2023-07-01,2023-06-30',
      'A2,PT,2023-06-01,2023-05-01,2023-05-31',
      'A3,PT,2023-06-01,2023-05-01,',
    ])
    const report = await desk.import(path, 'agreement', { institution: 'X', acceptValid: true })
    expect(report).toMatchObject({ accepted: 1 })
    expect(report.problems.map(({ row, code }) => [row, code])).toEqual([
      [2, 'REVERSED_RANGE'],
      [3, 'REVERSED_RANGE'],
    ])
  })

  test('a language is known by its code and its name in either language', async () => {
    const desk = await openDeskWithCollege(await open())
    await desk.put('programme', [
      'code,name_en,language',
      'P1,One,中文',
      'P2,Two,French',
      'P3,Three,en',
      'P4,Four,中英双语',
    ])
    expect((await desk.records('programme')).map(({ language }) => language)).toEqual(['zh', 'fr', 'en', 'en'])
    const path = desk.file('p.csv', ['code,name_en,language', 'P5,Five,Klingon'])
    expect((await desk.import(path, 'programme', { institution: 'X' })).problems).toMatchObject([
      { code: 'UNKNOWN_CHOICE' },
    ])
  })

  test('what records point to has to be there, is named in words, and stays while they do', async () => {
    const database = await open()
    const desk = await openDeskWithCollege(database)
    const missing = desk.file('p.csv', ['code,name_en,site', 'P1,One,OS1'])
    expect((await desk.import(missing, 'programme', { institution: 'X' })).problems).toMatchObject([
      { column: 'site', code: 'UNKNOWN_REFERENCE' },
    ])
    const sites = await desk.put('overseas-site', [
      'code,name_zh,name_en,type,country,opened_on',
      'OS1,乌兹别克斯坦工坊,Workshop Uzbekistan,workshop,UZ,2021-10-18',
    ])
    await desk.put('programme', ['code,name_en,site', 'P1,One,OS1'])
    const programme = (await findRecord(database, 'programme/X/P1'))!
    const [described] = await describeRecords(database, [programme])
    expect(described!.fields.find(({ name }) => name === 'site')!.text).toEqual({
      zh: '乌兹别克斯坦工坊（OS1）',
      en: 'Workshop Uzbekistan (OS1)',
    })
    await expect(revertBatch(database, sites.batch!)).rejects.toMatchObject({ code: 'REVERT_REFUSED' })
  })

  test('an event without an end is one day, and a recognition without one still is', async () => {
    const database = await open()
    const desk = await openDeskWithCollege(database)
    await desk.put('event', ['code,title_en,kind,country,start', 'E1,Forum,forum,CN,2023-06-15'])
    await desk.put('recognition', [
      'title_en,kind,level,issuer,awarded_on',
      'Honour,honour,province,Government,2023-06-15',
    ])
    const spans = await database.snapshot(async (db) =>
      Promise.all(
        (['record_event', 'record_recognition'] as const).map((table) =>
          db
            .selectFrom(table as `record_${string}`)
            .select(['first_day', 'last_day'])
            .executeTakeFirstOrThrow(),
        ),
      ),
    )
    expect(spans).toEqual([
      { first_day: 19523, last_day: 19523 },
      { first_day: 19523, last_day: null },
    ])
  })
})
