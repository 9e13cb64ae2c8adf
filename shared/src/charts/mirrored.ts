import { missing, periodLabelOf, toChartSeries, whereAndWhen } from './pieces.ts'
import type { ChartFacts, ChartSpec } from './spec.ts'
import type { ReadableFigure, ReadableSeries } from '../series-facts.ts'
import { symbolsOf } from '../table.ts'
import { BETWEEN_SENTENCES, type Words, joinWords } from '../words/words.ts'
import type { Theme } from '../series.ts'
import { summarise } from '../summary.ts'

/**
 * Who learns from whom: introduction (DN02) to the left, export (DN03) to the right, year under year, in one unit. Both series
 * are asked over the same periods; nothing is added or taken away between them.
 */
export function mirroredChartSpec(
  introduction: { series: ReadableSeries; name: Words },
  carriedOut: { series: ReadableSeries; name: Words },
  facts: Pick<ChartFacts, 'institution' | 'unit' | 'decimals'> & { title: Words },
): ChartSpec {
  const years = [...introduction.series.figures, ...carriedOut.series.figures].filter(
    (figure, i, all) => all.findIndex((other) => other.period.year === figure.period.year) === i,
  )
  years.sort((a, b) => a.period.year - b.period.year)
  const sideOf = ({ series, name }: { series: ReadableSeries; name: Words }, theme: Theme, side: 'left' | 'right') => {
    const byYear = new Map(series.figures.map((figure) => [figure.period.year, figure]))
    const points: ReadableFigure[] = years.map(({ period }) => byYear.get(period.year) ?? missing(period))
    return { ...toChartSeries(name, theme, 0, points, facts), side }
  }
  const summaries = [introduction, carriedOut].map(({ series, name }) => summarise(series, { ...facts, name }))
  const first = years[0]
  return {
    kind: 'mirrored-bars',
    lying: true,
    title: facts.title,
    subtitle: first ? whereAndWhen(introduction.series, facts.institution, years) : facts.institution,
    summary: joinWords(summaries, BETWEEN_SENTENCES),
    labels: years.map(periodLabelOf),
    series: [sideOf(introduction, 'INTRODUCTION', 'left'), sideOf(carriedOut, 'EXPORT', 'right')],
    unit: facts.unit,
    decimals: facts.decimals,
    whole: null,
    symbols: symbolsOf([...introduction.series.figures, ...carriedOut.series.figures].map((figure) => figure.gap)),
    leftOut: 0,
  }
}
