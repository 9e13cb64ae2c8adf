import { beforeAll, describe, expect, test } from 'vitest'
import { markNotes } from '@causeway/shared/charts/reading'
import { formsFor, seriesToChartSpec } from '@causeway/shared/charts/series-chart'
import type { ChartForm } from '@causeway/shared/charts/spec'
import type { Figure, Gap } from '@causeway/shared/figure'
import { registerFonts } from '@causeway/server/outlets/pictures/drawing-kit'
import { pictureNotes } from '@causeway/server/outlets/pictures/picture-notes'
import { countFacts, figure, partial, seriesOf } from '../shared/figures.ts'
import { collisionsOf, wordsOf } from './drawn.ts'

const NAMES: Record<string, { zh: string; en: string }> = {
  a: { zh: '刚果民主共和国（民主刚果）', en: 'Democratic Republic of the Congo' },
  b: { zh: '圣文森特和格林纳丁斯', en: 'Saint Vincent and the Grenadines' },
  c: {
    zh: '现代农业技术（中外合作办学，俄语授课方向）',
    en: 'Modern Agricultural Technology (joint programme, taught in Russian)',
  },
  d: { zh: '老挝', en: 'Laos' },
}
const KEYS = Object.keys(NAMES)
const COUNT = countFacts((key) => NAMES[key]!)
const interval = { low: 10, high: 30, method: 'wilson', level: 0.95 } as const
const CROSSED = ['c', 'd']
const overYears = (years: number[]) => {
  const figures = years.flatMap((year) => KEYS.map((category, at) => figure(year, 4321 * 5 ** at + year, { category })))
  return seriesOf(figures, 'programme')
}
const crossed = (years: number[]) => ({
  ...seriesOf(
    years.flatMap((year) =>
      KEYS.flatMap((category, at) =>
        CROSSED.map((across, of) => figure(year, 1234 * (at + 1) * (of + 3), { category, across })),
      ),
    ),
    'country',
  ),
  across: 'programme',
})
const SERIES = {
  years: seriesOf([figure(2021, 12), figure(2022, 1234567), partial(figure(2023, 40))]),
  categories: overYears([2023]),
  'two years': overYears([2022, 2023]),
  'ten years': overYears([2014, 2015, 2016, 2017, 2018, 2019, 2020, 2021, 2022, 2023]),
  crossed: crossed([2023]),
  'crossed over years': crossed([2021, 2022, 2023]),
}
const specOf = (name: keyof typeof SERIES, form: ChartForm) => seriesToChartSpec(SERIES[name], COUNT, form)
const FORMS = (Object.keys(SERIES) as (keyof typeof SERIES)[]).flatMap((name) =>
  formsFor(SERIES[name], COUNT).map((form) => [name, form] as const),
)

beforeAll(() => registerFonts())

test.each(FORMS)(
  'no word of %s drawn as %s runs into another or out of the picture, and the unit is said',
  (name, form) => {
    const spec = specOf(name, form)
    for (const width of [320, 480, 768, 1100])
      for (const locale of ['ZH', 'EN'] as const) {
        const drawn = wordsOf(spec, width, locale)
        expect([width, locale, collisionsOf(drawn, width)]).toEqual([width, locale, []])
        expect(drawn.words.map(({ text }) => text).join(' ')).toContain(locale === 'ZH' ? '人' : 'people')
      }
  },
)

test.each([
  ['categories', 'bars'],
  ['ten years', 'multiples'],
  ['two years', 'slope'],
  ['two years', 'matrix'],
] as const)('the names of %s drawn as %s are whole where there is room', (name, form) => {
  for (const locale of ['ZH', 'EN'] as const) {
    const { words } = wordsOf(specOf(name, form), 768, locale)
    expect(words.filter(({ text }) => text.length > 1 && text.endsWith('…'))).toEqual([])
  }
})

describe('a line that lacks a figure', () => {
  const linesOf = (values: Record<string, (number | Gap)[]>, form: ChartForm) => {
    const figures: Figure[] = Object.entries(values).flatMap(([category, all]) =>
      all.map((value, at) => figure(2021 + at, value, { category })),
    )
    return seriesToChartSpec(seriesOf(figures, 'programme'), COUNT, form)
  }
  const wordAt = (words: ReturnType<typeof wordsOf>['words'], text: string) => words.filter((one) => one.text === text)

  test('has its symbol below the axis, where no line runs and nothing is taken for a value', () => {
    const spec = linesOf({ a: [3, 3, 3], b: [60, 'SUPPRESSED', 80], d: [50, 'NO_RECORDS', 50] }, 'lines')
    for (const width of [320, 768]) {
      const { words } = wordsOf(spec, width, 'EN')
      const [zero, year] = [wordAt(words, '0')[0]!, wordAt(words, '2022/23')[0]!]
      for (const symbol of ['*', '…'].map((text) => wordAt(words, text)[0]!)) {
        expect(symbol.top).toBeGreaterThan(zero.top + zero.height / 2)
        expect(symbol.top).toBeLessThan(year.top)
      }
    }
  })

  test('has one symbol for many, where there is no room for each', () => {
    const gaps = Array.from({ length: 10 }, (_, at): Gap => (at === 3 ? 'NO_RECORDS' : 'SUPPRESSED'))
    const spec = linesOf(
      { a: [...gaps, 1], b: [...gaps, 2], d: Array.from({ length: 11 }, () => 'SUPPRESSED') },
      'lines',
    )
    // Drawn on itself it is one.
    const said = collisionsOf(wordsOf(spec, 320, 'EN'), 320).filter((one) => !/^(.) runs into \1$/u.test(one))
    expect(said).toEqual([])
  })

  test.each(['lines', 'slope'] as const)('is named in %s beside its symbol also where it has none at all', (form) => {
    const years = form === 'slope' ? 2 : 3
    const of = (value: number | Gap) => Array.from({ length: years }, () => value)
    const spec = linesOf({ a: of(30), b: of('NO_RECORDS'), d: of('SUPPRESSED') }, form)
    const said = wordsOf(spec, 768, 'EN').words.map(({ text }) => text)
    expect(said).toContain('… Saint Vincent and the Grenadines')
    expect(said).toContain('* Laos')
  })
})

test('the numbers of an axis have the places that tell them apart, and none of them empty', () => {
  const rate = { ...COUNT, kind: 'RATIO', decimals: 3, unit: { zh: '', en: '' } } as const
  const numbersOf = (values: number[]) =>
    wordsOf(seriesToChartSpec(seriesOf(values.map((value, at) => figure(2020 + at, value))), rate), 480, 'EN')
      .words.filter(({ text, left }) => left < 20 && /^[\d.]+$/.test(text))
      .map(({ text }) => text)
  expect(numbersOf([0.1, 0.3, 1.0])).toContain('1')
  const small = numbersOf([0.0012, 0.0031])
  expect(new Set(small).size).toBe(small.length)
  expect(small).toContain('0.003')
})

test('of two ends the earlier one is hollow and the later one filled, complete or not: what is not complete says so by name', () => {
  const figures = KEYS.flatMap((category) => [figure(2022, 10, { category }), partial(figure(2023, 20, { category }))])
  const spec = seriesToChartSpec(seriesOf(figures, 'programme'), COUNT, 'range')
  expect(spec.labels.some((one) => one.partial)).toBe(false)
  expect(spec.series.map(({ name }) => name)).toEqual([
    { zh: '2022—2023学年', en: '2022/23' },
    { zh: '2023—2024学年（数据未完整）', en: '2023/24 (not complete)' },
  ])
})

describe('what a picture says beneath itself', () => {
  const notesOf = (spec: ReturnType<typeof specOf>, locale: 'ZH' | 'EN') =>
    pictureNotes(
      spec,
      { name: COUNT.institution, dataDate: '2024-08-31', demonstration: false } as never,
      { profile: 'PUBLIC', computedAt: null },
      { codes: ['EX02'] },
      locale,
      {},
    )

  test('is what its marks mean, as beneath the same chart in the page', () => {
    const rates = seriesOf([figure(2022, 20, { interval }), partial(figure(2023, 25, { interval }))])
    const lines = seriesToChartSpec(rates, { ...COUNT, kind: 'RATIO' })
    expect(notesOf(lines, 'EN')[0]).toBe(
      '† hollow and dotted: the period is not complete; thin line between two ends: what chance could make of it',
    )
    expect(notesOf(specOf('ten years', 'range'), 'ZH')[0]).toBe(
      '横条：有数值的完整时段中最低至最高；圆点：2023—2024学年',
    )
    expect(notesOf(specOf('crossed', 'flow'), 'EN')[0]).toMatch(/^the width of a stream is its figure/)
    const wanted = [{ ...figure(2023, 9), targets: [{ plan: 'Plan 2025', value: 12 }] }]
    expect(notesOf(seriesToChartSpec(seriesOf(wanted), COUNT), 'EN')[0]).toBe('heavy short line: target (Plan 2025)')
  })

  test('of lines in small panels is stated of lines, not of bars', () => {
    const spec = seriesToChartSpec(
      {
        ...seriesOf(
          crossed([2022, 2023]).figures.map((one) => (one.period.year === 2023 ? partial(one) : one)),
          'country',
        ),
        across: 'programme',
      },
      COUNT,
      'multiples',
    )
    expect(spec.panelMarks).toBe('lines')
    expect(markNotes(spec)[0]!.en).toBe('† hollow and dotted: the period is not complete')
  })
})
