import type { SeriesForm } from './form.ts'
import { heightOnAxes, MOST_LINES } from '../measures.ts'

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
