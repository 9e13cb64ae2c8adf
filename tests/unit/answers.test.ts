import { expect, it } from 'vitest'
import { toDay, toIso } from '@causeway/shared/day'
import { lifeCycleOf, stageOn, STAGE_FIELDS, STAGES, type Use } from '@causeway/server/answers/adoptions/life-cycle'
import { findOutlier } from '@causeway/server/answers/quality/indicator-quality'
import { movesWords } from '@causeway/server/answers/change/reason'
import { changeWords } from '@causeway/server/answers/change/year-change'
import { CATALOGUE } from '@causeway/server/figures/indicators/catalogue'
import { compareVersions, type Unit, type Version } from '@causeway/server/answers/curriculum/version'
import type { StoredRecord } from '@causeway/server/records/list-records'
import { createRandom } from '../support/random.ts'

const FIRST = toDay('2020-01-01')
const SPAN = 60

it('the days of each stage are the days on which it is the state, whatever the order of the dates', () => {
  const random = createRandom('lives of adoptions')
  let disordered = 0
  for (let round = 0; round < 500; round++) {
    const values: Record<string, string | null> = {}
    for (const field of Object.values(STAGE_FIELDS))
      values[field] = random.chance(0.6) ? toIso(FIRST + random.whole(0, SPAN)) : null
    const first = FIRST + random.whole(0, SPAN)
    const use: Use | null = random.chance(0.5) ? { first, lastFirst: first + 10, recent: true } : null
    const on = FIRST + random.whole(-5, SPAN + 20)
    const life = lifeCycleOf(values, use, on)

    const days = Object.fromEntries(STAGES.map((stage) => [stage, 0]))
    for (let day = FIRST - 5; day <= on; day++) {
      const stage = stageOn(values, day)
      if (stage !== null) days[stage]!++
    }
    expect(Object.fromEntries(life.stages.map(({ stage, days: own }) => [stage, own]))).toEqual(days)
    expect(life.state).toBe(stageOn(values, on))
    expect(life.since === null).toBe(life.state === null)
    if (life.since !== null) {
      expect(stageOn(values, toDay(life.since))).toBe(life.state)
      expect(stageOn(values, toDay(life.since) - 1)).not.toBe(life.state)
    }
    if (life.live) expect(life.inForce).toBe(true)
    disordered += life.disorders.length
  }
  expect(disordered).toBeGreaterThan(100)
})

it('a lapse on the very last day is no disorder, and dates of one day are none', () => {
  const values = { adopted_on: '2021-01-01', registered_on: '2021-01-01', lapsed_on: '2021-01-01' }
  const life = lifeCycleOf(values, null, toDay('2021-01-02'))
  expect(life).toMatchObject({ state: 'LAPSED', since: '2021-01-02', inForce: false, disorders: [] })
  expect(life.stages.filter(({ days }) => days > 0).map(({ stage, days }) => `${stage} ${days}`)).toEqual([
    'REGISTERED 1',
    'LAPSED 1',
  ])
})

it('use before an authority registers or takes over the standard is no disorder; use before it was adopted is', () => {
  const use: Use = { first: toDay('2021-09-01'), lastFirst: toDay('2021-09-01'), recent: true }
  const later = { registered_on: '2023-01-01', in_system_on: '2024-01-01' }
  const on = toDay('2024-06-01')
  expect(lifeCycleOf({ adopted_on: '2021-06-01', ...later }, use, on).disorders).toEqual([])
  expect(lifeCycleOf({ adopted_on: '2022-06-01', ...later }, use, on).disorders).toMatchObject([
    { stage: 'ADOPTED', before: 'USED' },
  ])
})

it('use by learners is a mark beside the stage: what is registered stays so once it is used', () => {
  const use: Use = { first: toDay('2022-03-01'), lastFirst: toDay('2023-09-01'), recent: true }
  const values = { adopted_on: '2021-06-01', registered_on: '2022-01-01' }
  const life = lifeCycleOf(values, use, toDay('2023-12-31'))
  expect(life).toMatchObject({ state: 'REGISTERED', since: '2022-01-01', live: true, usedSince: '2022-03-01' })
  expect(life.stages.filter(({ reached }) => reached).map(({ stage }) => stage)).toEqual([
    ...['PROPOSED', 'ADAPTED', 'ADOPTED', 'REGISTERED'],
  ])
  // Not before its first day; and use alone reaches no stage.
  expect(lifeCycleOf(values, use, toDay('2022-02-28')).usedSince).toBe(null)
  const alone = lifeCycleOf({}, use, toDay('2023-12-31'))
  expect(alone).toMatchObject({ state: null, inForce: false, live: false, usedSince: '2022-03-01' })
  expect(alone.stages.some(({ reached }) => reached)).toBe(false)
})

function versionOf(version: string, weights: Record<string, number | null>): Version {
  const units = Object.entries(weights).map(([code, weight]): Unit => {
    const title = { zh: code, en: code }
    return { standard: 'S', version, code, title, weight, eqfLevel: null, escoUri: null, record: {} as StoredRecord }
  })
  return { standard: 'S', version, from: null, to: null, reviewDue: null, reviewedOn: null, units, record: null }
}

it('a weight is its share of all, whatever the weights of a version add up to', () => {
  const before = versionOf('1', { U1: 0.3, U2: 0.5, U3: 0.2, U4: null })
  const inPercent = versionOf('2', { U1: 30, U2: 50, U3: 20, U4: null })
  expect(compareVersions(before, inPercent)).toEqual([])
  const [first, second, ...rest] = compareVersions(before, versionOf('3', { U1: 50, U2: 30, U3: 20, U4: null }))
  expect(first?.words.en).toBe('U1 "U1": the weight was 30% and is now 50%')
  expect(second?.words.zh).toBe('U2“U2”：权重由 50% 改为 30%')
  expect(rest).toEqual([])
})

it('a unit that comes gives no other unit another weight', () => {
  const before = versionOf('1', { U1: 0.5, U2: 0.5 })
  const [change, ...rest] = compareVersions(before, versionOf('2', { U1: 0.5, U2: 0.5, U3: 0.25 }))
  expect(change).toMatchObject({ code: 'U3', kinds: ['ADDED'] })
  expect(rest).toEqual([])
})

it('a number more than 3.5 robust deviations from the median of earlier years is said', () => {
  // Median 12, median absolute deviation 1: a robust deviation is 1.4826.
  const past = [10, 11, 12, 13, 14]
  expect(findOutlier(18, past)).toMatchObject({ value: 18, median: 12, years: 5 })
  expect(findOutlier(18, past)!.deviations).toBeCloseTo(6 / 1.4826, 9)
  expect(findOutlier(17, past)).toBeNull()
  expect(findOutlier(6, past)).not.toBeNull()
})

it('one strange year of the past does not hide another', () => {
  expect(findOutlier(900, [10, 11, 12, 13, 1000])).not.toBeNull()
})

it('fewer than four earlier years say nothing', () => {
  expect(findOutlier(1000, [10, 10, 10])).toBeNull()
  expect(findOutlier(1000, [10, 10, 10, 10])).not.toBeNull()
})

it('where more than half of the years are alike, the mean deviation takes over', () => {
  expect(findOutlier(12, [10, 10, 10, 10, 11])).not.toBeNull()
  expect(findOutlier(10.5, [10, 10, 10, 10, 11])).toBeNull()
})

it('a past that never moved tells a step of more than half', () => {
  expect(findOutlier(15, [10, 10, 10, 10])).toBeNull()
  expect(findOutlier(16, [10, 10, 10, 10])).toMatchObject({ deviations: null, median: 10 })
})

it('whole counts that are near are never said', () => {
  expect(findOutlier(14, [10, 10, 10, 10], 5)).toBeNull()
  expect(findOutlier(16, [10, 10, 10, 10], 5)).not.toBeNull()
})

it('a past of zeros is no usual value: fewer than three years with something say nothing', () => {
  expect(findOutlier(40, [0, 0, 0, 0, 0, 0, 0, 0, 0, 0], 5)).toBeNull()
  expect(findOutlier(40, [0, 0, 0, 0, 0, 0, 0, 0, 7, 9], 5)).toBeNull()
  expect(findOutlier(40, [0, 0, 0, 0, 0, 0, 0, 8, 7, 9], 5)).toMatchObject({ median: 0, years: 10 })
  // A median above zero is a usual value, also with a few zeros.
  expect(findOutlier(40, [0, 10, 11, 12], 5)).not.toBeNull()
})

type Said = Parameters<typeof changeWords>[0]

function change(code: string, before: number, after: number): Said {
  const declaration = CATALOGUE.find((one) => one.code === code)!
  return {
    ...{ declaration, before: { value: before }, after: { value: after } },
  } as Said
}

it('a count rises in number, a rate and a mean in height', () => {
  expect(changeWords(change('EX02', 28, 1)).zh).toBe('由28人减至1人')
  expect(changeWords(change('EX02', 28, 1)).en).toBe('down from 28 people to 1 person')
  expect(changeWords(change('EX02', 0, 12_345_678)).en).toBe('up from 0 people to 12,345,678 people')
  expect(changeWords(change('SK15.aug', 88.755, 90)).zh).toBe('由88.76%升至90%')
  expect(changeWords(change('SK11', -1.25, -0.05)).en).toBe('up from −1.3 points to −0.1 points')
})

it('categories that made a change are said with what they are categories of', () => {
  const moves = [
    { label: { zh: '学习', en: 'study' }, isNew: false, value: 68 },
    { label: { zh: '访问', en: 'visit' }, isNew: true, value: 7 },
  ]
  const said = movesWords(
    moves,
    CATALOGUE.find(({ code }) => code === 'IN17')!,
    'purpose',
  )
  expect(said.zh).toBe('其中学习增加68人次，访问新增7人次')
  expect(said.en).toBe('by purpose: study 68 more, visit 7 (none before)')
})

it('of a share of few the counts come first', () => {
  const said = change('SK07', 100 * (2 / 3), 50)
  Object.assign(said.before, { numerator: 2, denominator: 3 })
  Object.assign(said.after, { numerator: 2, denominator: 4 })
  expect(changeWords(said)).toEqual({
    zh: '由3人中2人（67%）降至4人中2人（50%）',
    en: 'down from 2 of 3 people (67%) to 2 of 4 people (50%)',
  })
})
