import { describe, expect, test } from 'vitest'
import { seriesToChartSpec } from '@causeway/shared/charts/series-chart'
import { CHART_FORMS, type ChartForm, type ChartSpec } from '@causeway/shared/charts/spec'
import type { Gap } from '@causeway/shared/figure'
import type { Locale } from '@causeway/shared/words/words'
import { categoriesOf, countFacts, crossedOf, figure, partial, seriesOf } from '../shared/figures.ts'
import { difference, pixelsOf } from './drawn.ts'

const COUNT = countFacts((key) => ({ zh: `类别${key}`, en: `category ${key}` }))

const categories = (years: number[]) =>
  categoriesOf(['a', 'b', 'c', 'd'], years, (year, at) => 10 + 7 * at + (year % 5))
const crossed = () => crossedOf(['a', 'b', 'c'], ['x', 'y'], 'programme', (row, at) => 5 + 9 * row + 4 * at)
const interval = { low: 10, high: 30, method: 'wilson', level: 0.95 } as const
const DATA: Record<ChartForm, () => ChartSpec> = {
  bars: () => seriesToChartSpec(seriesOf([figure(2022, 5), partial(figure(2023, 9))]), COUNT),
  lines: () => seriesToChartSpec(categories([2021, 2022, 2023]), COUNT, 'lines'),
  stacked: () => seriesToChartSpec(categories([2021, 2022, 2023]), COUNT, 'stacked'),
  multiples: () => seriesToChartSpec(categories([2021, 2022, 2023]), COUNT, 'multiples'),
  slope: () => seriesToChartSpec(categories([2022, 2023]), COUNT, 'slope'),
  range: () => seriesToChartSpec(categories([2022, 2023]), COUNT, 'range'),
  dots: () =>
    seriesToChartSpec(seriesOf([figure(2023, 20, { category: 'a', interval })], 'country'), {
      ...COUNT,
      kind: 'RATIO',
    }),
  matrix: () => seriesToChartSpec(crossed(), COUNT),
  flow: () => seriesToChartSpec(crossed(), COUNT, 'flow'),
}

const WIDTH = 640

const drawn = (spec: ChartSpec, locale?: Locale) => pixelsOf(spec, WIDTH, locale)

const blank = (pixels: Uint8ClampedArray) => new Uint8ClampedArray(pixels.length)

describe.each(CHART_FORMS)('the form %s', (form) => {
  test('is drawn, and in Chinese other words are drawn than in English', () => {
    const spec = DATA[form]()
    expect(spec.kind).toBe(form)
    const english = drawn(spec)
    expect(difference(english, blank(english))).toBeGreaterThan(1000)
    expect(difference(english, drawn(spec, 'ZH'))).toBeGreaterThan(20)
  })
})

describe('on a picture', () => {
  test.each(['bars', 'matrix'] as const)('of %s the three gaps are three different things to see', (form) => {
    const withGap = (gap: Gap) => {
      const spec = DATA[form]()
      spec.series[0]!.points[0] = { ...spec.series[0]!.points[0]!, value: null, gap }
      return drawn(spec)
    }
    const [none, hidden, not] = [withGap('NO_RECORDS'), withGap('SUPPRESSED'), withGap('NOT_APPLICABLE')]
    expect(difference(none, hidden)).toBeGreaterThan(5)
    expect(difference(none, not)).toBeGreaterThan(5)
    expect(difference(hidden, not)).toBeGreaterThan(5)
  })

  test('a target, and what a rule asks, are drawn', () => {
    const plain = DATA.bars()
    const wanted = DATA.bars()
    wanted.series[0]!.points[0]!.targets = [{ plan: 'Plan', value: 7, text: { zh: '7人', en: '7 people' } }]
    expect(difference(drawn(plain), drawn(wanted))).toBeGreaterThan(50)
    const asked = {
      ...plain,
      limits: [{ value: 6, words: { zh: '要求', en: 'asked' }, text: { zh: '6人', en: '6 people' } }],
    }
    expect(difference(drawn(plain), drawn(asked))).toBeGreaterThan(200)
  })

  test('without colour bars of two series are distinguished by their pattern', () => {
    const one = DATA.stacked()
    const alike = { ...one, series: one.series.map((series) => ({ ...series, tone: 0 })) }
    const plain = { ...alike, series: alike.series.map((series) => ({ ...series, pattern: 'solid' as const })) }
    expect(difference(drawn(alike), drawn(plain))).toBeGreaterThan(500)
  })

  test('a period that is not complete looks different from one that is', () => {
    const spec = DATA.bars()
    const complete = { ...spec, labels: spec.labels.map((label) => ({ ...label, partial: false })) }
    expect(difference(drawn(spec), drawn(complete))).toBeGreaterThan(500)
  })
})
