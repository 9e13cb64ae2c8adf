import { expect, it } from 'vitest'
import type { Database } from '@causeway/server/ground/database/database'
import {
  ENROLMENT_HEADER,
  openFilledCollege,
  readerOf,
  openCollege,
  fillCollege,
  type College,
} from '../support/college.ts'
import { onOneDatabase } from '../support/databases.ts'
import { LONG_STAYS, readOwn } from '../support/own-indicators.ts'

const OWN = readOwn({
  'first.yaml': LONG_STAYS,
  'second.yaml': `version: 2
change: { zh: 不再限于学历生, en: No longer of degree students alone. }
${LONG_STAYS.replace('[degree]', '[degree, non-degree]')}`,
})

const ASK = `query ($indicator: ID!, $number: String!) {
  reconcile(indicator: $indicator, institution: "X", year: 2023) {
    against(number: $number) {
      number difference zh: sentence(locale: ZH) en: sentence
      matches { label value } nearest { label value } otherPeriods { year }
    }
  }
}`

async function against(college: College, number: string, { indicator = 'EX02', signedIn = true } = {}) {
  const headers: Record<string, string> = signedIn ? await readerOf(college) : {}
  const { data, errors } = await college.ask(ASK, { indicator, number }, headers)
  return { found: data?.reconcile?.against, errors }
}

/** Of the school year 24 learners, of the calendar year 23: one came in February, of whom the calendar year does not tell. */
const LEARNERS = [
  'person,programme,kind,full_time,nationality,start,end',
  ...Array.from({ length: 15 }, (_, at) => `A${at},PA,degree,1,VN,2022-09-01,2024-07-01`),
  ...Array.from({ length: 8 }, (_, at) => `B${at},PA,non-degree,1,LA,2023-09-01,2024-07-01`),
  'C1,PA,degree,1,TH,2024-02-26,2025-07-01',
  ...Array.from({ length: 40 }, (_, at) => `D${at},PA,domestic,1,CN,2022-09-01,2025-07-01`),
]

async function openCounting(database: Database): Promise<College> {
  const college = await openCollege(database)
  await college.put('institution', ['code,name_zh,name_en,country', 'X,甲学院,College X,CN'])
  await college.put('programme', ['code,name_zh,name_en,kind', 'PA,数控,CNC,ordinary'])
  await college.put('enrolment', LEARNERS)
  return college
}

onOneDatabase((_name, open) => {
  const openWithOwn = async () => {
    const college = await openFilledCollege(await open(), fillCollege, { own: OWN })
    const row = (n: number) => `N${n},,PA,non-degree,1,VN,2022-10-01,2023-01-31,120`
    await college.put('enrolment', [ENROLMENT_HEADER, ...Array.from({ length: 11 }, (_, n) => row(n))])
    return college
  }

  it("a college's own indicator is in the catalogue, marked, and answers like any other", async () => {
    const college = await openWithOwn()
    const { data, errors } = await college.ask(
      `{ indicators(search: "own-") { id code own version name(locale: ZH) formula
           series(institution: "X", from: 2022, to: 2022) { figures { value explanation { definitionVersion } } } }
         indicator(id: "EX02") { own versions { version } } }`,
    )
    expect(errors).toBeUndefined()
    expect(data.indicators).toMatchObject([
      {
        ...{ id: 'own-foreign-learners', own: true, version: 2, name: '国外学习者人数' },
        series: { figures: [{ value: 25, explanation: { definitionVersion: 2 } }] },
      },
    ])
    expect(data.indicator.own).toBe(false)
    const csv = await college.get('/i/own-foreign-learners.csv?institution=X&from=2022&to=2022')
    expect(await csv.text()).toContain('own-foreign-learners,X,SCHOOL_YEAR,2022')
  })

  it('a bound with decimals takes in what is exactly as much', async () => {
    const own = readOwn({
      'scores.yaml': `id: own-scores
name: { zh: 达到 1.1 分的成绩数, en: Results of 1.1 or more }
theme: SKILLS
kind: FLOW
unit: 项
bases: [SCHOOL_YEAR]
base: [assessment-result]
set:
  of: assessment-result
  where: [{ field: raw, atLeast: 1.1 }]
  time: { fallsIn: date }
measure: { count: records }
`,
    })
    expect(own.problems).toEqual([])
    const college = await openFilledCollege(await open(), fillCollege, { own })
    const result = (raw: string) => `P${raw},Test,1,final,2022-10-01,${raw},100`
    const rows = ['1.09', '1.1', '16.1'].map(result)
    await college.put('assessment-result', ['person,instrument,version,phase,date,raw,max', ...rows])
    const { data } = await college.as(await readerOf(college))(
      '{ indicator(id: "own-scores") { series(institution: "X", from: 2022, to: 2022, profile: EXACT) { figures { value } } } }',
    )
    expect(data.indicator.series.figures).toEqual([{ value: 2 }])
  })

  it('two versions of a definition are asked side by side, and each figure says which one made it', async () => {
    const college = await openWithOwn()
    const asked = 'institution: "X", from: 2022, to: 2022'
    const authorization = `Bearer ${await college.tokenFor('reader', 'X')}`
    const { data, errors } = await college.as({ authorization })(`{ indicator(id: "own-foreign-learners") {
           old: series(${asked}, definitionVersion: 1) { indicator { version } figures { value explanation { definitionVersion formula } } }
           new: series(${asked}) { figures { value explanation { definitionVersion formula } } }
           versions { version change series(${asked}) { figures { value } } } } }`)
    expect(errors).toBeUndefined()
    const { old, new: now, versions } = data.indicator
    expect(old).toMatchObject({ indicator: { version: 1 }, figures: [{ value: 14 }] })
    expect(old.figures[0].explanation.definitionVersion).toBe(1)
    expect(now.figures).toMatchObject([{ value: 25, explanation: { definitionVersion: 2 } }])
    expect(old.figures[0].explanation.formula).not.toBe(now.figures[0].explanation.formula)
    expect(versions).toMatchObject([
      { version: 1, change: null, series: { figures: [{ value: 14 }] } },
      { version: 2, change: 'No longer of degree students alone.', series: { figures: [{ value: 25 }] } },
    ])
    const address = '/i/own-foreign-learners.json?institution=X&from=2022&to=2022'
    const json = async (path: string) =>
      (await (await college.get(path, { authorization })).json()) as { definitionVersion: number }
    expect(await json(`${address}&definitionVersion=1`)).toMatchObject({ definitionVersion: 1 })
    expect(await json(address)).toMatchObject({ definitionVersion: 2 })
    // The one subtracted from the other could tell of a single person.
    expect((await college.get(`${address}&definitionVersion=1`)).status).toBe(401)
  })

  it('a version that there never was is refused, naming those that there are', async () => {
    const college = await openWithOwn()
    const { errors } = await college.ask(
      '{ indicator(id: "EX02") { series(institution: "X", from: 2022, to: 2022, definitionVersion: 9) { revision } } }',
    )
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'UNKNOWN_VERSION', versions: [1] })
  })

  it('says of a number which lawful value it is, and why that is another one', async () => {
    const college = await openCounting(await open())
    expect((await against(college, '24 人')).found).toMatchObject({
      number: 24,
      difference: 0,
      zh: '24就是本指标的数值：2023—2024学年，国外，24人。',
      en: '24 is the figure itself: school year 2023/24, abroad, 24 people.',
    })
    const { found } = await against(college, '23')
    expect(found.matches.map(({ label }: { label: string }) => label)).toContain('calendar year 2023, abroad')
    expect(found.zh).toContain('23是“2023年（自然年），国外”')
    expect(found.zh).toContain('《来华留学生统计》要的是这个数')
    expect(found.zh).toContain('不含1人（2023年12月31日之后入学）')
    expect(found.en).toContain('it leaves out 1 person who enrolled after 31 December 2023')
  })

  it('quotes within a quotation by the inner marks', async () => {
    const college = await openCounting(await open())
    // Of somebody it is known where they went to school before: the others are left out.
    const known = ['person,programme,kind,nationality,prior_education,start', 'E1,PA,domestic,CN,CN,2022-09-01']
    await college.put('enrolment', known)
    const { found } = await against(college, '0', { indicator: 'EX05' })
    expect(found.zh).toContain('“‘留学生占在校生比例（按前一学历所在国）’，')
    expect(found.zh).not.toContain('““')
    expect(found.en).not.toContain('""')
  })

  it('names the nearest value where there is none, and how far it is', async () => {
    const college = await openCounting(await open())
    const { found } = await against(college, '30')
    expect(found).toMatchObject({ matches: [], difference: -6, nearest: { value: 24 }, otherPeriods: [] })
    expect(found.zh).toBe('没有哪个统计口径的数值是30。最接近的是“2023—2024学年，国外”：24人，比30少6。')
    expect(found.en).toBe(
      'No way of counting gives 30. The nearest is "school year 2023/24, abroad": 24 people, 6 below 30.',
    )
  })

  it('recognises the number of another year, and the side of a share', async () => {
    const college = await openCounting(await open())
    const { found } = await against(college, '15')
    expect(found).toMatchObject({
      matches: [],
      otherPeriods: [{ year: 2022 }],
      en: '15 is the figure of 2022/23, not of the period asked for: school year 2023/24, abroad, 24 people.',
    })
    expect((await against(college, '9', { indicator: 'EX04' })).found.en).toMatch(/^No way of counting gives 9\./)
    expect((await against(college, '16', { indicator: 'EX04' })).found.en).toMatch(
      /^16 is the numerator of the indicator, not its value: /,
    )
  })

  it('takes a share as it is rounded, and says that it is', async () => {
    const college = await openCounting(await open())
    // 16 of 24 are for a degree: 66.67 %.
    expect((await against(college, '６６．６７％', { indicator: 'EX04' })).found.en).toBe(
      '66.67 is the figure itself: school year 2023/24, abroad, 66.67%.',
    )
    expect((await against(college, '67%', { indicator: 'EX04' })).found.en).toBe(
      '67 is the figure itself: school year 2023/24, abroad, 66.67% (rounded).',
    )
    expect((await against(college, '66.68%', { indicator: 'EX04' })).found.matches).toEqual([])
  })

  it('holds it against published values alone where nobody has signed in, and refuses what is no number', async () => {
    const college = await openCounting(await open())
    const { found } = await against(college, '23', { signedIn: false })
    expect(found.zh).toMatch(/^23是“2023年（自然年），国外”/)
    expect(found.zh).not.toContain('不含')
    const { errors } = await against(college, 'many')
    expect(errors![0]!.extensions).toMatchObject({ code: 'BAD_NUMBER', number: 'many' })
    expect((await against(college, '3 of 24')).errors![0]!.extensions!.code).toBe('BAD_NUMBER')
  })
})
