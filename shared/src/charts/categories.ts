import { MOST_LINES, type ChartForm } from './forms.ts'
import { commonOf, largest, missing, periodLabelOf, periodsOf, toChartPoint, toChartSeries } from './pieces.ts'
import type { ChartDraft, ChartFacts, ChartPoint } from './spec.ts'
import { periodWords } from '../period-list.ts'
import type { Words } from '../words/words.ts'
import { categoryWords, periodTold, type ReadableFigure, type ReadableSeries } from '../series-facts.ts'

/** How many bars stand under each other. */
export const MOST_BARS = 20
/** How many lines a slope or a range tells apart, and how many panels stand side by side. */
const MOST_SLOPES = 12
export const MOST_PANELS = 12

/** The categories of one period: each a bar, a dot, or a part of one whole. */
export function categoriesOfOnePeriod(series: ReadableSeries, facts: ChartFacts, form: ChartForm): ChartDraft {
  const figures = series.figures.filter((figure) => figure.category != null)
  const common = commonOf(series, facts)
  if (form === 'stacked')
    return {
      ...common,
      kind: 'stacked',
      lying: true,
      labels: figures.slice(0, 1).map(periodLabelOf),
      series: figures.map((figure, tone) =>
        toChartSeries(categoryWords(figure, facts), facts.theme, tone, [figure], facts),
      ),
      leftOut: 0,
    }
  const inOrder = largest(
    figures.map((figure) => [figure]),
    MOST_BARS,
  ).flat()
  return {
    ...common,
    kind: form,
    lying: true,
    labels: inOrder.map((figure) => ({ text: categoryWords(figure, facts), partial: figure.period.partial })),
    series: [toChartSeries(facts.name, facts.theme, 0, inOrder, facts)],
    leftOut: figures.length - inOrder.length,
  }
}

/** Categories over periods: lines, slopes, panels, rows of a matrix, parts of bars. */
export function categoriesOverPeriods(series: ReadableSeries, facts: ChartFacts, form: ChartForm): ChartDraft {
  const periods = periodsOf(series.figures)
  const groups = [...groupByCategory(series.figures).values()]
  const most = { slope: MOST_SLOPES, range: MOST_BARS, multiples: MOST_PANELS, matrix: MOST_BARS }[form as string]
  const shown = largest(groups, most ?? MOST_LINES)
  const withoutCategory = new Map(
    series.figures.filter((figure) => figure.category == null).map((figure) => [figure.period.year, figure]),
  )
  const pointsOf = (group: ReadableFigure[]) => {
    const byYear = new Map(group.map((figure) => [figure.period.year, figure]))
    return periods.map(({ period }) => byYear.get(period.year) ?? withoutCategory.get(period.year) ?? missing(period))
  }
  const common = { ...commonOf(series, facts), leftOut: groups.length - shown.length }
  if (form === 'range' && periods.length > 2) {
    const told = periodTold(series.figures, facts.year)!
    const at = periods.findIndex(({ period }) => period.year === told.year)
    const one = toChartSeries(facts.name, facts.theme, 0, [], facts)
    return {
      ...common,
      kind: 'range',
      lying: true,
      labels: shown.map((group) => ({ text: categoryWords(group[0]!, facts), partial: false })),
      series: [{ ...one, points: shown.map((group) => spanOf(pointsOf(group), at, facts)) }],
      dots: periodLabelOf({ period: told }),
    }
  }
  if (form === 'range') {
    const ends = periods.map((figure, at) => ({
      ...toChartSeries(
        endName(figure),
        facts.theme,
        at === 0 ? 2 : 0,
        shown.map((group) => pointsOf(group)[at]!),
        facts,
      ),
      mark: 'circle' as const,
    }))
    return {
      ...common,
      kind: 'range',
      lying: true,
      labels: shown.map((group) => ({ text: categoryWords(group[0]!, facts), partial: false })),
      series: ends,
    }
  }
  return {
    ...common,
    kind: form,
    lying: false,
    labels: periods.map(periodLabelOf),
    series: shown.map((group, at) => {
      const words = categoryWords(group[0]!, facts)
      const one = toChartSeries(words, facts.theme, oneTone.has(form) ? 0 : at, pointsOf(group), facts)
      return form === 'multiples' ? { ...one, panel: words } : one
    }),
    ...(form === 'multiples' && { panelMarks: marksOf(facts) }),
  }
}

/** A period that stands beside another in every row: its name says that it is not complete, since its marks are told apart otherwise. */
function endName({ period }: ReadableFigure): Words {
  const { zh, en } = periodWords(period)
  return period.partial ? { zh: `${zh}（数据未完整）`, en: `${en} (not complete)` } : { zh, en }
}

/**
 * From the lowest to the highest figure of the complete periods, and the figure of the one described: where that is a gap it is
 * drawn as one, and no figure of another period in its place.
 *
 * @param at which of them is described
 */
function spanOf(all: readonly ReadableFigure[], at: number, facts: ChartFacts): ChartPoint {
  const { period, value, gap } = all[at]!
  const point = { ...toChartPoint({ period, value, gap }, facts), text: inPeriod(all[at]!, facts) }
  const complete = all.filter((figure) => !figure.period.partial)
  const [first, ...others] = complete.filter((figure) => figure.value !== null)
  if (!first) return point
  const low = others.reduce((least, one) => (one.value! < least.value! ? one : least), first)
  const high = others.reduce((most, one) => (one.value! > most.value! ? one : most), first)
  const [from, to] = [low, high].map((end) => inPeriod(end, facts)) as [Words, Words]
  const known = others.length + 1
  return {
    ...point,
    low: low.value,
    high: high.value,
    span: {
      zh: `${complete.length}个完整时段中${known}个有数值：最低${from.zh}，最高${to.zh}`,
      en: `${known} of ${complete.length} complete periods have a figure: lowest ${from.en}, highest ${to.en}`,
    },
  }
}

function inPeriod(figure: ReadableFigure, facts: ChartFacts): Words {
  const { text } = toChartPoint(figure, facts)
  const when = periodWords(figure.period)
  return { zh: `${text.zh}（${when.zh}）`, en: `${text.en} (${when.en})` }
}

/** Where a series is told by its place, it needs no tone of its own. */
const oneTone = new Set<ChartForm>(['multiples', 'matrix'])

export function marksOf({ kind }: ChartFacts): 'bars' | 'lines' {
  return kind === 'RATIO' || kind === 'MEAN' ? 'lines' : 'bars'
}

function groupByCategory(figures: readonly ReadableFigure[]): Map<string, ReadableFigure[]> {
  return Map.groupBy(
    figures.filter((figure) => figure.category != null),
    (figure) => JSON.stringify([figure.category, figure.across ?? null]),
  )
}
