import { marksOf, MOST_BARS, MOST_PANELS } from './categories.ts'
import { flowOfSeries } from './flow.ts'
import { MOST_LINES, type ChartForm } from './forms.ts'
import { commonOf, largest, missing, periodLabelOf, periodsOf, toChartSeries } from './pieces.ts'
import type { ChartDraft, ChartFacts, ChartLabel } from './spec.ts'
import { categoryWords, oneCategoryWords, type ReadableFigure, type ReadableSeries } from '../series-facts.ts'

const MOST_COLUMNS = 12

/**
 * A breakdown crossed with a second dimension: the categories of the first stand under each other, those of the second beside each
 * other. Where the second has more than there is room for, the first of them in their order are shown.
 */
export function seriesAcross(series: ReadableSeries, facts: ChartFacts, form: ChartForm): ChartDraft {
  const figures = series.figures.filter((figure) => figure.category != null && figure.across != null)
  const periods = periodsOf(series.figures)
  if (form === 'flow') return flowOfSeries(series, figures, facts)
  if (periods.length > 1) return overPeriods(series, figures, periods, facts, form)

  const rows = [...Map.groupBy(figures, (figure) => figure.category!).values()]
  const columns = [...Map.groupBy(figures, (figure) => figure.across!).values()]
  const shownRows = largest(rows, form === 'multiples' ? MOST_PANELS : MOST_BARS)
  const shownColumns = columns.slice(0, form === 'matrix' || form === 'multiples' ? MOST_COLUMNS : MOST_LINES)
  const period = figures[0]!.period
  const cellOf = (row: ReadableFigure[], column: ReadableFigure[]) =>
    row.find((figure) => figure.across === column[0]!.across) ?? missing(period)
  const acrossLabel = (column: ReadableFigure[]) => oneCategoryWords(column[0]!, 'across', facts)
  const rowLabel = (row: ReadableFigure[]) => oneCategoryWords(row[0]!, 'category', facts)
  const common = {
    ...commonOf(series, facts),
    leftOut: rows.length - shownRows.length + columns.length - shownColumns.length,
  }
  if (form === 'matrix' || form === 'multiples')
    return {
      ...common,
      kind: form,
      // Names stand at the left of their bars: below them there is no room.
      lying: form === 'multiples',
      labels: shownColumns.map((column) => ({ text: acrossLabel(column), partial: period.partial })),
      series: shownRows.map((row) => ({
        ...toChartSeries(
          rowLabel(row),
          facts.theme,
          0,
          shownColumns.map((column) => cellOf(row, column)),
          facts,
        ),
        ...(form === 'multiples' && { panel: rowLabel(row) }),
      })),
      ...(form === 'multiples' && { panelMarks: 'bars' as const }),
    }
  return {
    ...common,
    kind: form,
    lying: true,
    labels: shownRows.map((row): ChartLabel => ({ text: rowLabel(row), partial: period.partial })),
    series: shownColumns.map((column, tone) =>
      toChartSeries(
        acrossLabel(column),
        facts.theme,
        tone,
        shownRows.map((row) => cellOf(row, column)),
        facts,
      ),
    ),
  }
}

/** A panel or a block of rows for each category of the first dimension. */
function overPeriods(
  series: ReadableSeries,
  figures: ReadableFigure[],
  periods: ReadableFigure[],
  facts: ChartFacts,
  form: ChartForm,
): ChartDraft {
  const groups = [...Map.groupBy(figures, (figure) => JSON.stringify([figure.category, figure.across])).values()]
  const pointsOf = (group: ReadableFigure[]) =>
    periods.map(({ period }) => group.find((figure) => figure.period.year === period.year) ?? missing(period))
  const common = { ...commonOf(series, facts), lying: false, labels: periods.map(periodLabelOf) }
  if (form === 'matrix') {
    const shown = largest(groups, MOST_BARS)
    return {
      ...common,
      kind: 'matrix',
      series: shown.map((group) =>
        toChartSeries(categoryWords(group[0]!, facts), facts.theme, 0, pointsOf(group), facts),
      ),
      leftOut: groups.length - shown.length,
    }
  }
  const across = [...new Set(figures.map((figure) => figure.across!))].slice(0, MOST_LINES)
  const categories = [...Map.groupBy(figures, (figure) => figure.category!).values()]
  const panels = largest(categories, MOST_PANELS)
  return {
    ...common,
    kind: 'multiples',
    panelMarks: across.length > 1 ? 'lines' : marksOf(facts),
    series: panels.flatMap((panel) =>
      across.map((key, tone) => {
        const own = panel.filter((figure) => figure.across === key)
        const named = own[0] ?? figures.find((figure) => figure.across === key)!
        return {
          ...toChartSeries(oneCategoryWords(named, 'across', facts), facts.theme, tone, pointsOf(own), facts),
          panel: oneCategoryWords(panel[0]!, 'category', facts),
        }
      }),
    ),
    leftOut: categories.length - panels.length + new Set(figures.map((figure) => figure.across)).size - across.length,
  }
}
