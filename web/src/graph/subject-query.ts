import { gql, type TypedDocumentNode } from 'urql'
import type { Locale } from '@causeway/shared/words/words'
import { INDICATOR_FIELDS, LISTED_FIGURE_FIELDS, type IndicatorFigures } from './indicator-figures.ts'

export type SubjectKind = 'PROGRAMME' | 'PARTNER' | 'PLATFORM' | 'COUNTRY'

export interface RecordFacts {
  id: string
  label: string
  fields: { name: string; label: string; value: string | null; text: string }[]
}

/** The records of one type that name the subject in one field. */
export interface MentionFacts {
  recordType: { name: string; label: string }
  field: string
  fieldLabel: string
  records: {
    totalCount: number | null
    pageInfo: { hasNextPage: boolean; endCursor: string | null }
    edges: { node: RecordFacts }[]
  }
}

export interface SubjectFacts {
  code: string
  name: string
  record: RecordFacts | null
  mentions: MentionFacts[]
}

/** Of each type and field that many records stand open. */
export const SHOWN_OF_EACH = 5
/** That many stand on a page of one of them. */
export const SHOWN_OF_ONE = 50

const RECORD_FIELDS = /* GraphQL */ `id label(locale: $locale) fields { name label(locale: $locale) value text(locale: $locale) }`

/** Part of a document; needs the variables `$institution`, `$code`, `$type`, `$field`, `$first`, `$after` and `$locale`. */
export const subjectFields = (kind: SubjectKind) => /* GraphQL */ `
  subject(institution: $institution, kind: ${kind}, code: $code) @include(if: $may) {
    code
    name(locale: $locale)
    record { ${RECORD_FIELDS} }
    mentions(type: $type, field: $field, first: $first, after: $after) {
      recordType { name label(locale: $locale) }
      field
      fieldLabel(locale: $locale)
      records { totalCount pageInfo { hasNextPage endCursor } edges { node { ${RECORD_FIELDS} } } }
    }
  }
`

export const SUBJECT_VARIABLES = /* GraphQL */ `
  $institution: ID!, $code: ID!, $type: ID, $field: String, $first: Int!, $after: String, $may: Boolean!, $locale: Locale!
`

export interface SubjectVariables {
  institution: string
  code: string
  type: string | null
  field: string | null
  first: number
  after: string | null
  may: boolean
  locale: Locale
}

export interface FiguresOfOneAnswer {
  indicators: IndicatorFigures[]
}

/** The figures of every indicator that has the dimension, of one of its values alone. */
export const FiguresOfOneQuery: TypedDocumentNode<
  FiguresOfOneAnswer,
  { dimension: string; code: string; institution: string; from: number; to: number; locale: Locale }
> = gql`
  query FiguresOfOne(
    $dimension: ID!, $code: String!, $institution: ID!, $from: Int!, $to: Int!, $locale: Locale!
  ) {
    indicators(dimension: $dimension) {
      ${INDICATOR_FIELDS}
      series(
        institution: $institution, from: $from, to: $to, filter: [{ dimension: $dimension, in: [$code] }]
      ) { ${LISTED_FIGURE_FIELDS} }
    }
  }
`
