import { expect, test } from 'vitest'
import { Ranking, type Ranked } from '@causeway/server/answers/peers/compare-with-peers'

const plain = (value: number): Ranked => ({ value, rate: null })
const rate = (k: number, n: number): Ranked => ({ value: (100 * k) / n, rate: { k, n } })
const ranks = (values: Ranked[], betterWhen: 'HIGHER' | 'LOWER' | null = 'HIGHER') => {
  const ranking = new Ranking(values, betterWhen)
  return values.map((_, at) => ranking.rankOf(at))
}

test('equals share a place and the next is left free', () => {
  expect(ranks([plain(5), plain(9), plain(7), plain(7)]).map(({ rank, tied }) => [rank, tied])).toEqual([
    [4, false],
    [1, false],
    [2, true],
    [2, true],
  ])
})

test('where less is better the least is first', () => {
  expect(ranks([plain(5), plain(9)], 'LOWER').map(({ rank }) => rank)).toEqual([1, 2])
})

test('without counts nothing is said of chance', () => {
  expect(ranks([plain(5), plain(9)])[0]).toMatchObject({ from: null, to: null, withinNoise: null })
})

test('a place that chance alone could have given says so, with the places it could be', () => {
  // 48 of 80 is surely behind 70 of 70, and may be before or behind 46 of 80.
  expect(ranks([rate(48, 80), rate(70, 70), rate(46, 80)])).toEqual([
    { rank: 2, tied: false, from: 2, to: 3, withinNoise: true },
    { rank: 1, tied: false, from: 1, to: 1, withinNoise: false },
    { rank: 3, tied: false, from: 2, to: 3, withinNoise: true },
  ])
})

test('a number published without counts is held against what chance could have made of the own one', () => {
  // 48 of 80 may be anything from 49% to 70%.
  expect(ranks([rate(48, 80), plain(61)])[0]).toEqual({ rank: 2, tied: false, from: 1, to: 2, withinNoise: true })
  expect(ranks([rate(48, 80), plain(75)])[0]).toEqual({ rank: 2, tied: false, from: 2, to: 2, withinNoise: false })
})
