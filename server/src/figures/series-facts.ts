import type { Series } from '@causeway/shared/series'
import type { ReadableFigure, SeriesFacts } from '@causeway/shared/series-facts'
import type { Words } from '@causeway/shared/words/words'
import type { Causeway } from './causeway.ts'
import type { Declaration, DimensionId } from './indicators/definition.ts'
import { countedIn } from './indicators/counted-in.ts'
import { meetsThreshold } from './indicators/meets-threshold.ts'
import { findInstitution } from '../records/institutions.ts'
import { readCategoryLabels } from './category-labels.ts'

/** All but the year that a question is about, which no series knows. */
export type FactsOfSeries = Required<Omit<SeriesFacts, 'year'>>

/** What a series is said with: the names of its indicator, its institution and its categories. */
export async function readSeriesFacts(
  causeway: Causeway,
  series: Series,
  declaration: Declaration,
): Promise<FactsOfSeries> {
  const { name, unit, decimals, kind } = declaration
  const threshold = declaration.threshold
    ? { words: declaration.threshold.words, meets: (figure: ReadableFigure) => meetsThreshold(declaration, figure) }
    : null
  const found = await findInstitution(causeway.database, series.institution)
  const institution = found?.name ?? asIs(series.institution)
  const [categories, across] = [
    await readLabels(causeway, series, declaration, 'category'),
    await readLabels(causeway, series, declaration, 'across'),
  ]
  const categoryLabel = (key: string) => categories.get(key) ?? asIs(key)
  const acrossLabel = (key: string) => across.get(key) ?? asIs(key)
  return {
    name,
    unit,
    decimals,
    kind,
    countedIn: countedIn(declaration),
    institution,
    threshold,
    categoryLabel,
    acrossLabel,
  }
}

/** Names of the categories of the first or of the second dimension of a series. */
export async function readLabels(
  causeway: Causeway,
  { institution, dimension, across, figures }: Series,
  declaration: Declaration,
  side: 'category' | 'across',
): Promise<Map<string, Words>> {
  const asked = side === 'category' ? dimension : across
  if (asked === null) return new Map()
  const keys = new Set(figures.map((figure) => figure[side]).filter((key) => key !== null))
  return readCategoryLabels(causeway, institution, declaration, asked as DimensionId, [...keys])
}

function asIs(text: string): Words {
  return { zh: text, en: text }
}
