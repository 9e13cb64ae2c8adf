import { expect, it } from 'vitest'
import { openCollege, type College } from '../support/college.ts'
import { forEachDatabase } from '../support/databases.ts'

const ASK = `query ($indicator: ID!, $number: String!) {
  reconcile(indicator: $indicator, institution: "X", year: 2023) {
    against(number: $number) {
      number difference zh: sentence(locale: ZH) en: sentence
      matches { label value } nearest { label value } otherPeriods { year }
    }
  }
}`

async function against(college: College, number: string, { indicator = 'EX02', signedIn = true } = {}) {
  const headers: Record<string, string> = signedIn
    ? { authorization: `Bearer ${await college.tokenFor('reader', 'X')}` }
    : {}
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

async function openCounting(database: Parameters<typeof openCollege>[0]): Promise<College> {
  const college = await openCollege(database)
  await college.put('institution', ['code,name_zh,name_en,country', 'X,甲学院,College X,CN'])
  await college.put('programme', ['code,name_zh,name_en,kind', 'PA,数控,CNC,ordinary'], 'X')
  await college.put('enrolment', LEARNERS, 'X')
  return college
}

forEachDatabase((_name, open) => {
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
    await college.put('enrolment', known, 'X')
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
