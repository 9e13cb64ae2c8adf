import type { Figure } from '@causeway/shared/figure'
import type { Series } from '@causeway/shared/series'
import type { Words } from '@causeway/shared/words/words'
import type { SeriesRequest } from '../figures/request.ts'
import type { Declaration, DimensionId } from '../indicators/definition.ts'

/** What became of one indicator since the period before. */
export interface IndicatorChange {
  declaration: Declaration
  request: SeriesRequest
  series: Series
  before: Figure
  after: Figure
  /** After less before, unrounded, in the indicator's unit; of shares in percentage points. */
  difference: number
  /** Null: neither way is the better one, or chance alone could make the change. */
  better: boolean | null
  reason: ChangeReason | null
}

/** One category's own change. The changes of categories need not add up to that of the whole. */
export interface ChangePart {
  key: string
  label: Words
  /** It had nothing in the period before. */
  isNew: boolean
  difference: number
}

/** What the records give as the reason of a change. */
export type ChangeReason =
  | { kind: 'categories'; dimension: DimensionId; parts: ChangePart[] }
  /** Of a rate: its two sides, as they were counted. */
  | { kind: 'sides'; before: [part: number, whole: number]; after: [part: number, whole: number] }
  /** There are more records, or fewer, and nothing says of whom. */
  | { kind: 'records'; before: number; after: number }
