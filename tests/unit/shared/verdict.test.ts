import { seriesToChartSpec } from '@causeway/shared/charts/series-chart'
import { figureSentence } from '@causeway/shared/figure-sentence'
import type { ReadableFigure } from '@causeway/shared/series-facts'
import { summarise } from '@causeway/shared/summary'
import { seriesToTable } from '@causeway/shared/table'
import { countsOf, figureWords, verdictOf } from '@causeway/shared/verdict'
import { expect, test } from 'vitest'

const FACTS = {
  name: { zh: '通过率', en: 'Pass rate' },
  institution: { zh: '甲学院', en: 'College X' },
  unit: { zh: '%', en: '%' },
  decimals: 2,
  kind: 'RATIO' as const,
  theme: 'SKILLS' as const,
  countedIn: { zh: '人', en: 'people' },
}

function share(year: number, numerator: number, denominator: number, more: Partial<ReadableFigure> = {}) {
  const [start, end] = [`${year}-09-01`, `${year + 1}-08-31`]
  return {
    period: { basis: 'SCHOOL_YEAR' as const, year, start, end, partial: false },
    ...{ value: (100 * numerator) / denominator, gap: null, numerator, denominator, size: denominator },
    ...more,
  }
}

const series = (figures: ReadableFigure[], dimension: string | null = null) => ({
  ...{ basis: 'SCHOOL_YEAR' as const, scope: null, dimension, figures },
})

test('the counts of a share of few come first wherever it is written, and the share has no decimals', () => {
  const few = share(2023, 2, 3)
  expect(figureWords(few, FACTS)).toEqual({ zh: '3人中2人（67%）', en: '2 of 3 people (67%)' })
  expect(summarise(series([few]), FACTS).zh).toContain('3人中2人（67%）')
  expect(figureSentence(few, { ...FACTS, scope: null, dataDate: null }).en).toContain('2 of 3 people (67%)')
  expect(seriesToChartSpec(series([few]), FACTS).series[0]!.points[0]!.text.zh).toBe('3人中2人（67%）')
  expect(seriesToTable(series([few]), FACTS).rows[0]![1]!.text.zh).toBe('67')
  expect(figureWords(share(2023, 20, 30), FACTS).zh).toBe('66.67%')
})

test('counts are of a share alone whose one side is a part of the other', () => {
  expect(countsOf(share(2023, 9, 11), { ...FACTS, countedIn: { zh: '项', en: '' } })).toEqual({
    zh: '11项中9项',
    en: '9 of 11',
  })
  expect(countsOf(share(2023, 9, 11), { ...FACTS, countedIn: null })).toBeNull()
  expect(countsOf(share(2023, 9, 7), FACTS)).toBeNull()
  expect(countsOf(share(2023, 1.5, 7), FACTS)).toBeNull()
})

test('the sentence of a series calls nothing the highest and the lowest that chance alone may tell apart', () => {
  const many = [share(2021, 20, 40), share(2022, 30, 40), share(2023, 25, 40)]
  expect(summarise(series(many), FACTS).zh).toMatch(/最高75%.+最低50%/)
  const few = [share(2021, 5, 10), share(2022, 8, 10), share(2023, 6, 10)]
  expect(summarise(series(few), FACTS).zh).not.toMatch(/最高|最低/)
  const interval = { low: 40, high: 80, level: 0.95, method: 'wilson' as const }
  const unsure = many.map((figure) => ({ ...figure, interval }))
  expect(summarise(series(unsure), FACTS).en).not.toMatch(/highest|lowest/)
})

test('of two periods only what is more than chance went up or down', () => {
  const ofTwo = (category: string, before: [number, number], now: [number, number]) => [
    share(2022, ...before, { category }),
    share(2023, ...now, { category }),
  ]
  const figures = [...ofTwo('a', [20, 40], [30, 40]), ...ofTwo('b', [3, 4], [1, 4]), ...ofTwo('c', [30, 40], [20, 40])]
  const spec = seriesToChartSpec(series(figures, 'programme'), FACTS, 'slope')
  expect(spec.summary.zh).toContain('两期均有数值的3类中，增加1类，减少1类，持平0类，差别在波动范围内1类。')
})

test('a plain count has no chance in it, and what may be either way has no verdict', () => {
  const count = { ...FACTS, kind: 'FLOW' as const, unit: { zh: '人', en: 'people' } }
  const [before, after] = [{ value: 1 }, { value: 3 }]
  expect(verdictOf(before, after, { ...count, betterWhen: 'HIGHER' })).toBe('better')
  expect(verdictOf(before, after, { ...count, betterWhen: 'LOWER' })).toBe('worse')
  expect(verdictOf(before, after, { ...count, betterWhen: null })).toBeNull()
  expect(verdictOf(share(2022, 2, 3), share(2023, 2, 4), { ...FACTS, betterWhen: 'HIGHER' })).toBe('noise')
})
