import { expect } from 'vitest'
import type { Database } from '@causeway/server/ground/database/database'
import { commitBatch } from '@causeway/server/records/commit'
import { naturalKey } from '@causeway/server/records/natural-key'
import { recordTypeOf } from '@causeway/server/records/record-types'
import type { RecordWarning } from '@causeway/server/records/warning'
import { findWarnings } from '@causeway/server/records/warnings'
import { OPERATOR } from '@causeway/server/access/viewer'
import { readSeries } from '@causeway/server/figures/read-series'
import { forEachDatabase, test as it } from '../support/databases.ts'
import { putRecords, type Values } from '../support/put-records.ts'
import { openCollege, type College } from '../support/college.ts'
import WARNED from './warned.json' with { type: 'json' }

async function warn(database: Database, recordType: string, rows: Values[]): Promise<RecordWarning[]> {
  const type = recordTypeOf(recordType)
  let warnings: RecordWarning[] = []
  const header = { recordType, fileName: 'x', fileHash: () => '', encoding: () => null, dataDate: '2024-08-31' }
  await commitBatch(database, header, async (writer) => {
    await writer.add(rows.map((values, i) => ({ row: i + 2, institution: 'A', key: naturalKey(type, values), values })))
    warnings = await findWarnings(writer, type)
    return 'keep'
  })
  return warnings
}

const stay = (person: string, country: string, start: string, end: string, direction = 'out') => ({
  ...{ person, country, start, end, direction, audience: 'student', purpose: 'study' },
})
const learner = {
  ...{ person: 'p', kind: 'degree', nationality: 'VN', start: '2023-09-01', end: '2024-06-30' },
  programme: 'P1',
}

const RESULT = 'event,series,date,level,country,skill,team,person,award,medal,score,scale'
const COLLEGES = ['T1', 'T2', 'T3', 'T4', 'T5', 'T6', 'T7', 'T8']

forEachDatabase((_name, open) => {
  it('a stay of over 400 days is doubtful, one of 400 is not', async (database) => {
    const warnings = await warn(database, 'mobility', [
      stay('a', 'VN', '2023-01-01', '2024-02-04'),
      stay('b', 'VN', '2023-01-01', '2024-02-05'),
    ])
    expect(warnings.map(({ code, row, value }) => [code, row, value])).toEqual([['LONG_STAY', 3, '401']])
  })

  it('a stay out to the country of the college, or in from it, is doubtful; one to another part of it is not', async (database) => {
    const said = async (rows: Values[]) =>
      (await warn(database, 'mobility', rows)).map(({ code, row, field, value }) => [code, row, field, value])
    const out = (person: string, country: string) => stay(person, country, '2023-10-01', '2023-10-09')
    // Nobody knows yet where the college is.
    expect(await said([out('a', 'CN')])).toEqual([])
    await putRecords(database, 'institution', null, [{ code: 'A', name_zh: '甲', country: 'CN' }])
    const home = { ...out('e', 'CN'), direction: 'in' }
    expect(await said([out('b', 'CN'), out('c', 'HK'), out('d', 'VN'), home])).toEqual([
      ['NOT_ABROAD', 2, 'country', 'CN'],
      ['NOT_ABROAD', 5, 'country', 'CN'],
    ])
  })

  it('a raw score above its maximum is doubtful, also where a later file brings only one of the two', async (database) => {
    const sat = (person: string, raw: number, max: number | null) => ({
      ...{ person, instrument: 'I', phase: 'final', date: '2023-11-18', raw, max },
    })
    const warnings = await warn(database, 'assessment-result', [
      sat('a', 9000, 8000),
      sat('b', 8000, 8000),
      sat('c', 9050, null),
    ])
    expect(warnings).toEqual(WARNED)
    const { date: _date, raw: _raw, ...later } = sat('c', 0, 9000)
    expect((await warn(database, 'assessment-result', [later])).map(({ code, value }) => [code, value])).toEqual([
      ['ABOVE_MAX', '90.5'],
    ])
  })

  it('a competition of next year under the same name takes the place of last year’s, which is said', async (database) => {
    const won = (person: string, date: string) => ({
      ...{
        event: '金砖大赛',
        series: 'other',
        date,
        level: 'international',
        country: 'ZA',
        skill: '焊接',
        person,
        award: '一等奖',
      },
    })
    expect(await warn(database, 'competition-result', [won('a', '2022-10-15'), won('b', '2022-10-15')])).toEqual([])
    // A date that is corrected within half a year is none.
    expect(await warn(database, 'competition-result', [won('a', '2022-10-20')])).toEqual([])
    const later = await warn(database, 'competition-result', [won('c', '2023-10-12'), won('a', '2023-10-12')])
    expect(later.map(({ code, row, field, value }) => [code, row, field, value])).toEqual([
      ['OTHER_YEAR', 3, 'date', '2023-10-12'],
    ])
    expect(later[0]!.message.en).toMatch(
      /^1 record \(competition result\) takes the place of one of another year \(as 2022-10-20 becomes 2023-10-12\)/,
    )
    const both = await warn(database, 'competition-result', [won('a', '2024-07-12'), won('b', '2024-07-12')])
    expect(both.map(({ row, message }) => [row, message.zh.slice(0, 7)])).toEqual([[2, '有 2 条“技']])
  })

  it('a virtual mobility is no stay: it may last long, and be anywhere', async (database) => {
    await putRecords(database, 'institution', null, [{ code: 'A', name_zh: '甲', country: 'CN' }])
    const warnings = await warn(database, 'mobility', [
      { ...stay('a', 'VN', '2022-01-01', '2023-12-31'), virtual: 1 },
      stay('a', 'LA', '2023-01-10', '2023-01-12'),
    ])
    expect(warnings).toEqual([])
  })

  it('a person in two countries on one day is doubtful, and both are named', async (database) => {
    await putRecords(database, 'institution', null, [{ code: 'A', name_zh: '甲', country: 'CN' }])
    await putRecords(database, 'mobility', 'A', [stay('a', 'VN', '2023-01-01', '2023-01-10')])
    const warnings = await warn(database, 'mobility', [
      stay('a', 'LA', '2023-01-10', '2023-01-12'),
      stay('b', 'LA', '2023-01-10', '2023-01-12'),
      stay('a', 'VN', '2023-01-05', '2023-01-06'),
      stay('c', 'RU', '2023-03-01', '2023-03-02'),
      stay('c', 'RU', '2023-03-02', '2023-03-04', 'in'),
    ])
    expect(warnings.map(({ code, row, value }) => `${code} ${row} ${value}`)).toEqual([
      'TWO_COUNTRIES 2 2023-01-10',
      'TWO_COUNTRIES 5 2023-03-02',
    ])
    expect(warnings[0]!.message).toEqual({
      zh: '同一人在 2023-01-10 既在老挝，又在越南。',
      en: 'The same person is in Laos and in Viet Nam on 2023-01-10.',
    })
  })

  it('one person with two sexes or two nationalities is doubtful, over all that is known of them', async (database) => {
    await putRecords(database, 'training-session', 'A', [
      {
        ...{ session: 's', person: 'p', country: 'VN', start: '2022-01-01', end: '2022-01-02' },
        ...{ training_days: 4, sex: 'male' },
      },
    ])
    const warnings = await warn(database, 'enrolment', [
      { ...learner, sex: 'female' },
      { ...learner, programme: 'P2', nationality: 'LA' },
      { ...learner, person: 'q', nationality: 'unknown' },
      { ...learner, person: 'q', programme: 'P2', nationality: 'LA' },
    ])
    expect(warnings.map(({ code, row }) => `${code} ${row}`)).toEqual([
      'TWO_SEXES 2',
      'TWO_NATIONALITIES 2',
      'COUNTRY_NOT_KNOWN 4',
    ])
  })

  it('group and person rows for one programme and time are doubtful, for different times they are not', async (database) => {
    await putRecords(database, 'enrolment', 'A', [learner])
    const group = {
      ...{ headcount: 9, kind: 'degree', nationality: 'VN', start: '2024-01-01', end: '2024-06-30' },
      programme: 'P1',
    }
    const later = { ...group, start: '2024-07-01', end: '2024-12-31' }
    expect(await warn(database, 'enrolment', [later, { ...group, programme: 'P2' }])).toEqual([])
    const warnings = await warn(database, 'enrolment', [group])
    expect(warnings).toMatchObject([{ code: 'GROUP_AND_PERSONS', row: 2, value: 'P1' }])
  })

  async function ask({ causeway }: College, indicator: string, institution: string, by?: string) {
    const { figures } = await readSeries(causeway, OPERATOR, { indicator, institution, from: 2023, to: 2023, by })
    return figures.map(({ category, value, gap }) => (by ? [category, value ?? gap] : (value ?? gap)))
  }

  it('of a team whose rows contradict one another each measure takes its best row, whatever the order and the keys', async () => {
    const college = await openCollege(await open())
    await college.put('institution', ['code,name_zh,country', ...COLLEGES.map((code) => `${code},学院${code},CN`)])
    // A person's key is hashed with the institution: in each of them another of the rows comes first.
    const rows = [
      'WS,worldskills,2023-10-05,international,FR,Cyber,A,ZHANG,,bronze,610,700',
      'WS,worldskills,2023-10-05,international,FR,Cyber,A,LI,,,776,700',
      'WS,worldskills,2023-10-06,international,FR,Cyber,A,WANG,,silver,700,700',
      'WS,worldskills,2023-10-04,international,FR,Cyber,A,ZHAO,,gold,,',
      'WS,worldskills,2023-10-05,international,FR,Bakery,B,QIAN,,medallion,700,500',
      'WS,worldskills,2023-10-05,international,FR,Bakery,B,SUN,,medallion,700,700',
      'WS,worldskills,2023-10-05,international,FR,Joinery,,ZHOU,,bronze,724,700',
    ]
    for (const [n, code] of COLLEGES.entries()) {
      const turned = [...rows.slice(n), ...rows.slice(0, n)]
      await college.put('competition-result', [RESULT, ...turned], code)
      expect(await ask(college, 'SK02', code), code).toEqual([4 + 1 + 2])
      // Of equal scores on two scales the one on 500 is taken in every college: no mean over both.
      expect(await ask(college, 'SK03', code, 'scale'), code).toEqual([
        ['500', 700],
        ['700', 750],
      ])
    }
  })

  it('what two rows of one person under two numbers say decides between them, never their keys', async () => {
    const college = await openCollege(await open())
    await college.put('institution', ['code,name_zh,country', ...COLLEGES.map((code) => `${code},学院${code},CN`)])
    const answers: unknown[] = []
    for (const code of COLLEGES) {
      await college.put(
        'assessment-result',
        [
          'person,instrument,version,certificate_level,phase,attempt,date,passed',
          'OLD,X,1,junior,final,1,2023-11-01,0',
          'NEW,X,1,junior,final,1,2023-11-01,1',
        ],
        code,
      )
      await college.put('same-as', ['record_type,code,same_as,relation,decided_by', 'person,OLD,NEW,same,王芳'], code)
      answers.push(...(await ask(college, 'SK05', code)))
    }
    expect(new Set(answers).size).toBe(1)
  })

  it('in a version of which only some units have a weight the others weigh nothing', async () => {
    const college = await openCollege(await open())
    await college.put('institution', ['code,name_zh,country', 'X,甲学院,CN'])
    await college.put('standard', ['code,title_zh,type,direction', 'S,标准,occupational,own'])
    const units = ['S,1,U1,0.6', 'S,1,U2,0.4', 'S,1,U3,', 'S,2,U1,', 'S,2,U2,', 'S,3,U1,1', 'S,3,U2,']
    await college.put('standard-unit', [
      'standard,version,code,weight,title_zh',
      ...units.map((unit) => `${unit},单元`),
    ])
    const put = (rows: string[]) =>
      college.put('assessment-result', [
        'person,instrument,phase,date,standard,standard_version,standard_unit,competent',
        ...rows.map((row) => {
          const [person, version, unit, competent] = row.split(' ')
          return `${person},T,final,2023-11-01,S,${version},${unit},${competent}`
        }),
      ])
    // Seen on a unit without a weight alone.
    await put(['A 3 U2 1'])
    expect(await ask(college, 'SK09', 'X')).toEqual(['NOT_APPLICABLE'])
    // Version 1: U1 of two persons half, U2 of one all: (0.6 × 50 % + 0.4 × 100 %) = 70 %, by A and B; C was seen on U3 alone.
    await put(['A 1 U1 1', 'B 1 U1 0', 'A 1 U2 1', 'C 1 U3 0'])
    expect((await ask(college, 'SK09', 'X'))[0]).toBeCloseTo(70, 9)
    // Version 2 has no weights: D has one of two units, 50 %. By persons, two and one.
    await put(['D 2 U1 1', 'D 2 U2 0'])
    expect((await ask(college, 'SK09', 'X'))[0]).toBeCloseTo((70 * 2 + 50) / 3, 9)
  })
})
