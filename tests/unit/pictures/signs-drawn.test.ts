import { beforeAll, describe, expect, test } from 'vitest'
import { formsFor, seriesToChartSpec } from '@causeway/shared/charts/series-chart'
import { heightAlone } from '@causeway/shared/charts/size'
import type { ChartFacts, ChartForm, ChartSpec } from '@causeway/shared/charts/spec'
import { toChartJs } from '@causeway/shared/charts/to-chart-js'
import { PALETTES } from '@causeway/shared/colors'
import type { Figure, Gap } from '@causeway/shared/figure'
import type { Locale } from '@causeway/shared/words/words'
import { drawChartAsTextSvg } from '@causeway/server/outlets/pictures/draw-chart'
import { registerFonts } from '@causeway/server/outlets/pictures/drawing-kit'
import { signNote } from '@causeway/server/outlets/pictures/picture-notes'
import type { Picture } from '@causeway/server/outlets/pictures/picture'
import { trimChart } from '@causeway/server/outlets/pictures/trim-chart'
import { countFacts, figure, partial, seriesOf } from '../shared/figures.ts'
import { collisionsOf, wordsOf } from './drawn.ts'

const COUNT = { ...countFacts((key) => ({ zh: `类别${key}`, en: `category ${key}` })), addsUp: false }
const RATE: ChartFacts = { ...COUNT, kind: 'RATIO', unit: { zh: '%', en: '%' }, decimals: 1 }
const interval = { low: 10, high: 30, method: 'wilson', level: 0.95 } as const
const SIGNS = ['*', '…', '×', '†'] as const
const YEARS = [2014, 2015, 2016, 2017, 2018, 2019, 2020, 2021, 2022, 2023, 2024]

/** The last year is not complete; gaps of each kind are between, one of them in a category too small to be drawn. */
const ofYear = (year: number, value: number | Gap, more: Partial<Figure> = {}) => {
  const one = figure(year, value, { ...(typeof value === 'number' && { interval }), ...more })
  return year === 2024 ? partial(one) : one
}
const valueAt = (year: number, at: number): number | Gap =>
  year === 2017 && at === 0 ? 'SUPPRESSED' : year === 2019 && at === 1 ? 'NO_RECORDS' : 5 + 3 * at + (year % 4)
const SERIES = {
  years: (years: number[]) => seriesOf(years.map((year) => ofYear(year, valueAt(year, 0)))),
  categories: (years: number[]) =>
    seriesOf(
      years.flatMap((year) => ['a', 'b', 'c'].map((category, at) => ofYear(year, valueAt(year, at), { category }))),
      'country',
    ),
  crossed: (years: number[]) => ({
    ...seriesOf(
      years.flatMap((year) =>
        ['a', 'b', 'c'].flatMap((category, row) =>
          ['x', 'y'].map((across, at) =>
            ofYear(year, row + at === 0 ? 'NOT_APPLICABLE' : row * at === 2 ? 'SUPPRESSED' : row + at + 3, {
              category,
              across,
            }),
          ),
        ),
      ),
      'country',
    ),
    across: 'programme',
  }),
}
const CASES = (Object.keys(SERIES) as (keyof typeof SERIES)[]).flatMap((name) =>
  [YEARS, YEARS.slice(-2), YEARS.slice(-1)].flatMap((years) =>
    [COUNT, RATE].flatMap((facts) => {
      const series = SERIES[name](years)
      return formsFor(series, facts).map(
        (form) => [`${name} of ${years.length} (${facts.kind})`, form, seriesToChartSpec(series, facts, form)] as const,
      )
    }),
  ),
)

beforeAll(() => registerFonts())

/** Every word that is drawn, those that stand upright too. */
function textsOf(spec: ChartSpec, width: number, locale: Locale): string[] {
  const box = { width, height: heightAlone(spec, width), fontSize: 13 }
  const svg = drawChartAsTextSvg({ spec, locale, light: 'light' } as Picture, box)
  return [...svg.matchAll(/<text [^>]*>([^<]*)/g)].map(([, text]) => text!)
}

describe('a sign is drawn where it is explained, and explained where it is drawn', () => {
  test.each(CASES)('in %s drawn as %s', (_name, _form: ChartForm, spec) => {
    for (const width of [320, 480, 768, 1100])
      for (const locale of ['ZH', 'EN'] as const) {
        const drawn = textsOf(spec, width, locale)
        const stated = signNote(spec, locale)
        for (const sign of SIGNS) {
          const isDrawn = drawn.some((text) =>
            sign === '†' ? text.includes(sign) : text === sign || text.startsWith(`${sign} `),
          )
          const isSaid = stated.split(/；|; /).some((note) => note.startsWith(sign))
          expect([width, locale, sign, isDrawn]).toEqual([width, locale, sign, isSaid])
        }
      }
  })

  test('also of a picture that has no room for all: a sign that went is not explained', () => {
    const figures = Array.from({ length: 16 }, (_, at) =>
      figure(2023, at === 15 ? 'SUPPRESSED' : 20 - at, { category: String(at) }),
    )
    const spec = seriesToChartSpec(seriesOf(figures, 'country'), COUNT)
    expect(spec.symbols.map(({ symbol }) => symbol)).toEqual(['*'])
    const trimmed = trimChart(spec, 560, 200)
    expect(trimmed.leftOut).toBeGreaterThan(0)
    expect(signNote(trimmed, 'EN')).toBe('')
  })

  test('a category that is not drawn brings no sign', () => {
    const many = Array.from({ length: 22 }, (_, at) =>
      figure(2023, at < 20 ? at : 'SUPPRESSED', { category: String(at) }),
    )
    const spec = seriesToChartSpec(seriesOf(many, 'country'), COUNT)
    expect([spec.leftOut, spec.symbols]).toEqual([2, []])
  })
})

/** Filled rectangles of a colour, as an SVG has them. */
function filled(spec: ChartSpec, color: string, width = 640): { width: number; height: number }[] {
  const svg = drawChartAsTextSvg({ spec, locale: 'EN', light: 'light' } as Picture, {
    width,
    height: 300,
    fontSize: 13,
  })
  return [...svg.matchAll(/<rect ([^>]*)>/g)].flatMap(([, marks]) => {
    const mark = (name: string) => new RegExp(`(?:^| )${name}="([^"]*)"`).exec(marks!)?.[1]
    if (mark('fill')?.toLowerCase() !== color.toLowerCase()) return []
    return [{ width: Number(mark('width')), height: Number(mark('height')) }]
  })
}

describe('0 has a foot line in ink, which no gap has and no small number', () => {
  const { ink } = PALETTES.light
  const values: (number | Gap)[] = [0, 1, 'NO_RECORDS', 'SUPPRESSED', 900]
  const BAR_FORMS: [string, (values: (number | Gap)[]) => ChartSpec, side: 'width' | 'height'][] = [
    [
      'upright bars',
      (all) => seriesToChartSpec(seriesOf(all.map((one, at) => figure(2019 + at, one))), COUNT),
      'height',
    ],
    [
      'lying bars',
      (all) =>
        seriesToChartSpec(
          seriesOf(
            all.map((one, at) => figure(2023, one, { category: `${at}` })),
            'country',
          ),
          COUNT,
        ),
      'width',
    ],
    [
      'panels',
      (all) =>
        seriesToChartSpec(
          seriesOf(
            [2021, 2022, 2023].flatMap((year) => all.map((one, at) => figure(year, one, { category: `${at}` }))),
            'country',
          ),
          COUNT,
          'multiples',
        ),
      'height',
    ],
    [
      'lying panels',
      (all) => ({
        ...seriesToChartSpec(
          {
            ...seriesOf(
              all.flatMap((one, at) => ['x', 'y'].map((across) => figure(2023, one, { category: `${at}`, across }))),
              'country',
            ),
            across: 'sex',
          },
          COUNT,
          'multiples',
        ),
      }),
      'width',
    ],
  ]

  test.each(BAR_FORMS)('in %s', (_name, of, side) => {
    const without = of(values.map((one) => (one === 0 ? 'NO_RECORDS' : one)))
    const feet = (spec: ChartSpec) => filled(spec, ink).filter((one) => one[side] === 2)
    expect(feet(without)).toEqual([])
    const spec = of(values)
    expect(feet(spec).length).toBe(
      spec.series.flatMap(({ points }) => points).filter(({ value }) => value === 0).length,
    )
    expect(signNote(spec, 'EN')).toContain('short line on the axis: the figure is 0')
    expect(signNote(without, 'EN')).not.toContain('the figure is 0')
  })

  test('no bar is lengthened by Chart.js, which would lengthen that of 0 too', () => {
    const { datasets } = toChartJs(BAR_FORMS[0]![1](values), {
      light: 'light',
      locale: 'EN',
      fontFamily: 'sans-serif',
    }).data
    expect(datasets[0]).not.toHaveProperty('minBarLength')
  })
})

describe('a value that is not of the last period says of which it is', () => {
  const of = (values: (number | Gap)[], form: ChartForm) =>
    seriesToChartSpec(
      seriesOf(
        [
          ...values.map((value, at) => figure(2020 + at, value, { category: 'a' })),
          ...[3, 4, 5, 6].map((value, at) => figure(2020 + at, value, { category: 'b' })),
        ],
        'country',
      ),
      COUNT,
      form,
    )
  const said = (spec: ChartSpec, locale: 'ZH' | 'EN') => wordsOf(spec, 768, locale).words.map(({ text }) => text)

  test('in panels and at the ends of lines', () => {
    const hidden = [1, 4, 8, 'SUPPRESSED'] as const
    expect(said(of([...hidden], 'multiples'), 'EN')).toContain('8 (2022/23)')
    expect(said(of([...hidden], 'multiples'), 'ZH')).toContain('8（2022—2023）')
    expect(said(of([...hidden], 'lines'), 'EN')).toContain('category a (to 2022/23)')
    expect(said(of([...hidden], 'lines'), 'ZH').join('')).toContain('类别a（至2022—2023）')
    const [panels, lines] = [of([9, 'SUPPRESSED', 0, 'SUPPRESSED'], 'multiples'), of([...hidden], 'lines')]
    for (const spec of [panels, lines]) expect(collisionsOf(wordsOf(spec, 768, 'EN'), 768)).toEqual([])
    expect(said(of([1, 4, 8, 9], 'multiples'), 'EN')).toContain('9')
    expect(said(of([1, 4, 8, 9], 'lines'), 'EN')).toContain('category a')
  })
})
