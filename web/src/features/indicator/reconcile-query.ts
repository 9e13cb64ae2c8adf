import { gql, type TypedDocumentNode } from 'urql'
import type { Gap } from '@causeway/shared/figure'
import type { Basis } from '@causeway/shared/period'
import type { Scope } from '@causeway/shared/series'
import type { Locale } from '@causeway/shared/words/words'

export interface LawfulValue {
  label: string
  indicator: { id: string; code: string; decimals: number }
  basis: Basis
  scope: Scope | null
  part: 'NUMERATOR' | 'DENOMINATOR' | null
  counting: string | null
  unit: string
  value: number | null
  figure: { gap: Gap | null; period: { year: number; label: string } }
  askedBy: { form: string; formName: string; edition: string; editionName: string; number: string }[]
}

export interface DifferencePart {
  side: 'NUMERATOR' | 'DENOMINATOR' | null
  direction: 'IN' | 'OUT'
  label: string
  recordCount: number
}

export interface Difference {
  to: { label: string }
  value: number | null
  sentence: string
  parts: DifferencePart[]
}

interface Reconciliation {
  reference: { label: string }
  values: LawfulValue[]
  differences?: Difference[] | null
}

interface Asked {
  id: string
  institution: string
  year: number
  locale: Locale
}

/** Every lawful value of the name; for whoever may read records also why they differ. */
export const ReconcileQuery: TypedDocumentNode<{ reconcile: Reconciliation | null }, Asked & { exact: boolean }> = gql`
  query Reconcile($id: ID!, $institution: ID!, $year: Int!, $exact: Boolean!, $locale: Locale!) {
    reconcile(indicator: $id, institution: $institution, year: $year) {
      reference {
        label(locale: $locale)
      }
      values {
        label(locale: $locale)
        indicator {
          id
          code
          decimals
        }
        basis
        scope
        part
        counting
        unit(locale: $locale)
        value
        figure {
          gap
          period {
            year
            label(locale: $locale)
          }
        }
        askedBy {
          form
          formName(locale: $locale)
          edition
          editionName(locale: $locale)
          number
        }
      }
      differences @include(if: $exact) {
        to {
          label(locale: $locale)
        }
        value
        sentence(locale: $locale)
        parts {
          side
          direction
          label(locale: $locale)
          recordCount
        }
      }
    }
  }
`

/** How many records of a part are listed. */
export const RECORDS_OF_PART = 20

export interface PartRecord {
  id: string
  label: string
  row: number | null
  batch: { fileName: string } | null
}

/** The records behind the parts of the differences. */
export const PartRecordsQuery: TypedDocumentNode<
  {
    reconcile: {
      differences: {
        to: { label: string }
        parts: { records: { totalCount: number | null; edges: { node: PartRecord }[] } | null }[]
      }[]
    } | null
  },
  Asked & { first: number }
> = gql`
  query PartRecords($id: ID!, $institution: ID!, $year: Int!, $first: Int!, $locale: Locale!) {
    reconcile(indicator: $id, institution: $institution, year: $year) {
      differences {
        to {
          label(locale: $locale)
        }
        parts {
          records(first: $first) {
            totalCount
            edges {
              node {
                id
                label(locale: $locale)
                row
                batch {
                  fileName
                }
              }
            }
          }
        }
      }
    }
  }
`
