import type { Words } from '@causeway/shared/words/words'
import type { SameAsRelation } from '../../graph/generated.ts'
import { graph } from '../../graph/graph.ts'
import { Refused } from '../../graph/refused.ts'
import { Decision } from '../../ui/decided-same.tsx'

export const RELATION_WORDS: Record<SameAsRelation, Words> = {
  SAME: { zh: '同一事物', en: 'same thing' },
  RENAMED: { zh: '更名', en: 'renamed' },
  MERGED: { zh: '并入', en: 'merged into' },
  SPLIT: { zh: '拆分', en: 'split up' },
  DUPLICATE: { zh: '重复填报', en: 'reported twice' },
}

export const SameQuery = graph(
  `
  query SameAs($institution: ID!, $locale: Locale!) {
    sameAsDecisions(institution: $institution) { ...Decision }
    sameAsCandidates(institution: $institution) { ...Candidate }
    recordTypes { name label(locale: $locale) }
  }
  fragment Candidate on SameAsCandidate {
    recordType { name label(locale: $locale) } code name(locale: $locale) sameAs sameAsName(locale: $locale)
    why(locale: $locale)
  }
`,
  { Decision },
)

export const DecideMutation = graph(
  `
  mutation DecideSameAs($input: DecideSameAsInput!, $locale: Locale!) {
    decideSameAs(input: $input) { __typename ... on SameAsDecided { leftBehind } ...Refused }
  }
`,
  { Refused },
)

export const UndoMutation = graph(
  `
  mutation UndoSameAs($input: UndoSameAsInput!, $locale: Locale!) {
    undoSameAs(input: $input) { __typename ...Refused }
  }
`,
  { Refused },
)
