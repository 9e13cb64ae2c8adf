import { expect, test } from 'vitest'
import type { Gap } from '@causeway/shared/figure'
import { readChange } from '../../../web/src/graph/change.ts'
import { changeText } from '../../../web/src/graph/change-text.ts'

function figures(...values: (number | Gap)[]) {
  return values.map((value, at) => ({
    period: { basis: 'SCHOOL_YEAR' as const, year: 2020 + at, label: '', start: '', end: '', partial: false },
    value: typeof value === 'number' ? value : null,
    gap: typeof value === 'number' ? null : value,
    interval: null,
  }))
}

const RATE = { decimals: 1, unit: '%', kind: 'RATIO' as const }
const COUNT = { decimals: 0, unit: 'people', kind: 'FLOW' as const }

test('shares differ in percentage points, and a fall of what should rise is worse', () => {
  const change = readChange(figures(81.24, 78.96), 2021, 1, 'HIGHER')
  const { arrow, words } = changeText(change, RATE, 'EN')
  expect(arrow).toBe('▼')
  expect(words).toEqual({ zh: '比上年低2.3个百分点，转差', en: 'down 2.3\u00a0percentage points, worse' })
})

test('what chance alone could make is neither better nor worse, nor is that of which nobody asked what chance can do', () => {
  const [before, now] = figures(81.24, 78.96)
  const told = (interval: { low: number; high: number } | undefined) =>
    changeText(readChange([before!, { ...now!, interval }], 2021, 1, 'HIGHER'), RATE, 'EN').words.en
  expect(told({ low: 70, high: 86 })).toBe('down 2.3\u00a0percentage points, no more than chance')
  expect(told({ low: 77, high: 81 })).toBe('down 2.3\u00a0percentage points, worse')
  expect(told(undefined)).toBe('down 2.3\u00a0percentage points')
})

test('counts differ by how many', () => {
  expect(changeText(readChange(figures(1284, 1072), 2021, 0, null), COUNT, 'EN').words.en).toBe(
    '212 fewer than a year before',
  )
  expect(changeText(readChange(figures(28, 1284), 2021, 0, null), { ...COUNT, unit: '人日' }, 'ZH').words.zh).toBe(
    '比上年多1,256人日',
  )
  expect(changeText(readChange(figures(40, 40), 2021, 0, null), COUNT, 'ZH').words.zh).toBe('与上年持平')
})

test('a difference too small to be shown is none', () => {
  expect(readChange(figures(80.01, 80.04), 2021, 1, 'HIGHER')?.kind).toBe('level')
})

test('a gap is compared with nothing, and nothing is compared with a gap', () => {
  expect(readChange(figures('NO_RECORDS', 12), 2021, 0, null)?.kind).toBe('no-comparison')
  expect(readChange(figures(12, 'SUPPRESSED'), 2021, 0, null)).toBeNull()
  expect(readChange(figures(12), 2020, 0, null)?.kind).toBe('no-comparison')
})

test('a period that is not complete is compared with nothing', () => {
  const both = figures(40, 20)
  both[1]!.period.partial = true
  expect(readChange(both, 2021, 0, null)).toBeNull()
})

test('a gain between 0 and 1 changes by a number without a unit', () => {
  const change = readChange(figures(0.42, 0.47), 2021, 2, 'HIGHER')
  expect(changeText(change, { decimals: 2, unit: '0–1', kind: 'MEAN' }, 'EN').words).toEqual({
    zh: '比上年高0.05，向好',
    en: 'up 0.05, better',
  })
})
