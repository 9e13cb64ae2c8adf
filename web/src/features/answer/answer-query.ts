import { FigureFacts } from '../../graph/figure-fields.ts'
import { graph } from '../../graph/graph.ts'

/**
 * One figure with everything it has to be told with, and the other lawful values of its name: one question. The label in English
 * (`key`) names a value in an address, whatever the language of the page.
 */
export const AnswerQuery = graph(
  `
  query Answer(
    $id: ID!, $institution: ID!, $basis: Basis, $scope: Scope, $year: Int!, $filter: [DimensionFilter!],
    $narrowed: Boolean!, $by: ID!, $exact: Boolean!, $set: Boolean!, $number: String!, $locale: Locale!
  ) {
    institution(code: $institution) { nameZh: name(locale: ZH) nameEn: name(locale: EN) }
    indicator(id: $id) { ...AnswerIndicator }
    reconcile(indicator: $id, institution: $institution, year: $year) { ...Reconciled }
  }
  fragment AnswerIndicator on Indicator {
    id code nameZh: name(locale: ZH) nameEn: name(locale: EN) unitZh: unit(locale: ZH) unitEn: unit(locale: EN)
    theme kind decimals countedIn(locale: $locale) definition(locale: $locale) formula(locale: $locale) version
    bases dimensions { id name(locale: $locale) }
    series(institution: $institution, basis: $basis, scope: $scope, from: $year, to: $year, filter: $filter) {
      basis scope computedAt figures { ...AnsweredFigure }
    }
    named: series(institution: $institution, basis: $basis, scope: $scope, from: $year, to: $year, by: $by)
      @include(if: $narrowed) { figures { category { key zh: label(locale: ZH) en: label(locale: EN) } } }
  }
  fragment AnsweredFigure on Figure {
    ...FigureFacts numerator denominator size interval { low high } explanation { recordCount groupHeadcount }
  }
  fragment Reconciled on Reconciliation {
    reference { key: label }
    values { ...ComparedValue }
    differences @include(if: $exact) { to { key: label } sentence(locale: $locale) }
    against(number: $number) @include(if: $set) { sentence(locale: $locale) matches { key: label } }
  }
  fragment ComparedValue on ReconciledValue {
    key: label label(locale: $locale) indicator { id decimals } basis at scope part counting unit(locale: $locale)
    value figure { gap } askedBy { form formName(locale: $locale) }
  }
`,
  { FigureFacts },
)
