import { AdoptionFacts } from '../../graph/subject-query.ts'
import { BrokenDown, FigureFacts } from '../../graph/figure-fields.ts'
import { graph, type AnswerOf } from '../../graph/graph.ts'

/**
 * By country or region, in the chosen year, what anybody may see of the life cycle; and for those who may, the registers as of `$on`,
 * which a point in time asks for as `$dayAt` (MM-DD) and `$dayYear`. Beyond what is listed a page says how many there are.
 */
export const StandardsQuery = graph(
  `
  query Standards(
    $institution: ID!, $year: Int!, $on: Date!, $dayAt: String!, $dayYear: Int!, $may: Boolean!, $release: ID, $asOf: DateTime, $locale: Locale!
  ) {
    st01: indicator(id: "ST01") { ...ByCountry }
    st02: indicator(id: "ST02") { ...ByCountry }
    st05: indicator(id: "ST05") { ...ByCountry }
    ex20: indicator(id: "EX20") { ...ByCountry }
    ex22: indicator(id: "EX22") { ...ByCountry }
    countriesOnDay: indicator(id: "ST04") @include(if: $may) { ...SameDayFigure }
    adoptersOnDay: indicator(id: "ST05") @include(if: $may) { ...SameDayFigure }
    certifiedOnDay: indicator(id: "ST06") @include(if: $may) { ...SameDayFigure }
    adoptionStates(institution: $institution, release: $release, asOf: $asOf, on: $on) @include(if: $may) {
      ...StateCounts
      on
      countries { country label(locale: $locale) ...StateCounts }
    }
    adoptions(institution: $institution, release: $release, asOf: $asOf, on: $on, first: 200) @include(if: $may) {
      totalCount edges { node { ...AdoptionFacts } }
    }
    standards(institution: $institution, release: $release, asOf: $asOf, on: $on, first: 200) @include(if: $may) {
      totalCount edges { node { ...StandardRow } }
    }
    programmeCoverage(institution: $institution, release: $release, asOf: $asOf, on: $on, first: 200) @include(if: $may) {
      totalCount edges { node { ...ProgrammeRow } }
    }
  }
  fragment ByCountry on Indicator {
    series(institution: $institution, release: $release, asOf: $asOf, from: $year, to: $year, by: "country") { ...BrokenDown }
  }
  fragment SameDayFigure on Indicator {
    id code name(locale: $locale) unit(locale: $locale)
    series(institution: $institution, release: $release, asOf: $asOf, basis: POINT_IN_TIME, at: $dayAt, from: $dayYear, to: $dayYear) {
      figures { ...FigureFacts }
    }
  }
  fragment StateCounts on AdoptionCounts {
    total inForce live disordered states { state label(locale: $locale) count }
  }
  fragment StandardRow on Standard {
    code title(locale: $locale) type typeLabel(locale: $locale) direction directionLabel(locale: $locale)
    countryLabel(locale: $locale) withdrawnOn
    versions { version from to reviewDue reviewedOn inForce overdue units { code } }
    mappings { toStandard unit relation }
    coverage { units mappedShare equivalentShare assessedShare }
    programmes { programme }
  }
  fragment ProgrammeRow on ProgrammeCoverage { programme name(locale: $locale) cells { ...CoverageCell } }
  fragment CoverageCell on ProgrammeCell {
    standard { code title(locale: $locale) }
    links { relationLabel(locale: $locale) }
    coverage { units mappedShare assessedShare }
  }
`,
  { BrokenDown, FigureFacts, AdoptionFacts },
)

export type StandardsAnswer = AnswerOf<typeof StandardsQuery>
