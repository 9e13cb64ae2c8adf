import { gql, type TypedDocumentNode } from 'urql'
import type { Locale } from '@causeway/shared/words/words'
import { REFUSED_FIELDS, type Refused } from '../../graph/refused.ts'

interface NothingStatement {
  institution: string
  recordType: string
  from: string
  to: string
  unit: string | null
  direction: string | null
  audience: string | null
  signer: string
}

export const DeclareNothingMutation: TypedDocumentNode<
  { declareNothing: { __typename: 'NothingDeclared'; record: { id: string } } | Refused },
  { input: NothingStatement; locale: Locale }
> = gql`
  mutation DeclareNothing($input: DeclareNothingInput!, $locale: Locale!) {
    declareNothing(input: $input) {
      __typename
      ... on NothingDeclared {
        record {
          id
        }
      }
      ${REFUSED_FIELDS}
    }
  }
`
