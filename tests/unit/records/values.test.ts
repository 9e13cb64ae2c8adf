import { expect, test } from 'vitest'
import { eachLanguage } from '@causeway/server/records/each-language'
import { naturalKey } from '@causeway/server/records/natural-key'
import { recordTypeOf } from '@causeway/server/records/record-types'
import { SeenKeys } from '@causeway/server/records/seen-keys'
import { toDay, BEFORE_EVERY_DAY } from '@causeway/shared/day'
import { spanOf } from '@causeway/server/records/stretch'
import { timesFactor } from '@causeway/server/records/stored-values'
import VALUES from './values.json' with { type: 'json' }

test.each(VALUES.writtenBothLanguages as [string, string, string][])(
  '%s is written in both languages, and each reads its own',
  (text, zh, en) => {
    expect(eachLanguage(text)).toEqual({ zh, en })
  },
)

test.each(VALUES.sameBoth)('%s is the same in both', (text) => {
  expect(eachLanguage(text)).toEqual({ zh: text, en: text })
})

const key = (type: string, values: Record<string, string | number | null>) => naturalKey(recordTypeOf(type), values)

test('a code is its own key, whatever is in it', () => {
  expect(key('partner', { code: '0012/甲', name_zh: 'x' })).toBe('0012/甲')
})

test('the parts of a key are joined in the order of the contract, empty ones as nothing', () => {
  expect(key('enrolment', { person: 'h', programme: null, start: '2023-09-01' })).toBe('h//2023-09-01')
  expect(key('competition-result', { event: 'W', skill: '01', team: 'T' })).toBe('W/01/T/')
  expect(
    key('nothing-to-report', { record_type: 'mobility', from: '2020-09-01', to: '2021-08-31', direction: 'out' }),
  ).toBe('mobility/2020-09-01/2021-08-31//out/')
})

test('parts that hold a slash do not make two keys one', () => {
  const a = key('competition-result', { event: 'A/B', skill: 'C' })
  const b = key('competition-result', { event: 'A', skill: 'B/C' })
  expect(a).not.toBe(b)
  expect(key('competition-result', { event: 'A\\', skill: 'C' })).not.toBe(
    key('competition-result', { event: 'A', skill: '\\C' }),
  )
})

test('a source id is the key within its unit, and no other key has the unit in it', () => {
  const row = { code: 'P1', source_id: '7' }
  expect(key('partner', { ...row, unit: 'X' })).toBe('~X/7')
  expect(key('partner', row)).toBe('~/7')
  expect(key('partner', { code: 'P1', unit: 'X' })).toBe('P1')
  expect(key('partner', { code: '~/7' })).not.toBe(key('partner', row))
})

test('a group row has all its other own fields as its key, and neither its headcount nor its unit', () => {
  const group = { headcount: 20, kind: 'degree', nationality: 'VN', start: '2023-09-01', unit: 'X', note: 'n' }
  expect(key('enrolment', { ...group, headcount: 21, unit: 'Y', note: null })).toBe(key('enrolment', group))
  expect(key('enrolment', { ...group, sex: 'female' })).not.toBe(key('enrolment', group))
  expect(key('enrolment', group)).toBe('*/degree//VN////2023-09-01')
})

test('a resource takes the place of a standard in the key of an adoption, and a title the place of another', () => {
  const adoption = { country: 'VN', adopter: 'V' }
  expect(key('adoption', { standard: 'S1', resource: null, ...adoption })).toBe('S1/VN/V')
  expect(key('adoption', { standard: null, resource: 'R1', ...adoption })).toBe('R1/VN/V')
  expect(key('adoption-use', { resource: 'R1', ...adoption, from: '2023-09-01', to: '2024-08-31' })).toBe(
    'R1/VN/V/2023-09-01/2024-08-31',
  )
  const recognition = { issuer: 'I', awarded_on: '2022-11-08', programme: 'P1' }
  expect(key('recognition', { title_zh: '认证', title_en: 'Accreditation', ...recognition })).toBe(
    '认证/I/2022-11-08/P1/',
  )
  expect(key('recognition', { title_zh: '', title_en: 'Accreditation', ...recognition })).toBe(
    'Accreditation/I/2022-11-08/P1/',
  )
})

test('parts that a key gained leave the keys of records alone that have none of them', () => {
  const result = { person: 'h', instrument: 'I', version: 'v1', phase: 'final', attempt: 1 }
  expect(key('assessment-result', result)).toBe('h/I/v1//final/1')
  expect(key('assessment-result', { ...result, standard_unit: 'U1' })).toBe('h/I/v1//final/1///U1')
})

test('a unit of a standard and a course are known by more than their code', () => {
  expect(key('standard-unit', { standard: 'S1', version: '2.0', code: 'U1' })).toBe('S1/2.0/U1')
  expect(key('course', { programme: 'P1', code: 'C1' })).toBe('P1/C1')
  expect(key('standard-mapping', { standard: 'S1', to_standard: 'S2', relation: 'none' })).toBe('S1///S2/')
})

test('a key is seen the second time and not the first, also among many that are nearly alike', () => {
  const seen = new SeenKeys()
  const keyOf = (i: number) => `*degree/1///GB////higher/${2000 + (i % 25)}-09-01/row ${i}`
  for (let i = 0; i < 300_000; i++)
    if (seen.add('enrolment', `C${i % 50}`, keyOf(i))) throw new Error(`${i} was taken for another`)
  for (let i = 0; i < 300_000; i += 1_000) expect(seen.add('enrolment', `C${i % 50}`, keyOf(i))).toBe(true)
})

test('the parts of a key do not run into one another', () => {
  const seen = new SeenKeys()
  expect([
    seen.add('a', 'bc'),
    seen.add('ab', 'c'),
    seen.add('abc', ''),
    seen.add('', 'abc'),
    seen.add('a', 'bc'),
  ]).toEqual([false, false, false, false, true])
})

function span(type: string, dates: Record<string, string>) {
  return spanOf(recordTypeOf(type), (field) => (dates[field] === undefined ? null : toDay(dates[field])))
}
const day = toDay

test('a stay speaks for its first to its last day', () => {
  expect(span('mobility', { start: '2023-01-01', end: '2023-01-09' })).toEqual({
    first: day('2023-01-01'),
    last: day('2023-01-09'),
  })
})

test('an enrolment without an end is still open', () => {
  expect(span('enrolment', { start: '2023-09-01' })).toEqual({ first: day('2023-09-01'), last: null })
})

test('an empty from is before every day, and a to still ends it', () => {
  expect(span('partner', { to: '2023-01-01' })).toEqual({ first: BEFORE_EVERY_DAY, last: day('2023-01-01') })
  expect(span('programme', {})).toEqual({ first: BEFORE_EVERY_DAY, last: null })
})

test('an adoption begins with the earliest of its stages, whichever that is, and ends when it lapsed', () => {
  const dates = { adopted_on: '2022-01-01', registered_on: '2021-06-01', lapsed_on: '2024-01-01' }
  expect(span('adoption', dates)).toEqual({ first: day('2021-06-01'), last: day('2024-01-01') })
})

test('a stage that is not reached covers nothing, nor does a standard that is not localised', () => {
  expect(span('adoption', { lapsed_on: '2024-01-01' }).first).toBeNull()
  expect(span('standard', {}).first).toBeNull()
  expect(span('standard', { localised_on: '2020-01-01' })).toEqual({ first: day('2020-01-01'), last: null })
})

test('a record with one date is that day', () => {
  expect(span('competition-result', { date: '2022-10-15' })).toEqual({
    first: day('2022-10-15'),
    last: day('2022-10-15'),
  })
  expect(span('assessment-result', { date: '2022-10-15' })).toEqual({
    first: day('2022-10-15'),
    last: day('2022-10-15'),
  })
})

test('a type without dates is always covered; a class moves with the school year and has no days here', () => {
  expect(span('institution', {})).toEqual({ first: BEFORE_EVERY_DAY, last: null })
  expect(span('graduate-outcome', {})).toEqual({ first: null, last: null })
})

test('hundredths are whole where people wrote hundredths', () => {
  for (let hundredths = 0; hundredths <= 100_000; hundredths++)
    expect(
      timesFactor(Number(`${Math.floor(hundredths / 100)}.${String(hundredths % 100).padStart(2, '0')}`), 100),
    ).toBe(hundredths)
})

test('what is finer than the factor stays between two whole numbers', () => {
  expect(timesFactor(0.075, 100)).toBe(7.5)
  expect(timesFactor(1 / 3, 2)).toBeCloseTo(2 / 3, 12)
})

test('large whole numbers keep every digit', () => {
  expect(timesFactor(9_007_199_254_740_991, 1)).toBe(9_007_199_254_740_991)
})
