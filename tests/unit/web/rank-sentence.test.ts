import { expect, test } from 'vitest'
import { rankSentence } from '../../../web/src/features/indicator/rank-sentence.ts'

const rank = { rank: 3, tied: false, from: 1, to: 5, withinNoise: true }

test('a place that chance could have made is shown to say little', () => {
  expect(rankSentence({ rank, rankedOf: 5 }, 'RATIO')).toEqual({
    zh: '在可比的5所院校中，本校居第3位。考虑偶然波动，第1位到第5位都有可能，相邻名次的差别说明不了什么。',
    en: 'This college is number 3 of 5 that can be compared. Chance considered it could be anywhere from 1 to 5: the place itself says little.',
  })
  expect(rankSentence({ rank: { ...rank, withinNoise: false, from: 3, to: 3 }, rankedOf: 5 }, 'RATIO').zh).toContain(
    '站得住',
  )
})

test('the place of a count is no verdict, and a shared one is said to be', () => {
  const counted = { rank: 4, tied: true, from: null, to: null, withinNoise: null }
  expect(rankSentence({ rank: counted, rankedOf: 6 }, 'FLOW').en).toBe(
    'This college is number 4 of 6 that can be compared (shared). It is a count: larger colleges come first by their size, so the place is no verdict.',
  )
})

test('alone there is no place', () => {
  expect(rankSentence({ rank: { ...rank, rank: 1 }, rankedOf: 1 }, 'RATIO').zh).toContain('没有可比的数')
  expect(rankSentence({ rank: null, rankedOf: 5 }, 'RATIO').zh).toContain('没有可比的数')
})

test('a share whose counts are not known is not called a count', () => {
  const counted = { rank: 1, tied: false, from: null, to: null, withinNoise: null }
  for (const kind of ['RATIO', 'MEAN'] as const) {
    expect(rankSentence({ rank: counted, rankedOf: 6 }, kind).zh).toContain('名次仅供参考')
    expect(rankSentence({ rank: counted, rankedOf: 6 }, kind).en).not.toContain('It is a count')
  }
})
