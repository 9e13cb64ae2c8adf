import { gql, type TypedDocumentNode } from 'urql'
import type { Locale } from '@causeway/shared/words/words'
import { REFUSED_FIELDS, type Refused } from '../../graph/refused.ts'

export interface MadeBy {
  token: string
  name: string | null
  role: string
}

export interface BatchFacts {
  __typename: 'Batch'
  id: string
  batch: string
  recordType: { name: string; label: string } | null
  fileName: string
  dataDate: string | null
  createdAt: string
  revertedAt: string | null
  accepted: number
  updated: number
  unchanged: number
  withdrawn: number
  by: MadeBy | null
  revertedBy: MadeBy | null
  reason: string | null
  byHand: boolean
  institutions: { code: string; name: string }[]
}

const BATCH_FIELDS = /* GraphQL */ `
  id
  batch
  recordType { name label(locale: $locale) }
  fileName
  dataDate
  createdAt
  revertedAt
  accepted
  updated
  unchanged
  withdrawn
  by { token name role }
  revertedBy { token name role }
  reason
  byHand
  institutions { code name(locale: $locale) }
`

/** How many batches a page lists. */
export const BATCHES_PER_PAGE = 20

export const BatchesQuery: TypedDocumentNode<
  {
    batches?: {
      totalCount: number | null
      pageInfo: { hasNextPage: boolean; endCursor: string | null }
      edges: { node: BatchFacts }[]
    } | null
    one?: BatchFacts | { __typename: string } | null
  },
  { institution: string; first: number; after: string | null; one: string; alone: boolean; locale: Locale }
> = gql`
  query Batches($institution: ID!, $first: Int!, $after: String, $one: ID!, $alone: Boolean!, $locale: Locale!) {
    batches(institution: $institution, first: $first, after: $after) @skip(if: $alone) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        node {
          ${BATCH_FIELDS}
        }
      }
    }
    one: node(id: $one) @include(if: $alone) {
      __typename
      ... on Batch {
        ${BATCH_FIELDS}
      }
    }
  }
`

export interface CanRevert {
  possible: boolean
  message: string | null
  laterBatches: Refused['batches']
}

/** Asked of one batch, when somebody thinks of taking it back. */
export const CanRevertQuery: TypedDocumentNode<
  { node: { __typename: string; id: string; canRevert?: CanRevert } | null },
  { id: string; locale: Locale }
> = gql`
  query CanRevert($id: ID!, $locale: Locale!) {
    node(id: $id) {
      __typename
      id
      ... on Batch {
        canRevert {
          possible
          message(locale: $locale)
          laterBatches {
            id
            batch
            fileName
            byHand
            createdAt
            recordType {
              label(locale: $locale)
            }
          }
        }
      }
    }
  }
`

export const RevertBatchMutation: TypedDocumentNode<
  { revertBatch: { __typename: 'BatchReverted'; withdrawn: number; restored: number } | Refused },
  { input: { batch: string; reason: string | null }; locale: Locale }
> = gql`
  mutation RevertBatch($input: RevertBatchInput!, $locale: Locale!) {
    revertBatch(input: $input) {
      __typename
      ... on BatchReverted {
        withdrawn
        restored
      }
      ${REFUSED_FIELDS}
    }
  }
`
