import { gql, type TypedDocumentNode } from 'urql'
import type { Basis } from '@causeway/shared/period'
import type { Locale } from '@causeway/shared/words/words'
import { REFUSED_FIELDS, type Refused } from '../../graph/refused.ts'

export interface EvidenceFacts {
  id: string
  code: string
  title: string
  kindLabel: string
  issuedBy: string | null
  issuedOn: string
  expiresOn: string | null
  file: { name: string; bytes: number | null; address: string } | null
}

export interface EditableField {
  field: { name: string; label: string; kind: string; required: boolean; options: { key: string; label: string }[] }
  /** As it is typed; null: empty, or a person. */
  value: string | null
  /** It names a person, whose number nobody is shown: what is typed takes its place. */
  hidden: boolean
}

export interface RecordEvent {
  revision: number
  change: 'NEW' | 'CHANGED' | 'WITHDRAWN' | 'RESTORED'
  at: string | null
  batch: {
    id: string
    batch: string
    fileName: string
    byHand: boolean
    by: { token: string; name: string | null } | null
    reason: string | null
  } | null
  fields: { name: string; label: string; before: string; after: string }[]
}

/** The records of one type that point to this one by one of their fields. */
interface Pointers {
  type: { name: string; label: string }
  field: string
  total: number
  /** The first ten. */
  records: { id: string; label: string }[]
}

/** The figures of one indicator, on one basis, that the record is counted in. */
export interface CountsIn {
  indicator: { id: string; code: string; name: string }
  basis: Basis
  periods: { period: { year: number; label: string }; parts: ('NUMERATOR' | 'DENOMINATOR')[] }[]
}

export interface RecordFacts {
  __typename: 'Record'
  id: string
  label: string
  /** The revision since which it stands so: a change names it, so that two people do not undo each other. */
  since: number
  row: number | null
  institution: { code: string; name: string }
  type: { name: string; label: string; description: string; changedByHand: boolean; takesEvidence: boolean }
  fields: { name: string; label: string; value: string | null; unit: string | null; text: string }[]
  batch: {
    id: string
    batch: string
    fileName: string
    createdAt: string
    dataDate: string | null
    byHand: boolean
    by: { token: string; name: string | null } | null
  }
  evidence: EvidenceFacts[]
  history: RecordEvent[]
  pointers: Pointers[]
  /** null: no indicator counts records of its type. */
  countsIn: CountsIn[] | null
  form?: EditableField[]
}

export const RecordQuery: TypedDocumentNode<
  { node: RecordFacts | { __typename: string } | null },
  { id: string; form: boolean; locale: Locale }
> = gql`
  query Record($id: ID!, $form: Boolean!, $locale: Locale!) {
    node(id: $id) {
      __typename
      ... on Record {
        id
        label(locale: $locale)
        since
        row
        institution {
          code
          name(locale: $locale)
        }
        type {
          name
          label(locale: $locale)
          description(locale: $locale)
          changedByHand
          takesEvidence
        }
        fields {
          name
          label(locale: $locale)
          value
          unit(locale: $locale)
          text(locale: $locale)
        }
        batch {
          id
          batch
          fileName
          createdAt
          dataDate
          byHand
          by {
            token
            name
          }
        }
        evidence {
          id
          code
          title
          kindLabel(locale: $locale)
          issuedBy
          issuedOn
          expiresOn
          file {
            name
            bytes
            address
          }
        }
        history {
          revision
          at
          change
          batch {
            id
            batch
            fileName
            byHand
            by {
              token
              name
            }
            reason
          }
          fields {
            name
            label(locale: $locale)
            before(locale: $locale)
            after(locale: $locale)
          }
        }
        pointers {
          type {
            name
            label(locale: $locale)
          }
          field(locale: $locale)
          total
          records {
            id
            label(locale: $locale)
          }
        }
        countsIn {
          indicator {
            id
            code
            name(locale: $locale)
          }
          basis
          periods {
            period {
              year
              label(locale: $locale)
            }
            parts
          }
        }
        form @include(if: $form) {
          field {
            name
            label(locale: $locale)
            kind
            required
            options {
              key
              label(locale: $locale)
            }
          }
          value
          hidden
        }
      }
    }
  }
`

export const ChangeRecordMutation: TypedDocumentNode<
  {
    changeRecord:
      | {
          __typename: 'RecordChanged'
          changed: boolean
          batch: { id: string } | null
          /** Another one where what it is known by was changed. */
          record: { id: string; label: string }
          warnings: { code: string; message: string }[]
        }
      | Refused
  },
  {
    input: {
      record: string
      since: number
      fields: { name: string; value: string | null }[]
      reason: string | null
    }
    locale: Locale
  }
> = gql`
  mutation ChangeRecord($input: ChangeRecordInput!, $locale: Locale!) {
    changeRecord(input: $input) {
      __typename
      ... on RecordChanged {
        changed
        batch {
          id
        }
        record {
          id
          label(locale: $locale)
        }
        warnings {
          code
          message(locale: $locale)
        }
      }
      ${REFUSED_FIELDS}
    }
  }
`

export const WithdrawRecordMutation: TypedDocumentNode<
  { withdrawRecord: { __typename: 'RecordWithdrawn'; batch: { id: string; batch: string } | null } | Refused },
  { input: { record: string; since: number; reason: string }; locale: Locale }
> = gql`
  mutation WithdrawRecord($input: WithdrawRecordInput!, $locale: Locale!) {
    withdrawRecord(input: $input) {
      __typename
      ... on RecordWithdrawn {
        batch {
          id
          batch
        }
      }
      ${REFUSED_FIELDS}
    }
  }
`

export const AttachEvidenceMutation: TypedDocumentNode<
  { attachEvidence: { __typename: 'EvidenceAttached'; evidence: { id: string; code: string }[] } | Refused },
  {
    input: {
      records: string[]
      code: string | null
      title: string
      kind: string
      issuedBy: string | null
      issuedOn: string
      expiresOn: string | null
      file: File | null
    }
    locale: Locale
  }
> = gql`
  mutation AttachEvidence($input: AttachEvidenceInput!, $locale: Locale!) {
    attachEvidence(input: $input) {
      __typename
      ... on EvidenceAttached {
        evidence {
          id
          code
        }
      }
      ${REFUSED_FIELDS}
    }
  }
`
