import { expect, test } from 'vitest'
import { headlineOf } from '@causeway/shared/headline'
import { seriesToChartSpec } from '@causeway/shared/charts/series-chart'
import { figureSentence, type SentenceFacts } from '@causeway/shared/figure-sentence'
import type { ReadableFigure } from '@causeway/shared/series-facts'
import { summarise } from '@causeway/shared/summary'
import { seriesToTable } from '@causeway/shared/table'
import { countsOf, figureWords, verdictOf } from '@causeway/shared/verdict'
import { toDay } from '@causeway/shared/day'
import { toPeriod, type Basis } from '@causeway/shared/period'
import { figure, partial } from './figures.ts'

test('the headline says which side is larger and which way each went', () => {
  const words = headlineOf([figure(2022, 176), figure(2023, 214)], [figure(2022, 98), figure(2023, 151)], 2023)
  expect(words.en).toBe(
    'In 2023/24 more comes in than goes out: 214 people against 151 people; both up on the year before',
  )
  expect(words.zh).toBe('2023—2024学年引进来（214人）多于走出去（151人）；两者均比上年增加')
})

test('two ways are said apart', () => {
  const words = headlineOf([figure(2022, 50), figure(2023, 40)], [figure(2022, 50), figure(2023, 60)], 2023)
  expect(words.en).toBe(
    'In 2023/24 more goes out than comes in: 60 people against 40 people; introduction down on the year before, export up',
  )
  expect(words.zh).toContain('引进来比上年减少，走出去比上年增加')
})

test('equal sides are equal, and nobody is nobody', () => {
  expect(headlineOf([figure(2023, 30)], [figure(2023, 30)], 2023).en).toBe(
    'In 2023/24 as much comes in as goes out: 30 people each',
  )
  const none = headlineOf([figure(2023, 0)], [figure(2023, 0)], 2023)
  expect(none.zh).toBe('2023—2024学年引进来与走出去均为0人')
  expect(none.en).toBe('In 2023/24 nothing comes in and nothing goes out: nobody on either side')
})

test('one year alone is compared with none', () => {
  expect(headlineOf([figure(2023, 30)], [figure(2023, 20)], 2023).en).not.toContain('before')
})

test('a year before that is hidden or missing is not compared with', () => {
  expect(
    headlineOf([figure(2022, 'SUPPRESSED'), figure(2023, 30)], [figure(2022, 10), figure(2023, 20)], 2023).en,
  ).not.toContain('before')
})

test('a side without a figure is said with its reason and not compared', () => {
  const words = headlineOf([figure(2023, 'SUPPRESSED')], [figure(2023, 20)], 2023)
  expect(words.en).toBe('In 2023/24, introduction: too few people to publish; export: 20 people')
  expect(words.zh).toBe('2023—2024学年：引进来（人数过少，不予公开），走出去20人')
})

test('two sides without figures say the one reason', () => {
  expect(headlineOf([figure(2023, 'SUPPRESSED')], [figure(2023, 'SUPPRESSED')], 2023).en).toBe(
    'Too few people came and went in 2023/24 to publish how many',
  )
  expect(headlineOf([figure(2023, 'NO_RECORDS')], [figure(2023, 'NO_RECORDS')], 2023).zh).toBe(
    '2023—2024学年引进来与走出去人数未填报',
  )
})

test('a year that is not complete says so and is not compared with a whole one', () => {
  const words = headlineOf(
    [figure(2022, 90), partial(figure(2023, 30))],
    [figure(2022, 80), partial(figure(2023, 20))],
    2023,
  )
  expect(words.en).toBe('In 2023/24, not complete, more comes in than goes out: 30 people against 20 people')
  expect(words.zh).toBe('2023—2024学年（数据未完整）引进来（30人）多于走出去（20人）')
})

test('a year that nobody asked for has no figures', () => {
  expect(headlineOf([], [], 2023)).toEqual({
    zh: '尚无引进来与走出去人数',
    en: 'No figures yet on who learns from whom',
  })
})

const FACTS = {
  ...{ name: { zh: '通过率', en: 'Pass rate' }, institution: { zh: '甲学院', en: 'College X' } },
  ...{ unit: { zh: '%', en: '%' }, decimals: 2, kind: 'RATIO' as const, theme: 'SKILLS' as const },
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

const facts: SentenceFacts = {
  institution: { zh: '甲学院', en: 'College X' },
  ...{ name: { zh: '接收国外留学生人数', en: 'Foreign students received' }, unit: { zh: '人', en: 'people' } },
  ...{ decimals: 0, kind: 'FLOW', scope: 'ABROAD', dataDate: '2025-07-31' },
}
const period = (basis: Basis, year = 2023) =>
  toPeriod(basis, year, { schoolYearStart: '09-01', dataDay: toDay('2025-07-31') })

test('a figure leaves the page with its unit, period, scope and the date of its data', () => {
  expect(figureSentence({ period: period('SCHOOL_YEAR'), value: 1284, gap: null }, facts)).toEqual({
    zh: '甲学院接收国外留学生人数（国外）：2023—2024学年为1,284人，台账记录截至2025年7月31日。',
    en: 'Foreign students received (abroad), College X: 1,284 people in school year 2023/24, by records up to 31 July 2025.',
  })
})

test('a basis that the name of a period leaves open is said', () => {
  const said = (basis: Basis) => figureSentence({ period: period(basis), value: 1, gap: null }, facts)
  expect(said('CALENDAR_YEAR').zh).toContain('2023年（自然年）为1人')
  expect(said('CALENDAR_YEAR').en).toContain('1 person in calendar year 2023')
  expect(said('POINT_IN_TIME').zh).toContain('（时点）为1人')
  expect(said('COHORT').zh).toContain('2024届毕业生为1人')
})

test('a gap is said by its reason, a running period as not complete, a part as a part', () => {
  const hidden = figureSentence(
    { period: period('SCHOOL_YEAR', 2024), value: null, gap: 'SUPPRESSED' },
    { ...facts, scope: null, narrowed: [{ zh: '专业：畜牧兽医', en: 'programme: Animal science' }], dataDate: null },
  )
  expect(hidden.zh).toBe('甲学院接收国外留学生人数（专业：畜牧兽医）：2024—2025学年（数据未完整）人数过少，不予公开。')
  expect(hidden.en).toBe(
    'Foreign students received (programme: Animal science), College X: too few people to publish in school year 2024/25 (not complete).',
  )
})

test('what is added up since the beginning is not said as what happened in one year', () => {
  const said = (basis: Basis, year = 2023) =>
    figureSentence({ period: period(basis, year), value: 1200, gap: null }, { ...facts, kind: 'CUMULATIVE' })
  expect(said('SCHOOL_YEAR').zh).toContain('：截至2023—2024学年末累计为1,200人，')
  expect(said('SCHOOL_YEAR').en).toContain(': 1,200 people in all up to the end of school year 2023/24, by')
  expect(said('CALENDAR_YEAR').zh).toContain('：截至2023年（自然年）末累计为1,200人，')
  expect(said('SCHOOL_YEAR', 2024).zh).toContain('：截至2024—2025学年（数据未完整）累计为1,200人，')
  expect(said('SCHOOL_YEAR', 2024).en).toContain(': 1,200 people in all up to school year 2024/25 (not complete), by')
})

test('a state is said of the last day of a year', () => {
  const said = (basis: Basis, year = 2023) =>
    figureSentence({ period: period(basis, year), value: 12, gap: null }, { ...facts, kind: 'STOCK' })
  expect(said('SCHOOL_YEAR').zh).toContain('：2023—2024学年末为12人，')
  expect(said('SCHOOL_YEAR').en).toContain(': 12 people at the end of school year 2023/24, by')
  expect(said('SCHOOL_YEAR', 2024).zh).toContain('：2024—2025学年（数据未完整）为12人，')
  expect(said('POINT_IN_TIME').en).toContain(': 12 people on 1 ')
})
