import { gql, type TypedDocumentNode } from 'urql'
import { namedInPublic, type Names } from '../../graph/name-query.ts'
import {
  SUBJECT_VARIABLES,
  subjectFields,
  type SubjectFacts,
  type SubjectVariables,
} from '../../graph/subject-query.ts'

export interface StandardCell {
  standard: { code: string; title: string; directionLabel: string }
  links: { relationLabel: string; from: string; to: string | null }[]
  coverage: { units: number; mappedShare: number | null; assessedShare: number | null }
}

export const ProgrammeQuery: TypedDocumentNode<
  Names & {
    subject?: SubjectFacts | null
    programmeCoverage?: { edges: { node: { cells: StandardCell[] } }[] } | null
  },
  SubjectVariables & { on: string }
> = gql`
  query Programme($on: Date!, ${SUBJECT_VARIABLES}) {
    ${namedInPublic('PROGRAMME')}
    ${subjectFields('PROGRAMME')}
    programmeCoverage(institution: $institution, programme: $code, on: $on, first: 1) @include(if: $may) {
      edges {
        node {
          cells {
            standard { code title(locale: $locale) directionLabel(locale: $locale) }
            links { relationLabel(locale: $locale) from to }
            coverage { units mappedShare assessedShare }
          }
        }
      }
    }
  }
`
