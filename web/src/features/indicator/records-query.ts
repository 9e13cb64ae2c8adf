import { gql, type TypedDocumentNode } from 'urql'
import type { Basis } from '@causeway/shared/period'
import type { Scope } from '@causeway/shared/series'
import type { Locale } from '@causeway/shared/words/words'

export interface ListedRecord {
  id: string
  label: string
  type: { name: string; label: string }
  row: number | null
  batch: { id: string; fileName: string } | null
  fields: { name: string; label: string; text: string }[]
}

export interface RecordPage {
  totalCount: number | null
  pageInfo: { hasNextPage: boolean; endCursor: string | null }
  edges: { node: ListedRecord }[]
}

/** How many records a page lists. */
export const RECORDS_PER_PAGE = 20

/** The records that one figure was counted from. With `by` and a filter of one category, that category's. */
export const RecordsQuery: TypedDocumentNode<
  {
    indicator: {
      id: string
      series: { figures: { category: { key: string } | null; records: RecordPage | null }[] } | null
    } | null
  },
  {
    id: string
    institution: string
    basis: Basis | null
    scope: Scope | null
    year: number
    by: string | null
    filter: { dimension: string; in: string[] }[] | null
    part: 'NUMERATOR' | 'DENOMINATOR'
    first: number
    after: string | null
    locale: Locale
  }
> = gql`
  query FigureRecords(
    $id: ID!
    $institution: ID!
    $basis: Basis
    $scope: Scope
    $year: Int!
    $by: ID
    $filter: [DimensionFilter!]
    $part: Part
    $first: Int
    $after: String
    $locale: Locale!
  ) {
    indicator(id: $id) {
      id
      series(
        institution: $institution
        basis: $basis
        scope: $scope
        from: $year
        to: $year
        by: $by
        filter: $filter
      ) {
        figures {
          category {
            key
          }
          records(part: $part, first: $first, after: $after) {
            totalCount
            pageInfo {
              hasNextPage
              endCursor
            }
            edges {
              node {
                id
                label(locale: $locale)
                type {
                  name
                  label(locale: $locale)
                }
                row
                batch {
                  id
                  fileName
                }
                fields {
                  name
                  label(locale: $locale)
                  text(locale: $locale)
                }
              }
            }
          }
        }
      }
    }
  }
`
