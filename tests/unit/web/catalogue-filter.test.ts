import { expect, test } from 'vitest'
import {
  type CatalogueEntry,
  passes,
  readFilter,
  writeFilter,
} from '../../../web/src/features/catalogue/catalogue-filter.ts'

const entry: CatalogueEntry = {
  ...{ id: 'a', code: 'A1', name: { zh: '甲', en: 'A' }, definition: { zh: '甲', en: 'A' }, pinyin: ['jia'] },
  ...{ theme: 'EXPORT', unit: '人', decimals: 0, recordTypes: [] },
  forms: [{ id: 'international-influence', name: '国际影响表' }],
}
const nothing = { theme: null, form: null, data: null }

test('what a list is cut down to is in the address as it is read from there; what is unknown there is left out', () => {
  const filter = { theme: 'EXPORT' as const, form: 'international-influence', data: 'missing' as const }
  expect(writeFilter(filter)).toEqual(['theme:export', 'form:international-influence', 'data:missing'])
  expect(readFilter(writeFilter(filter))).toEqual(filter)
  expect(readFilter(['theme:nonsense', 'data:other', 'country:VN'])).toEqual(nothing)
})

test('a figure that is hidden or zero is there; only one without records is missing', () => {
  const held = { ...nothing, data: 'held' as const }
  expect(passes(entry, held, { gap: null })).toBe(true)
  expect(passes(entry, held, { gap: 'SUPPRESSED' })).toBe(true)
  expect(passes(entry, held, { gap: 'NO_RECORDS' })).toBe(false)
  expect(passes(entry, { ...nothing, data: 'missing' }, { gap: 'NO_RECORDS' })).toBe(true)
})

test('of what nobody knows it is not said that it is there, nor that it is missing', () => {
  expect(passes(entry, { ...nothing, data: 'held' }, undefined)).toBe(false)
  expect(passes(entry, { ...nothing, data: 'missing' }, null)).toBe(false)
  expect(passes(entry, nothing, undefined)).toBe(true)
})

test('theme and table are both asked for', () => {
  expect(passes(entry, { ...nothing, theme: 'SKILLS' }, null)).toBe(false)
  expect(passes(entry, { ...nothing, theme: 'EXPORT', form: 'scorecard' }, null)).toBe(false)
  expect(passes(entry, { ...nothing, theme: 'EXPORT', form: 'international-influence' }, null)).toBe(true)
})
