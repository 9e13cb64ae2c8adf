import { periodLabel } from '@causeway/shared/period'
import type { Series } from '@causeway/shared/series'
import { inLocale, type Locale, type Words } from '@causeway/shared/words/words'
import { csvLine, guardFormula } from '../csv.ts'

/** The columns of every series as CSV, in the contract's order. */
const SERIES_COLUMNS = [
  'indicator',
  'institution',
  'basis',
  'year',
  'period',
  'category',
  'value',
  'gap',
  'numerator',
  'denominator',
  'size',
  'low',
  'high',
  'unit',
  'revision',
  'scope',
  'at',
  'across',
] as const

/** One row a figure, its numbers unrounded, a gap by its name. Begins with a byte order mark, so that Excel reads Chinese. */
export function seriesToCsv(series: Series, unit: Words, locale: Locale): string {
  const rows = series.figures.map((figure) => [
    series.indicator,
    series.institution,
    series.basis,
    figure.period.year,
    periodLabel(figure.period, locale),
    figure.category,
    figure.value,
    figure.gap,
    figure.numerator,
    figure.denominator,
    figure.size,
    figure.interval?.low ?? null,
    figure.interval?.high ?? null,
    inLocale(unit, locale),
    series.revision,
    series.scope,
    series.at,
    figure.across,
  ])
  return `\uFEFF${[SERIES_COLUMNS, ...rows].map((row) => csvLine(row.map(toCell))).join('')}`
}

function toCell(value: string | number | null): string {
  if (value === null) return ''
  return typeof value === 'number' ? String(value) : guardFormula(value)
}
