import { expect, test } from 'vitest'
import { fill } from '../../../web/src/language/fill.ts'

test('a name with a dollar sign stands in a sentence as it is, and what is not known leaves its place visible', () => {
  const words = { zh: '与{name}对照，第{n}次', en: 'Compared with {name}, time {n}' }
  expect(fill(words, { name: 'A$&B', n: null })).toEqual({
    zh: '与A$&B对照，第{n}次',
    en: 'Compared with A$&B, time {n}',
  })
})
