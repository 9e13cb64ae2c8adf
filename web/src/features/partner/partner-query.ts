import { gql, type TypedDocumentNode } from 'urql'
import { namesFrom, type Names } from '../../graph/name-query.ts'
import {
  SUBJECT_VARIABLES,
  subjectFields,
  type SubjectFacts,
  type SubjectVariables,
} from '../../graph/subject-query.ts'

export const PartnerQuery: TypedDocumentNode<
  Names & { subject?: SubjectFacts | null },
  SubjectVariables & { from: number; to: number }
> = gql`
  query Partner($from: Int!, $to: Int!, ${SUBJECT_VARIABLES}) {
    ${namesFrom('PF04', 'partner')}
    ${subjectFields('PARTNER')}
  }
`
