import {
  formsFor,
  formsOfBreakdown,
  isOverYears,
  partsAddUp,
  seriesToChartSpec,
} from '@causeway/shared/charts/series-chart'
import { askForForm, formAsked } from '@causeway/shared/charts/asked-form'
import { SERIES_FORMS } from '@causeway/shared/charts/forms/forms'
import { CHART_FORMS, type ChartFacts, type ChartSpec } from '@causeway/shared/charts/spec'
import { markNotes, readPlace } from '@causeway/shared/charts/reading'
import type { Figure, Gap } from '@causeway/shared/figure'
import { toChartJs } from '@causeway/shared/charts/to-chart-js'
import { describe, expect, test } from 'vitest'
import { categoriesOf, crossedOf, FACTS, figure, partial, seriesOf } from './figures.ts'

const COUNT: ChartFacts = { ...FACTS, theme: 'EXPORT', kind: 'FLOW' }
const SHARE: ChartFacts = { ...COUNT, kind: 'RATIO', unit: { zh: '%', en: '%' }, decimals: 1 }
const interval = { low: 40, high: 60, method: 'wilson', level: 0.95 } as const

const categories = (keys: string[], years: number[], more: Partial<Figure> = {}) =>
  categoriesOf(keys, years, (year, at) => 10 * (at + 1) + year - 2020, more)
const crossed = (rows: string[], columns: string[]) => crossedOf(rows, columns, 'sex', (row, at) => 10 * row + at)
const MANY = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h']
const FEW = ['a', 'b', 'c']

describe('the forms that suit', () => {
  test('counts over years are bars first, rates over years lines first', () => {
    const years = seriesOf([figure(2022, 5), figure(2023, 6)])
    expect(formsFor(years, COUNT)).toEqual(['bars', 'lines'])
    expect(formsFor(years, SHARE)).toEqual(['lines', 'bars'])
  })

  test('one year of categories are bars, with intervals dots', () => {
    expect(formsFor(categories(MANY, [2023]), COUNT)[0]).toBe('bars')
    expect(formsFor(categories(MANY, [2023], { interval }), SHARE)[0]).toBe('dots')
  })

  test('two years of many categories are slopes; more years of many are small multiples, of few lines', () => {
    expect(formsFor(categories(MANY, [2022, 2023]), COUNT)[0]).toBe('slope')
    expect(formsFor(categories(MANY, [2021, 2022, 2023]), COUNT)[0]).toBe('multiples')
    expect(formsFor(categories(FEW, [2021, 2022, 2023]), COUNT)[0]).toBe('lines')
  })

  test('a crossed breakdown is a matrix first; streams only of what is counted, never of rates', () => {
    expect(formsFor(crossed(FEW, ['f', 'm']), COUNT)[0]).toBe('matrix')
    expect(formsFor(crossed(FEW, ['f', 'm']), COUNT)).toContain('flow')
    expect(formsFor(crossed(FEW, ['f', 'm']), SHARE)).not.toContain('flow')
  })

  test('are stacked only where the parts are known to add up', () => {
    for (const series of [categories(FEW, [2023]), categories(FEW, [2021, 2022, 2023]), crossed(FEW, ['f', 'm'])]) {
      expect(formsFor(series, COUNT)).not.toContain('stacked')
      expect(formsFor(series, { ...COUNT, addsUp: true })).toContain('stacked')
    }
  })

  test('of a breakdown are those of the chosen year first, then those over all years, each once', () => {
    const years = [2021, 2022, 2023]
    const forms = formsOfBreakdown(categories(MANY, [2023]), categories(MANY, years), COUNT)
    expect(forms).toEqual(['bars', 'multiples', 'matrix', 'range', 'lines'])
    expect(forms.filter(isOverYears)).toEqual(['multiples', 'matrix', 'range', 'lines'])
  })

  test('are never none, whatever the data', () => {
    expect(formsFor(seriesOf([]), COUNT)).toEqual(['bars'])
    expect(formsFor(seriesOf([figure(2023, 'NO_RECORDS')], 'country'), SHARE)).toEqual(['bars'])
  })

  test('have their name in both languages, each another', () => {
    const names = CHART_FORMS.map((form) => SERIES_FORMS[form].words)
    expect(new Set(names.map(({ zh }) => zh)).size).toBe(CHART_FORMS.length)
    expect(new Set(names.map(({ en }) => en)).size).toBe(CHART_FORMS.length)
  })
})

describe('parts add up', () => {
  const parts = [figure(2023, 30, { category: 'a' }), figure(2023, 12, { category: 'b' })]

  test('where every one is known and their sum is the whole', () => {
    expect(partsAddUp(parts, [figure(2023, 42)])).toBe(true)
    expect(partsAddUp(parts, [figure(2023, 41)])).toBe(false)
  })

  test('not where one is hidden, the whole is a gap, or a year lacks its whole', () => {
    expect(partsAddUp([...parts, figure(2023, 'SUPPRESSED', { category: 'c' })], [figure(2023, 42)])).toBe(false)
    expect(partsAddUp(parts, [figure(2023, 'SUPPRESSED')])).toBe(false)
    expect(partsAddUp([...parts, figure(2022, 1, { category: 'a' })], [figure(2023, 42)])).toBe(false)
    expect(partsAddUp([], [])).toBe(false)
  })
})

describe('the form that an address asks for', () => {
  const suiting = ['lines', 'multiples', 'matrix'] as const

  test('is that of the chart named before that of all, and never one that does not suit', () => {
    expect(formAsked('matrix', 'years', suiting)).toBe('matrix')
    expect(formAsked('matrix,years:multiples', 'years', suiting)).toBe('multiples')
    expect(formAsked('groups:matrix', 'years', suiting)).toBe('lines')
    expect(formAsked('stacked', 'years', suiting)).toBe('lines')
    expect(formAsked(null, 'years', suiting)).toBe('lines')
  })

  test('leaves the address once it is the best again, and other charts their own', () => {
    expect(askForForm(null, 'years', 'matrix', suiting)).toBe('years:matrix')
    expect(askForForm('groups:bars', 'years', 'matrix', suiting)).toBe('groups:bars,years:matrix')
    expect(askForForm('groups:bars,years:matrix', 'years', 'lines', suiting)).toBe('groups:bars')
    expect(askForForm('years:matrix', 'years', 'lines', suiting)).toBe(null)
  })
})

const LOOK = { light: 'light', locale: 'EN', fontFamily: 'sans-serif' } as const
const ALL: [name: string, spec: ChartSpec][] = [
  ['bars', seriesToChartSpec(seriesOf([figure(2022, 5), partial(figure(2023, 6))]), COUNT)],
  ['lines', seriesToChartSpec(categories(FEW, [2021, 2022, 2023]), COUNT, 'lines')],
  ['stacked', seriesToChartSpec(categories(FEW, [2021, 2022, 2023]), { ...COUNT, addsUp: true }, 'stacked')],
  ['multiples', seriesToChartSpec(categories(MANY, [2021, 2022, 2023]), COUNT)],
  ['slope', seriesToChartSpec(categories(MANY, [2022, 2023]), COUNT)],
  ['range', seriesToChartSpec(categories(MANY, [2022, 2023]), COUNT, 'range')],
  ['dots', seriesToChartSpec(categories(MANY, [2023], { interval }), SHARE)],
  ['matrix', seriesToChartSpec(crossed(FEW, ['f', 'm']), COUNT)],
  ['flow', seriesToChartSpec(crossed(FEW, ['f', 'm']), COUNT, 'flow')],
]

describe.each(ALL)('a chart of %s', (name, spec) => {
  test('is of that form, with a point for each place and its sentence in both languages', () => {
    expect(spec.kind).toBe(name)
    expect(spec.series.length).toBeGreaterThan(0)
    for (const { points } of spec.series) expect(points).toHaveLength(spec.labels.length)
    expect(spec.summary.en).toContain('Foreign students received, Demonstration College')
    expect(spec.summary.zh).toContain('演示学院接收国外留学生人数')
  })

  test('begins at 0 where its marks have a length', () => {
    const { scales } = toChartJs(spec, LOOK).options!
    const axis = scales![spec.lying ? 'x' : 'y'] as { beginAtZero?: boolean; min?: number }
    if (name === 'bars' || name === 'stacked') expect(axis.beginAtZero === true || axis.min === 0).toBe(true)
  })

  test('has no axis beside the one that it needs, and asks for no plugin that has to be registered', () => {
    const config = toChartJs(spec, LOOK)
    expect(Object.keys(config.options!.scales!).toSorted()).toEqual(['x', 'y'])
    expect(['bar', 'line']).toContain(config.type)
    expect(config.options!.plugins).toMatchObject({ legend: { display: false }, tooltip: { enabled: false } })
  })
})

describe('a form', () => {
  test('that does not suit is not drawn: the best is', () => {
    expect(seriesToChartSpec(categories(FEW, [2021, 2022, 2023]), COUNT, 'stacked').kind).toBe('lines')
    expect(seriesToChartSpec(seriesOf([figure(2023, 5)]), COUNT, 'flow').kind).toBe('bars')
  })

  test('of slopes says how many went up, down and stayed', () => {
    const [before, after] = [
      [5, 7, 4, 2],
      [9, 3, 4, 8],
    ] as const
    const values = (year: number, at: number) => (year === 2022 ? before : after)[at]!
    const series = categoriesOf(['a', 'b', 'c', 'd'], [2022, 2023], values)
    for (const form of ['slope', 'range'] as const) {
      const { summary } = seriesToChartSpec(series, COUNT, form)
      expect(summary.en).toContain('Of 4 with a figure in both periods, 2 went up, 1 went down and 1 stayed level.')
      expect(summary.zh).toContain('两期均有数值的4类中，增加2类，减少1类，持平1类。')
    }
  })

  test('of a matrix has its rows and columns, and a gap for what was not asked', () => {
    const series = crossed(FEW, ['f', 'm'])
    const spec = seriesToChartSpec({ ...series, figures: series.figures.slice(0, -1) }, COUNT)
    expect(spec.labels.map(({ text }) => text.en)).toEqual(['f', 'm'])
    expect(spec.series.map(({ points }) => points.map(({ value, gap }) => value ?? gap))).toEqual([
      [0, 1],
      [10, 11],
      [20, 'NO_RECORDS'],
    ])
  })

  test('of streams leaves out what is nothing or hidden, the widest first, and says how many of each', () => {
    const series = crossed(['a', 'b'], ['x', 'y'])
    series.figures[2] = figure(2023, 'SUPPRESSED', { category: 'b', across: 'x' })
    const spec = seriesToChartSpec(series, COUNT, 'flow')
    expect(spec.labels.map(({ stream }) => `${stream!.from.en} ${stream!.to.en}`)).toEqual(['b y', 'a y'])
    expect(spec.summary.en).toContain('too few people to publish')
    expect(spec.symbols).toEqual([])
    expect(markNotes(spec).map(({ en }) => en)).toEqual([
      'the width of a stream is its figure',
      '1 not drawn: the figure is 0',
      '1 not drawn: too few people to publish',
    ])
  })

  test('of ranges over more years goes from the lowest to the highest of the complete ones, and marks the last', () => {
    const years = [12, 30, 21].map((value, at) => figure(2021 + at, value, { category: 'a' }))
    const spec = seriesToChartSpec(
      seriesOf([...years, partial(figure(2024, 99, { category: 'a' })), figure(2023, 5, { category: 'b' })], 'country'),
      COUNT,
      'range',
    )
    expect(spec.series[0]!.points[0]).toMatchObject({
      value: 21,
      low: 12,
      high: 30,
      text: { en: '21 people (2023/24)' },
    })
    expect(spec.summary.en).not.toContain('stayed level')
  })

  test('of ranges an older figure never passes for that of the period said: where it is hidden or missing there is a gap', () => {
    const values: Record<string, (number | Gap)[]> = {
      ...{ VN: [1, 4, 0, 'SUPPRESSED'], LA: [7, 9, 8, 'NO_RECORDS'], TH: [2, 3, 5, 6] },
      KH: ['SUPPRESSED', 'SUPPRESSED', 'SUPPRESSED', 'SUPPRESSED'],
    }
    const keys = Object.keys(values)
    const series = categoriesOf(keys, [2020, 2021, 2022, 2023], (year, at) => values[keys[at]!]![year - 2020]!)
    const spec = seriesToChartSpec(series, COUNT, 'range')
    const [one] = spec.series
    expect(one!.points.map(({ value, gap }) => value ?? gap)).toEqual(['SUPPRESSED', 'NO_RECORDS', 6, 'SUPPRESSED'])
    expect(one!.points.map(({ low, high }) => `${low} ${high}`)).toEqual(['0 4', '7 9', '2 6', 'null null'])
    expect(spec.dots).toEqual({ text: { zh: '2023—2024学年', en: '2023/24' }, partial: false })
    expect(markNotes(spec)[0]!.en).toContain('dot: 2023/24')
    expect(readPlace(spec, 0, [0], 'EN').lines[0]!.text).toBe(
      'too few people to publish (2023/24), 3 of 4 complete periods have a figure: lowest 0 people (2022/23), highest 4 people (2021/22)',
    )
    expect(readPlace(spec, 0, [0], 'ZH').lines[0]!.text).toBe(
      '人数过少，不予公开（2023—2024学年），4个完整时段中3个有数值：最低0人（2022—2023学年），最高4人（2021—2022学年）',
    )
    // Its sentence speaks of the same period; a year that the page is about comes before it.
    expect(spec.summary.en).toContain('in 2023/24 TH 6 people; 4 categories in all')
    const earlier = seriesToChartSpec(series, { ...COUNT, year: 2022 }, 'range')
    expect(earlier.series[0]!.points.map(({ value }) => value)).toEqual([0, 8, 5, null])
    expect(earlier.dots!.text.en).toBe('2022/23')
    expect(earlier.summary.en).toContain('in 2022/23 LA 8 people')
  })

  test('of a breakdown says which later periods nobody reported', () => {
    const figures = [figure(2021, 5, { category: 'a' }), figure(2022, 'NO_RECORDS'), figure(2023, 'NO_RECORDS')]
    const { summary } = seriesToChartSpec(seriesOf(figures, 'country'), COUNT)
    expect(summary.en).toMatch(/in 2021\/22 a 5 people; 1 category in all\. No records: 2022\/23, 2023\/24\./)
    expect(summary.zh).toContain('未填报：2022—2023学年、2023—2024学年。')
  })

  test('of ranges goes from the first period to the last', () => {
    const spec = seriesToChartSpec(categories(['a'].concat(MANY), [2022, 2023]), COUNT, 'range')
    expect(spec.series.map(({ name }) => name.en)).toEqual(['2022/23', '2023/24'])
    expect(spec.lying).toBe(true)
  })
})

describe('what a plan wants', () => {
  const wanted = { ...figure(2023, 80), targets: [{ plan: 'Plan 2025', value: 120 }] }

  test('has its value, room on the axis, and its place in the sentence', () => {
    const spec = seriesToChartSpec(seriesOf([figure(2022, 70), wanted]), COUNT)
    expect(spec.series[0]!.points[1]!.targets).toEqual([
      { plan: 'Plan 2025', value: 120, text: { zh: '120人', en: '120 people' } },
    ])
    expect(toChartJs(spec, LOOK).options!.scales!['y']).toMatchObject({ suggestedMax: 120 })
    expect(spec.summary.en).toContain('Target for 2023/24: 120 people (Plan 2025).')
    expect(spec.summary.zh).toContain('2023—2024学年目标值为120人（Plan 2025）。')
  })

  test('and what a rule asks are in the spec with their words', () => {
    const limits = [{ value: 75, words: { zh: '教育部要求', en: 'asked by the ministry' } }]
    const spec = seriesToChartSpec(seriesOf([figure(2022, 70), figure(2023, 72)]), { ...SHARE, limits })
    expect(spec.limits).toEqual([{ ...limits[0], text: { zh: '75%', en: '75%' } }])
  })
})

describe('an axis', () => {
  const scores = (...values: number[]) =>
    seriesToChartSpec(seriesOf(values.map((value, at) => figure(2020 + at, value))), {
      ...COUNT,
      kind: 'MEAN',
      unit: { zh: '分', en: 'points' },
    })
  const titles = (spec: ChartSpec, locale: 'ZH' | 'EN') =>
    (toChartJs({ ...spec, lying: true }, { ...LOOK, locale }).options!.scales!['x'] as { title: { text: string[] } })
      .title.text

  test('is broken only for lines whose course would be flat, and says so', () => {
    expect(titles(scores(700, 710, 720), 'EN')).toEqual(['points', 'the axis does not begin at 0'])
    expect(titles(scores(700, 710, 720), 'ZH')).toEqual(['分', '坐标轴不从0开始'])
    expect(titles(scores(100, 710, 720), 'EN')).toEqual(['points'])
  })

  test('of bars never is', () => {
    const spec = { ...scores(700, 710, 720), kind: 'bars' as const }
    expect(titles(spec, 'EN')).toEqual(['points'])
    expect(toChartJs(spec, LOOK).options!.scales!['y']).toMatchObject({ beginAtZero: true })
  })
})
