import { expect, it } from 'vitest'
import { countStatements } from '../support/count-statements.ts'
import { openCollege, type College } from '../support/college.ts'
import { forEachDatabase } from '../support/databases.ts'

/** A1 has PA, a third of whose courses are introduced, and PB, none of whose are; A2 has PC, two thirds of whose are; A0 has ended. */
async function fillJointProgrammes(college: College): Promise<void> {
  await college.put('institution', ['code,name_zh,country', 'X,甲学院,CN'])
  await college.put('partner', ['code,name_zh,country,type', 'R1,农业学院,RU,college'], 'X')
  await college.put('programme', ['code,name_zh,kind', 'PA,数控,joint', 'PB,园艺,joint', 'PC,电商,joint'], 'X')
  await college.put(
    'joint-programme',
    [
      'approval,category,partner,programme,from,to',
      'A0,project,R1,PA,2015-09-01,2021-08-31',
      'A1,institution,R1,PA,2021-09-01,',
      'A1,institution,R1,PB,2021-09-01,',
      'A2,project,R1,PC,2021-09-01,',
    ],
    'X',
  )
  const course = (code: string, programme: string, introduced: number) => `${code},${programme},课程,${introduced},60`
  await college.put(
    'course',
    [
      'code,programme,name_zh,introduced,hours',
      course('1', 'PA', 1),
      course('2', 'PA', 0),
      course('3', 'PA', 0),
      course('4', 'PB', 0),
      course('5', 'PB', 0),
      course('6', 'PC', 1),
      course('7', 'PC', 1),
      course('8', 'PC', 0),
    ],
    'X',
  )
}

forEachDatabase((_name, open) => {
  it('the third that the law asks is said for the college, for a programme and for an approval', async () => {
    const college = await openCollege(await open())
    await fillJointProgrammes(college)
    const authorization = `Bearer ${await college.tokenFor('reader', 'X')}`
    const figures = 'figures { category { key } value numerator denominator threshold { met value words } }'
    const query = `{
      indicator(id: "IN04") {
        whole: series(institution: "X", from: 2022, to: 2022) { ${figures} }
        each: series(institution: "X", from: 2022, to: 2022, by: "programme") { ${figures} }
      }
      approvals(institution: "X", year: 2022) {
        approval category partner programmes records { label }
        ratios { indicator { code } figures { value threshold { met } } }
      }
    }`
    const { data, errors } = await college.ask(query, {}, { authorization })
    expect(errors).toBeUndefined()
    const { whole, each } = data.indicator
    expect(whole.figures).toMatchObject([{ numerator: 3, denominator: 8, threshold: { met: true } }])
    expect(whole.figures[0].threshold.words).toMatch(/one third/)
    expect(whole.figures[0].threshold.value).toBeCloseTo(33.333, 3)
    const met = each.figures.map((it: { category: { key: string }; threshold: { met: boolean } }) => [
      it.category.key,
      it.threshold.met,
    ])
    expect(met).toEqual([
      ['PA', true],
      ['PB', false],
      ['PC', true],
    ])
    expect(data.approvals).toMatchObject([
      { approval: 'A1', category: 'institution', partner: 'R1', programmes: ['PA', 'PB'] },
      { approval: 'A2', category: 'project', programmes: ['PC'] },
    ])
    const introduced = (n: number) =>
      data.approvals[n].ratios.find((it: { indicator: { code: string } }) => it.indicator.code === 'IN04').figures
    expect(introduced(0)).toMatchObject([{ value: 20, threshold: { met: false } }])
    expect(introduced(1)).toMatchObject([{ threshold: { met: true } }])
    expect(data.approvals[0].ratios).toHaveLength(4)
  })

  it('the records of all approvals are put into words at once', async () => {
    const { database, count } = countStatements(await open())
    const college = await openCollege(database)
    await fillJointProgrammes(college)
    const authorization = `Bearer ${await college.tokenFor('reader', 'X')}`
    const statements: number[] = []
    for (const year of [2019, 2022]) {
      const before = count()
      const query = `{ approvals(institution: "X", year: ${year}) { records { label fields { text } } } }`
      expect((await college.ask(query, {}, { authorization })).errors).toBeUndefined()
      statements.push(count() - before)
    }
    // One record in 2019, three in 2022.
    expect(statements[1]).toBe(statements[0])
  })

  it('an approval that has ended is none of the later years, and anonymous readers are asked for a token', async () => {
    const college = await openCollege(await open())
    await fillJointProgrammes(college)
    const query = '{ approvals(institution: "X", year: 2020) { approval } }'
    const authorization = `Bearer ${await college.tokenFor('reader', 'X')}`
    expect((await college.ask(query, {}, { authorization })).data.approvals).toEqual([{ approval: 'A0' }])
    expect((await college.ask(query)).errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED')
    const never = await college.ask(query.replace('2020', '-2147483648'), {}, { authorization })
    expect(never.errors?.[0]?.extensions.code).toBe('BAD_PERIOD')
  })
})
