import { expect, it } from 'vitest'
import { ENROLMENT_HEADER, fillCollege, openCollege } from '../support/college.ts'
import { forEachDatabase } from '../support/databases.ts'
import { LONG_STAYS, readOwn } from '../support/own-indicators.ts'

const OWN = readOwn({
  'first.yaml': LONG_STAYS,
  'second.yaml': `version: 2
change: { zh: 不再限于学历生, en: No longer of degree students alone. }
${LONG_STAYS.replace('[degree]', '[degree, non-degree]')}`,
})

forEachDatabase((_name, open) => {
  const openWithOwn = async () => {
    const college = await openCollege(await open(), { own: OWN })
    await fillCollege(college)
    const row = (n: number) => `N${n},,PA,non-degree,1,VN,2022-10-01,2023-01-31,120`
    await college.put('enrolment', [ENROLMENT_HEADER, ...Array.from({ length: 11 }, (_, n) => row(n))], 'X')
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
        id: 'own-foreign-learners',
        own: true,
        version: 2,
        name: '国外学习者人数',
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
    const college = await openCollege(await open(), { own })
    await fillCollege(college)
    const result = (raw: string) => `P${raw},Test,1,final,2022-10-01,${raw},100`
    const rows = ['1.09', '1.1', '16.1'].map(result)
    await college.put('assessment-result', ['person,instrument,version,phase,date,raw,max', ...rows], 'X')
    const { data } = await college.ask(
      '{ indicator(id: "own-scores") { series(institution: "X", from: 2022, to: 2022, profile: EXACT) { figures { value } } } }',
      {},
      { authorization: `Bearer ${await college.tokenFor('reader', 'X')}` },
    )
    expect(data.indicator.series.figures).toEqual([{ value: 2 }])
  })

  it('two versions of a definition are asked side by side, and each figure says which one made it', async () => {
    const college = await openWithOwn()
    const asked = 'institution: "X", from: 2022, to: 2022'
    const authorization = `Bearer ${await college.tokenFor('reader', 'X')}`
    const { data, errors } = await college.ask(
      `{ indicator(id: "own-foreign-learners") {
           old: series(${asked}, definitionVersion: 1) { indicator { version } figures { value explanation { definitionVersion formula } } }
           new: series(${asked}) { figures { value explanation { definitionVersion formula } } }
           versions { version change series(${asked}) { figures { value } } } } }`,
      {},
      { authorization },
    )
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
})
