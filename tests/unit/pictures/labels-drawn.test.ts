import { formsFor, seriesToChartSpec, mirroredChartSpec } from '@causeway/shared/charts/series-chart'
import { heightAlone } from '@causeway/shared/charts/size'
import type { ChartSpec } from '@causeway/shared/charts/spec'
import { markNotes } from '@causeway/shared/charts/reading'
import type { Figure, Gap } from '@causeway/shared/figure'
import { beforeAll, expect, test } from 'vitest'
import { registerFonts } from '../../../server/src/outlets/pictures/fonts.ts'
import { drawChartAsTextSvg } from '../../../server/src/outlets/pictures/draw-chart.ts'
import type { Picture } from '../../../server/src/outlets/pictures/picture.ts'
import { countFacts, figure, partial, seriesOf } from '../shared/figures.ts'

const COUNT = countFacts((key) => ({ zh: key, en: key }))
const KEYS = ['Laos', 'Viet Nam', 'Thailand']
const YEARS = Array.from({ length: 24 }, (_, at) => 2001 + at)
const last = (one: Figure) => (one.period.year === 2024 ? partial(one) : one)

const ofGap: Record<number, Gap> = { 2018: 'SUPPRESSED', 2020: 'NO_RECORDS' }
const overYears = YEARS.map((year) => last(figure(year, ofGap[year] ?? 10 * (year - 2014))))
const byCategory = YEARS.flatMap((year) =>
  KEYS.map((category, at) =>
    last(figure(year, at === 1 && ofGap[year] ? ofGap[year] : 10 * (year - 2014 + at), { category })),
  ),
)

const SPECS: [string, ChartSpec][] = [
  ...(['bars', 'lines'] as const).map((form): [string, ChartSpec] => [
    `years as ${form}`,
    seriesToChartSpec(seriesOf(overYears), COUNT, form),
  ]),
  ...formsFor(seriesOf(byCategory, 'programme'), COUNT).map((form): [string, ChartSpec] => [
    `categories as ${form}`,
    seriesToChartSpec(seriesOf(byCategory, 'programme'), COUNT, form),
  ]),
  [
    'both sides',
    mirroredChartSpec(
      { series: { ...seriesOf(overYears), scope: null } as never, name: COUNT.name },
      { series: { ...seriesOf(overYears), scope: null } as never, name: COUNT.name },
      { title: COUNT.name, institution: COUNT.institution, unit: COUNT.unit, decimals: 0 },
    ),
  ],
]

beforeAll(() => registerFonts())

/** Every word of it, upright ones too. */
function saidBy(spec: ChartSpec, width: number, locale: 'ZH' | 'EN'): string {
  const size = { width, height: heightAlone(spec, width), fontSize: 13 }
  const svg = drawChartAsTextSvg({ spec, locale, light: 'light' } as Picture, size)
  return [...svg.matchAll(/<text [^>]*>([^<]*)/g)].map(([, text]) => text).join(' ')
}

test.each(SPECS)('what is explained beneath %s is drawn in it, at every width', (_name, spec) => {
  const signs = spec.symbols.map(({ symbol }) => symbol)
  if (markNotes(spec).some(({ en }) => en.startsWith('†'))) signs.push('†')
  for (const width of [300, 390, 480, 768, 1200])
    for (const locale of ['ZH', 'EN'] as const) {
      const said = saidBy(spec, width, locale)
      expect([width, locale, signs.filter((sign) => !said.includes(sign))]).toEqual([width, locale, []])
    }
})
