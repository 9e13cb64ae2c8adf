import type { SeriesForm } from '../series-data.ts'
import { LEAST_HEIGHT } from '../measures.ts'
import { GAPS } from '../../figure.ts'
import { gapWords } from '../../format-figure.ts'
import { dimensionName, oneCategoryWords, type ReadableFigure } from '../../series-facts.ts'
import type { Words } from '../../words/words.ts'

/** Nobody can tell more streams than these apart. */
const MOST_STREAMS = 24
const WIDTHS: Words = { zh: '带子的宽窄表示数值大小', en: 'the width of a stream is its figure' }

/**
 * Who goes where: streams from the categories of one dimension to those of the other, as wide as their figures. Those of nothing are
 * left out, as are those without a figure, since a width would tell it: how many of each is below. The largest are shown, in order of
 * size, and how many are not.
 */
export const flow: SeriesForm = {
  words: { zh: '流向图', en: 'flow' },
  marks: null,
  own: true,
  keyless: true,
  suits: ({ level, categories }) => ({ crossed: !level && categories > 1 && 5 }),
  draft(data) {
    const { facts, series } = data
    const figures = data.broken
    const wide = figures.filter(({ value }) => value !== null && value > 0)
    const shown = wide.toSorted((a, b) => b.value! - a.value!).slice(0, MOST_STREAMS)
    return {
      lying: false,
      labels: shown.map((figure) => {
        const stream = {
          from: oneCategoryWords(figure, 'category', facts),
          to: oneCategoryWords(figure, 'across', facts),
        }
        const { from, to } = stream
        const text = { zh: `从${from.zh}到${to.zh}`, en: `from ${from.en} to ${to.en}` }
        return { text, partial: figure.period.partial, stream }
      }),
      series: [data.toSeries({ name: facts.name, figures: shown })],
      ends: {
        from: dimensionName(series.dimension!),
        to: series.across ? dimensionName(series.across) : { zh: '去向', en: 'where to' },
      },
      undrawn: undrawnWords(figures),
      leftOut: wide.length - shown.length,
    }
  },
  height({ labels }) {
    const ends = (side: 'from' | 'to') => new Set(labels.map(({ stream }) => stream?.[side].en)).size
    return Math.max(LEAST_HEIGHT, Math.max(ends('from'), ends('to')) * 34 + 40)
  },
  // Streams have no label of their period.
  partialNote: { zh: '所示时段数据未完整', en: 'the period shown is not complete' },
  notes: ({ undrawn = [] }) => [WIDTHS, ...undrawn],
  gives: 'places',
}

/** Nothing and the reasons for no number are kept apart. */
function undrawnWords(figures: readonly ReadableFigure[]): Words[] {
  const noughts = figures.filter(({ value }) => value === 0).length
  const gaps = GAPS.map((gap) => {
    const count = figures.filter((one) => one.value === null && (one.gap ?? 'NO_RECORDS') === gap).length
    return { count, word: gapWords[gap].word }
  })
  return [{ count: noughts, word: { zh: '数值为0', en: 'the figure is 0' } }, ...gaps]
    .filter(({ count }) => count > 0)
    .map(({ count, word }) => ({ zh: `${count}条未画：${word.zh}`, en: `${count} not drawn: ${word.en}` }))
}
