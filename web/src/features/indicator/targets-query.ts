import { gql, type TypedDocumentNode } from 'urql'
import type { Basis } from '@causeway/shared/period'
import type { Locale } from '@causeway/shared/words/words'

export interface PlanYear {
  year: number
  value: number
  cumulative: boolean
}

export interface PlanLine {
  plan: string
  basis: Basis
  base: PlanYear | null
  targets: PlanYear[]
}

export const TargetsQuery: TypedDocumentNode<{ targets: PlanLine[] | null }, { institution: string; id: string }> = gql`
  query Targets($institution: ID!, $id: ID!) {
    targets(institution: $institution, indicator: $id) {
      plan
      basis
      base {
        year
        value
        cumulative
      }
      targets {
        year
        value
        cumulative
      }
    }
  }
`

interface SetTargetInput {
  institution: string
  indicator: string
  basis: Basis
  plan: string
  year: number
  value: number
  cumulative: boolean
  base: boolean
  note: string | null
}

export const SetTarget: TypedDocumentNode<
  {
    setTarget: { __typename: 'TargetSet'; changed: boolean } | { __typename: 'Refused'; code: string; message: string }
  },
  { input: SetTargetInput; locale: Locale }
> = gql`
  mutation SetTarget($input: SetTargetInput!, $locale: Locale!) {
    setTarget(input: $input) {
      __typename
      ... on TargetSet {
        changed
      }
      ... on Refused {
        code
        message(locale: $locale)
      }
    }
  }
`
