import type { Theme } from '@causeway/shared/series'
import type { CategoryFacts, FigureFacts } from './figure-fields.ts'
import { FIGURE_FIELDS } from './figure-fields.ts'

/** An indicator with its figures over years, as lists show it. */
export interface IndicatorFigures {
  id: string
  code: string
  name: string
  theme: Theme
  kind: 'STOCK' | 'FLOW' | 'CUMULATIVE' | 'RATIO' | 'MEAN'
  unit: string
  decimals: number
  betterWhen: 'HIGHER' | 'LOWER' | null
  /** null where the question about it was refused. */
  series: { computedAt: string | null; figures: ListedFigure[] } | null
}

export interface ListedFigure extends FigureFacts {
  numerator?: number | null
  denominator?: number | null
  /** Persons or objects behind it. */
  size?: number | null
  interval?: { low: number; high: number } | null
  category?: CategoryFacts | null
}

/** Needs the variable `$locale`. */
export const INDICATOR_FIELDS = /* GraphQL */ `
  id code name(locale: $locale) theme kind unit(locale: $locale) decimals betterWhen
`
export const LISTED_FIGURE_FIELDS = /* GraphQL */ `computedAt figures { ${FIGURE_FIELDS} numerator denominator size }`
