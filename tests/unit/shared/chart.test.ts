import { seriesToChartSpec } from '@causeway/shared/charts/series-chart'
import { mirroredChartSpec } from '@causeway/shared/charts/mirrored'
import type { ChartFacts } from '@causeway/shared/charts/spec'
import { niceCeiling } from '@causeway/shared/charts/axes'
import { toChartJs } from '@causeway/shared/charts/to-chart-js'
import { describe, expect, test } from 'vitest'
import { FACTS, figure, partial, seriesOf } from './figures.ts'

const CHART: ChartFacts = { ...FACTS, theme: 'EXPORT', kind: 'FLOW' }
const LOOK = { light: 'light', locale: 'EN', fontFamily: 'sans-serif' } as const

describe('a chart', () => {
  test('always has its sentence in both languages', () => {
    const spec = seriesToChartSpec(seriesOf([figure(2023, 5)]), CHART)
    expect(spec.summary.en).toContain('5 people in 2023/24')
    expect(spec.summary.zh).toContain('2023—2024学年5人')
  })

  test('of counts over years is in bars from zero; a gap is a break with its symbol explained', () => {
    const spec = seriesToChartSpec(
      seriesOf([figure(2021, 5), figure(2022, 'SUPPRESSED'), partial(figure(2023, 0))]),
      CHART,
    )
    expect(spec).toMatchObject({ kind: 'bars', lying: false })
    expect(spec.series[0]!.points.map(({ value, gap }) => value ?? gap)).toEqual([5, 'SUPPRESSED', 0])
    expect(spec.labels.map((label) => label.partial)).toEqual([false, false, true])
    expect(spec.symbols.map(({ symbol }) => symbol)).toEqual(['*'])
    const chart = toChartJs(spec, LOOK)
    expect(chart.data.datasets[0]!.data).toEqual([5, null, 0])
    expect(chart.options!.scales!['y']).toMatchObject({ beginAtZero: true })
  })

  test('of a rate is a line with its interval, to 100 where it passes the middle', () => {
    const rate = figure(2023, 80.7, { interval: { low: 68.7, high: 88.9, method: 'wilson', level: 0.95 } })
    const spec = seriesToChartSpec(seriesOf([rate]), {
      ...CHART,
      kind: 'RATIO',
      unit: { zh: '%', en: '%' },
      decimals: 1,
    })
    expect(spec.kind).toBe('lines')
    expect(spec.series[0]!.points[0]).toMatchObject({ low: 68.7, high: 88.9 })
    expect(toChartJs(spec, LOOK).options!.scales!['y']).toMatchObject({ min: 0, max: 100 })
  })

  test('of a gain between 0 and 1 goes the whole way once it passes the middle, and beyond where a figure is there', () => {
    const gain = (...values: number[]) =>
      toChartJs(
        seriesToChartSpec(seriesOf(values.map((value, n) => figure(2020 + n, value))), {
          ...CHART,
          kind: 'MEAN',
          unit: { zh: '0–1', en: '0–1' },
          decimals: 2,
        }),
        LOOK,
      ).options!.scales!['y']
    expect(gain(0.7)).toMatchObject({ min: 0, max: 1 })
    expect(gain(0.2)).toMatchObject({ beginAtZero: true, suggestedMax: 0.2 })
    expect(gain(0.7, -0.1)).toMatchObject({ beginAtZero: true, suggestedMin: -0.1 })
  })

  test('of a mean has room for the whole of its interval', () => {
    const mean = (year: number, value: number, low: number, high: number) =>
      figure(year, value, { interval: { low, high, method: 't', level: 0.95 } })
    const spec = seriesToChartSpec(seriesOf([mean(2022, 715.9, 702.3, 729.6), mean(2023, 719.7, 706.1, 733.4)]), {
      ...CHART,
      kind: 'MEAN',
      decimals: 1,
    })
    expect(toChartJs(spec, LOOK).options!.scales!['y']).toMatchObject({ suggestedMin: 702.3, suggestedMax: 733.4 })
  })

  test('of categories over years tells them apart without colour, shows the largest and says how many it leaves out', () => {
    const figures = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'].flatMap((category, at) => [
      figure(2022, 10 * at, { category }),
      figure(2023, 10 * at, { category }),
    ])
    const spec = seriesToChartSpec(seriesOf(figures, 'programme'), CHART, 'lines')
    expect(spec.series.map(({ name }) => name.en)).toEqual(['c', 'd', 'e', 'f', 'g', 'h'])
    expect(spec.leftOut).toBe(2)
    for (const part of ['dash', 'mark', 'pattern', 'tone'] as const) {
      expect(new Set(spec.series.map((one) => JSON.stringify(one[part]))).size).toBe(6)
    }
  })

  test('of the categories of one year has bars from left to right, in the order given', () => {
    const spec = seriesToChartSpec(
      seriesOf([figure(2023, 3, { category: 'LA' }), figure(2023, 9, { category: 'VN' })], 'country'),
      CHART,
    )
    expect(spec).toMatchObject({ kind: 'bars', lying: true })
    expect(spec.labels.map(({ text }) => text.en)).toEqual(['LA', 'VN'])
    expect(toChartJs(spec, LOOK).options!.indexAxis).toBe('y')
  })
})

describe('who learns from whom', () => {
  const introduction = {
    name: { zh: '引进来人数', en: 'People on the introduction side' },
    series: seriesOf([figure(2022, 40), figure(2023, 'SUPPRESSED')]),
  }
  const carriedOut = {
    name: { zh: '走出去人数', en: 'People on the export side' },
    series: seriesOf([figure(2022, 25), figure(2023, 60)]),
  }
  const spec = mirroredChartSpec(introduction, carriedOut, {
    ...FACTS,
    title: { zh: '谁向谁学', en: 'Who learns from whom' },
  })

  test('has introduction on the left and export on the right, each in the colour of its theme', () => {
    expect(spec.series.map(({ side, theme }) => `${side} ${theme}`)).toEqual(['left INTRODUCTION', 'right EXPORT'])
  })

  test('is mirrored about zero, and no text of it is negative', () => {
    const chart = toChartJs(spec, LOOK)
    expect(chart.data.datasets.map(({ data }) => data)).toEqual([
      [-40, null],
      [25, 60],
    ])
    const axis = chart.options!.scales!['x'] as {
      min: number
      max: number
      ticks: { callback: (tick: number, at: number, ticks: { value: number }[]) => string }
    }
    expect(axis.min).toBe(-axis.max)
    expect(axis.ticks.callback(-50, 0, [{ value: -50 }, { value: 0 }])).toBe('50')
    expect(spec.series[0]!.points[0]!.text.en).toBe('40 people')
  })

  test('of gaps alone still has its zero in the middle, so that no symbol is on a name', () => {
    const gaps = seriesOf([figure(2023, 'NO_RECORDS')])
    const side = { series: gaps, name: FACTS.name }
    const blank = mirroredChartSpec(side, side, { ...FACTS, title: FACTS.name })
    expect(toChartJs(blank, LOOK).options!.scales!['x']).toMatchObject({ min: -1, max: 1 })
  })

  test('says both series in its sentence, the hidden year among them', () => {
    expect(spec.summary.en).toContain(
      'People on the introduction side, Demonstration College, by school year, 2022/23 to 2023/24: 40 people in 2022/23. Too few people to publish: 2023/24.',
    )
    expect(spec.summary.en).toContain('People on the export side')
    expect(spec.summary.zh).toContain('走出去人数')
  })

  test('puts years under each other even where one side lacks some', () => {
    const uneven = mirroredChartSpec({ ...introduction, series: seriesOf([figure(2023, 9)]) }, carriedOut, {
      ...FACTS,
      title: FACTS.name,
    })
    expect(uneven.labels.map(({ text }) => text.en)).toEqual(['2022/23', '2023/24'])
    expect(uneven.series[0]!.points.map(({ value, gap }) => value ?? gap)).toEqual(['NO_RECORDS', 9])
  })
})

test('the edge of an axis is a round number not below the largest', () => {
  expect([0, 0.3, 1, 14, 38, 214, 999, 1001].map(niceCeiling)).toEqual([1, 1, 1, 15, 40, 250, 1000, 1500])
})
