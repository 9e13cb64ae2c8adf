import { expect } from 'vitest'
import { OPERATOR, ANONYMOUS } from '@causeway/server/access/viewer'
import { readSeries } from '@causeway/server/figures/read-series'
import { CATALOGUE } from '@causeway/server/figures/indicators/catalogue'
import { zeroOf } from '@causeway/server/figures/indicators/files/complete-declaration'
import { listUnreported, type UnreportedRequest } from '@causeway/server/answers/unreported/list-unreported'
import type { Database } from '@causeway/server/ground/database/database'
import { openCollege, type College } from '../support/college.ts'
import { forEachDatabase, test } from '../support/databases.ts'
import { openDeskWithCollege } from '../support/import-desk.ts'
import { putInstitution, putRecords } from '../support/put-records.ts'

const NOTHING = 'record_type,from,to,direction,audience,signer'

test('every share of the catalogue declares what its conditions ask for of records of other types', () => {
  for (const { code, measure, base } of CATALOGUE)
    if ('share' in measure)
      expect(
        (measure.zero ?? []).filter((one) => 'of' in one),
        code,
      ).toEqual(zeroOf(measure.share, base))
})

const STAY = {
  ...{ direction: 'out', audience: 'student', purpose: 'study', country: 'VN', start: '2023-10-01' },
  end: '2023-10-10',
}
const NO_TRAINING = { record_type: 'training-session', from: '2023-09-01', to: '2024-08-31', signer: '培训处处长' }

function lister(database: Database) {
  const causeway = { database, indicators: CATALOGUE, publicReading: true }
  return async (request: Partial<UnreportedRequest>, viewer = OPERATOR) =>
    (await listUnreported(causeway, viewer, { institution: 'X', from: 2023, to: 2023, ...request })).map(
      ({ recordType, period, unit, direction, audience, state, records, signers }) =>
        [recordType.name, period.year, unit, direction, audience, state, records, signers.join()]
          .filter((it) => it !== null)
          .join(' ')
          .trim(),
    )
}

forEachDatabase((_name, open) => {
  async function openWith(lines: Record<string, string[]>): Promise<College> {
    const college = await openCollege(await open())
    await college.put('institution', ['code,name_zh,country', 'X,甲学院,CN'], undefined, '2025-08-31')
    for (const [type, rows] of Object.entries(lines)) await college.put(type, rows)
    return college
  }
  async function ask({ causeway }: College, indicator: string, year = 2023, basis?: 'POINT_IN_TIME') {
    const request = { indicator, institution: 'X', from: year, to: year, basis }
    const { figures } = await readSeries(causeway, OPERATOR, request)
    return figures[0]!.gap ?? figures[0]!.value
  }

  test('ST07: use in the twelve months up to the day has to be reported, or that there was none', async () => {
    const college = await openWith({
      standard: ['code,title_zh,type,direction', 'S,标准,course,own'],
      adoption: ['standard,country,adopter,adopted_on', 'S,TZ,A,2020-01-01'],
    })
    expect(await ask(college, 'ST07')).toBe('NO_RECORDS')
    const use = 'standard,country,adopter,from,to,learners'
    await college.put('adoption-use', [use, 'S,TZ,A,2020-09-01,2021-08-31,40'])
    expect([await ask(college, 'ST07', 2020), await ask(college, 'ST07', 2021), await ask(college, 'ST07')]).toEqual([
      100,
      'NO_RECORDS',
      'NO_RECORDS',
    ])
    // Of no learners, or of another adoption: reported all the same. It reaches into the months, and need not fill them.
    await college.put('adoption-use', [use, 'S,TZ,A,2024-08-31,2024-09-30,0'])
    expect(await ask(college, 'ST07')).toBe(0)
    await college.put('nothing-to-report', [NOTHING, 'adoption-use,2022-05-01,2022-08-31,,,王芳'])
    expect([await ask(college, 'ST07', 2021), await ask(college, 'ST07', 2022)]).toEqual([0, 'NO_RECORDS'])
  })

  test('PF03: one of each of its four types', async () => {
    const college = await openWith({
      partner: ['code,name_zh,type,country', 'P,甲,college,VN'],
      agreement: ['code,partner,type,signed_on,from', 'G,P,mou,2020-01-01,2020-01-01'],
    })
    for (const type of ['mobility', 'training-session', 'placement', 'event']) {
      expect(await ask(college, 'PF03'), type).toBe('NO_RECORDS')
      await college.put('nothing-to-report', [NOTHING, `${type},2024-01-01,2024-01-31,,,王芳`])
    }
    expect(await ask(college, 'PF03')).toBe(0)
  })

  test('IN14 and IN18: a stay of the direction and audience, of any day up to the day', async () => {
    const staff = ['person,full_time,teaching,nationality,from', 'W,1,1,CN,2015-09-01']
    const graduates = ['person,class,observation,status', 'L,2024,08-31,employed']
    const college = await openWith({ staff, 'graduate-outcome': graduates })
    const both = async () => [await ask(college, 'IN14'), await ask(college, 'IN18')]
    expect(await both()).toEqual(['NO_RECORDS', 'NO_RECORDS'])
    const stay = 'person,direction,audience,purpose,country,start,end'
    await college.put('mobility', [
      stay,
      'W,out,staff,guide,TH,2016-01-01,2016-01-05',
      'L,in,student,study,TH,2016-01-01,2016-01-05',
    ])
    expect(await both()).toEqual([0, 'NO_RECORDS'])
    await college.put('mobility', [stay, 'Q,out,student,study,TH,2024-12-01,2024-12-05'])
    expect(await both()).toEqual([0, 'NO_RECORDS'])
    await college.put('nothing-to-report', [NOTHING, 'mobility,2023-09-01,2024-08-31,out,student,王芳'])
    expect(await both()).toEqual([0, 0])
  })

  test('SK04 and SK07: an award and a language result of any day up to the day', async () => {
    const college = await openWith({
      programme: ['code,name_zh,kind,language', 'P,农,ordinary,zh'],
      'graduate-outcome': ['person,programme,class,observation,status,nationality', 'L,P,2024,08-31,employed,KZ'],
    })
    const both = async () => [await ask(college, 'SK04'), await ask(college, 'SK07')]
    expect(await both()).toEqual(['NO_RECORDS', 'NO_RECORDS'])
    await college.put('certificate-type', ['code,name_zh,issuer,country', 'C,证,署,CN'])
    await college.put('certificate-award', ['person,certificate,level,date,awarded', 'Q,C,初级,2020-01-01,0'])
    expect(await both()).toEqual([0, 'NO_RECORDS'])
    await college.put('language-result', ['person,scale,scale_version,level,date', 'Q,hsk,2.0,4,2024-09-01'])
    expect(await both()).toEqual([0, 'NO_RECORDS'])
    await college.put('language-result', ['person,scale,scale_version,level,date', 'Q,hsk,2.0,4,2024-08-31'])
    expect(await both()).toEqual([0, 0])
  })

  test('SK14 and SK17: one member that says', async () => {
    const enrolment = 'person,kind,nationality,start,end,planned_days,outcome'
    const outcome = 'person,class,observation,status,matched'
    const college = await openWith({
      enrolment: [enrolment, 'A,domestic,CN,2023-09-01,,300,', 'B,domestic,CN,2021-09-01,,300,left'],
      'graduate-outcome': [outcome, 'A,2024,12-31,employed,', 'B,2024,12-31,not-employed,0', 'C,2024,08-31,employed,0'],
    })
    expect([await ask(college, 'SK14'), await ask(college, 'SK17')]).toEqual(['NO_RECORDS', 'NO_RECORDS'])
    await college.put('enrolment', [enrolment, 'D,domestic,CN,2023-09-01,,200,left'])
    await college.put('graduate-outcome', [outcome, 'D,2024,12-31,flexible,0'])
    expect([await ask(college, 'SK14'), await ask(college, 'SK17')]).toEqual([0, 0])
  })

  test('what is neither reported nor declared nothing is listed by type, period and registered unit in force', async (database) => {
    const list = lister(database)
    await putInstitution(database, 'X', '2024-08-31')
    await putRecords(database, 'unit', 'X', [
      { code: 'A', name_zh: '甲' },
      { code: 'B', name_zh: '乙', from: '2024-09-01' },
      { code: 'C', name_zh: '丙', to: '2023-08-31' },
    ])
    await putRecords(database, 'training-session', 'X', [
      { session: 'T', person: 'h', unit: 'A', country: 'VN', training_days: 2, start: '2022-09-01', end: '2022-09-01' },
    ])
    expect(await list({ recordType: 'training-session', from: 2022, to: 2024 })).toEqual([
      'training-session 2022 C UNREPORTED 0',
      'training-session 2023 UNREPORTED 0',
      'training-session 2023 A UNREPORTED 0',
    ])
    await putRecords(database, 'nothing-to-report', 'X', [{ ...NO_TRAINING, unit: 'A' }])
    expect(await list({ recordType: 'training-session' })).toEqual(['training-session 2023 UNREPORTED 0'])
    expect(await list({ recordType: 'training-session', state: 'NOTHING' })).toEqual([
      'training-session 2023 A NOTHING 0 培训处处长',
    ])
    await putRecords(database, 'nothing-to-report', 'X', [NO_TRAINING])
    expect(await list({ recordType: 'training-session' })).toEqual([])
  })

  test('without registered units those are asked that records and zero reports name, under what represents them', async (database) => {
    const list = lister(database)
    await putInstitution(database, 'X', '2024-08-31')
    await putRecords(database, 'mobility', 'X', [{ ...STAY, person: 'h1', unit: 'FAO' }])
    await putRecords(database, 'nothing-to-report', 'X', [{ ...NO_TRAINING, unit: 'INTL' }])
    expect(await list({ recordType: 'training-session' })).toEqual([
      'training-session 2023 UNREPORTED 0',
      'training-session 2023 FAO UNREPORTED 0',
    ])
    await putRecords(database, 'same-as', 'X', [
      { record_type: 'unit', code: 'FAO', same_as: 'INTL', relation: 'renamed', decided_by: '处长' },
    ])
    expect(await list({ recordType: 'training-session' })).toEqual(['training-session 2023 UNREPORTED 0'])
    expect(await list({ recordType: 'training-session', unit: 'FAO', state: 'NOTHING' })).toEqual([
      'training-session 2023 INTL NOTHING 0 培训处处长',
    ])
  })

  test('of a mobility each direction and audience is reported by itself, and a register for the institution alone', async (database) => {
    const list = lister(database)
    await putInstitution(database, 'X', '2024-08-31')
    await putRecords(database, 'mobility', 'X', [{ ...STAY, person: 'h1', unit: 'A' }])
    await putRecords(database, 'nothing-to-report', 'X', [{ ...NO_TRAINING, record_type: 'mobility', direction: 'in' }])
    expect(await list({ recordType: 'mobility', unit: 'A' })).toEqual(['mobility 2023 A out staff UNREPORTED 0'])
    expect(await list({ recordType: 'partner' })).toEqual(['partner 2023 UNREPORTED 0'])
    await putRecords(database, 'partner', 'X', [{ code: 'P', name_en: 'A', country: 'VN', from: '2020-01-01' }])
    expect(await list({ recordType: 'partner' })).toEqual([])
    expect(await list({ recordType: 'partner', from: 2018, to: 2018 })).toEqual(['partner 2018 UNREPORTED 0'])
  })

  test('a class is reported in its own school year, and nothing is missing yet of a year that has not begun', async (database) => {
    const list = lister(database)
    await putInstitution(database, 'X', '2024-08-31')
    await putRecords(database, 'graduate-outcome', 'X', [
      { person: 'h', class: 2023, observation: '12-31', status: 'employed' },
    ])
    expect(await list({ recordType: 'graduate-outcome', from: 2021, to: 2026 })).toEqual([
      'graduate-outcome 2021 UNREPORTED 0',
      'graduate-outcome 2023 UNREPORTED 0',
    ])
  })

  test('it is shown to those who may read the institution, and refused where it makes no sense', async (database) => {
    const list = lister(database)
    await putInstitution(database, 'X', '2024-08-31')
    await expect(list({}, ANONYMOUS)).rejects.toMatchObject({ code: 'UNAUTHENTICATED' })
    await expect(list({ recordType: 'mobilty' })).rejects.toMatchObject({ facts: { nearest: ['mobility'] } })
    await expect(list({ from: 1990 })).rejects.toMatchObject({ code: 'BAD_PERIOD' })
    await expect(list({ institution: 'Z' })).rejects.toMatchObject({ code: 'UNKNOWN_INSTITUTION' })
  })

  test('a statement that there was nothing beside records is a warning, whichever came first', async () => {
    const desk = await openDeskWithCollege(await open())
    const stays = [
      'person,direction,audience,purpose,country,start,end,unit',
      'L1,out,student,study,VN,2023-10-01,2023-10-02,A',
    ]
    const report = (unit: string, direction: string) => [
      'record_type,from,to,unit,direction,signer',
      `mobility,2023-09-01,2024-08-31,${unit},${direction},处长`,
    ]
    await desk.put('mobility', stays)
    const codes = async (type: string, lines: string[]) =>
      (await desk.put(type, lines)).warnings.map(({ row, code }) => [row, code])
    expect(await codes('nothing-to-report', report('', 'in'))).toEqual([])
    expect(await codes('nothing-to-report', report('B', ''))).toEqual([])
    expect(await codes('nothing-to-report', report('A', 'out'))).toEqual([[2, 'NOTHING_AND_RECORDS']])
    const later = [
      stays[0]!,
      'L2,out,student,study,VN,2022-10-01,2022-10-02,B',
      'L3,out,student,study,VN,2024-08-31,2024-09-02,B',
    ]
    expect(await codes('mobility', later)).toEqual([[3, 'NOTHING_AND_RECORDS']])
  })
})
