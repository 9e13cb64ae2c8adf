import { expect, it } from 'vitest'
import type { Database } from '@causeway/server/ground/database/database'
import { askAsReader, openCollege, type College } from '../support/college.ts'
import { onOneDatabase } from '../support/databases.ts'
import SENTENCES from './sentences-of-differences.json' with { type: 'json' }

const ASK = `query ($indicator: ID!, $year: Int!, $zh: Locale = ZH) {
  reconcile(indicator: $indicator, institution: "X", year: $year) {
    profile
    reference { label value basis scope figure { value records { totalCount } } }
    values { label zh: label(locale: $zh) basis at scope part counting value figure { value gap } askedBy { form edition number } }
    differences {
      value zh: sentence(locale: $zh) en: sentence
      to { label }
      parts { side reason value label recordCount records(first: 2) { totalCount pageInfo { hasNextPage endCursor } edges { node { label } } } }
    }
  }
}`
async function ask(college: College, indicator: string, year: number) {
  return (await askAsReader(college, ASK, { indicator, year })).reconcile
}

/** The sentences by what the other value is called. */
function sentences(found: {
  differences: { to: { label: string }; zh: string; en: string }[]
}): Record<string, string[]> {
  return Object.fromEntries(found.differences.map(({ to, zh, en }) => [to.label, [zh, en]]))
}

async function openWith(database: Database, files: Record<string, string[]>): Promise<College> {
  const college = await openCollege(database)
  await college.put('institution', ['code,name_zh,name_en,country', 'X,甲学院,College X,CN'])
  for (const [type, lines] of Object.entries(files)) await college.put(type, lines)
  return college
}

const LEARNERS = [
  'person,programme,kind,full_time,nationality,start,end',
  // Of the school year and of the calendar year.
  ...['A1', 'A2'].map((person) => `${person},PA,degree,1,VN,2022-09-01,2024-07-01`),
  'A1,PB,non-degree,1,VN,2023-11-01,2023-12-20',
  // Gone before September, come after December, from Hong Kong.
  'B1,PA,degree,1,LA,2022-09-01,2023-06-30',
  ...['C1', 'C2'].map((person) => `${person},PA,degree,1,TH,2024-02-26,2025-07-01`),
  'D1,PA,degree,1,HK,2023-09-01,2024-07-01',
  ...['E1', 'E2', 'E3', 'E4', 'E5'].map((person) => `${person},PA,domestic,1,CN,2023-09-01,2026-07-01`),
]
const PROGRAMMES = ['code,name_zh,name_en,kind', 'PA,数控,CNC,ordinary', 'PB,焊接,Welding,ordinary']

onOneDatabase((_name, open) => {
  it('says who came later, who had left, who is of Hong Kong and who is counted twice', async () => {
    const college = await openWith(await open(), { programme: PROGRAMMES, enrolment: LEARNERS })
    const found = await ask(college, 'EX02', 2023)
    expect(found.reference).toEqual({
      ...{ label: 'school year 2023/24, abroad', value: 4, basis: 'SCHOOL_YEAR', scope: 'ABROAD' },
      figure: { value: 4, records: { totalCount: 5 } },
    })
    expect(sentences(found)).toEqual(SENTENCES)
  })

  it('says which edition of an official table asks for which value', async () => {
    const college = await openWith(await open(), { programme: PROGRAMMES, enrolment: LEARNERS })
    const editions = async (indicator: string, label: string) => {
      const { values } = await ask(college, indicator, 2023)
      const { askedBy } = values.find((value: { label: string }) => value.label === label)
      return askedBy.flatMap(({ form, edition }: Record<string, string>) =>
        form === 'international-influence' ? [edition] : [],
      )
    }
    const abroad = 'school year 2023/24, abroad'
    expect(await editions('EX01', `${abroad}, with Hong Kong, Macao and Taiwan`)).toEqual(['2017', '2018', '2019'])
    expect(await editions('EX01', abroad)).toEqual([])
    expect(await editions('EX02', abroad)).toEqual(['2022'])
  })

  it('lists the records of each part, a page at a time', async () => {
    const college = await openWith(await open(), { programme: PROGRAMMES, enrolment: LEARNERS })
    const { differences } = await ask(college, 'DN01', 2023)
    const abroad = differences.find(({ to }: { to: { label: string } }) => to.label === 'school year 2023/24, abroad')
    expect(abroad.parts).toMatchObject([
      {
        ...{ side: null, reason: 'COUNTRY', value: -5, label: '5 people (China)', recordCount: 5 },
        records: { totalCount: 5, pageInfo: { hasNextPage: true } },
      },
      { reason: 'COUNTRY', value: -1, label: '1 person (Hong Kong, China)', recordCount: 1 },
    ])
    expect(abroad.parts[0].records.edges).toHaveLength(2)
    expect(abroad.value).toBe(-6)
  })

  it('tells numerator and denominator of a rate apart', async () => {
    const college = await openWith(await open(), { programme: PROGRAMMES, enrolment: LEARNERS })
    const said = sentences(await ask(college, 'EX05', 2023))
    expect(said['1 Sep 2023 (point in time), abroad, with Hong Kong, Macao and Taiwan']).toEqual([
      '国（境）外为37.5%，比国外（25%）高12.5个百分点：分子由2人变为3人（另含1人（中国香港））；分母不变，为8人。',
      'Abroad, with Hong Kong, Macao and Taiwan: 37.5%, 12.5 percentage points higher than abroad (25%): the numerator goes from 2 people to 3 people (it counts 1 person (Hong Kong, China)); the denominator stays 8 people.',
    ])
    expect(said['school year 2023/24, abroad']![1]).toBe(
      'School year 2023/24: 40%, 15 percentage points higher than 1 Sep 2023 (point in time) (25%): the numerator goes from 2 people to 4 people (it counts 2 people who enrolled after 1 September 2023); the denominator goes from 8 people to 10 people (it counts 2 people who enrolled after 1 September 2023).',
    )
  })

  it('splits the days of a stay that crosses the end of a year', async () => {
    const stays = [
      'person,direction,audience,purpose,country,start,end',
      'T1,out,staff,guide,TH,2023-12-30,2024-01-02',
      'T2,out,staff,guide,TH,2024-03-01,2024-03-05',
    ]
    const college = await openWith(await open(), { mobility: stays })
    expect(sentences(await ask(college, 'EX11', 2023))['calendar year 2023, abroad']).toEqual([
      '2023年（自然年）为2人日，比2023—2024学年（9人日）少7人日：不含5人日（“师生国（境）外交流”记录于2023年12月31日之后开始）、2人日（同样的“师生国（境）外交流”记录，落在期内的天数较少）。',
      'Calendar year 2023: 2 person-days, 7 fewer than school year 2023/24 (9 person-days): it leaves out 5 person-days from mobility records that began after 31 December 2023 and 2 person-days from the same mobility records, with fewer days inside the period.',
    ])
  })

  it('tells what is in force from what is new, and what lapsed', async () => {
    const college = await openWith(await open(), {
      standard: [
        'code,title_zh,title_en,type,direction',
        ...['S1', 'S2', 'S3'].map((it) => `${it},标准${it},${it},programme,own`),
      ],
      adoption: [
        'standard,country,adopter,adopted_on,lapsed_on',
        'S1,TZ,A,2021-05-01,',
        'S2,TZ,A,2023-10-01,',
        'S3,TZ,A,2023-10-01,2024-03-01',
      ],
    })
    const said = sentences(await ask(college, 'ST01', 2023))
    expect(
      said[
        '"Programme teaching standards adopted (new in the period)" (ST01.new), school year 2023/24, abroad, with Hong Kong, Macao and Taiwan'
      ]![0],
    ).toBe(
      '“开发并被国（境）外采用的专业教学标准数（本期新增）”，2023—2024学年为2个，与“开发并被国（境）外采用的专业教学标准数”，2023—2024学年（截至2024年8月31日）相同：另含1个（其计入的“标准（资源）采用”记录于2024年8月31日之前已结束）；不含1个（其计入的“标准（资源）采用”记录于2023年9月1日之前已到“采用”阶段）。',
    )
  })

  it('says why there is no number', async () => {
    const college = await openWith(await open(), { programme: PROGRAMMES, enrolment: LEARNERS })
    const said = sentences(await ask(college, 'EX11', 2023))
    expect(said['calendar year 2023, abroad']).toEqual([
      '2023年（自然年）与2023—2024学年均没有数值（未填报）：该时段没有“师生国（境）外交流”（派出、教职工）的台账记录，也没有零报告。',
      'Neither calendar year 2023 nor school year 2023/24 has a value (no records): there is neither a record of type "mobility" (out, staff) nor a zero report in the period.',
    ])
  })

  it('shows somebody without a token the public values, and no difference', async () => {
    const college = await openWith(await open(), { programme: PROGRAMMES, enrolment: LEARNERS })
    const { data, errors } = await college.ask(ASK, { indicator: 'EX02', year: 2023 })
    expect(data.reconcile.profile).toBe('PUBLIC')
    const hidden = { value: null, gap: 'SUPPRESSED' }
    expect(data.reconcile.values.map(({ figure }: { figure: object }) => figure)).toEqual([
      hidden,
      { value: 5, gap: null },
      hidden,
      hidden,
    ])
    expect(data.reconcile.values.map(({ value }: { value: number | null }) => value)).toEqual([null, 5, null, null])
    expect(data.reconcile.values.every(({ counting }: { counting: unknown }) => counting === null)).toBe(true)
    expect(data.reconcile.differences).toBeNull()
    expect(errors!.map(({ extensions }) => extensions.code)).toContain('UNAUTHENTICATED')
  })

  it('does not tell somebody without a token a state of 30 September', async () => {
    const college = await openWith(await open(), { programme: PROGRAMMES, enrolment: LEARNERS })
    const values = (await college.ask(ASK, { indicator: 'DN01', year: 2023 })).data.reconcile.values
    const days = values.flatMap(({ at }: { at: string | null }) => at ?? [])
    expect(new Set(days)).toEqual(new Set(['09-01']))
    expect((await ask(college, 'DN01', 2023)).values.some(({ at }: { at: string | null }) => at === '09-30')).toBe(true)
  })
})
