import { expect, test } from 'vitest'
import { cutFor, readFilter, writeFilter } from '../../../web/src/graph/series-filter.ts'

const view = (filter: string[], by: string | null = null, across: string | null = null) => ({ filter, by, across })

test('a filter of an address reads and writes itself', () => {
  const filter = { dimension: 'country', in: ['VN', 'LA'] }
  expect(readFilter('country:VN,LA')).toEqual(filter)
  expect(writeFilter(filter)).toBe('country:VN,LA')
  // A code may have its own colon.
  expect(readFilter('programme:P:1')).toEqual({ dimension: 'programme', in: ['P:1'] })
})

test('anyone who may see exact figures asks for every cut', () => {
  expect(cutFor(view(['country:VN,LA', 'sex:female'], 'programme', 'level'), true)).toMatchObject({
    filters: [{ in: ['VN', 'LA'] }, { in: ['female'] }],
    by: 'programme',
    across: 'level',
    withheld: false,
  })
  // Crossed with itself it is not crossed.
  expect(cutFor(view([], 'level', 'level'), true).across).toBeNull()
})

test('the public is offered what will be answered: one value, or a breakdown, and said what is left out', () => {
  expect(cutFor(view(['country:VN']), false)).toMatchObject({ filters: [{ in: ['VN'] }], by: null, withheld: false })
  expect(cutFor(view(['country:VN'], 'programme'), false)).toMatchObject({ by: null, withheld: true })
  expect(cutFor(view(['country:VN,LA'], 'programme'), false)).toMatchObject({
    filters: [],
    by: 'programme',
    withheld: true,
  })
  expect(cutFor(view(['country:VN', 'sex:female']), false)).toMatchObject({ filters: [], withheld: true })
  expect(cutFor(view([], 'programme', 'level'), false)).toMatchObject({ across: null, withheld: true })
  expect(cutFor(view([], 'programme'), false)).toMatchObject({ by: 'programme', withheld: false })
})
