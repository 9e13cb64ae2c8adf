import { AdoptionFacts } from '../../graph/adoption-fields.ts'
import { FigureFacts } from '../../graph/figure-fields.ts'
import { graph, type AnswerOf } from '../../graph/graph.ts'
import { SubjectFacts } from '../../graph/subject-query.ts'

export const CountryQuery = graph(
  `
  query Country(
    $institution: ID!, $code: ID!, $key: String!, $on: Date!, $from: Int!, $to: Int!, $type: ID, $field: String,
    $first: Int!, $after: String, $may: Boolean!, $locale: Locale!
  ) {
    country(code: $code, on: $on) {
      name(locale: $locale) continent { key label(locale: $locale) } blocs { key label(locale: $locale) }
    }
    introduction: indicator(id: "DN02") { ...CountrySide }
    export: indicator(id: "DN03") { ...CountrySide }
    subject(institution: $institution, kind: COUNTRY, code: $code) @include(if: $may) { ...SubjectFacts }
    adoptions(institution: $institution, country: $code, on: $on, first: 50) @include(if: $may) {
      totalCount edges { node { ...AdoptionFacts } }
    }
  }
  fragment CountrySide on Indicator {
    name(locale: $locale) unit(locale: $locale) decimals
    series(institution: $institution, from: $from, to: $to, filter: [{ dimension: "country", in: [$key] }]) {
      basis scope computedAt figures { ...FigureFacts }
    }
  }
`,
  { FigureFacts, SubjectFacts, AdoptionFacts },
)

export type CountryAnswer = AnswerOf<typeof CountryQuery>
