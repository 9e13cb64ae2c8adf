import type { Figure } from './figure.ts'
import type { Period } from './period.ts'
import type { Series } from './series.ts'
import { UNKNOWN, unknownWords } from './unknown.ts'
import { dimensionWords, type kindWords } from './words/terms.ts'
import { type Words, asIs } from './words/words.ts'

/** What a text, a table or a chart has to know beside the figures. */
export interface SeriesFacts {
  /** Of the indicator. */
  name: Words
  unit: Words
  decimals: number
  /** How it behaves over time; what only grows is described as such, and of a share of few its counts are. */
  kind?: keyof typeof kindWords
  /** What both sides of a share count; null: the one is no part of the other. */
  countedIn?: Words | null
  institution: Words
  /** The year that the page or the question is about; left out: see `describedPeriod`. */
  year?: number
  /** What a rule asks of the indicator, and whether a figure reaches it; null: there is none to judge. */
  threshold?: { words: Words; meets: (figure: ReadableFigure) => boolean | null } | null
  /** Name of a category of the first dimension; its key where absent. */
  categoryLabel?: (key: string) => Words
  /** Name of a category of the second dimension; its key where absent. */
  acrossLabel?: (key: string) => Words
}

export type ReadableFigure = Pick<Figure, 'period' | 'value' | 'gap'> &
  Partial<Figure> & {
    /** What plans want of it, in its unit. */
    targets?: readonly { plan: string; value: number }[]
  }
export type ReadableSeries = Pick<Series, 'basis' | 'scope' | 'dimension'> &
  Partial<Omit<Series, 'figures'>> & { figures: readonly ReadableFigure[] }

export function categoryWords(figure: ReadableFigure, facts: SeriesFacts): Words {
  const first = labelOf(figure.category ?? null, facts.categoryLabel)
  const second = labelOf(figure.across ?? null, facts.acrossLabel)
  if (first && second) return { zh: `${first.zh}，${second.zh}`, en: `${first.en}, ${second.en}` }
  return first ?? second ?? { zh: '合计', en: 'total' }
}

/** Whether there is more than one period, or more than one category of the second dimension, among the figures. */
export function hasSeveral(figures: readonly ReadableFigure[], of: 'period' | 'across'): boolean {
  const keys = figures.map((figure) => (of === 'period' ? figure.period.year : (figure.across ?? null)))
  return new Set(keys.filter((key) => key !== null)).size > 1
}

/**
 * The period that a breakdown over periods is described for: the one asked for, else the last complete one that was reported in any
 * category, hidden or not. A chart and its sentence speak of the same one; none of them takes an older figure for it.
 */
export function describedPeriod(figures: readonly ReadableFigure[], year: number | undefined): Period | null {
  const periods = [...new Map(figures.map(({ period }) => [period.year, period])).values()]
  const reported = new Set(
    figures.flatMap(({ category, value, gap, period }) =>
      category != null && (value !== null || (gap ?? 'NO_RECORDS') !== 'NO_RECORDS') ? [period.year] : [],
    ),
  )
  return (
    periods.find((one) => one.year === year) ??
    periods.findLast((one) => !one.partial && reported.has(one.year)) ??
    periods.findLast((one) => reported.has(one.year)) ??
    periods.at(-1) ??
    null
  )
}

/** Name of the category of one of the two dimensions alone. */
export function oneCategoryWords(figure: ReadableFigure, of: 'category' | 'across', facts: SeriesFacts): Words {
  const key = figure[of] ?? null
  return labelOf(key, of === 'category' ? facts.categoryLabel : facts.acrossLabel) ?? categoryWords(figure, facts)
}

export function dimensionName(id: string): Words {
  return (dimensionWords as Record<string, Words>)[id] ?? asIs(id)
}

function labelOf(key: string | null, label: ((key: string) => Words) | undefined): Words | null {
  if (key === null) return null
  return label?.(key) ?? (key === UNKNOWN ? unknownWords : asIs(key))
}
