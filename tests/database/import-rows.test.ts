import { expect } from 'vitest'
import { findInstitution } from '@causeway/server/records/institutions'
import { revertBatch } from '@causeway/server/records/revert'
import { forEachDatabase } from '../support/databases.ts'
import { openImportDesk, test } from '../support/import-desk.ts'

const MOBILITY = 'person,direction,audience,purpose,country,start,end'

forEachDatabase((_name, open) => {
  test('headers are read in Chinese, in English and by name, and mixed', async (desk) => {
    await desk.put('mobility', [
      '人员编号,方向,人员类别,事由,国家（地区）,开始日期,结束日期',
      'L1,派出,学生,学习,越南,2023年9月1日,20231001',
    ])
    await desk.put('mobility', [
      'Person,Direction,Audience,Purpose,Country or region,Start,End',
      'L2,out,student,study,Viet Nam,2023/9/1,2023-10-01',
    ])
    await desk.put('mobility', [
      '学号,direction,人员身份,Purpose *,国别,start date,End',
      'L3,OUT,在校生,STUDY,VNM,２０２３－０９－０１,2023.10.1',
    ])
    const records = await desk.records('mobility')
    expect(records).toHaveLength(3)
    for (const record of records) {
      expect(record).toMatchObject({
        ...{ direction: 'out', audience: 'student', purpose: 'study', country: 'VN', start: '2023-09-01' },
        end: '2023-10-01',
      })
    }
  })

  test('a person becomes a keyed hash, the same for all ways of writing the number, and another at another institution', async (desk) => {
    await desk.put('mobility', [
      MOBILITY,
      'ab01,out,student,study,VN,2023-09-01,2023-10-01',
      '" ＡＢ０１ ",out,student,study,LA,2024-01-01,2024-02-01',
    ])
    await desk.put('mobility', [MOBILITY, 'AB01,out,student,study,VN,2023-09-01,2023-10-01'], 'X2')
    const persons = (await desk.records('mobility')).map((record) => record['person'])
    expect(new Set(persons).size).toBe(1)
    expect(String(persons[0])).not.toMatch(/ab01/i)
    expect((await desk.records('mobility', 'X2'))[0]!['person']).not.toBe(persons[0])
  })

  test('the same file twice changes nothing and says so; no revision rises', async (desk) => {
    const { database } = desk
    const lines = [
      MOBILITY,
      'L1,out,student,study,VN,2023-09-01,2023-10-01',
      'L2,out,student,study,LA,2023-09-01,2023-10-01',
    ]
    expect(await desk.put('mobility', lines)).toMatchObject({
      accepted: 2,
      updated: 0,
      unchanged: 0,
      rejected: 0,
      encoding: 'UTF-8',
    })
    const before = await findInstitution(database, 'X')
    expect(await desk.put('mobility', lines)).toMatchObject({
      batch: null,
      accepted: 0,
      updated: 0,
      unchanged: 2,
      rejected: 0,
    })
    expect((await findInstitution(database, 'X'))!.revision).toBe(before!.revision)
  })

  test('a column that the file lacks leaves the field as it is, an empty cell empties it', async (desk) => {
    await desk.put('partner', ['code,name_zh,name_en,country,type,from', 'P1,甲,A,VN,college,2020-01-01'])
    expect(await desk.put('partner', ['code,name_en,type', 'P1,B,'])).toMatchObject({ updated: 1 })
    expect(await desk.records('partner')).toMatchObject([
      { name_zh: '甲', name_en: 'B', country: 'VN', type: null, from: '2020-01-01' },
    ])
  })

  test('a new record needs every required column, and what is left out still has to fit', async (desk) => {
    await desk.put('partner', ['code,name_en,country,from', 'P1,A,VN,2020-01-01'])
    const fresh = await desk.bring('partner', ['code,name_en', 'P1,B', 'P2,C'])
    expect(fresh).toMatchObject({
      refused: true,
      accepted: 0,
      rejected: 1,
      problems: [{ row: 3, column: 'country', code: 'REQUIRED' }],
    })
    const reversed = await desk.bring('partner', ['code,to', 'P1,2019-12-31'])
    expect(reversed.problems).toMatchObject([{ row: 2, column: 'to', code: 'REVERSED_RANGE' }])
  })

  test('a file may speak for several institutions, each with one revision', async (desk) => {
    const { database } = desk
    const before = await Promise.all(['X', 'X2'].map((code) => findInstitution(database, code)))
    const path = desk.file('two.csv', ['学校代码,code,name_zh,country', 'X,P1,甲,VN', 'X2,P1,乙,LA', 'X,P2,丙,TH'])
    expect(await desk.import(path, 'partner', { institution: undefined })).toMatchObject({
      accepted: 3,
      refused: false,
    })
    const after = await Promise.all(['X', 'X2'].map((code) => findInstitution(database, code)))
    expect(after.map((one, i) => one!.revision - before[i]!.revision)).toEqual([1, 1])
    expect(await desk.records('partner', 'X2')).toMatchObject([{ name_zh: '乙' }])
  })

  test('the data date is what --data-date said, and a batch taken back leaves no trace', async () => {
    const database = await open()
    const desk = await openImportDesk(database)
    await desk.import(desk.file('i.csv', ['code,name_zh,country', 'X,甲,CN']), 'institution', {
      dataDate: '2020-01-31',
    })
    const report = await desk.import(desk.file('p.csv', ['code,name_zh,country', 'P1,甲,VN']), 'partner', {
      dataDate: '2024-08-31',
    })
    expect((await findInstitution(database, 'X'))!.dataDate).toBe('2024-08-31')
    expect(await revertBatch(database, report.batch!)).toMatchObject({ institutions: ['X'], withdrawn: 1 })
    expect(await desk.records('partner')).toEqual([])
  })

  test('a dry run says all that would happen and changes nothing', async (desk) => {
    const { database } = desk
    await desk.put('partner', ['code,name_zh,country', 'P1,甲,VN', 'P2,乙,LA'])
    const before = await findInstitution(database, 'X')
    const path = desk.file('dry.csv', ['code,name_zh,country', 'P1,甲,VN', 'P2,丙,LA', 'P3,丁,TH', 'P4,戊,Nowhere'])
    expect(await desk.import(path, 'partner', { dryRun: true, acceptValid: true })).toMatchObject({
      ...{ batch: null, accepted: 1, updated: 1, unchanged: 1, rejected: 1, refused: false },
      problems: [{ row: 5, code: 'UNKNOWN_COUNTRY' }],
    })
    expect(await desk.import(path, 'partner', { dryRun: true })).toMatchObject({
      batch: null,
      accepted: 0,
      rejected: 1,
      refused: true,
    })
    expect(await desk.records('partner')).toHaveLength(2)
    expect(await findInstitution(database, 'X')).toEqual(before)
  })

  test('rows of one file with one key: alike a warning and counted once, else a problem', async (desk) => {
    const path = desk.file('twice.csv', ['code,name_zh,country', 'P1,甲,VN', 'P1,甲,VN', 'P2,乙,LA', 'P2,丙,LA'])
    const report = await desk.import(path, 'partner', { acceptValid: true })
    expect(report).toMatchObject({
      accepted: 2,
      unchanged: 1,
      rejected: 1,
      problems: [{ row: 5, code: 'DUPLICATE_KEY', value: 'P2' }],
      warnings: [{ row: 3, code: 'DUPLICATE_ROW' }],
    })
    expect(report.problems[0]!.message.en).toContain('the same record as row 4 of the file')
    expect(report.warnings[0]!.message.zh).toContain('与第 2 行完全相同')
    expect(await desk.records('partner')).toMatchObject([{ name_zh: '甲' }, { name_zh: '乙' }])
  })

  test('records of a file may point to one another, in any order', async (desk) => {
    const lines = [
      'code,name_zh,type,founded_on,parent',
      'A,甲,centre,2020-01-01,B',
      'B,乙,centre,2020-01-01,C',
      'C,丙,centre,2020-01-01,',
      'D,丁,centre,2020-01-01,E',
      'F,己,centre,2020-01-01,D',
    ]
    const report = await desk.import(desk.file('p.csv', lines), 'platform', { acceptValid: true })
    expect(report).toMatchObject({ accepted: 3, rejected: 2 })
    expect(report.problems.map(({ row, code, value }) => `${row} ${code} ${value}`)).toEqual([
      '5 UNKNOWN_REFERENCE E',
      '6 UNKNOWN_REFERENCE D',
    ])
    expect((await desk.records('platform')).map((record) => [record['code'], record['parent']])).toEqual([
      ['A', 'B'],
      ['B', 'C'],
      ['C', null],
    ])
  })

  test('the learners of an adoption become a record of use of their own', async (desk) => {
    await desk.put('standard', ['code,title_zh,type,direction', 'S1,标准,course,own'])
    const header = 'standard,country,adopter,adopted_on,learners,learners_from,learners_to'
    expect(
      await desk.put('adoption', [
        header,
        'S1,TZ,Morogoro,2023-03-01,45,2023-09-01,2024-08-31',
        'S1,KE,Nairobi,2023-03-01,,,',
      ]),
    ).toMatchObject({ accepted: 2 })
    expect(await desk.records('adoption-use')).toMatchObject([
      { standard: 'S1', country: 'TZ', learners: 45, from: '2023-09-01', to: '2024-08-31' },
    ])
    const half = await desk.bring('adoption', [header, 'S1,UG,Kampala,2023-03-01,45,2023-09-01,'])
    expect(half.problems).toMatchObject([{ row: 2, column: 'learners_to', code: 'REQUIRED' }])
  })

  test('what is doubtful is a warning and refuses nothing', async (desk) => {
    const report = await desk.put('mobility', [
      MOBILITY,
      'L1,out,student,study,VN,2022-01-01,2023-12-31',
      'L2,out,student,study,VN,2023-09-01,2023-09-30',
      'L2,out,student,study,LA,2023-09-15,2023-10-15',
    ])
    expect(report.accepted).toBe(3)
    expect(new Set(report.warnings.map(({ code }) => code))).toEqual(new Set(['LONG_STAY', 'TWO_COUNTRIES']))
    for (const { message } of report.warnings) expect(message.zh).toMatch(/\p{Script=Han}/u)
    // The days are not what the cell says.
    expect(report.warnings.find(({ code }) => code === 'LONG_STAY')).toMatchObject({
      value: '730',
      message: { en: expect.stringMatching(/^G2 "End": A stay of 730 days/) },
    })
  })

  test('a line of totals, a note or a signature at the end of a list is no record; one that says all that a record has is', async (desk) => {
    const path = desk.file('a.csv', [
      `序号,${MOBILITY}`,
      '1,L1,out,student,study,VN,2023-09-01,2023-09-30',
      '合 计,,,,,,,1 人',
      '总计（人次）：1,,,,,,,',
      '注：本表由国际交流处填报,,,,,,,',
      '填表人：,,,,审核人（签字）：,,,',
      '合计,L2,out,student,study,LA,2023-09-01,2023-09-30',
      '2,,out,student,study,VN,,',
      '注册,,out,student,study,VN,,',
    ])
    const report = await desk.import(path, 'mobility', { acceptValid: true })
    expect(report).toMatchObject({ accepted: 2, rejected: 2, rowsLeftOut: 4 })
  })
})
