import { expect, it } from 'vitest'
import type { Database } from '@causeway/server/ground/database/database'
import { askAsReader, openCollege } from '../support/college.ts'
import { onOneDatabase } from '../support/databases.ts'

const ASK = `query ($indicator: ID!, $from: Moment!, $to: Moment!, $by: ID, $basis: Basis) {
  change(indicator: $indicator, institution: "X", basis: $basis, by: $by, from: $from, to: $to) {
    before { value gap period { label } } after { value } difference sentence zh: sentence(locale: ZH) dimension { id }
    parts {
      cause category { key label } value sentence zh: sentence(locale: ZH) recordCount
      records(first: 2) { totalCount pageInfo { endCursor } edges { node { label } } }
    }
  }
}`
const YEARS = { from: { year: 2022 }, to: { year: 2023 } }

const HEADER = 'person,headcount,programme,kind,full_time,nationality,start,end'
const learners = (name: string, count: number, country: string, programme: string, start: string, end: string) =>
  Array.from({ length: count }, (_, at) => `${name}${at},,${programme},degree,1,${country},${start},${end}`)

/** Of six learners in 2022 four stay, one of them from now on in a second programme; three come, and a group of ten. */
async function openWithLearners(database: Database) {
  const college = await openCollege(database)
  await college.put('institution', ['code,name_zh,name_en,country', 'X,甲学院,College X,CN'])
  await college.put('programme', ['code,name_zh,name_en,kind', 'PA,数控,CNC,ordinary', 'PB,焊接,Welding,ordinary'])
  await college.put('enrolment', [
    HEADER,
    ...learners('A', 4, 'VN', 'PA', '2022-09-01', '2024-07-01'),
    ...learners('B', 2, 'LA', 'PA', '2022-09-01', '2023-07-01'),
    ...learners('C', 3, 'KZ', 'PB', '2023-09-01', '2024-07-01'),
    'A0,,PB,degree,1,VN,2023-09-01,2024-07-01',
    ',10,PB,degree,1,LA,2023-09-01,2024-07-01',
  ])
  return college
}

onOneDatabase((_name, open) => {
  it('says who came, who left and how many stayed, down to the records', async () => {
    const college = await openWithLearners(await open())
    const { change } = await askAsReader(college, ASK, { indicator: 'EX02', ...YEARS })
    expect(change).toMatchObject({
      ...{ before: { value: 6 }, after: { value: 17 }, difference: 11, dimension: null },
      ...{ sentence: 'up from 6 people to 17 people', zh: '由6人增至17人' },
    })
    expect(
      change.parts.map(({ cause, value, recordCount }: Record<string, unknown>) => [cause, value, recordCount]),
    ).toEqual([
      ['LEFT', -2, 2],
      ['CAME', 13, 4],
    ])
    expect(change.parts[0]).toMatchObject({
      sentence: '2 people left who are counted in 2022/23 alone; 4 people stayed.',
      zh: '减少2人（2023—2024学年不再计入），两个时段都计入的有4人。',
    })
    expect(change.parts[1]).toMatchObject({
      sentence: '13 people came who are not counted in 2022/23; 4 people stayed.',
      zh: '新增13人（2022—2023学年没有计入），两个时段都计入的有4人。',
    })
    expect(change.parts[1].records).toMatchObject({ totalCount: 4, edges: [{}, {}] })
  })

  it('says it by category, and of persons in two that they count once', async () => {
    const college = await openWithLearners(await open())
    const { change } = await askAsReader(college, ASK, { indicator: 'EX02', by: 'programme', ...YEARS })
    expect(change.dimension).toEqual({ id: 'programme' })
    expect(change.parts).toMatchObject([
      { cause: 'LEFT', category: { key: 'PA', label: 'CNC' }, value: -2, recordCount: 2 },
      {
        ...{ cause: 'CAME', category: { key: 'PB' }, value: 14, recordCount: 5 },
        ...{ zh: '焊接：新增14人（2022—2023学年没有计入），两个时段都计入的没有。' },
        ...{ sentence: 'Welding: 14 people came who are not counted in 2022/23; nobody stayed.' },
      },
      {
        ...{ cause: 'LEFT', category: null, value: -1, recordCount: 2 },
        ...{ zh: '同属几个类别的，合计只计一次：减少1人。' },
        ...{ sentence: 'What is in several categories counts once in the whole: 1 person fewer.' },
      },
    ])
  })

  it('says nothing where a figure has no value, and the public the difference alone', async () => {
    const college = await openWithLearners(await open())
    const before = await askAsReader(college, ASK, { indicator: 'EX02', from: { year: 2010 }, to: { year: 2023 } })
    expect(before.change).toMatchObject({ before: { gap: 'NO_RECORDS' }, difference: null, parts: [] })
    expect(before.change.zh).toBe('由未填报变为17人')
    const { data } = await college.ask(ASK, { indicator: 'EX02', by: 'programme', ...YEARS })
    expect(data.change).toMatchObject({ before: { value: 6 }, after: { value: 17 }, difference: 11, parts: [] })
  })

  it('says of a share what its numerator and what its denominator did', async () => {
    const college = await openWithLearners(await open())
    await college.put('enrolment', [HEADER, ...learners('D', 9, 'CN', 'PB', '2023-09-01', '2024-07-01')])
    const { change } = await askAsReader(college, ASK, { indicator: 'EX05', basis: 'SCHOOL_YEAR', ...YEARS })
    const [d0, d1] = [6, 26]
    expect(change).toMatchObject({
      parts: [
        { cause: 'NUMERATOR', recordCount: 6, zh: '分子由6变为17，使数值提高112.8个百分点。' },
        { cause: 'DENOMINATOR', recordCount: 15, sentence: expect.stringContaining('goes from 6 to 26: 147.4') },
      ],
    })
    expect(change.parts[0].value).toBeCloseTo((100 * (17 - 6) * (1 / d0 + 1 / d1)) / 2, 9)
    expect(change.parts[1].value).toBeCloseTo((100 * (1 / d1 - 1 / d0) * (6 + 17)) / 2, 9)
  })

  it('says what came late and what was taken back since a time, first, and then what another year makes', async () => {
    const college = await openWithLearners(await open())
    const revisions = college.causeway.database.quick.selectFrom('revision').select('at')
    const { at: asOf } = await revisions.orderBy('at', 'desc').limit(1).executeTakeFirstOrThrow()
    await new Promise((resolve) => setTimeout(resolve, 5))
    await college.put('enrolment', [HEADER, ...learners('E', 5, 'TH', 'PA', '2022-09-01', '2023-07-01')])
    const since = await askAsReader(college, ASK, {
      ...{ indicator: 'EX02', from: { year: 2022, asOf }, to: { year: 2022 } },
    })
    expect(since.change).toMatchObject({ before: { value: 6 }, after: { value: 11 }, difference: 5 })
    expect(since.change.parts).toMatchObject([
      {
        ...{ cause: 'LATE', value: 5, recordCount: 5, records: { totalCount: 5, edges: [{}, {}] } },
        ...{ sentence: 'Records that came in late: 5 people more.', zh: '补报的记录使数值增加5人。' },
      },
    ])
    const both = await askAsReader(college, ASK, {
      ...{ indicator: 'EX02', from: { year: 2022, asOf }, to: { year: 2023 } },
    })
    expect(both.change.parts).toMatchObject([
      { cause: 'LATE', value: 5 },
      { cause: 'LEFT', value: -7 },
      { cause: 'CAME', value: 13 },
    ])
    const back = await askAsReader(college, ASK, {
      ...{ indicator: 'EX02', from: { year: 2022 }, to: { year: 2022, asOf } },
    })
    expect(back.change.parts).toMatchObject([{ cause: 'LATE', value: -5, records: { edges: [{}, {}] } }])
    const { errors } = await college.ask(ASK, { indicator: 'EX02', from: { year: 2022, asOf }, to: { year: 2022 } })
    expect(errors![0]!.extensions.code).toBe('NOTHING_RELEASED')
  })
})
