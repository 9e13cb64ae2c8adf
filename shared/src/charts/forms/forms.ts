import { flow } from './flow.ts'
import type { Form, SeriesForm } from '../series-data.ts'
import { matrix } from './matrix.ts'
import { multiples } from './multiples.ts'
import { range, courseSentence } from './range.ts'
import { timeLine } from './time-line.ts'
import { waterfall } from './waterfall.ts'
import type { ChartForm, ChartKind, ChartSpec } from '../spec.ts'
import { heightOnAxes, MOST_LINES, LEAST_HEIGHT } from '../measures.ts'
import { periodLabelOf } from '../pieces.ts'
import { categoryWords } from '../../series-facts.ts'

/** What came in to the left, what went out to the right: `mirroredChartSpec` makes it of two series. */
export const mirroredBars: Form = {
  marks: 'bars',
  stacks: 'sides',
  height: (spec, width) => heightOnAxes(spec, width, { least: LEAST_HEIGHT }),
  // On a page it is between two columns.
  stillWidth: 560,
  gives: 'nothing',
}

export const lines: SeriesForm = {
  words: { zh: '折线图', en: 'lines' },
  marks: 'lines',
  namesAtEnds: true,
  overYears: true,
  suits: ({ level, periods, few }) => ({
    one: level ? 1 : periods > 1 && 2,
    pairs: few ? 2 : 4,
    courses: few ? 1 : 4,
  }),
  draft: (data) => (data.series.dimension ? data.lines(MOST_LINES) : data.overPeriods()),
  height: (spec, width) => heightOnAxes(spec, width),
}

const MOST_GROUPED = 4

export const bars: SeriesForm = {
  words: { zh: '条形图', en: 'bars' },
  marks: 'bars',
  suits: ({ level, periods, across, categories, intervals }) => ({
    one: level ? periods > 1 && 2 : 1,
    none: 1,
    categories: intervals ? 2 : 1,
    crossed: across <= MOST_GROUPED && categories <= MOST_GROUPED * 2 && 3,
  }),
  draft(data) {
    if (data.isCrossed) return data.bundles()
    if (!data.series.dimension) return data.overPeriods()
    return data.shape.periods > 1 ? data.lines(MOST_LINES) : data.rows()
  },
  // Bars of several series are in one row.
  height: (spec, width) =>
    heightOnAxes(spec, width, { row: spec.series.length > 1 ? 10 + spec.series.length * 17 : 0 }),
}

export const stacked: SeriesForm = {
  words: { zh: '堆积图', en: 'stacked bars' },
  marks: 'bars',
  stacks: 'parts',
  namesAtEnds: true,
  suits: ({ parts, few, categories, across, intervals }) =>
    parts
      ? {
          categories: few && categories > 1 && !intervals && 3,
          pairs: few && 4,
          courses: few && 3,
          crossed: across <= MOST_LINES && 4,
        }
      : {},
  draft(data) {
    if (data.isCrossed) return data.bundles()
    if (data.shape.periods > 1) return data.lines(MOST_LINES)
    const figures = data.broken
    return {
      lying: true,
      labels: figures.slice(0, 1).map(periodLabelOf),
      series: figures.map((figure, tone) =>
        data.toSeries({ name: categoryWords(figure, data.facts), figures: [figure] }, tone),
      ),
    }
  },
  height: (spec, width) => heightOnAxes(spec, width, { least: 130, row: 40 }),
}

export const dots: SeriesForm = {
  words: { zh: '点图（含波动范围）', en: 'dots with ranges of chance' },
  marks: 'dots',
  suits: ({ intervals, level }) => ({ categories: intervals ? 1 : level && 2 }),
  draft: (data) => data.rows(),
  height: (spec, width) => heightOnAxes(spec, width),
}

const MOST_SLOPES = 12

export const slope: SeriesForm = {
  words: { zh: '两期对比斜线图', en: 'slopes between two periods' },
  marks: 'lines',
  bothEnds: true,
  namesAtEnds: true,
  keyless: true,
  oneSeries: true,
  overYears: true,
  suits: () => ({ pairs: 1 }),
  draft: (data) => data.lines(MOST_SLOPES),
  height: ({ series }, width) => Math.max(LEAST_HEIGHT, series.length * (width < 560 ? 40 : 26) + 70),
  sentence: ({ series }) => courseSentence(series.map(({ points }) => [points[0], points.at(-1)])),
  gives: 'series',
}

/** The forms that a series can be drawn in. */
export const SERIES_FORMS: Record<ChartForm, SeriesForm> = {
  lines,
  bars,
  stacked,
  multiples,
  slope,
  range,
  dots,
  matrix,
  flow,
}

const FORMS: Record<ChartKind, Form> = {
  ...SERIES_FORMS,
  'mirrored-bars': mirroredBars,
  'time-line': timeLine,
  waterfall,
}

/** Everything that is different in another form is asked here. */
export function formOf({ kind }: Pick<ChartSpec, 'kind'>): Form {
  return FORMS[kind]
}
