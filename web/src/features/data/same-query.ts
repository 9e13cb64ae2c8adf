import { gql, type TypedDocumentNode } from 'urql'
import type { Locale, Words } from '@causeway/shared/words/words'
import { REFUSED_FIELDS, type Refused } from '../../graph/refused.ts'
import type { SaidSame } from '../../ui/decided-same.tsx'

export type SameAsRelation = 'SAME' | 'RENAMED' | 'MERGED' | 'SPLIT' | 'DUPLICATE'

export const RELATION_WORDS: Record<SameAsRelation, Words> = {
  SAME: { zh: '同一事物', en: 'same thing' },
  RENAMED: { zh: '更名', en: 'renamed' },
  MERGED: { zh: '并入', en: 'merged into' },
  SPLIT: { zh: '拆分', en: 'split up' },
  DUPLICATE: { zh: '重复填报', en: 'reported twice' },
}

export interface Decision extends SaidSame {
  recordType: string
  from: string | null
  decidedBy: string
  reason: string | null
}

export interface Candidate {
  recordType: { name: string; label: string }
  code: string
  name: string
  sameAs: string
  sameAsName: string
  why: string
}

export const SameQuery: TypedDocumentNode<
  {
    sameAsDecisions: Decision[] | null
    sameAsCandidates: Candidate[] | null
    recordTypes: { name: string; label: string }[]
  },
  { institution: string; locale: Locale }
> = gql`
  query SameAs($institution: ID!, $locale: Locale!) {
    sameAsDecisions(institution: $institution) {
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
    sameAsCandidates(institution: $institution) {
      recordType {
        name
        label(locale: $locale)
      }
      code
      name(locale: $locale)
      sameAs
      sameAsName(locale: $locale)
      why(locale: $locale)
    }
    recordTypes {
      name
      label(locale: $locale)
    }
  }
`

export interface DecisionInput {
  institution: string
  recordType: string
  code: string
  sameAs: string | null
  relation: SameAsRelation
  from: string | null
  decidedBy: string
  reason: string | null
}

export const DecideMutation: TypedDocumentNode<
  { decideSameAs: { __typename: 'SameAsDecided'; leftBehind: number } | Refused },
  { input: DecisionInput; locale: Locale }
> = gql`
  mutation DecideSameAs($input: DecideSameAsInput!, $locale: Locale!) {
    decideSameAs(input: $input) {
      __typename
      ... on SameAsDecided {
        leftBehind
      }
      ${REFUSED_FIELDS}
    }
  }
`

export const UndoMutation: TypedDocumentNode<
  { undoSameAs: { __typename: 'SameAsUndone' } | Refused },
  { input: { institution: string; recordType: string; code: string }; locale: Locale }
> = gql`
  mutation UndoSameAs($input: UndoSameAsInput!, $locale: Locale!) {
    undoSameAs(input: $input) {
      __typename
      ${REFUSED_FIELDS}
    }
  }
`
