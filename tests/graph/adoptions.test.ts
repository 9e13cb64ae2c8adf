import { expect, it } from 'vitest'
import { readAllAdoptions } from '@causeway/server/answers/adoptions/list-adoptions'
import {
  type College,
  askAsReader,
  fillAdoptions,
  fillRegistered,
  openCollege,
  openFilledCollege,
} from '../support/college.ts'
import { countStatements } from '../support/count-statements.ts'
import { onOneDatabase } from '../support/databases.ts'

const READ = `query($on: Date, $standard: ID, $country: ID) { adoptions(institution: "X", on: $on, standard: $standard, country: $country) { totalCount edges { node {
  standard resource title(locale: ZH) country countryLabel(locale: ZH) adopter state stateLabel(locale: ZH) since daysInState inForce live usedSince
  stages { stage label date reached days documents { code } } disorders { stage date before beforeDate message zh: message(locale: ZH) }
  documents { stage evidence { code } } record { label } } } } }`

async function read(college: College, variables: object) {
  const data = await askAsReader(college, READ, variables)
  return data.adoptions.edges.map((edge: { node: object }) => edge.node) as {
    adopter: string
    state: string | null
    since: string | null
    daysInState: number
    inForce: boolean
    live: boolean
    usedSince: string | null
    stages: { stage: string; date: string | null; reached: boolean; days: number; documents: { code: string }[] }[]
    disorders: { stage: string; date: string; before: string; beforeDate: string; message: string; zh: string }[]
    documents: { stage: string | null; evidence: { code: string } }[]
    [field: string]: unknown
  }[]
}

onOneDatabase((_name, open) => {
  it('an adoption is in the latest stage that is dated by the day, and a later one implies those before it', async () => {
    const college = await openFilledCollege(await open(), fillAdoptions)
    const stateOf = async (adopter: string, on: string) => {
      const found = (await read(college, { on })).find((it) => it.adopter === adopter)!
      return [found.state, found.since, found.daysInState, found.inForce, found.live]
    }
    const usedSince = async (adopter: string, on: string) =>
      (await read(college, { on })).find((it) => it.adopter === adopter)!.usedSince
    expect(await stateOf('Moshi', '2020-12-31')).toEqual([null, null, 0, false, false])
    expect(await stateOf('Moshi', '2021-01-10')).toEqual(['PROPOSED', '2021-01-10', 1, false, false])
    expect(await stateOf('Moshi', '2021-06-30')).toEqual(['ADAPTED', '2021-06-01', 30, false, false])
    expect(await stateOf('Moshi', '2022-03-01')).toEqual(['ADOPTED', '2022-03-01', 1, true, false])
    expect(await stateOf('Moshi', '2022-12-31')).toEqual(['IN_SYSTEM', '2022-09-01', 122, true, false])
    // Use is a mark beside the stage and none of them.
    expect(await stateOf('Moshi', '2023-02-01')).toEqual(['IN_SYSTEM', '2022-09-01', 154, true, true])
    expect([await usedSince('Moshi', '2023-01-31'), await usedSince('Moshi', '2023-02-01')]).toEqual([
      null,
      '2023-02-01',
    ])
    // The last learner left on 2023-06-30: a year later to the day it is not live.
    expect(await stateOf('Moshi', '2024-06-29')).toEqual(['IN_SYSTEM', '2022-09-01', 668, true, true])
    expect(await stateOf('Moshi', '2024-06-30')).toEqual(['IN_SYSTEM', '2022-09-01', 669, true, false])
    // The last day in force is one.
    expect(await stateOf('Moshi', '2024-12-31')).toEqual(['IN_SYSTEM', '2022-09-01', 853, true, false])
    expect(await stateOf('Moshi', '2025-01-01')).toEqual(['LAPSED', '2025-01-01', 1, false, false])
    // Learners alone adopt nothing; a report of none is no use.
    expect(await stateOf('Hanoi', '2023-06-01')).toEqual(['PROPOSED', '2022-05-01', 397, false, false])
    expect(await usedSince('Hanoi', '2023-06-01')).toBe('2023-01-01')
    expect(await stateOf('Vientiane', '2023-06-01')).toEqual(['REGISTERED', '2022-01-01', 517, true, false])
  })

  it('the days of all stages add up to the time since the first, and the open stage runs to the day', async () => {
    const college = await openFilledCollege(await open(), fillAdoptions)
    const moshi = (await read(college, { on: '2025-01-31', country: 'TZ' }))[0]!
    expect(moshi.stages.map(({ stage, date, reached, days }) => [stage, date, reached, days])).toEqual([
      ['PROPOSED', '2021-01-10', true, 142],
      ['ADAPTED', '2021-06-01', true, 273],
      ['ADOPTED', '2022-03-01', true, 184],
      // Overtaken on its own day.
      ['REGISTERED', '2022-09-01', true, 0],
      ['IN_SYSTEM', '2022-09-01', true, 853],
      ['LAPSED', '2024-12-31', true, 31],
    ])
    for (const on of ['2019-01-01', '2021-08-01', '2022-10-10', '2023-06-01', '2026-01-01'])
      for (const { stages, since } of await read(college, { on })) {
        const first = stages
          .map(({ date }) => date)
          .filter((date) => date !== null && date <= on)
          .sort()[0]
        const days = stages.reduce((sum, { days: own }) => sum + own, 0)
        const elapsed = first ? (Date.parse(on) - Date.parse(first)) / 86_400_000 + 1 : 0
        expect(days, `${on} ${since}`).toBe(elapsed)
      }
  })

  it('a document proves the stage that the adoption stood in when it was issued', async () => {
    const college = await openFilledCollege(await open(), fillAdoptions)
    const moshi = (await read(college, { on: '2025-01-31', country: 'TZ' }))[0]!
    expect(moshi.documents.map(({ stage, evidence: { code } }) => `${stage} ${code}`)).toEqual([
      'null D0',
      'ADOPTED D1',
      'IN_SYSTEM D2',
    ])
    const proved = moshi.stages.filter(({ documents }) => documents.length > 0)
    expect(proved.map(({ stage, documents }) => [stage, documents.map(({ code }) => code)])).toEqual([
      ['ADOPTED', ['D1']],
      ['IN_SYSTEM', ['D2']],
    ])
  })

  it('dates out of order are said in both languages, and so is use after a lapse', async () => {
    const college = await openFilledCollege(await open(), fillAdoptions)
    const disorders = Object.fromEntries(
      (await read(college, { on: '2025-01-31' })).map(({ adopter, disorders: found }) => [adopter, found]),
    )
    expect(disorders['Moshi']).toEqual([])
    expect(disorders['Vientiane']).toEqual([
      {
        ...{ stage: 'ADOPTED', date: '2023-09-01', before: 'REGISTERED', beforeDate: '2022-01-01' },
        message: '"adopted" is dated 2023-09-01, after "registered", 2022-01-01: check both and correct one.',
        zh: '“已采用”的日期 2023-09-01 晚于“已注册认证”的日期 2022-01-01，请核对并更正其中一项。',
      },
    ])
    expect(disorders['Hanoi']).toMatchObject([{ stage: 'ADOPTED', before: 'USED' }])
    // The use after the lapse was entered under another code of the standard.
    expect(disorders['Kazan']).toEqual([])
  })

  it('adoptions are counted in every stage they reached, by country, and those in force are those that the indicator of adopters counts', async () => {
    const college = await openFilledCollege(await open(), fillAdoptions)
    const query = `query($on: Date!) { adoptionStates(institution: "X", on: $on) { on total inForce live used disordered
        states { state label(locale: ZH) count } countries { country label(locale: ZH) total inForce states { state count } } }
      indicator(id: "ST05") { series(institution: "X", basis: CALENDAR_YEAR, from: 2023, to: 2023, by: "country") { figures { category { key } value } } } }`
    const { adoptionStates: states, indicator } = await askAsReader(college, query, { on: '2023-12-31' })
    expect(states).toMatchObject({ on: '2023-12-31', total: 5, inForce: 4, live: 2, used: 3, disordered: 2 })
    expect(states.states).toEqual([
      { state: 'PROPOSED', label: '已提出', count: 4 },
      { state: 'ADAPTED', label: '已本土化修订', count: 4 },
      { state: 'ADOPTED', label: '已采用', count: 4 },
      // Moshi, which learners use, and Vientiane.
      { state: 'REGISTERED', label: '已注册认证', count: 2 },
      { state: 'IN_SYSTEM', label: '已纳入国民教育体系', count: 1 },
      { state: 'LAPSED', label: '已失效', count: 0 },
      { state: null, label: '尚无阶段日期', count: 1 },
    ])
    const inForce = states.countries.map((it: { country: string; inForce: number }) => [it.country, it.inForce])
    expect(inForce).toEqual([
      ['LA', 1],
      ['RU', 1],
      ['TZ', 1],
      ['VN', 1],
    ])
    // The resource that Hanoi adopted is none of standards.
    const figures = indicator.series.figures.map((it: { category: { key: string }; value: number }) => [
      it.category.key,
      it.value,
    ])
    expect(figures).toEqual([
      ['LA', 1],
      ['RU', 1],
      ['TZ', 1],
    ])
    const other = await askAsReader(college, query, { on: '2024-01-01' })
    expect(other.adoptionStates.states.at(-2)).toEqual({ state: 'LAPSED', label: '已失效', count: 1 })
  })

  it('what learners use stays registered: on one day the matrix says what the indicators count', async () => {
    const college = await openCollege(await open())
    await fillRegistered(college)
    const counted = async (on: string) => {
      const asks = `series(institution: "X", basis: POINT_IN_TIME, at: "${on.slice(5)}", from: ${on.slice(0, 4)}, to: ${on.slice(0, 4)}) { figures { value } }`
      const data = await askAsReader(
        college,
        `{ adoptionStates(institution: "X", on: "${on}") { inForce live used states { state count } }
          adopters: indicator(id: "ST05") { ${asks} } certified: indicator(id: "ST06") { ${asks} } }`,
        {},
      )
      const { states, ...rest } = data.adoptionStates
      return {
        ...rest,
        stages: Object.fromEntries(states.map(({ state, count }: { state: string; count: number }) => [state, count])),
        adopters: data.adopters.series.figures[0].value,
        certified: data.certified.series.figures[0].value,
      }
    }
    expect(await counted('2023-05-01')).toEqual({
      ...{ inForce: 4, live: 3, used: 4, adopters: 4, certified: 3 },
      stages: { PROPOSED: 4, ADAPTED: 4, ADOPTED: 4, REGISTERED: 3, IN_SYSTEM: 1, LAPSED: 1, null: 0 },
    })
    // Before anybody used them it was the same but for the mark.
    expect(await counted('2022-08-31')).toMatchObject({
      ...{ inForce: 5, live: 0, used: 0, adopters: 5, certified: 3 },
      stages: { ADOPTED: 5, REGISTERED: 4, IN_SYSTEM: 1, LAPSED: 0 },
    })
  })

  it('a standard under two codes is one where adoptions and their use are said', async () => {
    const college = await openFilledCollege(await open(), fillAdoptions)
    await college.put('same-as', ['record_type,code,same_as,relation,decided_by', 'standard,S1OLD,S1,same,Office'])
    const found = await read(college, { on: '2023-12-31', standard: 'S1' })
    expect(found.map(({ adopter, standard, title }) => `${adopter} ${standard} ${title}`)).toEqual([
      'Vientiane S1 设施农业标准',
      'Moshi S1 设施农业标准',
      'Kazan S1 设施农业标准',
    ])
    expect(found[2]!.disorders).toMatchObject([
      { stage: 'USED', date: '2024-02-01', before: 'LAPSED', beforeDate: '2023-12-31' },
    ])
    const all = await readAllAdoptions(college.causeway.database, {
      ...{ institution: 'X', on: '2023-12-31', standard: 'S1OLD' },
    })
    expect(all).toHaveLength(3)
  })

  it('a page of adoptions takes as many statements as one of them', async () => {
    const { database, count } = countStatements(await open())
    const college = await openFilledCollege(database, fillAdoptions)
    const readers: number[] = []
    for (const on of ['2019-01-01', '2025-01-31']) {
      const before = count()
      const found = await read(college, on < '2020' ? { on, country: 'TZ' } : { on })
      readers.push(count() - before)
      expect(found.map(({ record }) => (record as { label: string }).label)).toContain(
        'Protected agriculture (S1) · Tanzania · Moshi',
      )
    }
    // The resources among five adoptions have titles of their own to be looked up.
    expect(readers[1]! - readers[0]!).toBeLessThanOrEqual(2)
  })

  it('who may not read the records is said nothing of adoptions', async () => {
    const college = await openFilledCollege(await open(), fillAdoptions)
    const query =
      '{ adoptions(institution: "X") { totalCount } adoptionStates(institution: "X") { total } standards(institution: "X") { totalCount } }'
    const codes = async (headers: Record<string, string> = {}) =>
      (await college.as(headers)(query)).errors?.map(({ extensions }) => extensions.code)
    expect(await codes()).toEqual(Array(3).fill('UNAUTHENTICATED'))
    expect(await codes({ authorization: `Bearer ${await college.tokenFor('administrator', 'Y')}` })).toEqual(
      Array(3).fill('FORBIDDEN'),
    )
  })
})
