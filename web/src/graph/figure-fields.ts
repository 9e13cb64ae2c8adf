import type { Gap } from '@causeway/shared/figure'
import type { Period } from '@causeway/shared/period'

/** A period as the page reads it: with its name in the reader's language. */
export interface NamedPeriod extends Period {
  label: string
}

/** What every picture needs of a figure. Exactly one of `value` and `gap` is set. */
export interface FigureFacts {
  period: NamedPeriod
  value: number | null
  gap: Gap | null
}

/** What is wanted besides to tell whether a change of it is more than chance. */
export interface JudgedFigure extends FigureFacts {
  numerator: number | null
  denominator: number | null
  /** Persons or objects behind it. */
  size: number | null
  interval: { low: number; high: number } | null
}

export interface CategoryFacts {
  /** `unknown` comes last. */
  key: string
  label: string
}

/** All need the variable `$locale`. */
export const PERIOD_FIELDS = /* GraphQL */ `period { basis year label(locale: $locale) start end partial }`
export const FIGURE_FIELDS = /* GraphQL */ `${PERIOD_FIELDS} value gap`
export const JUDGED_FIELDS = /* GraphQL */ `${FIGURE_FIELDS} numerator denominator size interval { low high }`
