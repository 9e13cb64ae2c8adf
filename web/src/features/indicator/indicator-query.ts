import { gql, type TypedDocumentNode } from 'urql'
import type { Basis } from '@causeway/shared/period'
import type { Profile, Scope, Theme } from '@causeway/shared/series'
import type { Locale } from '@causeway/shared/words/words'
import { FIGURE_FIELDS, type CategoryFacts, type FigureFacts } from '../../graph/figure-fields.ts'

export interface ExplainedFigure extends FigureFacts {
  category?: CategoryFacts | null
  numerator: number | null
  denominator: number | null
  size: number | null
  coverage: number | null
  lost: number | null
  effect: number | null
  interval: { low: number; high: number; level: number } | null
  threshold: { met: boolean; words: string } | null
  explanation: { definitionVersion: number; recordCount: number | null; groupHeadcount: number | null } | null
}

export interface IndicatorSeries {
  basis: Basis
  scope: Scope | null
  profile: Profile
  computedAt: string | null
  summary: string
  figures: ExplainedFigure[]
}

export interface OfficialLine {
  form: string
  number: string
  edition: string
  formName: string
  editionName: string
  label: string
  confidence: 'VERIFIED' | 'MIRROR' | 'CODE' | 'GENERAL'
}

export interface IndicatorFacts {
  id: string
  code: string
  name: string
  theme: Theme
  kind: 'STOCK' | 'FLOW' | 'CUMULATIVE' | 'RATIO' | 'MEAN'
  unit: string
  decimals: number
  definition: string
  fillingNote: string | null
  formula: string
  coverageName: string | null
  version: number
  bases: Basis[]
  dimensions: { id: string; name: string }[]
  mappings: OfficialLine[]
  /** null where the question about it was refused. */
  series: IndicatorSeries | null
}

export interface SeriesQuestion {
  id: string
  institution: string
  basis: Basis | null
  scope: Scope | null
  from: number
  to: number
  locale: Locale
}

const EXPLAINED = /* GraphQL */ `
  ${FIGURE_FIELDS}
  numerator
  denominator
  size
  coverage
  lost
  effect
  interval { low high level }
  threshold { met words(locale: $locale) }
  explanation { definitionVersion recordCount groupHeadcount }
`

export const IndicatorQuery: TypedDocumentNode<{ indicator: IndicatorFacts | null }, SeriesQuestion> = gql`
  query Indicator($id: ID!, $institution: ID!, $basis: Basis, $scope: Scope, $from: Int!, $to: Int!, $locale: Locale!) {
    indicator(id: $id) {
      id
      code
      name(locale: $locale)
      theme
      kind
      unit(locale: $locale)
      decimals
      definition(locale: $locale)
      fillingNote(locale: $locale)
      formula(locale: $locale)
      coverageName(locale: $locale)
      version
      bases
      dimensions { id name(locale: $locale) }
      mappings {
        form edition number formName(locale: $locale) editionName(locale: $locale) label(locale: $locale) confidence
      }
      series(institution: $institution, basis: $basis, scope: $scope, from: $from, to: $to) {
        basis
        scope
        profile
        computedAt
        summary(locale: $locale)
        figures { ${EXPLAINED} }
      }
    }
  }
`

export interface BreakdownSeries extends IndicatorSeries {
  dimension: { id: string; name: string } | null
}

export const BreakdownQuery: TypedDocumentNode<
  { indicator: { id: string; series: BreakdownSeries | null } | null },
  SeriesQuestion & { by: string }
> = gql`
  query Breakdown(
    $id: ID!, $institution: ID!, $basis: Basis, $scope: Scope, $from: Int!, $to: Int!, $by: ID!, $locale: Locale!
  ) {
    indicator(id: $id) {
      id
      series(institution: $institution, basis: $basis, scope: $scope, from: $from, to: $to, by: $by) {
        basis
        scope
        profile
        computedAt
        summary(locale: $locale)
        dimension { id name(locale: $locale) }
        figures { ${EXPLAINED} category { key label(locale: $locale) } }
      }
    }
  }
`
