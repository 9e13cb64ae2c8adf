import { expect, it } from 'vitest'
import { naturalKey } from '@causeway/server/records/natural-key'
import { recordTypeOf } from '@causeway/server/records/record-types'

const key = (type: string, values: Record<string, string | number | null>) => naturalKey(recordTypeOf(type), values)

it('a code is its own key, whatever is in it', () => {
  expect(key('partner', { code: '0012/甲', name_zh: 'x' })).toBe('0012/甲')
})

it('the parts of a key are joined in the order of the contract, empty ones as nothing', () => {
  expect(key('enrolment', { person: 'h', programme: null, start: '2023-09-01' })).toBe('h//2023-09-01')
  expect(key('competition-result', { event: 'W', skill: '01', team: 'T' })).toBe('W/01/T/')
  expect(
    key('nothing-to-report', { record_type: 'mobility', from: '2020-09-01', to: '2021-08-31', direction: 'out' }),
  ).toBe('mobility/2020-09-01/2021-08-31//out/')
})

it('parts that hold a slash do not make two keys one', () => {
  const a = key('competition-result', { event: 'A/B', skill: 'C' })
  const b = key('competition-result', { event: 'A', skill: 'B/C' })
  expect(a).not.toBe(b)
  expect(key('competition-result', { event: 'A\\', skill: 'C' })).not.toBe(
    key('competition-result', { event: 'A', skill: '\\C' }),
  )
})

it('a source id is the key within its unit, and no other key has the unit in it', () => {
  const row = { code: 'P1', source_id: '7' }
  expect(key('partner', { ...row, unit: 'X' })).toBe('~X/7')
  expect(key('partner', row)).toBe('~/7')
  expect(key('partner', { code: 'P1', unit: 'X' })).toBe('P1')
  expect(key('partner', { code: '~/7' })).not.toBe(key('partner', row))
})

it('a group row has all its other own fields as its key, and neither its headcount nor its unit', () => {
  const group = { headcount: 20, kind: 'degree', nationality: 'VN', start: '2023-09-01', unit: 'X', note: 'n' }
  expect(key('enrolment', { ...group, headcount: 21, unit: 'Y', note: null })).toBe(key('enrolment', group))
  expect(key('enrolment', { ...group, sex: 'female' })).not.toBe(key('enrolment', group))
  expect(key('enrolment', group)).toBe('*/degree//VN////2023-09-01')
})

it('a resource takes the place of a standard in the key of an adoption, and a title the place of another', () => {
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

it('parts that a key gained leave the keys of records alone that have none of them', () => {
  const result = { person: 'h', instrument: 'I', version: 'v1', phase: 'final', attempt: 1 }
  expect(key('assessment-result', result)).toBe('h/I/v1//final/1')
  expect(key('assessment-result', { ...result, standard_unit: 'U1' })).toBe('h/I/v1//final/1///U1')
})

it('a unit of a standard and a course are known by more than their code', () => {
  expect(key('standard-unit', { standard: 'S1', version: '2.0', code: 'U1' })).toBe('S1/2.0/U1')
  expect(key('course', { programme: 'P1', code: 'C1' })).toBe('P1/C1')
  expect(key('standard-mapping', { standard: 'S1', to_standard: 'S2', relation: 'none' })).toBe('S1///S2/')
})
