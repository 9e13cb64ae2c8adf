import { gql, type TypedDocumentNode } from 'urql'
import type { SubjectKind } from '../../graph/subject-query.ts'

export interface NamedSubject {
  code: string
  zh: string
  en: string
  pinyin: string[]
}

const named = (kind: SubjectKind) => /* GraphQL */ `
  ${kind}: publicSubjects(institution: $institution, kind: ${kind}) { code zh: name(locale: ZH) en: name(locale: EN) pinyin }
`

/** What public figures name, in both languages, whichever is read: one searches in the other too. */
export const SubjectsQuery: TypedDocumentNode<
  Partial<Record<SubjectKind, NamedSubject[] | null>>,
  { institution: string }
> = gql`
  query Subjects($institution: ID!) {
    ${named('PROGRAMME')}
    ${named('PARTNER')}
    ${named('PLATFORM')}
    ${named('COUNTRY')}
  }
`
