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

export interface CategoryFacts {
  /** `unknown` comes last. */
  key: string
  label: string
}

/** Both need the variable `$locale`. */
export const PERIOD_FIELDS = /* GraphQL */ `period { basis year label(locale: $locale) start end partial }`
export const FIGURE_FIELDS = /* GraphQL */ `${PERIOD_FIELDS} value gap`
