import type { SeriesForm } from './form.ts'
import { heightOnAxes, MOST_LINES } from '../measures.ts'
import { periodLabelOf } from '../pieces.ts'
import { categoryWords } from '../../series-facts.ts'

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
