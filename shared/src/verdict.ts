import type { Figure } from './figure.ts'
import { formatQuantity } from './format-figure.ts'
import type { Words } from './words/words.ts'

/** Of fewer than these a share or a mean says nothing of a change: it is given by its counts. */
const FEW = 30

/** What a verdict is given on. What was not asked for is left out, and is then not known. */
export type Judged = Pick<Figure, 'value'> &
  Partial<Pick<Figure, 'numerator' | 'denominator' | 'size'>> & {
    interval?: Ends
  }

/** What of an indicator decides whether a change of it says something. */
export interface JudgedBy {
  kind?: 'STOCK' | 'FLOW' | 'CUMULATIVE' | 'RATIO' | 'MEAN'
  unit: Words
  decimals: number
  /** What both sides of a share count: 人; null: the one is no part of the other. */
  countedIn?: Words | null
}

/** How many persons or things a share or a mean is made of; null: it is a plain count, or that is not known. */
function madeOf({ denominator, size }: Judged, { kind }: JudgedBy): number | null {
  if (kind === 'RATIO') return denominator ?? size ?? null
  // What a mean is divided by need not be a number of things: of a normalised gain it is the points that could be gained.
  return kind === 'MEAN' ? (size ?? denominator ?? null) : null
}

/** A share or a mean of so few that the next one may be another. */
export function isOfFew(figure: Judged, by: JudgedBy): boolean {
  const of = madeOf(figure, by)
  return figure.value !== null && of !== null && of < FEW
}

/**
 * Whether two figures may differ by chance alone: one of them is of few, or their 95% intervals overlap. Such a change is called
 * neither better nor worse and has no arrow, wherever it is shown. Plain counts have no chance in them.
 */
export function isNoise(before: Judged, after: Judged, by: JudgedBy): boolean {
  if (isOfFew(before, by) || isOfFew(after, by)) return true
  return overlap(before.interval, after.interval)
}

type Ends = { low: number; high: number } | null | undefined

export function overlap(one: Ends, other: Ends): boolean {
  return one != null && other != null && one.low <= other.high && other.low <= one.high
}

export type Verdict = 'better' | 'worse' | 'noise'

/** What a change is called. Null: neither way is the better one, or both are the same. */
export function verdictOf(
  before: Judged,
  after: Judged,
  by: JudgedBy & { betterWhen: 'HIGHER' | 'LOWER' | null },
): Verdict | null {
  if (before.value === null || after.value === null) return null
  if (isNoise(before, after, by)) return 'noise'
  if (by.betterWhen === null || before.value === after.value) return null
  return (by.betterWhen === 'HIGHER') === after.value > before.value ? 'better' : 'worse'
}

/** The counts that a share of few is given by: 4人中2人, `2 of 4 people`. Null: it is not of few, or has no such counts. */
export function countsOf(figure: Judged, by: JudgedBy): Words | null {
  const { numerator, denominator } = figure
  if (!by.countedIn || by.kind !== 'RATIO' || by.unit.en !== '%' || !isOfFew(figure, by)) return null
  if (numerator == null || denominator == null || !Number.isInteger(numerator) || numerator > denominator) return null
  const { zh } = by.countedIn
  return {
    zh: `${denominator}${zh}中${numerator}${zh}`,
    en: `${numerator} of ${formatQuantity(denominator, 0, by.countedIn, 'EN')}`,
  }
}

/** How many places a figure is shown with at most: a share of few with none. */
export function decimalsOf(figure: Judged, by: JudgedBy): number {
  return by.unit.en === '%' && isOfFew(figure, by) ? 0 : by.decimals
}

/** A figure that has a value, in words: where it is of few by its counts, the share behind them. */
export function figureWords(figure: Judged, by: JudgedBy): Words {
  const decimals = decimalsOf(figure, by)
  const [zh, en] = (['ZH', 'EN'] as const).map((locale) => formatQuantity(figure.value!, decimals, by.unit, locale))
  const counts = countsOf(figure, by)
  return counts ? { zh: `${counts.zh}（${zh}）`, en: `${counts.en} (${en})` } : { zh: zh!, en: en! }
}
