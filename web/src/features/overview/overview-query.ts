import { gql, type TypedDocumentNode } from 'urql'
import type { Basis } from '@causeway/shared/period'
import type { Scope, Theme } from '@causeway/shared/series'
import type { Locale } from '@causeway/shared/words/words'
import { FIGURE_FIELDS, type CategoryFacts, type FigureFacts } from '../../graph/figure-fields.ts'

export interface OverviewIndicator {
  id: string
  code: string
  name: string
  theme: Theme
  kind: 'STOCK' | 'FLOW' | 'CUMULATIVE' | 'RATIO' | 'MEAN'
  unit: string
  decimals: number
  betterWhen: 'HIGHER' | 'LOWER' | null
  series: { basis: Basis; scope: Scope | null; computedAt: string; summary: string; figures: FigureFacts[] } | null
}

/** Every indicator over the window of years, each on its own first basis. */
export const OverviewQuery: TypedDocumentNode<
  { indicators: OverviewIndicator[] },
  { institution: string; from: number; to: number; locale: Locale }
> = gql`
  query Overview($institution: ID!, $from: Int!, $to: Int!, $locale: Locale!) {
    indicators {
      id
      code
      name(locale: $locale)
      theme
      kind
      unit(locale: $locale)
      decimals
      betterWhen
      series(institution: $institution, from: $from, to: $to) {
        basis
        scope
        computedAt
        summary(locale: $locale)
        figures { ${FIGURE_FIELDS} }
      }
    }
  }
`

export interface CountrySeries {
  id: string
  name: string
  unit: string
  decimals: number
  series: { summary: string; figures: (FigureFacts & { category: CategoryFacts | null })[] } | null
}

/** Who learns from whom, by country or region, in one school year. */
export const CountriesQuery: TypedDocumentNode<
  { introduction: CountrySeries | null; export: CountrySeries | null },
  { institution: string; year: number; locale: Locale }
> = gql`
  query Countries($institution: ID!, $year: Int!, $locale: Locale!) {
    introduction: indicator(id: "DN02") { ...Countries }
    export: indicator(id: "DN03") { ...Countries }
  }
  fragment Countries on Indicator {
    id
    name(locale: $locale)
    unit(locale: $locale)
    decimals
    series(institution: $institution, from: $year, to: $year, by: "country") {
      summary(locale: $locale)
      figures { ${FIGURE_FIELDS} category { key label(locale: $locale) } }
    }
  }
`
