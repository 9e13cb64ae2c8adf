import type { Role } from '../../graph/generated.ts'
import { graph } from '../../graph/graph.ts'

export const ROLES = ['READER', 'EDITOR', 'VERIFIER', 'PUBLISHER', 'ADMINISTRATOR'] as const satisfies Role[]

const TokenFacts = graph(`
  fragment TokenFacts on AccessToken {
    id name role institution { code name(locale: $locale) } expires createdAt revokedAt own
  }
`)

export const TokensQuery = graph(`query Tokens($locale: Locale!) { tokens { ...TokenFacts } }`, { TokenFacts })

export const CreateTokenMutation = graph(
  `
  mutation CreateToken($input: CreateTokenInput!, $locale: Locale!) {
    createToken(input: $input) {
      __typename
      ... on TokenCreated { token access { ...TokenFacts } }
      ... on Refused { message(locale: $locale) }
    }
  }
`,
  { TokenFacts },
)

export const RevokeTokenMutation = graph(
  `
  mutation RevokeToken($id: ID!, $locale: Locale!) {
    revokeToken(id: $id) {
      __typename
      ... on TokenRevoked { access { ...TokenFacts } }
      ... on Refused { message(locale: $locale) }
    }
  }
`,
  { TokenFacts },
)
