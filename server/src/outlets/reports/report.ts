import type { Gap } from '@causeway/shared/figure'
import type { Basis } from '@causeway/shared/period'
import type { Scope } from '@causeway/shared/series'
import type { SeriesRequest } from '@causeway/shared/series-arguments'

/** A report before it is a document: what represents every tag, and every figure that is in it. Knows nothing of Word. */
export interface Report {
  /** By the path of a tag: the loops around it with their turns, then its own name. */
  values: Map<string, ReportValue>
  figures: LockedFigure[]
  revision: number | null
}

/** Text; a chart; or how often a loop turns. */
export type ReportValue = ReportText | ReportChart | ReportLoop

export interface ReportLoop {
  turns: number
  /** Which year, category, record or line each turn is. */
  members: string[]
  /** It turns once or not at all. */
  isCondition?: true
}

/** `FIGURE`: a number, or the words of its gap. `SENTENCE`: made of several. `LABEL`: says of which turn of a loop it is. */
export type TextKind = 'FIGURE' | 'SENTENCE' | 'LABEL' | 'WORDS'

export interface ReportText {
  text: string
  kind: TextKind
  /** In words: what a reader of the document is shown of its origin. */
  title: string
  /** Two tags of the same key say the same, whatever the letters in which they are written. */
  key: string
  /** Why it has no number; null: it has one, or is none. */
  gap: Gap | null
  /** Null: no figure alone. */
  figure: ShownFigure | null
  /** Its paragraph or row is left out where it is a gap: `ONE`; where all figures there are: `ALL`. */
  omit?: 'ONE' | 'ALL' | undefined
}

export interface ShownFigure {
  query: Omit<SeriesRequest, 'institution' | 'from' | 'to'>
  year: number
  category: string | null
}

export interface ReportChart {
  title: string
  categories: string[]
  /** Null: a gap, which a chart leaves open. */
  series: { name: string; values: (number | null)[] }[]
}

/** A figure as it stood when the report was written, with all that was asked. */
export interface LockedFigure extends Partial<Omit<SeriesRequest, 'by'>> {
  /** Every tag that shows it. */
  tags: string[]
  indicator: string
  code: string
  name: string
  basis: Basis
  /** MM-DD of a point in time. */
  at: string | null
  scope: Scope | null
  period: { year: number; label: string; start: string; end: string; partial: boolean }
  filter: { dimension: string; in: string[] }[]
  dimension: string | null
  category: string | null
  value: number | null
  gap: Gap | null
  /** As it reads in the report. */
  text: string
  numerator: number | null
  denominator: number | null
  size: number | null
  unit: string
  revision: number
}

export const PATH_MARK = '\u001f'

/** The key of a value: what a tag is inside of, and its name. */
export function pathKey(parts: (string | number)[]): string {
  return parts.join(PATH_MARK)
}
