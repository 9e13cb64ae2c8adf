import { expect, test } from 'vitest'
import { fill } from '../../../web/src/language/words.ts'

test('the word that goes with a number goes with one, with none and with many', () => {
  const words = { zh: '另有 {n} 项未列出', en: '{n} more {n|is|are} not listed' }
  expect(fill(words, { n: 1 })).toEqual({ zh: '另有 1 项未列出', en: '1 more is not listed' })
  expect(fill(words, { n: 0 }).en).toBe('0 more are not listed')
  expect(fill(words, { n: '1,001' }).en).toBe('1,001 more are not listed')
})

test('what nobody gave stays as it is', () => {
  expect(fill({ zh: '{year}年', en: '{year}' }, { n: 1 })).toEqual({ zh: '{year}年', en: '{year}' })
})
