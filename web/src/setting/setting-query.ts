import { gql, type TypedDocumentNode } from 'urql'
import type { Locale } from '@causeway/shared/words/words'

export interface InstitutionFacts {
  code: string
  name: string
  demonstration: boolean
  /** YYYY-MM-DD; null: nothing was imported yet. */
  dataDate: string | null
  /** MM-DD */
  schoolYearStart: string
}

const FIELDS = /* GraphQL */ `code name(locale: $locale) demonstration dataDate schoolYearStart`

export const InstitutionQuery: TypedDocumentNode<
  { institution: InstitutionFacts | null },
  { code: string; locale: Locale }
> = gql`query Institution($code: ID!, $locale: Locale!) { institution(code: $code) { ${FIELDS} } }`

/** The first two: enough to open on a college of one's own where the demonstration college is there too. */
export const FirstInstitutionsQuery: TypedDocumentNode<
  { institutions: { edges: { node: InstitutionFacts }[] } | null },
  { locale: Locale }
> = gql`query FirstInstitutions($locale: Locale!) { institutions(first: 2) { edges { node { ${FIELDS} } } } }`
