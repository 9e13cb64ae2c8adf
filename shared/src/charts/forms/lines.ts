import type { SeriesForm } from './form.ts'
import { heightOnAxes, MOST_LINES } from '../measures.ts'

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
