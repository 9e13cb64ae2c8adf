import { gql, type TypedDocumentNode } from 'urql'
import type { Gap } from '@causeway/shared/figure'
import type { Basis } from '@causeway/shared/period'
import type { Scope } from '@causeway/shared/series'
import type { Locale } from '@causeway/shared/words/words'
import { FIGURE_FIELDS, type FigureFacts } from '../../graph/figure-fields.ts'

export interface PeerFigure {
  peer: string
  name: string
  status: 'PUBLISHED' | 'COMPUTED' | 'BLANK' | 'NONE' | 'DASH' | 'NOT_COLLECTED'
  value: number | null
  gap: Gap | null
  numerator: number | null
  denominator: number | null
  edition: string | null
  source: string | null
  page: string | null
  compared: boolean
  incomparable: { code: string; message: string }[]
  difference: { value: number; interval: { low: number; high: number } | null; withinNoise: boolean | null } | null
}

export interface PeerComparison {
  basis: Basis
  scope: Scope | null
  editions: string[]
  editionsFound: string[]
  own: FigureFacts
  ownIncomparable: { code: string; message: string }[]
  mean: number | null
  meanOf: number
  rank: { rank: number; tied: boolean; from: number | null; to: number | null; withinNoise: boolean | null } | null
  rankedOf: number
  peers: { totalCount: number | null; edges: { node: PeerFigure }[] }
}

/** The figure beside what other colleges published. */
export const PeersQuery: TypedDocumentNode<
  { peers: PeerComparison | null },
  {
    id: string
    institution: string
    basis: Basis | null
    scope: Scope | null
    year: number
    group: string | null
    edition: string | null
    locale: Locale
  }
> = gql`
  query Peers(
    $id: ID!, $institution: ID!, $basis: Basis, $scope: Scope, $year: Int!, $group: ID, $edition: String, $locale: Locale!
  ) {
    peers(
      indicator: $id, institution: $institution, basis: $basis, scope: $scope, year: $year, group: $group,
      edition: $edition
    ) {
      basis
      scope
      editions
      editionsFound
      own { ${FIGURE_FIELDS} }
      ownIncomparable { code message(locale: $locale) }
      mean
      meanOf
      rank { rank tied from to withinNoise }
      rankedOf
      peers(first: 200) {
        totalCount
        edges {
          node {
            peer
            name(locale: $locale)
            status
            value
            gap
            numerator
            denominator
            edition
            source
            page
            compared
            incomparable { code message(locale: $locale) }
            difference { value interval { low high } withinNoise }
          }
        }
      }
    }
  }
`
