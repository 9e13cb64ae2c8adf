import { gql, type TypedDocumentNode } from 'urql'
import type { Basis } from '@causeway/shared/period'
import type { Scope } from '@causeway/shared/series'
import type { Locale } from '@causeway/shared/words/words'
import { FIGURE_FIELDS, type NamedPeriod } from '../../graph/figure-fields.ts'
import {
  INDICATOR_FIELDS,
  LISTED_FIGURE_FIELDS,
  type IndicatorFigures,
  type ListedFigure,
} from '../../graph/indicator-figures.ts'
import type { Platform } from '../../graph/platform.ts'

export interface PlatformRow extends Platform {
  parent: string | null
  outputs: { period: NamedPeriod; counted: boolean; outputs: number | null; onlineLearners: number | null }[] | null
}

interface ByType {
  series: { basis: Basis; scope: Scope | null; computedAt: string | null; figures: ListedFigure[] } | null
}

export interface PlatformsAnswer {
  /** How many run, in the chosen year. */
  running: IndicatorFigures | null
  types: ByType | null
  products: (ByType & { name: string; unit: string; decimals: number; kind: IndicatorFigures['kind'] }) | null
  platforms?: { totalCount: number | null; edges: { node: PlatformRow }[] } | null
}

export const MOST_PLATFORMS = 100

export const PlatformsQuery: TypedDocumentNode<
  PlatformsAnswer,
  {
    institution: string
    from: number
    to: number
    year: number
    on: string
    first: number
    may: boolean
    locale: Locale
  }
> = gql`
  query Platforms(
    $institution: ID!, $from: Int!, $to: Int!, $year: Int!, $on: Date!, $first: Int!, $may: Boolean!, $locale: Locale!
  ) {
    running: indicator(id: "PF01") {
      ${INDICATOR_FIELDS}
      series(institution: $institution, from: $year, to: $year) { ${LISTED_FIGURE_FIELDS} }
    }
    types: indicator(id: "PF01") {
      series(institution: $institution, from: $year, to: $year, by: "type") {
        basis scope computedAt
        figures { ${FIGURE_FIELDS} category { key label(locale: $locale) } }
      }
    }
    products: indicator(id: "PF09") {
      name(locale: $locale) unit(locale: $locale) decimals kind
      series(institution: $institution, from: $from, to: $to, by: "type") {
        basis scope computedAt
        figures { ${FIGURE_FIELDS} category { key label(locale: $locale) } }
      }
    }
    platforms(institution: $institution, on: $on, first: $first) @include(if: $may) {
      totalCount
      edges {
        node {
          code name(locale: $locale) type typeLabel(locale: $locale) roleLabel(locale: $locale)
          country countryLabel(locale: $locale) foundedOn closedOn runs parent
          members(all: true) { partner name(locale: $locale) roleLabel(locale: $locale) from to inForce }
          outputs(from: $from, to: $to) {
            period { basis year label(locale: $locale) start end partial }
            counted outputs onlineLearners
          }
        }
      }
    }
  }
`
