import { expect, it } from 'vitest'
import { openCollege, type College } from '../support/college.ts'
import { countStatements } from '../support/count-statements.ts'
import { forEachDatabase } from '../support/databases.ts'

/** Platform A, of which B is a part, and C, which has closed. */
async function fillPlatforms({ put }: College): Promise<void> {
  const own = (type: string, lines: string[]) => put(type, lines, 'X')
  await put('institution', ['code,name_zh,name_en,country', 'X,甲学院,College X,CN', 'Y,乙学院,College Y,CN'])
  await own('partner', [
    'code,name_zh,name_en,type,country',
    'P1,河内职业学院,Hanoi College,college,VN',
    'P1B,河内职院,Hanoi Voc. College,college,VN',
    'P2,喀山农场,Kazan Farm,enterprise,RU',
  ])
  await own('standard', ['code,title_zh,type,direction', 'S1,标准,programme,own'])
  await own('resource', ['code,title_zh,kind,origin', 'R1,在线课程,online-course,own'])
  await own('platform', [
    'code,name_zh,name_en,type,role,founded_on,closed_on,parent',
    'A,联合体,Consortium,consortium,lead,2019-05-01,,',
    'B,中心,Centre,centre,lead,2020-05-01,,A',
    'C,旧中心,Old centre,centre,member,2019-05-01,2023-06-30,A',
  ])
  await own('platform-member', [
    'platform,partner,role,from,to',
    'A,P1,member,2019-05-20,2022-12-31',
    'A,P1B,lead,2023-01-01,',
    'A,P2,member,2020-01-01,2021-12-31',
    'A,P2,member,2023-01-01,',
  ])
  await own('training-session', [
    'session,start,end,training_days,person,country,platform',
    'T1,2022-10-10,2022-10-14,5,L1,RU,A',
    'T1,2022-10-10,2022-10-14,5,L2,RU,A',
    'T2,2022-11-10,2022-11-14,5,L1,RU,',
  ])
  await own('mobility', [
    'person,direction,audience,purpose,country,partner,platform,start,end',
    'M1,out,student,study,VN,P1,A,2023-03-01,2023-03-31',
    'M2,out,student,study,VN,P1B,A,2023-03-01,2023-03-31',
  ])
  await own('event', [
    'code,title_zh,kind,role,country,platform,start',
    'E1,论坛,forum,host,CN,B,2023-04-10',
    'E2,旧论坛,forum,host,CN,C,2023-04-20',
  ])
  await own('adoption', ['standard,country,adopter,adopted_on,platform', 'S1,VN,Hanoi,2022-11-10,A'])
  await own('online-learning', [
    'person,headcount,resource,country,start,end,platform',
    'O1,,R1,VN,2022-10-01,2023-01-31,A',
    'O1,,R1,VN,2023-03-01,2023-06-30,A',
    'O2,,R1,CN,2023-03-01,2023-06-30,A',
    ',30,R1,HK,2023-03-01,2023-06-30,A',
  ])
}

const COUNTS = 'counted trainingSessions stays placements events adoptions outputs onlineLearners'

async function ask(college: College, query: string, variables: object = {}) {
  const authorization = `Bearer ${await college.tokenFor('reader', 'X')}`
  const { data, errors } = await college.ask(query, variables, { authorization })
  expect(errors).toBeUndefined()
  return data
}

forEachDatabase((_name, open) => {
  it('what each platform produced is told by school year; what is not known is not zero', async () => {
    const college = await openCollege(await open())
    await fillPlatforms(college)
    const { platforms } = await ask(
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
    const college = await openCollege(await open())
    await fillPlatforms(college)
    const query = `query($on: Date, $all: Boolean) { platforms(institution: "X", on: $on, first: 1) { edges { node { runs
      members(all: $all) { partner name role roleLabel(locale: ZH) from to inForce records { id } } outputs(from: 2022, to: 2022) { stays } } } } }`
    const members = async (variables: object) => (await ask(college, query, variables)).platforms.edges[0].node
    const told = ({ members: list }: { members: { partner: string; from: string; to: string | null }[] }) =>
      list.map(({ partner, from, to }) => [partner, from, to])
    const apart = await members({ on: '2023-06-30', all: true })
    expect(told(apart)).toEqual([
      ['P1', '2019-05-20', '2022-12-31'],
      ['P2', '2020-01-01', '2021-12-31'],
      ['P1B', '2023-01-01', null],
      ['P2', '2023-01-01', null],
    ])
    await college.put('same-as', ['record_type,code,same_as,relation,decided_by', 'partner,P1B,P1,same,Office'], 'X')
    const one = await members({ on: '2023-06-30' })
    expect(told(one)).toEqual([
      ['P1', '2019-05-20', null],
      ['P2', '2023-01-01', null],
    ])
    expect(one.members[0]).toMatchObject({ name: 'Hanoi College', role: 'lead', roleLabel: '牵头', inForce: true })
    expect(one.members[0].records).toHaveLength(2)
    expect(one.outputs).toEqual([{ stays: 1 }])
    expect(told(await members({ on: '2022-06-30' }))).toEqual([['P1', '2019-05-20', null]])
  })

  it('a platform leads to what it is part of and to its parts', async () => {
    const college = await openCollege(await open())
    await fillPlatforms(college)
    const { platforms } = await ask(
      college,
      `{ platforms(institution: "X", on: "2023-07-01") { edges { node { code runs parent parentPlatform { code name(locale: ZH) } children { code runs parentPlatform { code } outputs(from: 2022, to: 2022) { events } } } } } }`,
    )
    expect(platforms.edges.map(({ node }: { node: object }) => node)).toEqual([
      {
        ...{ code: 'A', runs: true, parent: null, parentPlatform: null },
        children: [
          { code: 'B', runs: true, parentPlatform: { code: 'A' }, outputs: [{ events: 1 }] },
          { code: 'C', runs: false, parentPlatform: { code: 'A' }, outputs: [{ events: 1 }] },
        ],
      },
      { code: 'B', runs: true, parent: 'A', parentPlatform: { code: 'A', name: '联合体' }, children: [] },
      { code: 'C', runs: false, parent: 'A', parentPlatform: { code: 'A', name: '联合体' }, children: [] },
    ])
  })

  it('a page of platforms takes as many statements as fewer of them', async () => {
    const { database, count } = countStatements(await open())
    const college = await openCollege(database)
    await fillPlatforms(college)
    const query = `query($first: Int!) { platforms(institution: "X", first: $first) { edges { node { code parentPlatform { code }
      children { code } members(all: true) { name records { label } } outputs(from: 2020, to: 2023) { ${COUNTS} } record { label } } } } }`
    const statements: number[] = []
    for (const first of [2, 3]) {
      const before = count()
      await ask(college, query, { first })
      statements.push(count() - before)
    }
    expect(statements[1]).toBe(statements[0])
  })

  it('years that no period begins in are refused', async () => {
    const college = await openCollege(await open())
    await fillPlatforms(college)
    const authorization = `Bearer ${await college.tokenFor('reader', 'X')}`
    const { errors } = await college.ask(
      '{ platforms(institution: "X") { edges { node { a: outputs(from: 2024, to: 2020) { outputs } b: outputs(basis: COHORT) { outputs } } } } }',
      {},
      { authorization },
    )
    expect(new Set(errors?.map(({ extensions }) => extensions.code))).toEqual(new Set(['BAD_PERIOD', 'UNKNOWN_BASIS']))
  })
})
