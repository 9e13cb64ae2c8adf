import { expect } from 'vitest'
import { findInstitution } from '@causeway/server/records/institutions'
import { revertBatch } from '@causeway/server/records/revert'
import { forEachDatabase } from '../support/databases.ts'
import { openDeskWithCollege, openImportDesk, type ImportDesk, test } from '../support/import-desk.ts'
import { xlsx } from '../support/workbooks.ts'
import BROKEN from './broken-rules.json' with { type: 'json' }

const ZERO = 'record_type,from,to,direction,audience,signer'

const MOBILITY = 'person,direction,audience,purpose,country,start,end,partner'
const stay = (person: string, partner: string) => `${person},out,student,study,VN,2023-09-01,2023-10-01,${partner}`
const SESSION = 'session,headcount,country,start,end,training_days,sponsor'
const PLATFORM = 'source_id,code,name_zh,type,founded_on,role,country,parent'
const platform = (id: string, code: string, parent = '') => `${id},${code},平台,park,2020-01-01,lead,VN,${parent}`

const HEADER = 'headcount,direction,audience,purpose,country,start,end,unit,note'
const group = (headcount: number, more = ',') => `${headcount},out,student,study,TH,2023-10-08,2023-10-21,${more}`
const FLAGS = [{}, { acceptValid: true }]

forEachDatabase((_name, open) => {
  test('a zero report has a direction and an audience for mobility alone', async (desk) => {
    const path = desk.file('zero.csv', [
      ZERO,
      'mobility,2020-09-01,2021-08-31,out,student,Head',
      'enrolment,2020-09-01,2021-08-31,,,Head',
      'enrolment,2021-09-01,2022-08-31,in,,Head',
      '技能竞赛成绩,2020-09-01,2021-08-31,,学生,Head',
    ])
    const report = await desk.import(path, 'nothing-to-report', { acceptValid: true })
    expect(report).toMatchObject({ accepted: 2, rejected: 2 })
    expect(report.problems.map(({ row, column, code, value }) => `${row} ${column} ${code} ${value}`)).toEqual([
      '4 direction ALLOWED_WHERE in',
      '5 audience ALLOWED_WHERE 学生',
    ])
    expect(report.problems[0]!.message).toEqual({
      zh: 'D4 「方向」“in”：只有师生国（境）外交流的零报告可填方向；其他台账请清空方向，否则这份零报告什么也不能说明',
      en: 'D4 "Direction" is "in": only a zero report of mobility has a direction; empty it for any other record type, or the report speaks for nothing',
    })
  })

  test('what a file lacks must still be allowed beside what it says', async (desk) => {
    const put = (lines: string[]) => desk.bring('nothing-to-report', lines)
    await put([`source_id,${ZERO}`, 'S1,mobility,2020-09-01,2021-08-31,out,,Head'])
    const report = await put(['source_id,record_type', 'S1,enrolment'])
    expect(report).toMatchObject({ refused: true, problems: [{ row: 2, column: 'direction', code: 'ALLOWED_WHERE' }] })
  })

  test('a plan moves the data date only where it is shown to: the records speak no further for it', async () => {
    const desk = await openImportDesk(await open())
    const college = desk.file('college.csv', ['code,name_en,country', 'X,College X,CN'])
    await desk.import(college, 'institution', { dataDate: '2024-08-31' })
    const dataDate = async () => (await findInstitution(desk.database, 'X'))?.dataDate
    await desk.put('target', ['plan,indicator,year,value', 'P,EX02,2025,90'])
    expect(await dataDate()).toBe('2024-08-31')
    await desk.bring('target', ['plan,indicator,year,value', 'P,EX02,2026,95'], { dataDate: '2024-12-31' })
    expect(await dataDate()).toBe('2024-12-31')
  })

  async function openDesk() {
    const desk = await openDeskWithCollege(await open())
    const partners = ['source_id,code,name_en,country', 'S1,P1,A,VN', 'S2,P2,B,LA']
    await desk.put('partner', partners)
    await desk.put('partner', partners, 'X2')
    return { database: desk.database, desk }
  }

  function rename(desk: ImportDesk, lines: string[], more = {}) {
    return desk.bring('partner', ['source_id,code', ...lines], { ...more })
  }

  async function codes(desk: ImportDesk, type: string) {
    return (await desk.records(type)).map((record) => record['code'])
  }

  test('a code that records point to is kept, and who points to it is said', async () => {
    const { desk } = await openDesk()
    await desk.put('mobility', [MOBILITY, stay('L1', 'P1'), stay('L2', 'P1'), stay('L3', 'P2')])
    await desk.put('training-session', [SESSION, 'T1,5,VN,2024-01-01,2024-01-02,2,P1'])
    const report = await rename(desk, ['S1,NEW', 'S2,P2'], { acceptValid: true })
    expect(report).toMatchObject({ accepted: 0, updated: 0, unchanged: 1, rejected: 1 })
    expect(report.problems).toMatchObject(BROKEN)
    expect(await codes(desk, 'partner')).toEqual(['P1', 'P2'])
  })

  test('a code that nobody points to any more may change, and then another record may have it', async () => {
    const { database, desk } = await openDesk()
    const before = await desk.put('mobility', [MOBILITY, stay('L1', 'P1')])
    await desk.put('mobility', [MOBILITY, stay('L1', 'P2')])
    await desk.put('mobility', [MOBILITY, stay('L1', 'P1')], 'X2')
    const moved = await rename(desk, ['S1,NEW'])
    expect(moved).toMatchObject({ updated: 1, rejected: 0 })
    expect(await codes(desk, 'partner')).toEqual(['NEW', 'P2'])
    await expect(revertBatch(database, before.batch!)).rejects.toMatchObject({ code: 'REVERT_REFUSED' })
    expect(await desk.bring('partner', ['source_id,code,name_en,country', 'S1,P9,A,VN', 'S3,NEW,C,VN'])).toMatchObject({
      updated: 1,
      accepted: 1,
    })
    expect(await codes(desk, 'partner')).toEqual(['P9', 'P2', 'NEW'])
  })

  test('rows of the same file count as they are by then', async (desk) => {
    await desk.put('platform', [
      PLATFORM,
      platform('S1', 'A'),
      platform('S2', 'B', 'A'),
      platform('S3', 'C'),
      platform('S4', 'D', 'D'),
    ])
    const put = (...rows: string[]) => desk.bring('platform', [PLATFORM, ...rows], { dryRun: true })
    const inUse = (row: number) => ({ refused: true, problems: [{ row, code: 'CODE_IN_USE' }] })
    // Before it, and so it is free.
    expect(await put(platform('S2', 'B', 'C'), platform('S1', 'A2'))).toMatchObject({ refused: false, updated: 2 })
    // After it, and so it is not yet.
    expect(await put(platform('S1', 'A2'), platform('S2', 'B', 'C'))).toMatchObject(inUse(2))
    expect(await put(platform('S1', 'A2'))).toMatchObject(inUse(2))
    // A new one that points to it, before or after.
    expect(await put(platform('S5', 'E', 'C'), platform('S3', 'C2'))).toMatchObject(inUse(3))
    expect(await put(platform('S3', 'C2'), platform('S5', 'E', 'C'))).toMatchObject(inUse(2))
    // Itself.
    expect(await put(platform('S4', 'D2', 'D'))).toMatchObject(inUse(2))
    expect(await put(platform('S4', 'D2', 'D2'))).toMatchObject({ refused: false, updated: 1 })
    expect(await put(platform('S4', 'D2'))).toMatchObject({ refused: false, updated: 1 })
  })

  test('a code given up earlier in a long file is not pointed to later in it', async (desk) => {
    const many = Array.from({ length: 600 }, (_, i) => platform(`M${i}`, `M${i}`))
    await desk.put('platform', [PLATFORM, platform('S1', 'A'), platform('S2', 'B', 'B')])
    const report = await desk.bring('platform', [PLATFORM, platform('S1', 'A2'), ...many, platform('S2', 'B', 'A')])
    expect(report).toMatchObject({ refused: true, problems: [{ row: 603, code: 'UNKNOWN_REFERENCE' }] })
  })

  test('two groups alike in everything are a problem of the second, and the message names every cure', async (desk) => {
    for (const more of FLAGS) {
      const lines = [HEADER, group(5), group(5), group(7)]
      const report = await desk.bring('mobility', lines, { dryRun: true, ...more })
      expect(report).toMatchObject({ accepted: more.acceptValid ? 1 : 0, unchanged: 0, rejected: 2, warnings: [] })
      expect(report.problems).toMatchObject([
        { row: 3, code: 'DUPLICATE_KEY', otherRow: 2 },
        { row: 4, code: 'DUPLICATE_KEY', otherRow: 2 },
      ])
      for (const { message } of report.problems) {
        expect(message.en).toMatch(/same group as row 2.*add_up: headcount in a mapping;.*source_id.*leave out/)
        expect(message.zh).toMatch(/第 2 行是同一组人.*add_up: headcount，把人数相加；.*source_id.*删去一行/)
      }
    }
    const book = await xlsx([HEADER, group(5), group(5)].map((line) => line.split(',')))
    expect(await desk.import(desk.file('a.xlsx', book), 'mobility')).toMatchObject({
      accepted: 0,
      rejected: 1,
    })
  })

  test('a group that is there already is named twice by one file all the same', async (desk) => {
    await desk.put('mobility', [HEADER, group(5)])
    const again = await desk.bring('mobility', [HEADER, group(5), group(5)])
    expect(again).toMatchObject({ refused: true, rejected: 1, problems: [{ row: 3, code: 'DUPLICATE_KEY' }] })
    expect(await desk.bring('mobility', [HEADER, group(5)])).toMatchObject({ unchanged: 1 })
    const own = [`${HEADER},source_id`, `${group(5)},G1`, `${group(5)},G1`]
    expect((await desk.bring('mobility', own)).problems).toMatchObject([{ row: 3, code: 'DUPLICATE_KEY' }])
  })

  test('each cure that the message names is one', async (desk) => {
    const lines = [HEADER, group(5), group(5), group(7)]
    const counts = async () => (await desk.records('mobility')).map((record) => record['headcount'])
    const columns = HEADER.split(',').map((name) => `  ${name}: ${name}`)
    const mapping = desk.file('m.yaml', ['type: mobility', 'add_up: headcount', 'fields:', ...columns])
    const path = desk.file('a.csv', lines)
    expect(await desk.import(path, 'mobility', { mapping })).toMatchObject({
      accepted: 1,
      rowsMerged: 2,
    })
    expect(await counts()).toEqual([17])
    const chosen = { columns: new Map(), constants: [], style: {}, addUp: true }
    expect(await desk.import(path, 'mobility', { chosen })).toMatchObject({
      unchanged: 1,
      rowsMerged: 2,
    })
    const one = { correcting: { corrections: [], leaveOut: [{ row: 2 }, { row: 3 }] } }
    expect(await desk.import(path, 'mobility', one)).toMatchObject({ updated: 1 })
    expect(await counts()).toEqual([7])
    const own = [`${HEADER},source_id`, `${group(5)},G1`, `${group(5)},G2`]
    expect(await desk.bring('mobility', own)).toMatchObject({ accepted: 2 })
    expect((await counts()).toSorted()).toEqual([5, 5, 7])
  })

  test('groups that differ in what is in no key are said what keeps them from being added up', async (desk) => {
    const lines = [HEADER, group(5, 'A,'), group(5, 'B,又一批')]
    const { problems } = await desk.bring('mobility', lines)
    expect(problems[0]!.message.en).toContain('once "Unit" and "Note" of both rows are the same')
    expect(problems[0]!.message.zh).toContain('须先使两行的「责任部门」、「备注」相同')
  })

  test('adding up headcounts leaves rows of persons alone', async (desk) => {
    const header = `person,${HEADER}`
    const person = (id: string) => `${id},,out,student,study,TH,2023-10-08,2023-10-21,,`
    const lines = [header, person('L1'), person('L2'), person('L2'), `,${group(5)}`, `,${group(6)}`]
    const chosen = { columns: new Map(), constants: [], style: {}, addUp: true }
    const report = await desk.bring('mobility', lines, { chosen })
    expect(report).toMatchObject({ accepted: 3, unchanged: 1, rowsMerged: 1, problems: [] })
    expect(report.warnings).toContainEqual(expect.objectContaining({ row: 4, code: 'DUPLICATE_ROW' }))
    const records = await desk.records('mobility')
    expect(records.map((record) => record['headcount'] ?? null).toSorted()).toEqual([11, null, null])
  })

  test('persons and things alike in everything are counted once, with a warning, as before', async (desk) => {
    await desk.put('standard', ['code,title_zh,type,direction', 'S1,标准,course,own'])
    const use = 'S1,TZ,TVET,2023-01-01,2023-12-31,30'
    const report = await desk.bring('adoption-use', ['standard,country,adopter,from,to,learners', use, use])
    expect(report).toMatchObject({ accepted: 1, unchanged: 1, problems: [] })
    expect(report.warnings).toContainEqual(expect.objectContaining({ row: 3, code: 'DUPLICATE_ROW' }))
  })
})
