import { BrokenDown, ListedSeries, NamedIndicator, NamedPeriod } from '../../graph/figure-fields.ts'
import { graph, type AnswerOf } from '../../graph/graph.ts'
import { PlatformFacts } from '../../graph/platform.ts'

export const MOST_PLATFORMS = 100

export const PlatformsQuery = graph(
  `
  query Platforms(
    $institution: ID!, $from: Int!, $to: Int!, $year: Int!, $on: Date!, $first: Int!, $may: Boolean!, $locale: Locale!
  ) {
    running: indicator(id: "PF01") {
      ...NamedIndicator series(institution: $institution, from: $year, to: $year) { ...ListedSeries }
    }
    types: indicator(id: "PF01") {
      series(institution: $institution, from: $year, to: $year, by: "type") { ...BrokenDown }
    }
    products: indicator(id: "PF09") {
      name(locale: $locale) unit(locale: $locale) decimals kind
      series(institution: $institution, from: $from, to: $to, by: "type") { ...BrokenDown }
    }
    platforms(institution: $institution, on: $on, first: $first) @include(if: $may) {
      totalCount edges { node { ...PlatformRow } }
    }
  }
  fragment PlatformRow on Platform {
    ...PlatformFacts parent
    outputs(from: $from, to: $to) { period { ...NamedPeriod } counted outputs onlineLearners }
  }
`,
  { NamedIndicator, ListedSeries, BrokenDown, PlatformFacts, NamedPeriod },
)

export type PlatformsAnswer = AnswerOf<typeof PlatformsQuery>
