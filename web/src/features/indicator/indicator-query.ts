import { gql, type TypedDocumentNode } from 'urql'
import type { Basis } from '@causeway/shared/period'
import type { Profile, Scope } from '@causeway/shared/series'
import type { Locale } from '@causeway/shared/words/words'
import type { CategoryFacts, FigureFacts } from '../../graph/figure-fields.ts'
import type { NamedIndicator } from '../../graph/indicator-figures.ts'
import type { SeriesFilter } from '../../graph/series-filter.ts'
import { EXPLAINED, INDICATOR_QUESTION } from './indicator-question.ts'

export interface FigureTarget {
  plan: string
  year: number
  value: number
  cumulative: boolean
  actual: number | null
  progress: number | null
  due: number | null
  reached: boolean | null
  onCourse: boolean | null
}

export interface ExplainedFigure extends FigureFacts {
  category?: CategoryFacts | null
  across?: CategoryFacts | null
  numerator: number | null
  denominator: number | null
  leftOut: number | null
  size: number | null
  coverage: number | null
  lost: number | null
  effect: number | null
  interval: { low: number; high: number; level: number } | null
  threshold: { met: boolean; value: number; words: string } | null
  explanation: { definitionVersion: number; recordCount: number | null; groupHeadcount: number | null } | null
  targets?: FigureTarget[]
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
  basis: Basis | null
  scope: Scope | null
  confidence: 'VERIFIED' | 'MIRROR' | 'CODE' | 'GENERAL'
}

export interface IndicatorFacts extends NamedIndicator {
  definition: string
  fillingNote: string | null
  formula: string
  coverageName: string | null
  version: number
  versions: { version: number; change: string | null }[]
  bases: Basis[]
  dimensions: { id: string; name: string }[]
  /** The records that it is counted from. */
  needs: { recordType: { name: string; label: string } }[]
  mappings: OfficialLine[]
  /** null where the question about it was refused. */
  series: IndicatorSeries | null
  /** Names of what the first and the second filter may hold. */
  named?: CategoryNames | null
  alsoNamed?: CategoryNames | null
}

interface CategoryNames {
  figures: { category: CategoryFacts | null }[]
}

export interface SeriesQuestion {
  id: string
  institution: string
  basis: Basis | null
  scope: Scope | null
  from: number
  to: number
  filter: SeriesFilter[] | null
  locale: Locale
}

/** With the names of what it is narrowed to: a key says nothing to a reader. */
export const IndicatorQuery: TypedDocumentNode<
  { indicator: IndicatorFacts | null },
  SeriesQuestion & { narrowed: boolean; by: string; narrowedTwice: boolean; alsoBy: string }
> = gql(INDICATOR_QUESTION)

export interface BreakdownSeries extends IndicatorSeries {
  dimension: { id: string; name: string } | null
}

/** The categories of one dimension, crossed with a second where one is asked for. */
export const BreakdownQuery: TypedDocumentNode<
  { indicator: { id: string; series: BreakdownSeries | null } | null },
  SeriesQuestion & { by: string; across: string | null }
> = gql`
  query Breakdown(
    $id: ID!, $institution: ID!, $basis: Basis, $scope: Scope, $from: Int!, $to: Int!, $filter: [DimensionFilter!],
    $by: ID!, $across: ID, $locale: Locale!
  ) {
    indicator(id: $id) {
      id
      series(
        institution: $institution, basis: $basis, scope: $scope, from: $from, to: $to, filter: $filter,
        by: $by, across: $across
      ) {
        basis
        scope
        profile
        computedAt
        summary(locale: $locale)
        dimension { id name(locale: $locale) }
        figures { ${EXPLAINED} category { key label(locale: $locale) } across { key label(locale: $locale) } }
      }
    }
  }
`

/** Which categories of a dimension there are to choose from. */
export const CategoriesQuery: TypedDocumentNode<
  { indicator: { id: string; series: { figures: { category: CategoryFacts | null }[] } | null } | null },
  Omit<SeriesQuestion, 'filter'> & { by: string }
> = gql`
  query Categories(
    $id: ID!
    $institution: ID!
    $basis: Basis
    $scope: Scope
    $from: Int!
    $to: Int!
    $by: ID!
    $locale: Locale!
  ) {
    indicator(id: $id) {
      id
      series(institution: $institution, basis: $basis, scope: $scope, from: $from, to: $to, by: $by) {
        figures {
          category {
            key
            label(locale: $locale)
          }
        }
      }
    }
  }
`
