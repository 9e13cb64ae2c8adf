import type { Period } from './period.ts'

export const GAPS = ['NO_RECORDS', 'NOT_APPLICABLE', 'SUPPRESSED'] as const
/** Why a figure has no number. Zero is not a gap. */
export type Gap = (typeof GAPS)[number]

export interface Interval {
  low: number
  high: number
  method: 'wilson' | 't' | 'newcombe'
  /** 0.95 */
  level: number
}

/** One number, or a named gap. Exactly one of `value` and `gap` is set. */
export interface Figure {
  period: Period
  /** Key of the category; null: the whole. */
  category: string | null
  /** Key of the category of the second dimension; null: the whole. */
  across: string | null
  /** Unrounded, in the indicator's unit. */
  value: number | null
  gap: Gap | null
  numerator: number | null
  denominator: number | null
  /** Records that it would count and no scope could place, since nobody knows the country; null: no scope acts, or they are hidden. */
  leftOut: number | null
  /** Persons or objects behind the figure. */
  size: number | null
  interval: Interval | null
  /** Of a weighted figure, 0 to 100: how much of the standard was assessed. Of a survey: the response rate. */
  coverage: number | null
  /** Of a gain: pre tests without a post. */
  lost: number | null
  /** Of a gain: Cohen's d_z. */
  effect: number | null
  /** How many records it was counted from. */
  recordCount: number | null
  /** Persons that came in group rows: never deduplicated. */
  groupHeadcount: number | null
}

/** Of a figure that has no number, or shows none. */
export const NO_NUMBERS = {
  value: null,
  numerator: null,
  denominator: null,
  leftOut: null,
  size: null,
  interval: null,
  coverage: null,
  lost: null,
  effect: null,
  recordCount: null,
  groupHeadcount: null,
} as const satisfies Partial<Figure>
