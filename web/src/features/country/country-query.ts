import { gql, type TypedDocumentNode } from 'urql'
import type { Basis } from '@causeway/shared/period'
import type { Scope } from '@causeway/shared/series'
import { ADOPTION_FIELDS, type AdoptionFacts } from '../../graph/adoption-fields.ts'
import { FIGURE_FIELDS, type FigureFacts } from '../../graph/figure-fields.ts'
import {
  SUBJECT_VARIABLES,
  subjectFields,
  type SubjectFacts,
  type SubjectVariables,
} from '../../graph/subject-query.ts'

export interface Side {
  name: string
  unit: string
  decimals: number
  series: { basis: Basis; scope: Scope | null; computedAt: string | null; figures: FigureFacts[] } | null
}

export interface CountryAnswer {
  /** null: there is no country of this code. */
  country: { name: string; continent: { key: string; label: string }; blocs: { key: string; label: string }[] } | null
  introduction: Side | null
  export: Side | null
  subject?: SubjectFacts | null
  adoptions?: { totalCount: number | null; edges: { node: AdoptionFacts }[] } | null
}

const side = (alias: string, code: string) => /* GraphQL */ `
  ${alias}: indicator(id: "${code}") {
    name(locale: $locale) unit(locale: $locale) decimals
    series(institution: $institution, from: $from, to: $to, filter: [{ dimension: "country", in: [$key] }]) {
      basis scope computedAt
      figures { ${FIGURE_FIELDS} }
    }
  }`

export const CountryQuery: TypedDocumentNode<
  CountryAnswer,
  SubjectVariables & { key: string; on: string; from: number; to: number }
> = gql`
  query Country($key: String!, $on: Date!, $from: Int!, $to: Int!, ${SUBJECT_VARIABLES}) {
    country(code: $code, on: $on) {
      name(locale: $locale)
      continent { key label(locale: $locale) }
      blocs { key label(locale: $locale) }
    }
    ${side('introduction', 'DN02')}
    ${side('export', 'DN03')}
    ${subjectFields('COUNTRY')}
    adoptions(institution: $institution, country: $code, on: $on, first: 50) @include(if: $may) {
      totalCount
      edges { node { ${ADOPTION_FIELDS} } }
    }
  }
`
