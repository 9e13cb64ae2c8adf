import { gql, type TypedDocumentNode } from 'urql'
import type { Locale } from '@causeway/shared/words/words'

interface FillLineInput {
  form: string
  edition: string
  institution: string
  year: number
  line: string
  status: 'HAND_FILLED' | 'FILED'
  value?: number
  text?: string
  source: string
  filledBy: string
  filledOn: string
}

type FillLineAnswer = { __typename: 'LineFilled'; changed: boolean } | { __typename: 'Refused'; message: string }

export const FillLineMutation: TypedDocumentNode<
  { fillLine: FillLineAnswer },
  { input: FillLineInput; locale: Locale }
> = gql`
  mutation FillLine($input: FillLineInput!, $locale: Locale!) {
    fillLine(input: $input) {
      __typename
      ... on LineFilled {
        changed
      }
      ... on Refused {
        message(locale: $locale)
      }
    }
  }
`
