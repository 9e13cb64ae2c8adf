import { gql, type TypedDocumentNode } from 'urql'
import type { Locale } from '@causeway/shared/words/words'

export interface ListedEdition {
  edition: string
  name: string
  from: number
  to: number | null
  yearOffset: number
  /** Names of the columns of an export, one row a record; none: it has lines. */
  columns: string[]
}

export interface ListedForm {
  id: string
  name: string
  authority: string
  editions: ListedEdition[]
}

export interface FilledFacts {
  id: string
  edition: string
  reportYear: number
  publishedOn: string | null
  lines: LineState[]
}

export interface LineState {
  source: 'COMPUTED' | 'HAND_FILLED' | 'EMPTY' | 'WITHHELD'
  gap: 'NO_RECORDS' | 'NOT_APPLICABLE' | 'SUPPRESSED' | null
}

export const FormsQuery: TypedDocumentNode<{ forms: ListedForm[] }, { locale: Locale }> = gql`
  query Forms($locale: Locale!) {
    forms {
      id
      name(locale: $locale)
      authority(locale: $locale)
      editions {
        edition
        name(locale: $locale)
        from
        to
        yearOffset
        columns
      }
    }
  }
`

/** Apart from the list, so that the names need not wait until every table is filled. */
export const FormsOfYearQuery: TypedDocumentNode<
  { formsOfYear: FilledFacts[] | null },
  { institution: string; year: number }
> = gql`
  query FormsOfYear($institution: ID!, $year: Int!) {
    formsOfYear(institution: $institution, year: $year) {
      id
      edition
      reportYear
      publishedOn
      lines {
        source
        gap
      }
    }
  }
`
