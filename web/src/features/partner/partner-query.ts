import { gql, type TypedDocumentNode } from 'urql'
import { namedInPublic, type Names } from '../../graph/name-query.ts'
import {
  SUBJECT_VARIABLES,
  subjectFields,
  type SubjectFacts,
  type SubjectVariables,
} from '../../graph/subject-query.ts'

export const PartnerQuery: TypedDocumentNode<Names & { subject?: SubjectFacts | null }, SubjectVariables> = gql`
  query Partner(${SUBJECT_VARIABLES}) {
    ${namedInPublic('PARTNER')}
    ${subjectFields('PARTNER')}
  }
`
