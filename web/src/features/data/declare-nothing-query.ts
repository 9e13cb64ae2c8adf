import { graph } from '../../graph/graph.ts'
import { Refused } from '../../graph/refused.ts'

export const DeclareNothingMutation = graph(
  `
  mutation DeclareNothing($input: DeclareNothingInput!, $locale: Locale!) {
    declareNothing(input: $input) { __typename ... on NothingDeclared { record { id } } ...Refused }
  }
`,
  { Refused },
)
