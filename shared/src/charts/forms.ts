import type { ChartFacts } from './spec.ts'
import type { ReadableFigure, ReadableSeries } from '../series-facts.ts'

export const CHART_FORMS = [
  'lines',
  'bars',
  'stacked',
  'multiples',
  'slope',
  'range',
  'dots',
  'matrix',
  'flow',
] as const
/** How a chart is drawn. There are no pies and no second axes. */
export type ChartForm = (typeof CHART_FORMS)[number]

/** More lines than these are a tangle. */
export const MOST_LINES = 6
const MOST_GROUPED = 4

/** Which forms suit these figures, the best first; never none. */
export function formsFor(series: ReadableSeries, facts: Pick<ChartFacts, 'kind' | 'addsUp'>): ChartForm[] {
  const { figures } = series
  const level = facts.kind === 'RATIO' || facts.kind === 'MEAN'
  const periods = distinct(figures.map((figure) => figure.period.year))
  const categories = distinct(figures.map((figure) => figure.category ?? null))
  if (series.dimension && categories === 0) return ['bars']
  if (!series.dimension) {
    if (periods > 1) return level ? ['lines', 'bars'] : ['bars', 'lines']
    return level ? ['lines'] : ['bars']
  }
  const across = distinct(figures.map((figure) => figure.across ?? null))
  const stacks = facts.addsUp === true && figures.every((figure) => figure.value === null || figure.value >= 0)
  if (across > 1) {
    if (periods > 1) return ['multiples', 'matrix']
    return [
      'matrix',
      'multiples',
      ...when(across <= MOST_GROUPED && categories <= MOST_GROUPED * 2, 'bars'),
      ...when(stacks && across <= MOST_LINES, 'stacked'),
      ...when(!level && categories > 1, 'flow'),
    ]
  }
  if (periods === 1) {
    if (figures.some((figure) => figure.interval)) return ['dots', 'bars']
    return ['bars', ...when(level, 'dots'), ...when(stacks && categories > 1 && categories <= MOST_LINES, 'stacked')]
  }
  if (categories === 1) return level ? ['lines', 'bars'] : ['bars', 'lines']
  const few = categories <= MOST_LINES
  const stacked = when(stacks && few, 'stacked')
  if (periods === 2)
    return few ? ['slope', 'lines', 'range', ...stacked, 'matrix'] : ['slope', 'range', 'matrix', 'lines']
  return few ? ['lines', 'multiples', ...stacked, 'range', 'matrix'] : ['multiples', 'matrix', 'range', 'lines']
}

const OVER_YEARS: ReadonlySet<ChartForm> = new Set(['lines', 'multiples', 'slope', 'range', 'matrix'])

/** Whether a breakdown by one dimension is drawn over all its years: bars, dots and the parts of one whole show the chosen year. */
export function isOverYears(form: ChartForm): boolean {
  return OVER_YEARS.has(form)
}

/** Forms of a breakdown by one dimension: those of the chosen year first, then those over all years. */
export function formsOfBreakdown(
  ofYear: ReadableSeries,
  overYears: ReadableSeries,
  facts: Pick<ChartFacts, 'kind' | 'addsUp'>,
): ChartForm[] {
  return [...formsFor(ofYear, facts), ...formsFor(overYears, { kind: facts.kind }).filter(isOverYears)]
}

/**
 * Whether the categories are the parts of the whole in every period: all of them known and adding up to it exactly. A distinct count
 * by programme does not; then nothing may be stacked.
 *
 * @param parts figures with categories
 * @param wholes figures of the same series without categories
 */
export function partsAddUp(parts: readonly ReadableFigure[], wholes: readonly ReadableFigure[]): boolean {
  const periods = Map.groupBy(parts, (figure) => figure.period.year)
  if (periods.size === 0) return false
  return [...periods].every(([year, figures]) => {
    const whole = wholes.find((figure) => figure.period.year === year)?.value
    if (whole == null || figures.some((figure) => figure.value === null)) return false
    const sum = figures.reduce((sum, figure) => sum + figure.value!, 0)
    return Math.abs(sum - whole) <= Math.abs(whole) * 1e-9
  })
}

function distinct(keys: readonly (string | number | null)[]): number {
  return new Set(keys.filter((key) => key !== null)).size
}

function when(suits: boolean, form: ChartForm): ChartForm[] {
  return suits ? [form] : []
}
