import type { Series } from '@causeway/shared/series'
import type { ReadableFigure, SeriesFacts } from '@causeway/shared/series-facts'
import { type Words, asIs } from '@causeway/shared/words/words'
import type { Causeway } from './causeway.ts'
import type { Declaration, DimensionId } from './indicators/definition.ts'
import { countedIn, meetsThreshold } from './indicators/counted-in.ts'
import { findInstitution } from '../records/institutions.ts'
import { UNKNOWN, unknownWords } from '@causeway/shared/unknown'
import { thingOf, dimensionField, dimensionFields } from './indicators/find-field.ts'
import { eachLanguage } from '../records/each-language.ts'
import { readNames } from '../records/record-names.ts'
import type { Choice } from '../records/record-type.ts'
import { recordTypeOf } from '../records/record-types.ts'
import { readUnitNames } from '../records/unit-names.ts'
import { BLOCS } from '../ground/reference/blocs.ts'
import { CONTINENTS, countryName } from '../ground/reference/countries.ts'

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
  more: Iterable<string> = [],
): Promise<Map<string, Words>> {
  const asked = side === 'category' ? dimension : across
  if (asked === null) return new Map()
  const keys = new Set([...figures.flatMap((figure) => figure[side] ?? []), ...more])
  return readCategoryLabels(causeway, institution, declaration, asked as DimensionId, [...keys])
}

/** The names of categories in both languages; a key without its own name reads as it is. */
export async function readCategoryLabels(
  { database }: Causeway,
  institution: string,
  declaration: Declaration,
  dimension: DimensionId,
  keys: string[],
): Promise<Map<string, Words>> {
  const words = await namesOf()
  return new Map(keys.map((key) => [key, key === UNKNOWN ? unknownWords : (words(key) ?? asIs(key))]))

  async function namesOf(): Promise<(key: string) => Words | undefined> {
    if (dimension === 'continent') return (key) => CONTINENTS.find(({ id }) => id === key)?.name
    if (dimension === 'bloc') return (key) => BLOCS.find(({ id }) => id === key)?.name
    const field = dimensionField(declaration, dimension)
    if (field?.kind === 'country') return countryName
    if (field?.choices) return (key) => field.choices!.find((choice) => choice.key === key)?.label
    if (field?.inBoth) return eachLanguage
    const scale = dimensionFields(declaration, dimension)[0]?.choices
    if (scale) return (key) => withVersion(scale, key)
    const type = recordsNamedBy(declaration, dimension)
    if (!type) return () => undefined
    const names =
      type === 'standard-unit'
        ? await readUnitNames(database, institution, keys)
        : await readNames(database.quick, recordTypeOf(type), institution, keys)
    return (key) => names.get(key)
  }
}

/** The type of the records that categories take their names from; null: they have them from elsewhere, or none. */
export function recordsNamedBy(declaration: Declaration, dimension: DimensionId): string | null {
  if (dimension === 'continent' || dimension === 'bloc') return null
  const field = dimensionField(declaration, dimension)
  if (field?.kind === 'country' || field?.choices || dimensionFields(declaration, dimension)[0]?.choices) return null
  // A code names its own record type: a platform by platform. Units of a standard are known by it wherever they stand.
  return dimension === 'competency' ? 'standard-unit' : thingOf(declaration, dimension)
}

/** `hsk/2.0`: the name of the scale, and its version as it is. */
function withVersion(scales: readonly Choice[], key: string): Words | undefined {
  const [head, ...rest] = key.split('/')
  const name = scales.find((choice) => choice.key === head)?.label
  return name && { zh: [name.zh, ...rest].join(' '), en: [name.en, ...rest].join(' ') }
}
