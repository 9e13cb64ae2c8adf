import type { ChartFacts, ChartLabel, ChartPoint, ChartSeries, Mark, Pattern } from './spec.ts'
import { formatFigure, formatQuantity } from '../format-figure.ts'
import { periodWords, stretchOf } from '../period-list.ts'
import type { ReadableFigure, ReadableSeries } from '../series-facts.ts'
import type { Theme } from '../series.ts'
import { summarise } from '../summary.ts'
import { byBasisWords, scopeWords } from '../words/terms.ts'
import { figureWords, isOfFew, type JudgedBy } from '../verdict.ts'
import { wholeOf } from '../words/units.ts'
import { type Words, inBoth } from '../words/words.ts'

const PATTERNS: readonly Pattern[] = ['solid', 'diagonal', 'dots', 'horizontal', 'cross', 'vertical']
const DASHES: readonly (readonly number[])[] = [[], [7, 4], [2, 3], [10, 4, 2, 4], [5, 2], [12, 5]]
/** None of them looks like the symbol of a gap: × and * say that there is no figure. */
const MARKS: readonly Mark[] = ['circle', 'rect', 'triangle', 'rectRot', 'cross', 'triangleDown']

/** How the `tone`th series of a chart looks. */
export function looksOf(tone: number): Pick<ChartSeries, 'tone' | 'pattern' | 'dash' | 'mark'> {
  return {
    tone,
    pattern: PATTERNS[tone % PATTERNS.length]!,
    dash: DASHES[tone % DASHES.length]!,
    mark: MARKS[tone % MARKS.length]!,
  }
}

export function commonOf(series: ReadableSeries, facts: ChartFacts) {
  return {
    title: facts.name,
    subtitle: whereAndWhen(series, facts.institution, series.figures),
    summary: summarise(series, facts),
    unit: facts.unit,
    decimals: facts.decimals,
    whole: wholeOf(facts.unit.en),
    ...(facts.limits && {
      limits: facts.limits.map(({ value, words }) => ({ value, words, text: quantity(value, facts) })),
    }),
  }
}

export function whereAndWhen(series: ReadableSeries, institution: Words, figures: readonly ReadableFigure[]): Words {
  const by = byBasisWords[series.basis]
  const scope = series.scope ? scopeWords[series.scope] : null
  const [first, last] = [figures[0], figures.at(-1)]
  const when = first && last ? stretchOf(periodWords(first.period), periodWords(last.period)) : null
  return {
    zh: [institution.zh, by.zh, when?.zh, scope?.zh].filter(Boolean).join('，'),
    en: [institution.en, by.en, when?.en, scope?.en].filter(Boolean).join(', '),
  }
}

export function toChartSeries(
  name: Words,
  theme: Theme,
  tone: number,
  figures: readonly ReadableFigure[],
  format: JudgedBy,
): ChartSeries {
  return {
    name,
    theme,
    ...looksOf(tone),
    side: 'right',
    points: figures.map((figure) => toChartPoint(figure, format)),
  }
}

export function toChartPoint(figure: ReadableFigure, format: JudgedBy): ChartPoint {
  return {
    value: figure.value,
    gap: figure.value === null ? (figure.gap ?? 'NO_RECORDS') : null,
    text:
      figure.value === null ? inBoth((locale) => formatFigure(figure, format, locale)) : figureWords(figure, format),
    ...(isOfFew(figure, format) && { few: true as const }),
    low: figure.value === null ? null : (figure.interval?.low ?? null),
    high: figure.value === null ? null : (figure.interval?.high ?? null),
    ...(figure.targets?.length && {
      targets: figure.targets.map(({ plan, value }) => ({ plan, value, text: quantity(value, format) })),
    }),
  }
}

export function periodLabelOf({ period }: Pick<ReadableFigure, 'period'>): ChartLabel {
  return { text: periodWords(period), partial: period.partial }
}

export function periodsOf(figures: readonly ReadableFigure[]): ReadableFigure[] {
  return [...new Map(figures.map((figure) => [figure.period.year, figure])).values()]
}

/** The last number of a category; one that has none comes after all others. */
function latestOf(group: readonly ReadableFigure[]): number {
  return group.findLast((figure) => figure.value !== null)?.value ?? -Infinity
}

/** The largest groups by their last number, in the order in which they were given. */
export function largest<Group extends readonly ReadableFigure[]>(groups: readonly Group[], most: number): Group[] {
  const shown = new Set(groups.toSorted((a, b) => latestOf(b) - latestOf(a)).slice(0, most))
  return groups.filter((group) => shown.has(group))
}

export function missing(period: ReadableFigure['period']): ReadableFigure {
  return { period, value: null, gap: 'NO_RECORDS' }
}

function quantity(value: number, { decimals, unit }: JudgedBy): Words {
  return inBoth((locale) => formatQuantity(value, decimals, unit, locale))
}
