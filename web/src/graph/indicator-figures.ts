import type { Theme } from '@causeway/shared/series'
import { JUDGED_FIELDS, type CategoryFacts, type JudgedFigure } from './figure-fields.ts'

/** What says how the figures of an indicator are shown, and which way is the better one. */
export interface ShownIndicator {
  kind: 'STOCK' | 'FLOW' | 'CUMULATIVE' | 'RATIO' | 'MEAN'
  unit: string
  decimals: number
  /** What both sides of a share count; null: the one is no part of the other. */
  countedIn: string | null
  betterWhen: 'HIGHER' | 'LOWER' | null
}

export interface NamedIndicator extends ShownIndicator {
  id: string
  code: string
  name: string
  theme: Theme
}

/** An indicator with its figures over years, as lists show it. */
export interface IndicatorFigures extends NamedIndicator {
  /** null where the question about it was refused. */
  series: { computedAt: string | null; figures: ListedFigure[] } | null
}

export interface ListedFigure extends JudgedFigure {
  category?: CategoryFacts | null
}

/** Needs the variable `$locale`. */
export const INDICATOR_FIELDS = /* GraphQL */ `
  id code name(locale: $locale) theme kind unit(locale: $locale) decimals countedIn(locale: $locale) betterWhen
`
export const LISTED_FIGURE_FIELDS = /* GraphQL */ `computedAt figures { ${JUDGED_FIELDS} }`
