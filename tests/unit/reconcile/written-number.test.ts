import { expect, test } from 'vitest'
import { readWrittenNumber } from '@causeway/server/reconcile/written-number'

test('a number is what it is written as, with the words that stand for its noughts', () => {
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

test('what is no single number is refused', () => {
  for (const text of ['', '多', '34,6', '1-2', '3千2百', 'NaN']) expect(() => readWrittenNumber(text), text).toThrow()
})
