import { gapReason } from '@causeway/shared/format-figure'
import { periodLabel } from '@causeway/shared/period'
import { summarise } from '@causeway/shared/summary'
import { inLocale, type Locale, type Words } from '@causeway/shared/words/words'
import type { Causeway } from '../../figures/causeway.ts'
import { readSeriesFacts } from '../../figures/series-facts.ts'
import type { SeriesView } from '../pictures/series-view.ts'

/** A series as JSON for programs, its names in one language: of `/i/{indicator}.json` and of `causeway series --format json`. */
export async function seriesToJson(
  causeway: Causeway,
  { series, declaration, targetsOf }: Pick<SeriesView, 'series' | 'declaration' | 'targetsOf'>,
  locale: Locale,
): Promise<object> {
  const facts = await readSeriesFacts(causeway, series, declaration)
  const named = (key: string | null, label: (key: string) => Words) =>
    key === null ? null : { key, label: inLocale(label(key), locale) }
  const { id, code, name, unit, decimals } = declaration
  return {
    indicator: { id, code, name: inLocale(name, locale), unit: inLocale(unit, locale), decimals },
    institution: { code: series.institution, name: inLocale(facts.institution, locale) },
    definitionVersion: declaration.version,
    basis: series.basis,
    at: series.at,
    scope: series.scope,
    dimension: series.dimension,
    across: series.across,
    profile: series.profile,
    revision: series.revision,
    computedAt: series.computedAt,
    summary: inLocale(summarise(series, facts), locale),
    figures: series.figures.map(({ recordCount, groupHeadcount, period, category, across: second, ...figure }) => ({
      period: { ...period, label: periodLabel(period, locale) },
      category: named(category, facts.categoryLabel),
      across: named(second, facts.acrossLabel),
      ...figure,
      // A figure has a value or a reason why it has none.
      reason: figure.gap && inLocale(gapReason(figure.gap), locale),
      targets: targetsOf(period.year),
      explanation: { recordCount, groupHeadcount },
    })),
  }
}
