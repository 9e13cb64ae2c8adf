import { periodLabel } from '@causeway/shared/period'
import type { Series } from '@causeway/shared/series'
import { summarise } from '@causeway/shared/summary'
import { inLocale, type Locale, type Words } from '@causeway/shared/words/words'
import type { Causeway } from '../causeway.ts'
import { readCategoryLabels } from '../figures/category-labels.ts'
import type { Declaration, DimensionId } from '../indicators/definition.ts'
import { findInstitution } from '../records/institutions.ts'

/** A series as JSON for programs, its names in one language: of `/i/{indicator}.json` and of `causeway series --format json`. */
export async function seriesToJson(
  causeway: Causeway,
  series: Series,
  declaration: Declaration,
  locale: Locale,
): Promise<object> {
  const facts = await findInstitution(causeway.database, series.institution)
  const institution = facts?.name ?? { zh: series.institution, en: series.institution }
  const labelsOf = async (side: 'category' | 'across', dimension: string | null) => {
    const keys = [...new Set(series.figures.map((figure) => figure[side]).filter((key) => key !== null))]
    return dimension === null
      ? new Map<string, Words>()
      : readCategoryLabels(causeway, series.institution, declaration, dimension as DimensionId, keys)
  }
  const categories = await labelsOf('category', series.dimension)
  const across = await labelsOf('across', series.across)
  const wordsOf = (labels: Map<string, Words>) => (key: string) => labels.get(key) ?? { zh: key, en: key }
  const named = (key: string | null, labels: Map<string, Words>) =>
    key === null ? null : { key, label: inLocale(wordsOf(labels)(key), locale) }
  const { id, code, name, unit, decimals } = declaration
  const words = { name, unit, decimals, institution, categoryLabel: wordsOf(categories), acrossLabel: wordsOf(across) }
  return {
    indicator: { id, code, name: inLocale(name, locale), unit: inLocale(unit, locale), decimals },
    institution: { code: series.institution, name: inLocale(institution, locale) },
    basis: series.basis,
    at: series.at,
    scope: series.scope,
    dimension: series.dimension,
    across: series.across,
    profile: series.profile,
    revision: series.revision,
    computedAt: series.computedAt,
    summary: inLocale(summarise(series, words), locale),
    figures: series.figures.map(({ recordCount, groupHeadcount, period, category, across: second, ...figure }) => ({
      period: { ...period, label: periodLabel(period, locale) },
      category: named(category, categories),
      across: named(second, across),
      ...figure,
      explanation: { recordCount, groupHeadcount },
    })),
  }
}
