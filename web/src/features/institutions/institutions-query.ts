import { gql, type TypedDocumentNode } from 'urql'
import type { Locale } from '@causeway/shared/words/words'

interface Listed {
  code: string
  name: string
  demonstration: boolean
  dataDate: string | null
}

export const InstitutionsQuery: TypedDocumentNode<
  {
    institutions: {
      totalCount: number | null
      edges: { node: Listed }[]
      pageInfo: { hasNextPage: boolean; endCursor: string | null }
    } | null
  },
  { search: string | null; after: string | null; locale: Locale }
> = gql`
  query Institutions($search: String, $after: String, $locale: Locale!) {
    institutions(search: $search, first: 30, after: $after) {
      totalCount
      edges {
        node {
          code
          name(locale: $locale)
          demonstration
          dataDate
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`
