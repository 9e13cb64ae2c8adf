import { gql, type TypedDocumentNode } from 'urql'
import type { Theme } from '@causeway/shared/series'
import type { Locale } from '@causeway/shared/words/words'
import { FIGURE_FIELDS, type FigureFacts } from '../../graph/figure-fields.ts'

export interface ThemeIndicator {
  id: string
  code: string
  name: string
  unit: string
  decimals: number
  definition: string
  series: { figures: FigureFacts[] } | null
}

export const ThemeQuery: TypedDocumentNode<
  { indicators: ThemeIndicator[] },
  { theme: Theme; institution: string; from: number; to: number; locale: Locale }
> = gql`
  query Theme($theme: Theme!, $institution: ID!, $from: Int!, $to: Int!, $locale: Locale!) {
    indicators(theme: $theme) {
      id
      code
      name(locale: $locale)
      unit(locale: $locale)
      decimals
      definition(locale: $locale)
      series(institution: $institution, from: $from, to: $to) {
        figures { ${FIGURE_FIELDS} }
      }
    }
  }
`
