import { expect, it } from 'vitest'
import { askAsReader, openCollege, type College } from '../support/college.ts'
import { forEachDatabase } from '../support/databases.ts'

const HEADER = 'person,instrument,version,phase,attempt,date,raw,max'

/** Resits, lost tests, two versions, a person under two numbers, and a pair over the end of a school year. */
async function fill({ put }: College): Promise<void> {
  await put('institution', ['code,name_zh,name_en,country', 'X,甲学院,College X,CN', 'Y,乙学院,College Y,CN'])
  await put(
    'assessment-result',
    [
      HEADER,
      'L1,Greenhouse,1,pre,1,2022-10-10,50,100',
      'L1,Greenhouse,1,pre,2,2022-10-20,99,100',
      'L1,Greenhouse,1,post,1,2022-12-10,70.5,100',
      'L1,Greenhouse,1,post,2,2022-12-20,0,100',
      'L2,Greenhouse,1,pre,1,2022-08-20,60,100',
      'L2B,Greenhouse,1,post,1,2022-12-10,70,100',
      'L3,Greenhouse,1,pre,1,2022-10-10,20,100',
      'L4,Greenhouse,1,post,1,2022-12-10,95,100',
      'L5,Greenhouse,2,pre,1,2022-10-10,10,50',
      'L5,Greenhouse,2,post,1,2022-12-10,40,50',
      'L6,Tractor,1,pre,1,2023-05-10,30,100',
      'L6,Tractor,1,post,1,2023-09-10,60,100',
    ],
    'X',
  )
  await put('same-as', ['record_type,code,same_as,relation,decided_by', 'person,L2B,L2,same,办公室'], 'X')
}

const QUERY = `query ($from: Int!, $to: Int!) {
  pairedScores(institution: "X", from: $from, to: $to) { instrument version period { year } pairs before after }
  indicator(id: "SK11") { series(institution: "X", from: $from, to: $to, by: "instrument") {
    figures { period { year } category { key } value size }
  } }
}`

forEachDatabase((_name, open) => {
  it('the two ends of a gain are paired as the gain is, and lie as far apart', async () => {
    const college = await openCollege(await open())
    await fill(college)
    const data = await askAsReader(college, QUERY, { from: 2022, to: 2023 })
    expect(data.pairedScores).toEqual([
      { instrument: 'Greenhouse', version: '1', period: { year: 2022 }, pairs: 2, before: 55, after: 70.25 },
      { instrument: 'Greenhouse', version: '2', period: { year: 2022 }, pairs: 1, before: 10, after: 40 },
      { instrument: 'Tractor', version: '1', period: { year: 2023 }, pairs: 1, before: 30, after: 60 },
    ])
    for (const { instrument, version, period, pairs, before, after } of data.pairedScores) {
      const gain = data.indicator.series.figures.find(
        (figure: { period: { year: number }; category: { key: string } | null }) =>
          figure.period.year === period.year && figure.category?.key === `${instrument}/${version}`,
      )
      expect(gain).toMatchObject({ size: pairs })
      expect(after - before).toBeCloseTo(gain.value, 10)
    }
  })

  it('says nothing of scores to the public', async () => {
    const college = await openCollege(await open())
    await fill(college)
    const { data, errors } = await college.ask('{ pairedScores(institution: "X", from: 2022, to: 2022) { before } }')
    expect(data.pairedScores).toBeNull()
    expect(errors![0]!.extensions.code).toBe('UNAUTHENTICATED')
  })
})
