import { commonOf, toChartSeries } from './pieces.ts'
import type { ChartDraft, ChartFacts } from './spec.ts'
import { dimensionName, oneCategoryWords, type ReadableFigure, type ReadableSeries } from '../series-facts.ts'
import { GAPS } from '../figure.ts'
import { gapWords } from '../format-figure.ts'
import type { Words } from '../words/words.ts'

/** More streams than these cannot be told apart. */
const MOST_STREAMS = 24

/** Who goes where: streams from the categories of one dimension to those of the other, as wide as their figures. */
export function flowOfSeries(
  series: ReadableSeries,
  figures: readonly ReadableFigure[],
  facts: ChartFacts,
): ChartDraft {
  return flowChartSpec(
    figures.map((figure) => ({
      from: oneCategoryWords(figure, 'category', facts),
      to: oneCategoryWords(figure, 'across', facts),
      figure,
    })),
    {
      from: dimensionName(series.dimension!),
      to: series.across ? dimensionName(series.across) : { zh: '去向', en: 'where to' },
    },
    series,
    facts,
  )
}

interface Stream {
  from: Words
  to: Words
  figure: ReadableFigure
}

/**
 * A chart of streams. Those of nothing are left out, as are those without a figure, since a width would tell it: how many of each
 * is below. The largest are shown, in order of size, and how many are not.
 *
 * @param series what the streams were read from; its figures make the sentence
 */
function flowChartSpec(
  streams: readonly Stream[],
  ends: { from: Words; to: Words },
  series: ReadableSeries,
  facts: ChartFacts,
): ChartDraft {
  const wide = streams.filter(({ figure }) => figure.value !== null && figure.value > 0)
  const shown = wide.toSorted((a, b) => b.figure.value! - a.figure.value!).slice(0, MOST_STREAMS)
  return {
    ...commonOf(series, facts),
    kind: 'flow',
    lying: true,
    labels: shown.map(({ from, to, figure }) => ({
      text: { zh: `从${from.zh}到${to.zh}`, en: `from ${from.en} to ${to.en}` },
      partial: figure.period.partial,
      stream: { from, to },
    })),
    series: [
      toChartSeries(
        facts.name,
        facts.theme,
        0,
        shown.map(({ figure }) => figure),
        facts,
      ),
    ],
    ends,
    undrawn: undrawnWords(streams.map(({ figure }) => figure)),
    leftOut: wide.length - shown.length,
  }
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
