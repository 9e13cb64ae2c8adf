import { gql, type TypedDocumentNode } from 'urql'
import type { Basis } from '@causeway/shared/period'
import type { Scope } from '@causeway/shared/series'
import type { Locale } from '@causeway/shared/words/words'
import type { SeriesFilter } from '../../graph/series-filter.ts'
import type { SaidSame } from '../../ui/decided-same.tsx'

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

export interface Decision extends SaidSame {
  recordType: string
  from: string | null
  decidedBy: string
  reason: string | null
}

interface RecordedFigure {
  value: number | null
  explanation: {
    recordCount: number | null
    groupHeadcount: number | null
    evidenceShare: number | null
    sameAs: Decision[] | null
  } | null
  records: RecordPage | null
}

/** How many records a page lists. */
export const RECORDS_PER_PAGE = 20

/** What one figure was counted from: its records, their evidence, what was decided to be one thing. A category is a filter. */
export const RecordsQuery: TypedDocumentNode<
  { indicator: { id: string; series: { figures: RecordedFigure[] } | null } | null },
  {
    id: string
    institution: string
    basis: Basis | null
    scope: Scope | null
    year: number
    filter: SeriesFilter[] | null
    part: 'NUMERATOR' | 'DENOMINATOR' | 'LEFT_OUT'
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
    $filter: [DimensionFilter!]
    $part: Part
    $first: Int
    $after: String
    $locale: Locale!
  ) {
    indicator(id: $id) {
      id
      series(institution: $institution, basis: $basis, scope: $scope, from: $year, to: $year, filter: $filter) {
        figures {
          value
          explanation {
            recordCount
            groupHeadcount
            evidenceShare
            sameAs {
              recordType
              code
              codeName(locale: $locale)
              sameAs
              sameAsName(locale: $locale)
              relation
              from
              decidedBy
              reason
            }
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
