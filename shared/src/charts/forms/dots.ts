import type { SeriesForm } from './form.ts'
import { heightOnAxes } from '../measures.ts'

export const dots: SeriesForm = {
  words: { zh: '点图（含波动范围）', en: 'dots with ranges of chance' },
  marks: 'dots',
  suits: ({ intervals, level }) => ({ categories: intervals ? 1 : level && 2 }),
  draft: (data) => data.rows(),
  height: (spec, width) => heightOnAxes(spec, width),
}
