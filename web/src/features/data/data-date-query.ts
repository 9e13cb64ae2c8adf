import { gql, type TypedDocumentNode } from 'urql'
import type { Locale } from '@causeway/shared/words/words'
import { REFUSED_FIELDS, type Refused } from '../../graph/refused.ts'

/** What the overview opens with under a data date. */
export interface OverviewSaid {
  /** YYYY-MM-DD; null: nothing was imported. */
  dataDate: string | null
  openingYear: number | null
  /** The data date is before the last day of that year. */
  partial: boolean
  reported: { expected: number; reported: number } | null
  targetsKnown: number
  targetsOnCourse: number
  /** Null: there was no time to count them. */
  changes: { indicator: { id: string; name: string }; sentence: string }[] | null
}

export interface DataDateSet {
  __typename: 'DataDateSet'
  changed: boolean
  before: OverviewSaid | null
  after: OverviewSaid | null
}

const SAID = /* GraphQL */ `
  dataDate
  openingYear
  partial
  reported { expected reported }
  targetsKnown
  targetsOnCourse
  changes { indicator { id name(locale: $locale) } sentence(locale: $locale) }
`

export const SetDataDateMutation: TypedDocumentNode<
  { setDataDate: DataDateSet | Refused },
  { input: { institution: string; date: string; reason: string | null; dryRun: boolean }; locale: Locale }
> = gql`
  mutation SetDataDate($input: SetDataDateInput!, $locale: Locale!) {
    setDataDate(input: $input) {
      __typename
      ... on DataDateSet {
        changed
        before { ${SAID} }
        after { ${SAID} }
      }
      ${REFUSED_FIELDS}
    }
  }
`
