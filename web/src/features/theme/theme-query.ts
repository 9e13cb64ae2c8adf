import { gql, type TypedDocumentNode } from 'urql'
import type { Basis } from '@causeway/shared/period'
import type { Scope, Theme } from '@causeway/shared/series'
import type { Locale } from '@causeway/shared/words/words'
import type { CategoryFacts, JudgedFigure } from '../../graph/figure-fields.ts'
import type { NamedIndicator } from '../../graph/indicator-figures.ts'
import type { SeriesFilter } from '../../graph/series-filter.ts'
import { THEME_QUESTION } from './theme-question.ts'

interface TargetFacts {
  plan: string
  value: number
  cumulative: boolean
  actual: number | null
  onCourse: boolean | null
  reached: boolean | null
}

export interface ThemeSeries {
  basis: Basis
  scope: Scope | null
  computedAt: string
  indicator: NamedIndicator & { definition: string }
  figures: (JudgedFigure & {
    threshold: { met: boolean; value: number; words: string } | null
    targets: TargetFacts[]
  })[]
}

export interface Filterable {
  id: string
  name: string
  dimensions: { id: string; name: string }[]
}

interface Asked {
  theme: Theme
  institution: string | null
  year: number | null
  locale: Locale
}

export const ThemeQuery: TypedDocumentNode<
  { indicators: Filterable[]; institution: { code: string; series: ThemeSeries[] } | null },
  Asked & { filter: SeriesFilter[] | null }
> = gql(THEME_QUESTION)

/** What occurs in a dimension in the year, in any indicator of the theme that has it. */
export const ThemeCategoriesQuery: TypedDocumentNode<
  { institution: { series: { figures: { category: CategoryFacts | null }[] }[] } | null },
  Asked & { dimension: string }
> = gql`
  query ThemeCategories($theme: Theme!, $institution: ID, $year: Int, $dimension: ID!, $locale: Locale!) {
    institution(code: $institution) {
      series(theme: $theme, year: $year, years: 3, by: $dimension) {
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
