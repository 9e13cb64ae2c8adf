import {
  basisWords,
  byBasisWords,
  scopeWords,
  themeWords,
  kindWords,
  dimensionWords,
} from '@causeway/shared/words/terms'
import type { Words } from '@causeway/shared/words/words'
import { DIMENSION_IDS } from '@causeway/server/figures/indicators/definition'
import { expect, test } from 'vitest'

test('every word list has both languages', () => {
  const lists: Record<string, Words>[] = [basisWords, byBasisWords, dimensionWords, kindWords, scopeWords, themeWords]
  for (const { zh, en } of lists.flatMap((list) => Object.values(list))) {
    expect(zh).toMatch(/[一-龥]/)
    expect(en).toMatch(/[a-z]/)
  }
})

test('every dimension has its words, and no other has', () => {
  expect(Object.keys(dimensionWords).toSorted()).toEqual([...DIMENSION_IDS].toSorted())
})
