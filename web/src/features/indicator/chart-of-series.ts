import type { ChartFacts } from '@causeway/shared/charts/spec'
import type { ReadableFigure } from '@causeway/shared/series-facts'
import type { Words, Locale } from '@causeway/shared/words/words'
import { judgedBy } from '../../graph/change.ts'
import { spoken } from '../../language/words.ts'
import type { ExplainedFigure } from './indicator-query.ts'
import type { IndicatorFacts } from '../../graph/generated.ts'
import { periodLabel, type Basis } from '@causeway/shared/period'
import type { Setting } from '../../setting/setting.tsx'

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
