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
  /** Paragraphs, rows and charts of gaps alone are left out. */
  omitsGaps: boolean
}

/** Text; a chart; or how often a loop turns. */
export type ReportValue = ReportText | ReportChart | ReportLoop

export interface ReportLoop {
  turns: number
  /** Which year, category, record or line each turn is. */
  members: string[]
  /** It turns once or not at all. */
  isCondition?: true
  /** What a condition asks is a small group: what it would say is not to be kept. */
  isHidden?: true
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
export function pathKey(parts: readonly (string | number)[]): string {
  return parts.join(PATH_MARK)
}

/** A path without the conditions in it: what a tag asks is the same within them. */
export function withoutConditions({ values }: Report, path: readonly string[]): string[] {
  const kept: string[] = []
  for (let at = 0; at < path.length; at += 2) {
    const value = at + 1 < path.length ? values.get(pathKey(path.slice(0, at + 1))) : undefined
    if (!(value && 'isCondition' in value)) kept.push(...path.slice(at, at + 2))
  }
  return kept
}
