import { FIGURE_FIELDS } from '../../graph/figure-fields.ts'

export const EXPLAINED = /* GraphQL */ `
  ${FIGURE_FIELDS}
  numerator
  denominator
  leftOut
  size
  coverage
  lost
  effect
  interval { low high level }
  threshold { met value words(locale: $locale) }
  explanation { definitionVersion recordCount groupHeadcount }
`

/** What the page of an indicator opens with: what it is, its years, and the names of what it is narrowed to. */
export const INDICATOR_QUESTION = /* GraphQL */ `
  query Indicator(
    $id: ID!, $institution: ID!, $basis: Basis, $scope: Scope, $from: Int!, $to: Int!, $filter: [DimensionFilter!],
    $narrowed: Boolean!, $by: ID!, $narrowedTwice: Boolean!, $alsoBy: ID!, $locale: Locale!
  ) {
    indicator(id: $id) {
      id
      code
      name(locale: $locale)
      theme
      kind
      unit(locale: $locale)
      decimals
      countedIn(locale: $locale)
      betterWhen
      definition(locale: $locale)
      fillingNote(locale: $locale)
      formula(locale: $locale)
      coverageName(locale: $locale)
      version
      versions { version change(locale: $locale) }
      bases
      dimensions { id name(locale: $locale) }
      needs { recordType { name label(locale: $locale) } }
      mappings {
        form edition number formName(locale: $locale) editionName(locale: $locale) label(locale: $locale)
        basis scope confidence
      }
      series(institution: $institution, basis: $basis, scope: $scope, from: $from, to: $to, filter: $filter) {
        basis
        scope
        profile
        computedAt
        summary(locale: $locale)
        figures {
          ${EXPLAINED}
          targets(ahead: true) { plan year value cumulative actual progress due reached onCourse }
        }
      }
      named: series(institution: $institution, basis: $basis, scope: $scope, from: $from, to: $to, by: $by)
        @include(if: $narrowed) {
        figures { category { key label(locale: $locale) } }
      }
      alsoNamed: series(institution: $institution, basis: $basis, scope: $scope, from: $from, to: $to, by: $alsoBy)
        @include(if: $narrowedTwice) {
        figures { category { key label(locale: $locale) } }
      }
    }
  }
`
