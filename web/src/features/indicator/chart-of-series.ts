import type { ChartFacts } from '@causeway/shared/charts/spec'
import type { ReadableFigure } from '@causeway/shared/series-facts'
import type { Words, Locale } from '@causeway/shared/words/words'
import { judgedBy } from '../../graph/change.ts'
import { spoken } from '../../language/words.ts'
import { type ExplainedFigure, BreakdownQuery, type SeriesQuestion } from './indicator-query.ts'
import type { IndicatorFacts } from '../../graph/generated.ts'
import { periodLabel, type Basis } from '@causeway/shared/period'
import type { Setting } from '../../setting/setting.tsx'
import { useAddress } from '../../address/address.tsx'
import { useAnswer } from '../../graph/use-answer.ts'

/** A year of a basis as people say it, where no answer has named it. */
export function periodName({ years }: Setting, basis: Basis, year: number, locale: Locale): string {
  if (basis === 'CALENDAR_YEAR' || basis === 'POINT_IN_TIME') return locale === 'ZH' ? `${year}年` : String(year)
  return periodLabel({ ...years.periodOf(year), basis }, locale)
}

/** What chart and table have to know beside the figures. The names are already said in the reader's language. */
export function factsOf(indicator: IndicatorFacts, institution: string): ChartFacts {
  const rule = indicator.series?.figures.findLast((figure) => figure.threshold)?.threshold
  return {
    name: spoken(indicator.name),
    unit: spoken(indicator.unit),
    decimals: indicator.decimals,
    institution: spoken(institution),
    theme: indicator.theme,
    kind: indicator.kind,
    countedIn: judgedBy(indicator).countedIn,
    ...(rule && { limits: [{ value: rule.value, words: spoken(rule.words) }] }),
  }
}

/** What, where, when: and which part of all. */
export function narrowedSubtitle(subtitle: Words, narrowed: string): Words {
  return narrowed ? { zh: `${subtitle.zh}，${narrowed}`, en: `${subtitle.en}, ${narrowed}` } : subtitle
}

/** As charts and tables read it. A target that is added up over years is no mark beside the figure of one. */
export function readableOf(figure: ExplainedFigure): ReadableFigure {
  const { period, value, gap, numerator, denominator, size, interval, category, across, targets } = figure
  return {
    period,
    value,
    gap,
    numerator,
    denominator,
    size,
    interval: interval && { ...interval, method: 'wilson' as const },
    category: category?.key ?? null,
    across: across?.key ?? null,
    targets: targets?.filter((target) => target.year === period.year && !target.cumulative),
  }
}

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
