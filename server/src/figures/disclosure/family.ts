import type { Figure } from '@causeway/shared/figure'
import type { Scope } from '@causeway/shared/series'
import type { DimensionId } from '../indicators/definition.ts'
import type { CountName } from './shown-counts.ts'

/** The exact figures of one table that the public can ask for: one scope, the whole or one dimension, any periods. */
export interface FigureTable {
  /** Null: the indicator's own scope, or none. */
  scope: Scope | null
  /** Null: the whole. */
  dimension: DimensionId | null
  /** Never with `across`, `filter` or `cumulativeFrom`: those need a token. */
  figures: readonly Figure[]
}

/**
 * Every public table of one indicator of one institution on one basis and day: each scope that can be asked, each with the whole
 * and all its dimensions. Which cells are hidden is a function of all of them together, so that it does not matter which was asked
 * for first; a family with tables missing protects only the tables it has.
 */
export interface FigureFamily {
  tables: readonly FigureTable[]
  places: Places
  nestings: readonly Nesting[]
  /** Numbers of persons are rounded where they are shown. Absent: they are as they were counted. */
  isRounded?: boolean
  /** Cells that everybody knows already, however small, or something of: published by law. Absent: none. */
  given?: readonly GivenCell[]
  /** Cells whose persons are counted by another indicator too, which hides them. Absent: none. */
  hiddenElsewhere?: readonly Place[]
  /** Whether other rates are over the same persons. Absent: none. */
  sharesDenominator?: boolean
  /** Of a count that only grows the same tables on other days, and those of one that is inside it or around it. Absent: none. */
  beside?: readonly Beside[]
  /** Those that say what is hidden of the same persons: what they leave out is looked at too. Absent: none. */
  leaders?: readonly Pick<Beside, 'exact' | 'shown'>[]
}

/** A cell in a year; the scope as the tables have it. */
export interface Place {
  year: number
  scope: Scope | null
  /** Null: the whole. */
  dimension: string | null
  category: string | null
}

/** Tables of one period as they were counted, and as the public sees them. */
export interface Beside {
  exact: readonly FigureTable[]
  shown: readonly FigureTable[]
  /** Of another indicator: which of its counts is inside which of this one's, or around it. Absent: each beside its like. */
  counts?: { own: CountName; theirs: CountName }
}

export interface GivenCell extends Place {
  /** False: one side of it alone, or something made from it. It is hidden like any other, and others as though all of it were known. */
  whole: boolean
}

/** A dimension whose categories each are in one of another, as programmes in departments. How countries lie is in `places`. */
export interface Nesting {
  inner: DimensionId
  outer: DimensionId
  /** Null: in none. */
  outerOf: (category: string) => string | null
}

/** How countries are in continents, blocs and scopes. */
export interface Places {
  /** ISO 3166-1 alpha-2 of the institution's country. */
  home: string
  continentOf: (country: string) => string | null
  /** On a day, YYYY-MM-DD. */
  inBloc: (bloc: string, country: string, day: string) => boolean
  /** Countries that a scope leaves out, `unknown` among them. */
  placesOutside: (scope: Scope, home: string) => readonly string[]
}
