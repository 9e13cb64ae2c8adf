import { graph } from '../../graph/graph.ts'
import { Refused } from '../../graph/send-change.ts'

export const RecordQuery = graph(`
  query Record($id: ID!, $form: Boolean!, $locale: Locale!) { node(id: $id) { __typename ...WholeRecord } }
  fragment WholeRecord on Record {
    __typename id label(locale: $locale) since row
    institution { code name(locale: $locale) }
    type { name label(locale: $locale) description(locale: $locale) changedByHand takesEvidence }
    fields { name label(locale: $locale) value unit(locale: $locale) text(locale: $locale) }
    batch { id batch fileName createdAt dataDate byHand by { token name } }
    evidence { ...EvidenceFacts }
    history { ...RecordEvent }
    pointers {
      type { name label(locale: $locale) } field(locale: $locale) total records { id label(locale: $locale) }
    }
    countsIn { ...CountsIn }
    form @include(if: $form) { ...EditableField }
  }
  fragment EvidenceFacts on Evidence {
    id code title kindLabel(locale: $locale) issuedBy issuedOn expiresOn file { name bytes address }
  }
  fragment RecordEvent on RecordEvent {
    revision at change
    batch { id batch fileName byHand by { token name } reason }
    fields { name label(locale: $locale) before(locale: $locale) after(locale: $locale) }
  }
  fragment CountsIn on CountsIn {
    indicator { id code name(locale: $locale) } basis periods { period { year label(locale: $locale) } parts }
  }
  fragment EditableField on EditableField {
    field { name label(locale: $locale) kind required options { key label(locale: $locale) } } value hidden
  }
`)

/** `record`: another one where what it is known by was changed. */
export const ChangeRecordMutation = graph(
  `
  mutation ChangeRecord($input: ChangeRecordInput!, $locale: Locale!) {
    changeRecord(input: $input) {
      __typename
      ... on RecordChanged {
        changed batch { id } record { id label(locale: $locale) } warnings { code message(locale: $locale) }
      }
      ...Refused
    }
  }
`,
  { Refused },
)

export const WithdrawRecordMutation = graph(
  `
  mutation WithdrawRecord($input: WithdrawRecordInput!, $locale: Locale!) {
    withdrawRecord(input: $input) { __typename ... on RecordWithdrawn { batch { id batch } } ...Refused }
  }
`,
  { Refused },
)

export const AttachEvidenceMutation = graph(
  `
  mutation AttachEvidence($input: AttachEvidenceInput!, $locale: Locale!) {
    attachEvidence(input: $input) { __typename ... on EvidenceAttached { evidence { id code } } ...Refused }
  }
`,
  { Refused },
)
