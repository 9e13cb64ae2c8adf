import { expect, test } from 'vitest'
import { readWrittenNumber } from '@causeway/server/answers/reconcile/written-number'
import NUMBERS from './written-numbers.json' with { type: 'json' }
import CUT from './cut-numbers.json' with { type: 'json' }

test('a number is what it is written as, with the words that represent its noughts', () => {
  const read = (text: string) => {
    const { number, step } = readWrittenNumber(text)
    return [number, step]
  }
  expect(read('约81人')).toEqual([81, 1])
  expect(read('12,345,678')).toEqual([12_345_678, 1])
  expect(read('34.6 %')).toEqual([34.6, 0.1])
  expect(read('−5.5')).toEqual([-5.5, 0.1])
  expect(read('6.3万人日')).toEqual([63_000, 1000])
  expect(read('1.2亿')).toEqual([120_000_000, 10_000_000])
  expect(read('3千人次')).toEqual([3000, 1000])
  expect(read('5百')).toEqual([500, 100])
  expect(read('1.2 million people')).toEqual([1_200_000, 100_000])
  expect(read('12k')).toEqual([12_000, 1000])
  expect(read('12 kinds')).toEqual([12, 1])
})

test.each(NUMBERS.everyWordRepresents as [string, number, number][])(
  'of %s every word that represents noughts is read',
  (text, number, step) => {
    expect(readWrittenNumber(text)).toMatchObject({ number, step })
  },
)

test.each(NUMBERS.unitPartNumber as [string, number][])('of %s the unit is no part of the number', (text, number) => {
  expect(readWrittenNumber(text).number).toBe(number)
})

test('the noughts of a number and the unit behind it are distinguished where both are there', () => {
  expect(readWrittenNumber('3万千瓦').number).toBe(30_000)
  expect(readWrittenNumber('5千千米').number).toBe(5000)
})

test('a number is quoted as it was written, without what surrounded it', () => {
  expect(readWrittenNumber('约2千万人').text).toBe('2千万')
  expect(readWrittenNumber('some 1.2 million people').text).toBe('1.2 million')
  expect(readWrittenNumber('5千克').text).toBe('5')
})

test('what goes on as a number behind what was read is refused, and never read as a smaller one', () => {
  const cut = CUT
  for (const text of cut) expect(() => readWrittenNumber(text), text).toThrow()
})

test('what is no single number is refused', () => {
  for (const text of ['', '多', '34,6', '1-2', '3千2百', 'NaN']) expect(() => readWrittenNumber(text), text).toThrow()
})
