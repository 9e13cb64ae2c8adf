import { expect, it } from 'vitest'
import { countStatements } from '../support/count-statements.ts'
import { askAsReader, fillJointProgrammes, fillPlatforms, openFilledCollege } from '../support/college.ts'
import { onOneDatabase } from '../support/databases.ts'
import THERE from './platforms-there.json' with { type: 'json' }

const COUNTS = 'counted trainingSessions stays placements events adoptions outputs onlineLearners'

onOneDatabase((_name, open) => {
  it('the third that the law asks is said for the college, for a programme and for an approval', async () => {
    const college = await openFilledCollege(await open(), fillJointProgrammes)
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
    const { data, errors } = await college.as({ authorization })(query)
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
    const college = await openFilledCollege(database, fillJointProgrammes)
    const authorization = `Bearer ${await college.tokenFor('reader', 'X')}`
    const statements: number[] = []
    for (const year of [2019, 2022]) {
      const before = count()
      const query = `{ approvals(institution: "X", year: ${year}) { records { label fields { text } } } }`
      expect((await college.as({ authorization })(query)).errors).toBeUndefined()
      statements.push(count() - before)
    }
    // One record in 2019, three in 2022.
    expect(statements[1]).toBe(statements[0])
  })

  it('an approval that has ended is none of the later years, and anonymous readers are asked for a token', async () => {
    const college = await openFilledCollege(await open(), fillJointProgrammes)
    const query = '{ approvals(institution: "X", year: 2020) { approval } }'
    const authorization = `Bearer ${await college.tokenFor('reader', 'X')}`
    expect((await college.as({ authorization })(query)).data.approvals).toEqual([{ approval: 'A0' }])
    expect((await college.ask(query)).errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED')
    const never = await college.as({ authorization })(query.replace('2020', '-2147483648'))
    expect(never.errors?.[0]?.extensions.code).toBe('BAD_PERIOD')
  })

  it('what each platform produced is said by school year; what is not known is not zero', async () => {
    const college = await openFilledCollege(await open(), fillPlatforms)
    const { platforms } = await askAsReader(
      college,
      `{ platforms(institution: "X") { edges { node { code outputs(from: 2021, to: 2022) { period { label(locale: ZH) } ${COUNTS} } } } } }`,
    )
    const [a, b, c] = platforms.edges.map(({ node }: { node: { outputs: object[] } }) => node.outputs)
    expect(a).toEqual([
      {
        period: { label: '2021—2022学年' },
        // There are no records of these kinds in that year, and no report of none; the register of adoptions begins later.
        ...{ counted: true, trainingSessions: null, stays: null, placements: null, events: null, adoptions: null },
        ...{ outputs: null, onlineLearners: null },
      },
      {
        period: { label: '2022—2023学年' },
        // One session of two learners; the partner of the second stay is another, as long as nobody said that it is not.
        ...{ counted: true, trainingSessions: 1, stays: 2, placements: null, events: 0, adoptions: 1 },
        // The same learner twice, none at home, and a group in Hong Kong.
        ...{ outputs: 4, onlineLearners: 31 },
      },
    ])
    expect(b[1]).toMatchObject({ counted: true, trainingSessions: 0, events: 1, outputs: 1 })
    expect(c[1]).toMatchObject({ counted: false, events: 1, outputs: 1 })
  })

  it('merged partners are one member, and one partner of a stay', async () => {
    const college = await openFilledCollege(await open(), fillPlatforms)
    const query = `query($on: Date, $all: Boolean) { platforms(institution: "X", on: $on, first: 1) { edges { node { runs
      members(all: $all) { partner name role roleLabel(locale: ZH) from to inForce records { id } } outputs(from: 2022, to: 2022) { stays } } } } }`
    const members = async (variables: object) => (await askAsReader(college, query, variables)).platforms.edges[0].node
    const said = ({ members: list }: { members: { partner: string; from: string; to: string | null }[] }) =>
      list.map(({ partner, from, to }) => [partner, from, to])
    const apart = await members({ on: '2023-06-30', all: true })
    expect(said(apart)).toEqual([
      ['P1', '2019-05-20', '2022-12-31'],
      ['P2', '2020-01-01', '2021-12-31'],
      ['P1B', '2023-01-01', null],
      ['P2', '2023-01-01', null],
    ])
    await college.put('same-as', ['record_type,code,same_as,relation,decided_by', 'partner,P1B,P1,same,Office'])
    const one = await members({ on: '2023-06-30' })
    expect(said(one)).toEqual([
      ['P1', '2019-05-20', null],
      ['P2', '2023-01-01', null],
    ])
    expect(one.members[0]).toMatchObject({ name: 'Hanoi College', role: 'lead', roleLabel: '牵头', inForce: true })
    expect(one.members[0].records).toHaveLength(2)
    expect(one.outputs).toEqual([{ stays: 1 }])
    expect(said(await members({ on: '2022-06-30' }))).toEqual([['P1', '2019-05-20', null]])
  })

  it('a platform leads to what it is part of and to its parts', async () => {
    const college = await openFilledCollege(await open(), fillPlatforms)
    const { platforms } = await askAsReader(
      college,
      `{ platforms(institution: "X", on: "2023-07-01") { edges { node { code runs parent parentPlatform { code name(locale: ZH) } children { code runs parentPlatform { code } outputs(from: 2022, to: 2022) { events } } } } } }`,
    )
    expect(platforms.edges.map(({ node }: { node: object }) => node)).toEqual(THERE)
  })

  it('a page of platforms takes as many statements as fewer of them', async () => {
    const { database, count } = countStatements(await open())
    const college = await openFilledCollege(database, fillPlatforms)
    const query = `query($first: Int!) { platforms(institution: "X", first: $first) { edges { node { code parentPlatform { code }
      children { code } members(all: true) { name records { label } } outputs(from: 2020, to: 2023) { ${COUNTS} } record { label } } } } }`
    const statements: number[] = []
    for (const first of [2, 3]) {
      const before = count()
      await askAsReader(college, query, { first })
      statements.push(count() - before)
    }
    expect(statements[1]).toBe(statements[0])
  })

  it('years that no period begins in are refused', async () => {
    const college = await openFilledCollege(await open(), fillPlatforms)
    const authorization = `Bearer ${await college.tokenFor('reader', 'X')}`
    const { errors } = await college.as({ authorization })(
      '{ platforms(institution: "X") { edges { node { a: outputs(from: 2024, to: 2020) { outputs } b: outputs(basis: COHORT) { outputs } } } } }',
    )
    expect(new Set(errors?.map(({ extensions }) => extensions.code))).toEqual(new Set(['BAD_PERIOD', 'UNKNOWN_BASIS']))
  })
})
