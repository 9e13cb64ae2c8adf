import type { Locale } from '@causeway/shared/words/words'
import type { YearCompleteness } from '../../graph/generated.ts'
import { graph, type AnswerOf, type VariablesOf } from '../../graph/graph.ts'

export const UnitNode = graph(`fragment UnitNode on Record { label(locale: $locale) fields { name value } }`)

/** Everything the tab shows, in one request: a year whole, the five before it by completeness alone. */
export const MissingQuery = graph(
  `
  query Missing(
    $institution: ID!, $locale: Locale!, $y0: Int!, $y1: Int!, $y2: Int!, $y3: Int!, $y4: Int!, $y5: Int!
  ) {
    y0: quality(institution: $institution, year: $y0) {
      ...YearCompleteness
      owed { ...OwedReport }
      findings { ...QualityFinding }
      outliers { ...Outlier }
      uncomputed { ...Uncomputed }
    }
    y1: quality(institution: $institution, year: $y1) { ...YearCompleteness }
    y2: quality(institution: $institution, year: $y2) { ...YearCompleteness }
    y3: quality(institution: $institution, year: $y3) { ...YearCompleteness }
    y4: quality(institution: $institution, year: $y4) { ...YearCompleteness }
    y5: quality(institution: $institution, year: $y5) { ...YearCompleteness }
    recordTypes { name label(locale: $locale) }
    units: records(type: "unit", institution: $institution, first: 200) { edges { node { ...UnitNode } } }
  }
  fragment YearCompleteness on Quality { year start end partial completeness { ...Completeness } }
  fragment Completeness on RecordTypeQuality { type { name } unit records state lastImport }
  fragment OwedReport on Owed { type { name label(locale: $locale) } unit direction audience }
  fragment QualityFinding on Finding {
    code severity type { name label(locale: $locale) } message(locale: $locale) instruction(locale: $locale)
  }
  fragment Outlier on Outlier {
    indicator { id code name(locale: $locale) unit(locale: $locale) decimals } value median years
  }
  fragment Uncomputed on Uncomputed {
    indicator { id code name(locale: $locale) } gap missing { type { name } label(locale: $locale) }
  }
`,
  { UnitNode },
)

export type MissingData = AnswerOf<typeof MissingQuery>

export function missingVariables(institution: string, year: number, locale: Locale): VariablesOf<typeof MissingQuery> {
  return { institution, locale, y0: year, y1: year - 1, y2: year - 2, y3: year - 3, y4: year - 4, y5: year - 5 }
}

/** The years that the answer tells of, the latest first. */
export function yearsOf(data: MissingData): YearCompleteness[] {
  return [data.y0, data.y1, data.y2, data.y3, data.y4, data.y5].filter((year) => year !== null)
}
