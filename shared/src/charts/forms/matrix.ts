import type { SeriesForm } from '../series-data.ts'
import { aboutWide, linesOf, longest, MOST_BARS } from '../measures.ts'
import type { ChartSpec } from '../spec.ts'

/** Where the second dimension has more than there is room for, the first of them in their order are shown. */
export const MOST_COLUMNS = 12

export const matrix: SeriesForm = {
  words: { zh: '矩阵图', en: 'matrix' },
  marks: null,
  own: true,
  keyless: true,
  oneSeries: true,
  overYears: true,
  suits: ({ few }) => ({ pairs: few ? 5 : 3, courses: few ? 5 : 2, crossed: 1, 'crossed-courses': 2 }),
  draft(data) {
    if (data.shape.of !== 'crossed') {
      const { courses, ...rest } = data.courses(MOST_BARS)
      return { lying: false, ...rest, series: courses.map((course) => data.toSeries(course)) }
    }
    const { rows, columns, label, leftOut } = data.crossed({ rows: MOST_BARS, columns: MOST_COLUMNS })
    return { lying: false, labels: columns.map(label), series: rows.map((row) => data.toSeries(row)), leftOut }
  },
  height: (spec, width) =>
    Math.max(140, spec.series.length * matrixRow(spec, width) + 84) + (headsUpright(spec, width) ? 60 : 0),
  partialNote: { zh: '† 该时段数据未完整', en: '† the period is not complete' },
  gives: 'series',
  asLowAsRows: true,
}

/** Whether a heading has a word that is wider than its column, however small it is written: then headings stand upright. */
export function headsUpright({ labels }: ChartSpec, width: number): boolean {
  const words = labels.flatMap(({ text }) => text.en.split(' ')).map(aboutWide)
  return Math.max(0, ...words) * 0.78 > (width * 0.7) / labels.length
}

/** Names of rows take two lines, three or four. */
export function matrixRow({ series }: ChartSpec, width: number): number {
  const lines = linesOf(longest(series.map(({ name }) => ({ text: name }))), width * (width < 480 ? 0.28 : 0.36), 4)
  return Math.max(34, lines * 17)
}
