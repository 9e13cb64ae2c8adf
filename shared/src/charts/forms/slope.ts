import { courseSentence } from './course-sentence.ts'
import type { SeriesForm } from './form.ts'
import { LEAST_HEIGHT } from '../measures.ts'

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
