import { expect, test } from 'vitest'
import type { Gap } from '@causeway/shared/figure'
import { readChange, type ShownIndicator, changeText } from '../../../web/src/graph/change.ts'
import type { JudgedFigure } from '../../../web/src/graph/generated.ts'

function figures(...values: (number | Gap)[]): JudgedFigure[] {
  return values.map((value, at) => ({
    period: { basis: 'SCHOOL_YEAR' as const, year: 2020 + at, label: '', start: '', end: '', partial: false },
    value: typeof value === 'number' ? value : null,
    gap: typeof value === 'number' ? null : value,
    ...{ numerator: null, denominator: null, size: null, interval: null },
  }))
}

/** A share with its counts. */
function share(numerator: number, denominator: number, interval: { low: number; high: number } | null = null) {
  return { value: (100 * numerator) / denominator, numerator, denominator, size: denominator, interval }
}

function shares(...of: ReturnType<typeof share>[]): JudgedFigure[] {
  return figures(...of.map(({ value }) => value)).map((figure, at) => ({ ...figure, ...of[at]! }))
}

const RATE: ShownIndicator = { decimals: 1, unit: '%', kind: 'RATIO', countedIn: '人', betterWhen: 'HIGHER' }
const COUNT: ShownIndicator = { decimals: 0, unit: 'people', kind: 'FLOW', countedIn: null, betterWhen: 'HIGHER' }

const said = (of: JudgedFigure[], indicator: ShownIndicator, locale: 'ZH' | 'EN' = 'EN') =>
  changeText(readChange(of, 2021, indicator), indicator, locale)

test('shares differ in percentage points, and a fall of what should rise is worse', () => {
  expect(said(figures(81.24, 78.96), RATE)).toEqual({
    arrow: '▼',
    words: { zh: '比上年低2.3个百分点，转差', en: 'down 2.3\u00a0percentage points, worse' },
  })
})

test('a share of fewer than thirty is said by its counts, without an arrow and without a verdict', () => {
  const { arrow, words } = said(shares(share(2, 3), share(2, 4)), RATE, 'ZH')
  expect(arrow).toBe('')
  expect(words.zh).toBe('上年3人中2人（67%），基数小，不比较高低')
  // Either year is enough; from thirty on it is compared.
  expect(said(shares(share(15, 29), share(50, 100)), RATE).arrow).toBe('')
  expect(said(shares(share(50, 100), share(20, 29)), RATE).arrow).toBe('')
  expect(said(shares(share(15, 30), share(50, 80)), RATE).arrow).toBe('▲')
})

test('a mean is judged by how many it is made of, whatever it was divided by', () => {
  const mean: ShownIndicator = { decimals: 2, unit: '0–1', kind: 'MEAN', countedIn: null, betterWhen: 'HIGHER' }
  const of = (size: number) =>
    figures(0.42, 0.47).map((figure) => ({ ...figure, numerator: 1000, denominator: 2400, size }))
  expect(said(of(43), mean)).toEqual({ arrow: '▲', words: { zh: '比上年高0.05，向好', en: 'up 0.05, better' } })
  expect(said(of(12), mean).words.en).toBe('0.42 a year before, too few to compare')
})

test('where the intervals overlap chance alone could make the change', () => {
  const [before, now] = [share(157, 194, { low: 70, high: 86 }), share(160, 200, { low: 77, high: 84 })]
  expect(said(shares(before, now), RATE)).toEqual({
    arrow: '',
    words: { zh: '上年80.9%，差别在波动范围内', en: '80.9% a year before, no more than chance' },
  })
  const apart = { ...now, interval: { low: 86.5, high: 89 } }
  expect(said(shares(before, apart), RATE).arrow).toBe('▼')
})

test('counts differ by how many', () => {
  expect(said(figures(1284, 1072), COUNT).words.en).toBe('212 fewer than a year before')
  expect(said(figures(28, 1284), { ...COUNT, unit: '人日' }, 'ZH').words.zh).toBe('比上年多1,256人日')
  expect(said(figures(40, 40), COUNT).words.zh).toBe('与上年持平')
  // Few are few of a share only: a plain count has no chance in it.
  expect(said(figures(2, 4), COUNT).arrow).toBe('▲')
})

test('a difference too small to be shown is none', () => {
  expect(readChange(figures(80.01, 80.04), 2021, RATE)?.kind).toBe('level')
})

test('a gap is compared with nothing, and nothing is compared with a gap', () => {
  expect(readChange(figures('NO_RECORDS', 12), 2021, COUNT)?.kind).toBe('no-comparison')
  expect(readChange(figures(12, 'SUPPRESSED'), 2021, COUNT)).toBeNull()
  expect(readChange(figures(12), 2020, COUNT)?.kind).toBe('no-comparison')
})

test('a period that is not complete is compared with nothing', () => {
  const both = figures(40, 20)
  both[1]!.period.partial = true
  expect(readChange(both, 2021, COUNT)).toBeNull()
})
