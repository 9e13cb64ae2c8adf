import { formAsked } from '@causeway/shared/charts/form-choice'
import { formsFor, seriesToChartSpec } from '@causeway/shared/charts/series-chart'
import type { ChartFacts, ChartSpec } from '@causeway/shared/charts/spec'
import {
  dimensionName,
  hasSeveral,
  type ReadableFigure,
  type ReadableSeries,
  type SeriesFacts,
} from '@causeway/shared/series-facts'
import { placeAtEnd } from '@causeway/shared/unknown'
import type { Declaration } from '../../figures/indicators/definition.ts'

/** Dimensions whose categories have no order of their own: their bars stand by length. */
const UNORDERED = new Set(['country', 'programme', 'department', 'partner', 'platform', 'site', 'unit', 'instrument'])

/**
 * The chart of a series in the form that the page takes for the same address: of several charts of a page the one of the years, or
 * of the categories. `addsUp`: its categories are the parts of its whole.
 */
export function draftChart(
  series: ReadableSeries,
  facts: SeriesFacts,
  declaration: Pick<Declaration, 'theme' | 'kind' | 'name' | 'unit' | 'threshold'>,
  chart: string | null,
  addsUp: boolean,
): ChartSpec {
  const { theme, kind, name, unit, threshold } = declaration
  const whole = unit.en === '%' ? 100 : 1
  const limits = threshold && [{ value: (whole * threshold.atLeast[0]) / threshold.atLeast[1], words: threshold.words }]
  const chartFacts: ChartFacts = { ...facts, theme, kind, addsUp, ...(limits && { limits }) }
  const shown = inOrder(series)
  const form = formAsked(chart, series.dimension ? 'groups' : 'years', formsFor(shown, chartFacts))
  const spec = seriesToChartSpec(shown, chartFacts, form)
  if (!series.dimension) return spec
  const by = dimensionName(series.dimension)
  const across = series.across ? dimensionName(series.across) : null
  return {
    ...spec,
    title: {
      zh: `${name.zh}，按${by.zh}${across ? `和${across.zh}` : ''}`,
      en: `${name.en}, by ${by.en}${across ? ` and ${across.en}` : ''}`,
    },
  }
}

function inOrder(series: ReadableSeries): ReadableSeries {
  const { dimension, across, figures } = series
  if (!dimension || across || !UNORDERED.has(dimension) || hasSeveral(figures, 'period')) return series
  const last = (figure: ReadableFigure) => placeAtEnd(dimension, figure.category)
  return { ...series, figures: figures.toSorted((a, b) => last(a) - last(b) || sizeOf(b) - sizeOf(a)) }
}

function sizeOf({ value, gap }: ReadableFigure): number {
  return value ?? (gap === 'SUPPRESSED' ? -1 : -2)
}
