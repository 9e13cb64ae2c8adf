import { gql, type TypedDocumentNode } from 'urql'
import type { Locale } from '@causeway/shared/words/words'

export interface IndicatorName {
  id: string
  code: string
  name: string
}

export const IndicatorNamesQuery: TypedDocumentNode<{ indicators: IndicatorName[] }, { locale: Locale }> = gql`
  query IndicatorNames($locale: Locale!) {
    indicators {
      id
      code
      name(locale: $locale)
    }
  }
`
