import { gql, type TypedDocumentNode } from 'urql'
import type { Locale } from '@causeway/shared/words/words'

export const ROLES = ['READER', 'EDITOR', 'VERIFIER', 'PUBLISHER', 'ADMINISTRATOR'] as const
export type Role = (typeof ROLES)[number]

export interface AccessToken {
  id: string
  name: string | null
  role: Role
  institution: { code: string; name: string } | null
  expires: string | null
  createdAt: string
  revokedAt: string | null
  own: boolean
}

const TOKEN = /* GraphQL */ `id name role institution { code name(locale: $locale) } expires createdAt revokedAt own`

export const TokensQuery: TypedDocumentNode<{ tokens: AccessToken[] | null }, { locale: Locale }> = gql`
  query Tokens($locale: Locale!) { tokens { ${TOKEN} } }
`

type Refused = { __typename: 'Refused'; message: string }

export const CreateTokenMutation: TypedDocumentNode<
  { createToken: { __typename: 'TokenCreated'; token: string; access: AccessToken } | Refused },
  { input: { name: string | null; role: Role; institution: string | null; expires: string | null }; locale: Locale }
> = gql`
  mutation CreateToken($input: CreateTokenInput!, $locale: Locale!) {
    createToken(input: $input) {
      __typename
      ... on TokenCreated { token access { ${TOKEN} } }
      ... on Refused { message(locale: $locale) }
    }
  }
`

export const RevokeTokenMutation: TypedDocumentNode<
  { revokeToken: { __typename: 'TokenRevoked'; access: AccessToken } | Refused },
  { id: string; locale: Locale; input?: never }
> = gql`
  mutation RevokeToken($id: ID!, $locale: Locale!) {
    revokeToken(id: $id) {
      __typename
      ... on TokenRevoked { access { ${TOKEN} } }
      ... on Refused { message(locale: $locale) }
    }
  }
`
