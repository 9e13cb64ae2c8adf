import { formatValue } from '@causeway/shared/format-figure'
import { verdictOf, type Verdict } from '@causeway/shared/verdict'
import type { Figure } from '@causeway/shared/figure'
import type { Series } from '@causeway/shared/series'
import type { Words } from '@causeway/shared/words/words'
import type { SeriesRequest } from '@causeway/shared/series-arguments'
import type { Declaration, DimensionId } from '../../figures/indicators/definition.ts'

/** What became of one indicator since the period before. */
export interface IndicatorChange {
  declaration: Declaration
  request: SeriesRequest
  series: Series
  before: Figure
  after: Figure
  /** After less before, unrounded, in the indicator's unit; of shares in percentage points. */
  difference: number
  /** `noise`: chance alone could make it. Null: neither way is the better one. */
  verdict: Verdict | null
  reason: ChangeReason | null
}

export type UnexplainedChange = Omit<IndicatorChange, 'reason'>

/** Null: a figure of the two has no value or is not of a whole period, or both read alike. */
export function changeOf(
  declaration: Declaration,
  request: SeriesRequest,
  series: Series,
  year: number,
): UnexplainedChange | null {
  const figureOf = (of: number) =>
    series.figures.find(({ period, category }) => period.year === of && category === null)
  const [before, after] = [figureOf(year - 1), figureOf(year)]
  if (!before || !after || before.value === null || after.value === null || after.period.partial) return null
  const shown = (value: number) => formatValue(value, declaration.decimals, 'EN')
  if (shown(before.value) === shown(after.value)) return null
  const verdict = verdictOf(before, after, declaration)
  return { declaration, request, series, before, after, difference: after.value - before.value, verdict }
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
  /** What moved is about too few people to be shown to who asks. */
  | { kind: 'hidden' }
