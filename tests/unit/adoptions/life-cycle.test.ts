import { expect, it } from 'vitest'
import { toDay, toIso } from '@causeway/shared/day'
import { lifeCycleOf, stageOn, type Use, STAGE_FIELDS, STAGES } from '@causeway/server/answers/adoptions/life-cycle'
import { createRandom } from '../../support/random.ts'

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
  expect(life.stages.filter(({ days }) => days > 0).map(({ stage, days }) => [stage, days])).toEqual([
    ['REGISTERED', 1],
    ['LAPSED', 1],
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
