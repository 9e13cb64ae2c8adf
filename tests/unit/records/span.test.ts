import { toDay, BEFORE_EVERY_DAY } from '@causeway/shared/day'
import { expect, it } from 'vitest'
import { recordTypeOf } from '@causeway/server/records/record-types'
import { spanOf } from '@causeway/server/records/stretch'

function span(type: string, dates: Record<string, string>) {
  return spanOf(recordTypeOf(type), (field) => (dates[field] === undefined ? null : toDay(dates[field])))
}
const day = toDay

it('a stay speaks for its first to its last day', () => {
  expect(span('mobility', { start: '2023-01-01', end: '2023-01-09' })).toEqual({
    first: day('2023-01-01'),
    last: day('2023-01-09'),
  })
})

it('an enrolment without an end is still open', () => {
  expect(span('enrolment', { start: '2023-09-01' })).toEqual({ first: day('2023-09-01'), last: null })
})

it('an empty from is before every day, and a to still ends it', () => {
  expect(span('partner', { to: '2023-01-01' })).toEqual({ first: BEFORE_EVERY_DAY, last: day('2023-01-01') })
  expect(span('programme', {})).toEqual({ first: BEFORE_EVERY_DAY, last: null })
})

it('an adoption begins with the earliest of its stages, whichever that is, and ends when it lapsed', () => {
  const dates = { adopted_on: '2022-01-01', registered_on: '2021-06-01', lapsed_on: '2024-01-01' }
  expect(span('adoption', dates)).toEqual({ first: day('2021-06-01'), last: day('2024-01-01') })
})

it('a stage that is not reached covers nothing, nor does a standard that is not localised', () => {
  expect(span('adoption', { lapsed_on: '2024-01-01' }).first).toBeNull()
  expect(span('standard', {}).first).toBeNull()
  expect(span('standard', { localised_on: '2020-01-01' })).toEqual({ first: day('2020-01-01'), last: null })
})

it('a record with one date is that day', () => {
  expect(span('competition-result', { date: '2022-10-15' })).toEqual({
    first: day('2022-10-15'),
    last: day('2022-10-15'),
  })
  expect(span('assessment-result', { date: '2022-10-15' })).toEqual({
    first: day('2022-10-15'),
    last: day('2022-10-15'),
  })
})

it('a type without dates is always covered; a class moves with the school year and has no days here', () => {
  expect(span('institution', {})).toEqual({ first: BEFORE_EVERY_DAY, last: null })
  expect(span('graduate-outcome', {})).toEqual({ first: null, last: null })
})
