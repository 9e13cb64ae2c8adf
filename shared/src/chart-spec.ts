import type { Gap } from './figure.ts'
import { formatFigure } from './format-figure.ts'
import { periodWords, stretchOf } from './period-list.ts'
import { categoryWords, type ReadableFigure, type ReadableSeries, type SeriesFacts } from './series-facts.ts'
import type { Theme } from './series.ts'
import { summarise } from './summary.ts'
import { symbolsOf, type SymbolMeaning } from './table.ts'
import { byBasisWords } from './words/bases.ts'
import { scopeWords } from './words/scopes.ts'
import { wholeOf } from './words/units.ts'
import type { Words } from './words/words.ts'

/** A chart that knows nothing of who draws it. It cannot be made without the sentence that says it in words. */
export interface ChartSpec {
  kind: 'bars' | 'lines' | 'mirrored-bars'
  /** Bars lie, their labels at the left: for names, and for the mirrored picture. */
  lying: boolean
  title: Words
  /** What, where, when. */
  subtitle: Words
  /** The text alternative. */
  summary: Words
  /** One for each place on the main axis. */
  labels: ChartLabel[]
  series: ChartSeries[]
  unit: Words
  decimals: number
  /** What the figures are parts of: 100 of shares; null where they have no end. */
  whole: number | null
  symbols: SymbolMeaning[]
  /** Categories that the chart has no room for; they are in the table. */
  leftOut: number
}

interface ChartLabel {
  text: Words
  /** The period is not complete: drawn pale and hatched. */
  partial: boolean
}

const PATTERNS = ['solid', 'diagonal', 'dots', 'horizontal', 'cross', 'vertical'] as const
/** Tells bars apart in black and white. */
export type Pattern = (typeof PATTERNS)[number]
const DASHES: readonly (readonly number[])[] = [[], [7, 4], [2, 3], [10, 4, 2, 4], [5, 2], [12, 5]]
const MARKS = ['circle', 'rect', 'triangle', 'rectRot', 'crossRot', 'star'] as const
/** The shape of a line's points. */
type Mark = (typeof MARKS)[number]

export interface ChartSeries {
  name: Words
  theme: Theme
  /** Which tone of the theme's colour, from 0. */
  tone: number
  pattern: Pattern
  dash: readonly number[]
  mark: Mark
  /** Of a mirrored chart: which way its bars go. */
  side: 'left' | 'right'
  /** One for each label. */
  points: ChartPoint[]
}

export interface ChartPoint {
  /** Null: a break. */
  value: number | null
  gap: Gap | null
  /** The figure as people read it, with its unit. */
  text: Words
  low: number | null
  high: number | null
}

export interface ChartFacts extends SeriesFacts {
  theme: Theme
  kind: 'STOCK' | 'FLOW' | 'CUMULATIVE' | 'RATIO' | 'MEAN'
}

/** How many categories one chart can tell apart. */
const MOST_CATEGORIES = DASHES.length
/** How many bars stand under each other. */
const MOST_BARS = 20

/** A chart of one indicator: over periods, or over the categories of one period. */
export function seriesToChartSpec(series: ReadableSeries, facts: ChartFacts): ChartSpec {
  if (!series.dimension) return overPeriods(series, facts)
  const periods = new Set(series.figures.map((figure) => figure.period.year))
  return periods.size > 1 ? categoriesOverPeriods(series, facts) : categoriesOfOnePeriod(series, facts)
}

function overPeriods(series: ReadableSeries, facts: ChartFacts): ChartSpec {
  return {
    ...commonOf(series, facts),
    kind: facts.kind === 'RATIO' || facts.kind === 'MEAN' ? 'lines' : 'bars',
    lying: false,
    labels: series.figures.map(periodLabelOf),
    series: [toChartSeries(facts.name, facts.theme, 0, series.figures, facts)],
    leftOut: 0,
  }
}

function categoriesOverPeriods(series: ReadableSeries, facts: ChartFacts): ChartSpec {
  const periods = [...new Map(series.figures.map((figure) => [figure.period.year, figure])).values()]
  const groups = [...groupByCategory(series.figures).values()]
  const shown = groups.toSorted((a, b) => latestOf(b) - latestOf(a)).slice(0, MOST_CATEGORIES)
  const inOrder = groups.filter((group) => shown.includes(group))
  const withoutCategory = new Map(
    series.figures.filter((figure) => figure.category == null).map((figure) => [figure.period.year, figure]),
  )
  return {
    ...commonOf(series, facts),
    kind: 'lines',
    lying: false,
    labels: periods.map(periodLabelOf),
    series: inOrder.map((group, tone) => {
      const byYear = new Map(group.map((figure) => [figure.period.year, figure]))
      const points = periods.map(
        ({ period }) => byYear.get(period.year) ?? withoutCategory.get(period.year) ?? missing(period),
      )
      return toChartSeries(categoryWords(group[0]!, facts), facts.theme, tone, points, facts)
    }),
    leftOut: groups.length - shown.length,
  }
}

function categoriesOfOnePeriod(series: ReadableSeries, facts: ChartFacts): ChartSpec {
  const figures = series.figures.filter((figure) => figure.category != null)
  const shown = new Set(figures.toSorted((a, b) => (b.value ?? -Infinity) - (a.value ?? -Infinity)).slice(0, MOST_BARS))
  const inOrder = figures.filter((figure) => shown.has(figure))
  return {
    ...commonOf(series, facts),
    kind: 'bars',
    lying: true,
    labels: inOrder.map((figure) => ({ text: categoryWords(figure, facts), partial: figure.period.partial })),
    series: [toChartSeries(facts.name, facts.theme, 0, inOrder, facts)],
    leftOut: figures.length - inOrder.length,
  }
}

interface MirrorFacts {
  title: Words
  institution: Words
  unit: Words
  decimals: number
}

/**
 * Who learns from whom: introduction (DN02) to the left, export (DN03) to the right, year under year, in one unit. Both series
 * are asked over the same periods; nothing is added or taken away between them.
 */
export function mirroredChartSpec(
  introduction: { series: ReadableSeries; name: Words },
  carriedOut: { series: ReadableSeries; name: Words },
  facts: MirrorFacts,
): ChartSpec {
  const years = [...introduction.series.figures, ...carriedOut.series.figures].filter(
    (figure, i, all) => all.findIndex((other) => other.period.year === figure.period.year) === i,
  )
  years.sort((a, b) => a.period.year - b.period.year)
  const sideOf = ({ series, name }: { series: ReadableSeries; name: Words }, theme: Theme, side: 'left' | 'right') => {
    const byYear = new Map(series.figures.map((figure) => [figure.period.year, figure]))
    const points = years.map(({ period }) => byYear.get(period.year) ?? missing(period))
    return { ...toChartSeries(name, theme, 0, points, facts), side }
  }
  const summaries = [introduction, carriedOut].map(({ series, name }) => summarise(series, { ...facts, name }))
  const first = years[0]
  return {
    kind: 'mirrored-bars',
    lying: true,
    title: facts.title,
    subtitle: first ? whereAndWhen(introduction.series, facts.institution, years) : facts.institution,
    summary: { zh: summaries.map(({ zh }) => zh).join(''), en: summaries.map(({ en }) => en).join(' ') },
    labels: years.map(periodLabelOf),
    series: [sideOf(introduction, 'INTRODUCTION', 'left'), sideOf(carriedOut, 'EXPORT', 'right')],
    unit: facts.unit,
    decimals: facts.decimals,
    whole: null,
    symbols: symbolsOf([...introduction.series.figures, ...carriedOut.series.figures].map((figure) => figure.gap)),
    leftOut: 0,
  }
}

function commonOf(series: ReadableSeries, facts: ChartFacts) {
  return {
    title: facts.name,
    subtitle: whereAndWhen(series, facts.institution, series.figures),
    summary: summarise(series, facts),
    unit: facts.unit,
    decimals: facts.decimals,
    whole: wholeOf(facts.unit.en),
    symbols: symbolsOf(series.figures.map((figure) => figure.gap)),
  }
}

function whereAndWhen(series: ReadableSeries, institution: Words, figures: readonly ReadableFigure[]): Words {
  const by = byBasisWords[series.basis]
  const scope = series.scope ? scopeWords[series.scope] : null
  const [first, last] = [figures[0], figures.at(-1)]
  const when = first && last ? stretchOf(periodWords(first.period), periodWords(last.period)) : null
  return {
    zh: [institution.zh, by.zh, when?.zh, scope?.zh].filter(Boolean).join('，'),
    en: [institution.en, by.en, when?.en, scope?.en].filter(Boolean).join(', '),
  }
}

function toChartSeries(
  name: Words,
  theme: Theme,
  tone: number,
  figures: readonly ReadableFigure[],
  format: { decimals: number; unit: Words },
): ChartSeries {
  return {
    name,
    theme,
    tone,
    pattern: PATTERNS[tone % PATTERNS.length]!,
    dash: DASHES[tone % DASHES.length]!,
    mark: MARKS[tone % MARKS.length]!,
    side: 'right',
    points: figures.map((figure) => ({
      value: figure.value,
      gap: figure.value === null ? (figure.gap ?? 'NO_RECORDS') : null,
      text: { zh: formatFigure(figure, format, 'ZH'), en: formatFigure(figure, format, 'EN') },
      low: figure.value === null ? null : (figure.interval?.low ?? null),
      high: figure.value === null ? null : (figure.interval?.high ?? null),
    })),
  }
}

function periodLabelOf({ period }: ReadableFigure): ChartLabel {
  return { text: periodWords(period), partial: period.partial }
}

function groupByCategory(figures: readonly ReadableFigure[]): Map<string, ReadableFigure[]> {
  return Map.groupBy(
    figures.filter((figure) => figure.category != null),
    (figure) => JSON.stringify([figure.category, figure.across ?? null]),
  )
}

/** The last number of a category; one that has none comes after all others. */
function latestOf(group: ReadableFigure[]): number {
  return group.findLast((figure) => figure.value !== null)?.value ?? -Infinity
}

function missing(period: ReadableFigure['period']): ReadableFigure {
  return { period, value: null, gap: 'NO_RECORDS' }
}
