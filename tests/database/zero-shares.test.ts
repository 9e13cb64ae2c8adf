import { expect, test } from 'vitest'
import { OPERATOR } from '@causeway/server/access/viewer'
import { readSeries } from '@causeway/server/figures/read-series'
import { CATALOGUE } from '@causeway/server/figures/indicators/catalogue'
import { zeroOf } from '@causeway/server/figures/indicators/files/complete-declaration'
import { openCollege, type College } from '../support/college.ts'
import { forEachDatabase } from '../support/databases.ts'

const NOTHING = 'record_type,from,to,direction,audience,signer'

test('every share of the catalogue declares what its conditions ask for of records of other types', () => {
  for (const { code, measure, base } of CATALOGUE)
    if ('share' in measure)
      expect(
        (measure.zero ?? []).filter((one) => 'of' in one),
        code,
      ).toEqual(zeroOf(measure.share, base))
})

forEachDatabase((_name, open) => {
  async function openWith(lines: Record<string, string[]>): Promise<College> {
    const college = await openCollege(await open())
    await college.put('institution', ['code,name_zh,country', 'X,甲学院,CN'], undefined, '2025-08-31')
    for (const [type, rows] of Object.entries(lines)) await college.put(type, rows, 'X')
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
    await college.put('adoption-use', [use, 'S,TZ,A,2020-09-01,2021-08-31,40'], 'X')
    expect([await ask(college, 'ST07', 2020), await ask(college, 'ST07', 2021), await ask(college, 'ST07')]).toEqual([
      100,
      'NO_RECORDS',
      'NO_RECORDS',
    ])
    // Of no learners, or of another adoption: reported all the same. It reaches into the months, and need not fill them.
    await college.put('adoption-use', [use, 'S,TZ,A,2024-08-31,2024-09-30,0'], 'X')
    expect(await ask(college, 'ST07')).toBe(0)
    await college.put('nothing-to-report', [NOTHING, 'adoption-use,2022-05-01,2022-08-31,,,王芳'], 'X')
    expect([await ask(college, 'ST07', 2021), await ask(college, 'ST07', 2022)]).toEqual([0, 'NO_RECORDS'])
  })

  test('PF03: one of each of its four types', async () => {
    const college = await openWith({
      partner: ['code,name_zh,type,country', 'P,甲,college,VN'],
      agreement: ['code,partner,type,signed_on,from', 'G,P,mou,2020-01-01,2020-01-01'],
    })
    for (const type of ['mobility', 'training-session', 'placement', 'event']) {
      expect(await ask(college, 'PF03'), type).toBe('NO_RECORDS')
      await college.put('nothing-to-report', [NOTHING, `${type},2024-01-01,2024-01-31,,,王芳`], 'X')
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
    await college.put(
      'mobility',
      [stay, 'W,out,staff,guide,TH,2016-01-01,2016-01-05', 'L,in,student,study,TH,2016-01-01,2016-01-05'],
      'X',
    )
    expect(await both()).toEqual([0, 'NO_RECORDS'])
    await college.put('mobility', [stay, 'Q,out,student,study,TH,2024-12-01,2024-12-05'], 'X')
    expect(await both()).toEqual([0, 'NO_RECORDS'])
    await college.put('nothing-to-report', [NOTHING, 'mobility,2023-09-01,2024-08-31,out,student,王芳'], 'X')
    expect(await both()).toEqual([0, 0])
  })

  test('SK04 and SK07: an award and a language result of any day up to the day', async () => {
    const college = await openWith({
      programme: ['code,name_zh,kind,language', 'P,农,ordinary,zh'],
      'graduate-outcome': ['person,programme,class,observation,status,nationality', 'L,P,2024,08-31,employed,KZ'],
    })
    const both = async () => [await ask(college, 'SK04'), await ask(college, 'SK07')]
    expect(await both()).toEqual(['NO_RECORDS', 'NO_RECORDS'])
    await college.put('certificate-type', ['code,name_zh,issuer,country', 'C,证,署,CN'], 'X')
    await college.put('certificate-award', ['person,certificate,level,date,awarded', 'Q,C,初级,2020-01-01,0'], 'X')
    expect(await both()).toEqual([0, 'NO_RECORDS'])
    await college.put('language-result', ['person,scale,scale_version,level,date', 'Q,hsk,2.0,4,2024-09-01'], 'X')
    expect(await both()).toEqual([0, 'NO_RECORDS'])
    await college.put('language-result', ['person,scale,scale_version,level,date', 'Q,hsk,2.0,4,2024-08-31'], 'X')
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
    await college.put('enrolment', [enrolment, 'D,domestic,CN,2023-09-01,,200,left'], 'X')
    await college.put('graduate-outcome', [outcome, 'D,2024,12-31,flexible,0'], 'X')
    expect([await ask(college, 'SK14'), await ask(college, 'SK17')]).toEqual([0, 0])
  })
})
