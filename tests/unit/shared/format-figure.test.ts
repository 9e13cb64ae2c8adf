import { GAPS } from '@causeway/shared/figure'
import { formatFigure, formatInterval, formatQuantity, formatValue, gapWords } from '@causeway/shared/format-figure'
import { describe, expect, test } from 'vitest'

const PEOPLE = { zh: '人', en: 'people' }
const PERCENT = { zh: '%', en: '%' }

describe('numbers', () => {
  test('have thousands apart', () => {
    expect(formatValue(1284, 0, 'EN')).toBe('1,284')
    expect(formatValue(1234567.891, 2, 'ZH')).toBe('1,234,568')
  })

  test('that are whole have no point, whatever places are asked for', () => {
    expect([7, 100, 1391, 0, -4].map((value) => formatValue(value, 2, 'EN'))).toEqual(['7', '100', '1,391', '0', '−4'])
    expect(formatValue(80.004, 2, 'ZH')).toBe('80')
  })

  test('keep what they have where there is room for it, and nothing empty behind it', () => {
    expect(formatValue(1391.5, 1, 'ZH')).toBe('1,391.5')
    expect(formatValue(88.76, 2, 'ZH')).toBe('88.76')
    expect(formatValue(12.5, 2, 'EN')).toBe('12.5')
  })

  test('that go on have fewer places the larger they are', () => {
    expect([2 / 3, 200 / 3, 2000 / 3, 20_000 / 3].map((value) => formatValue(value, 2, 'EN'))).toEqual([
      '0.67',
      '66.67',
      '666.7',
      '6,667',
    ])
  })

  test('that are not nothing never read as 0, nor as 100 what is not all', () => {
    expect(formatValue(100 / 30_000, 2, 'EN')).toBe('0.003')
    expect(formatValue(100 * (29_999 / 30_000), 2, 'EN')).toBe('99.997')
    expect(formatValue(-0.04, 1, 'EN')).toBe('−0.04')
  })

  test('round halves away from zero', () => {
    expect(formatValue(0.5, 0, 'EN')).toBe('1')
    expect(formatValue(2.5, 0, 'EN')).toBe('3')
    expect(formatValue(-2.5, 0, 'EN')).toBe('−3')
  })

  test('carry a minus sign, not a hyphen, and zero carries none', () => {
    expect(formatValue(-5.6, 1, 'EN')).toBe('−5.6')
    expect(formatValue(-0.04, 0, 'EN')).toBe('0')
    expect(formatValue(-0, 0, 'ZH')).toBe('0')
  })

  test('that are none are refused', () => {
    expect(() => formatValue(Number.NaN, 0, 'EN')).toThrow(RangeError)
    expect(() => formatValue(Infinity, 0, 'EN')).toThrow(RangeError)
  })
})

describe('units', () => {
  test('stand apart in English and close in Chinese, and a percent sign is close in both', () => {
    expect(formatQuantity(163, 0, PEOPLE, 'EN')).toBe('163 people')
    expect(formatQuantity(163, 0, PEOPLE, 'ZH')).toBe('163人')
    expect(formatQuantity(81.25, 1, PERCENT, 'EN')).toBe('81.3%')
    expect(formatQuantity(81.25, 1, PERCENT, 'ZH')).toBe('81.3%')
  })

  test('of one are singular, of none and of 1.5 plural', () => {
    expect(formatQuantity(1, 0, PEOPLE, 'EN')).toBe('1 person')
    expect(formatQuantity(0, 0, PEOPLE, 'EN')).toBe('0 people')
    expect(formatQuantity(1, 1, { zh: '分', en: 'points' }, 'EN')).toBe('1 point')
    expect(formatQuantity(1.5, 1, { zh: '分', en: 'points' }, 'EN')).toBe('1.5 points')
  })

  test('of money stand like any other', () => {
    expect(formatQuantity(5200, 0, { zh: '元', en: 'CNY' }, 'EN')).toBe('5,200 CNY')
    expect(formatQuantity(5200, 0, { zh: '元', en: 'CNY' }, 'ZH')).toBe('5,200元')
  })

  test('that tell a range of numbers are beside none of them', () => {
    const gain = { zh: '0–1', en: '0–1' }
    expect(formatQuantity(0.7, 2, gain, 'EN')).toBe('0.7')
    expect(formatQuantity(-0.125, 2, gain, 'ZH')).toBe('−0.13')
  })
})

describe('gaps', () => {
  test('read as words or as a symbol, in both languages, and never as 0 or nothing', () => {
    const seen = new Set<string>()
    for (const gap of GAPS) {
      for (const locale of ['ZH', 'EN'] as const) {
        const word = formatFigure({ value: null, gap }, { decimals: 0, unit: PEOPLE }, locale)
        const symbol = formatFigure({ value: null, gap }, { decimals: 0, gapAs: 'symbol' }, locale)
        expect(word).toMatch(locale === 'ZH' ? /[一-龥]/ : /[a-z]/)
        expect(symbol).toMatch(/^[^0-9\s]+$/)
        seen.add(symbol)
      }
      expect(gapWords[gap].meaning.zh).toMatch(/[一-龥]/)
      expect(gapWords[gap].meaning.en).toMatch(/[a-z]/)
    }
    expect(seen.size).toBe(GAPS.length)
  })

  test('say 未填报, 不适用 and 人数过少，不予公开 in Chinese', () => {
    expect(GAPS.map((gap) => gapWords[gap].word.zh)).toEqual(['未填报', '不适用', '人数过少，不予公开'])
  })

  test('zero is a number', () => {
    expect(formatFigure({ value: 0, gap: null }, { decimals: 0, unit: PEOPLE }, 'ZH')).toBe('0人')
  })
})

test('an interval has a dash between its ends, and a word where an end is negative', () => {
  expect(formatInterval({ low: 68.66, high: 88.87 }, 1, 'EN')).toBe('68.7–88.9')
  expect(formatInterval({ low: -1.2, high: 3.4 }, 1, 'EN')).toBe('−1.2 to 3.4')
  expect(formatInterval({ low: -1.2, high: 3.4 }, 1, 'ZH')).toBe('−1.2 至 3.4')
})

test('the unit of an interval is said once, of both its ends', () => {
  expect(formatInterval({ low: 68.66, high: 88.87 }, 1, 'ZH', { zh: '%', en: '%' })).toBe('68.7–88.9%')
  expect(formatInterval({ low: -1.2, high: 3.4 }, 1, 'ZH', { zh: '分', en: 'points' })).toBe('−1.2 至 3.4分')
  expect(formatInterval({ low: 4647, high: 5791 }, 0, 'EN', { zh: '元', en: 'CNY' })).toBe('4,647–5,791 CNY')
  expect(formatInterval({ low: 0.1, high: 0.3 }, 1, 'EN', { zh: '0–1', en: '0–1' })).toBe('0.1–0.3')
})
