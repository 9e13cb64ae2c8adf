import { graph } from '../../graph/graph.ts'
import { BatchInTheWay, Refused } from '../../graph/refused.ts'

/** How many batches a page lists. */
export const BATCHES_PER_PAGE = 20

export const BatchesQuery = graph(`
  query Batches($institution: ID!, $first: Int!, $after: String, $one: ID!, $alone: Boolean!, $locale: Locale!) {
    batches(institution: $institution, first: $first, after: $after) @skip(if: $alone) {
      totalCount pageInfo { hasNextPage endCursor } edges { node { ...BatchFacts } }
    }
    one: node(id: $one) @include(if: $alone) { __typename ...BatchFacts }
  }
  fragment BatchFacts on Batch {
    __typename id batch recordType { name label(locale: $locale) } fileName dataDate createdAt revertedAt
    accepted updated unchanged withdrawn by { ...MadeBy } revertedBy { ...MadeBy } reason byHand
    institutions { code name(locale: $locale) }
  }
  fragment MadeBy on MadeBy { token name role }
`)

/** Asked of one batch, when somebody thinks of taking it back. */
export const CanRevertQuery = graph(
  `
  query CanRevert($id: ID!, $locale: Locale!) {
    node(id: $id) { __typename id ... on Batch { canRevert { ...CanRevert } } }
  }
  fragment CanRevert on CanRevert { possible message(locale: $locale) laterBatches { ...BatchInTheWay } }
`,
  { BatchInTheWay },
)

export const RevertBatchMutation = graph(
  `
  mutation RevertBatch($input: RevertBatchInput!, $locale: Locale!) {
    revertBatch(input: $input) { __typename ... on BatchReverted { withdrawn restored } ...Refused }
  }
`,
  { Refused },
)
