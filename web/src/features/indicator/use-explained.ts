import { useAddress } from '../../address/address.tsx'
import { useAnswer } from '../../graph/use-answer.ts'
import { type ExplainedFigure, BreakdownQuery, type SeriesQuestion } from './indicator-query.ts'
import type { IndicatorFacts } from '../../graph/generated.ts'

interface Asked {
  indicator: IndicatorFacts | null
  question: SeriesQuestion
  year: number
  /** The dimension whose categories can be chosen. */
  by: string | null
}

interface Explained {
  /** The year that is shown: the chosen one, or the last of the stretch where that is not among it. */
  year: number
  /** Of the whole. */
  whole: ExplainedFigure | null
  /** Of the chosen category where one is chosen, else of the whole. */
  figure: ExplainedFigure | null
  /** The same a year before. */
  before: ExplainedFigure | null
  category: { dimension: string; key: string; label: string } | null
}

/** Which figure of the answer the page is about. */
export function useExplained({ indicator, question, year, by }: Asked): Explained {
  const { view } = useAddress()
  const key = by === null ? null : view.category
  const { data } = useAnswer(BreakdownQuery, { ...question, by: by ?? '', across: null }, key === null)
  const all = indicator?.series?.figures ?? []
  const whole = all.find((figure) => figure.period.year === year) ?? all.at(-1) ?? null
  const shown = whole?.period.year ?? year
  const ofCategory = (data?.indicator?.series?.figures ?? []).filter((figure) => figure.category?.key === key)
  const figures: ExplainedFigure[] = key === null ? all : ofCategory
  const figure = figures.find((one) => one.period.year === shown) ?? null
  return {
    year: shown,
    whole,
    figure: figure ?? (key === null ? whole : null),
    before: figures.find((one) => one.period.year === shown - 1) ?? null,
    category:
      key !== null && figure?.category
        ? { dimension: by!, key: figure.category.key, label: figure.category.label }
        : null,
  }
}
