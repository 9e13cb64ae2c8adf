import type { Figure } from '@causeway/shared/figure'
import { periodLabel } from '@causeway/shared/period'
import { inLocale, LIST_COMMA } from '@causeway/shared/words/words'
import type { Question } from '../../figures/check-request.ts'
import { rowsOf } from './category-rows.ts'
import type { FigureQuery, FigureReader, Span } from './figure-reader.ts'
import type { FigureLock } from './lock-figures.ts'
import { queryOf, spanOf, yearsOf } from './plan-values.ts'
import type { ReportChart } from './report.ts'
import type { ReportAsk } from './standing.ts'
import type { FigureTag, ReportTag } from './tags/kinds.ts'

interface Point {
  name: string
  figure: Figure
}

type ChartTag = Extract<ReportTag, { is: 'chart' }>

/** What a chart tag draws: years along the axis, or the categories of a breakdown, with a series for each year that is asked. */
export function chartData(
  reader: FigureReader,
  { year: picked, locale }: ReportAsk,
  lock: FigureLock,
  questionOf: (query: FigureQuery) => Question,
) {
  return (raw: string, tag: ChartTag): ReportChart => {
    const [first] = tag.figures
    const { unit } = questionOf(queryOf(first!)).declaration
    const series = first!.by
      ? breakdown(raw, tag, first!)
      : tag.figures.map((figure) => overYears(raw, figure, tag.years))
    const named = first!.by ? [nameOf(first!)] : series.map(({ name }) => name)
    const names = named.join(inLocale(LIST_COMMA, locale))
    const said = inLocale(unit, locale)
    return {
      title: locale === 'ZH' ? `${names}（${said}）` : `${names} (${said})`,
      categories: series[0]!.points.map(({ name }) => name),
      series: series.map(({ name, points }) => ({ name, values: points.map(({ figure }) => figure.value) })),
    }
  }

  function nameOf(figure: FigureTag): string {
    return inLocale(questionOf(queryOf(figure)).declaration.name, locale)
  }

  function keep(raw: string, query: FigureQuery, figure: Figure, span: Span): Figure {
    lock.add(raw, query, questionOf(query), figure, { revision: reader.revisionOf(query, span), span })
    return figure
  }

  /** All years were read together: one that has any category has them all. */
  function figureOf(query: FigureQuery, year: number, key: string | null, span: Span): Figure {
    const figures = reader.categoriesOf(query, year, span)!.map(({ figure }) => figure)
    const found = figures.find(({ category }) => category === key) ?? figures.find(({ category }) => category === null)
    if (!found) throw new Error(`no figure of ${query.indicator} in ${year}`)
    return found
  }

  function overYears(raw: string, tag: FigureTag, years: number): { name: string; points: Point[] } {
    const query = queryOf(tag)
    const span = spanOf(picked - tag.back, years)
    const { figures } = reader.seriesOf(query, ...span)
    const points = figures.map((figure) => ({
      name: periodLabel(figure.period, locale),
      figure: keep(raw, query, figure, span),
    }))
    return { name: nameOf(tag), points }
  }

  /** By category, a series for each year; stacked or as lines over the years, a series for each category. */
  function breakdown(
    raw: string,
    { years: count, look }: ChartTag,
    tag: FigureTag,
  ): { name: string; points: Point[] }[] {
    const query = queryOf(tag)
    const span = spanOf(picked - tag.back, count)
    const rows = rowsOf(reader, tag, query, span[1], span)!
    const years = yearsOf(span[1], count)
    const table = rows.map(({ key, label, own, figure }) => ({
      name: label ? inLocale(label, locale) : '—',
      points: years.map((year) => {
        const found = figure === null ? reader.figureOf(own, year) : figureOf(query, year, key, span)
        keep(raw, figure === null ? own : query, found, span)
        return { name: periodLabel(found.period, locale), figure: found }
      }),
    }))
    if (look !== 'bars' && count > 1) return table
    return years.map((_, at) => ({
      name: count === 1 ? nameOf(tag) : table[0]!.points[at]!.name,
      points: table.map(({ name, points }) => ({ name, figure: points[at]!.figure })),
    }))
  }
}
