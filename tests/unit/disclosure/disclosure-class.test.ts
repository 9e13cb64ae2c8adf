import { expect, test } from 'vitest'
import { disclosureClass } from '@causeway/server/figures/disclosure/disclosure-class'
import type { Measure, SetOf } from '@causeway/server/figures/indicators/definition'
import { holdsPersons } from './families.ts'

const of = (type: string): SetOf => ({ of: type, time: { always: true } })
const classOf = (measure: Measure, type: string | undefined, unit = '个') =>
  disclosureClass({ measure, set: type === undefined ? undefined : of(type), unit: { zh: unit, en: '' } }, holdsPersons)

test('distinct persons and participations are persons', () => {
  expect(classOf({ distinct: 'persons' }, 'enrolment')).toBe('persons')
  expect(classOf({ count: 'participations' }, 'mobility')).toBe('persons')
  expect(classOf({ distinct: ['person', 'instrument'] }, 'assessment-result')).toBe('persons')
})

test('a union with one person-bearing branch is counted in persons', () => {
  const union: SetOf = {
    union: [
      { of: 'platform', time: { always: true } },
      { of: 'mobility', time: { always: true } },
    ],
  }
  expect(disclosureClass({ measure: { count: 'records' }, set: union, unit: { zh: '次', en: '' } }, holdsPersons)).toBe(
    'persons',
  )
})

test('standards, platforms, awards, programmes and countries are things, even where persons lead to them', () => {
  expect(classOf({ distinct: 'standard' }, 'adoption')).toBe('things')
  expect(classOf({ count: 'records' }, 'platform')).toBe('things')
  expect(classOf({ distinct: ['event', 'skill', { else: ['team', 'person'] }] }, 'competition-result')).toBe('things')
  expect(classOf({ distinct: 'programme' }, 'enrolment')).toBe('things')
  expect(classOf({ distinct: 'nationality' }, 'enrolment')).toBe('things')
  expect(classOf({ share: [], per: 'records' }, 'adoption')).toBe('things')
})

test('clipped and shared days of persons are person-days; medal points are not', () => {
  expect(classOf({ sum: { clippedDays: ['start', 'end'] } }, 'mobility', '人日')).toBe('person-days')
  expect(classOf({ sum: { sharedDays: 'training_days', over: ['start', 'end'] } }, 'training-session', '人日')).toBe(
    'person-days',
  )
  expect(classOf({ sum: { points: 'medal', map: { gold: 4 } } }, 'competition-result', '分')).toBe('things')
})

test('a sum in persons is one of persons, whatever it is summed from', () => {
  expect(classOf({ sum: 'learners' }, 'adoption-use', '人')).toBe('persons')
})

test('a share of persons is a rate, a mean or a gain over persons a mean', () => {
  expect(classOf({ share: [], per: 'persons' }, 'graduate-outcome')).toBe('rate')
  expect(classOf({ share: [], per: 'participations' }, 'assessment-result')).toBe('rate')
  expect(classOf({ mean: 'score', scale: ['scale'] }, 'competition-result')).toBe('mean')
  expect(classOf({ median: 'pay' }, 'graduate-outcome')).toBe('mean')
})

test('a ratio is a rate where persons or the asked of a survey are in it, else one of things', () => {
  const part = (type: string, measure: Measure) => ({ set: of(type), measure })
  const ratio = (numerator: ReturnType<typeof part>, denominator: ReturnType<typeof part>): Measure => ({
    ratio: { numerator, denominator },
  })
  expect(
    classOf(ratio(part('placement', { distinct: 'persons' }), part('enrolment', { distinct: 'persons' })), undefined),
  ).toBe('rate')
  expect(classOf(ratio(part('course', { count: 'records' }), part('course', { count: 'records' })), undefined)).toBe(
    'things',
  )
  const asked = { set: of('survey-result'), measure: { sum: 'asked' } as Measure }
  const survey: Measure = {
    ratio: {
      numerator: part('survey-result', { sum: 'positive' }),
      denominator: part('survey-result', { sum: 'answered' }),
      response: asked,
    },
  }
  expect(classOf(survey, undefined, '%')).toBe('rate')
})
