import type { ChartFacts } from '@causeway/shared/charts/spec'
import { NO_NUMBERS, type Figure, type Gap } from '@causeway/shared/figure'
import type { SeriesFacts } from '@causeway/shared/series-facts'
import type { Words } from '@causeway/shared/words/words'

/** School year `year`: a number, or the reason why there is none. */
export function figure(year: number, value: number | Gap, more: Partial<Figure> = {}): Figure {
  return {
    period: { basis: 'SCHOOL_YEAR', year, start: `${year}-09-01`, end: `${year + 1}-08-31`, partial: false },
    category: null,
    across: null,
    ...NO_NUMBERS,
    value: typeof value === 'number' ? value : null,
    gap: typeof value === 'number' ? null : value,
    ...more,
  }
}

export function partial(one: Figure): Figure {
  return { ...one, period: { ...one.period, partial: true } }
}

export function seriesOf(figures: Figure[], dimension: string | null = null) {
  return { basis: 'SCHOOL_YEAR' as const, scope: null, dimension, figures }
}

/** Figures of the categories `keys` of countries. */
export const categoriesOf = (
  keys: string[],
  years: number[],
  valueOf: (year: number, at: number) => number | Gap,
  more: Partial<Figure> = {},
) =>
  seriesOf(
    years.flatMap((year) => keys.map((category, at) => figure(year, valueOf(year, at), { category, ...more }))),
    'country',
  )

/** Figures of 2023 of `rows` of countries, each by `columns` of another dimension. */
export const crossedOf = (
  rows: string[],
  columns: string[],
  across: string,
  valueOf: (row: number, at: number) => number,
) => ({
  ...seriesOf(
    rows.flatMap((category, row) =>
      columns.map((key, at) => figure(2023, valueOf(row, at), { category, across: key })),
    ),
    'country',
  ),
  across,
})

export const FACTS: SeriesFacts = {
  name: { zh: '接收国外留学生人数', en: 'Foreign students received' },
  unit: { zh: '人', en: 'people' },
  decimals: 0,
  institution: { zh: '演示学院', en: 'Demonstration College' },
}

/** A count whose categories make up a whole. */
export const countFacts = (label: (key: string) => Words): ChartFacts => ({
  ...FACTS,
  ...{ theme: 'EXPORT', kind: 'FLOW', addsUp: true, categoryLabel: label, acrossLabel: label },
})
