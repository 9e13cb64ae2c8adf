import { bearer, fillCollege, openCollege } from './college.ts'

const REFUSED = `... on Refused { code zh: message(locale: ZH) en: message problems { field code message(locale: ZH) }
  batches { batch } records { label(locale: ZH) type { name } } }`
const BATCH = `batch { batch fileName byHand reason accepted updated withdrawn by { token name role }
  canRevert { possible code laterBatches { batch } } }`

export const CHANGE = `mutation ($input: ChangeRecordInput!) { changeRecord(input: $input) { __typename
  ... on RecordChanged { changed revision ${BATCH} record { id since } warnings { code } } ${REFUSED} } }`
export const WITHDRAW = `mutation ($input: WithdrawRecordInput!) { withdrawRecord(input: $input) { __typename
  ... on RecordWithdrawn { changed ${BATCH} } ${REFUSED} } }`
export const REVERT = `mutation ($input: RevertBatchInput!) { revertBatch(input: $input) { __typename
  ... on BatchReverted { withdrawn restored institutions batch { revertedAt revertReason revertedBy { name } canRevert { possible code } } } ${REFUSED} } }`
export const NOTHING = `mutation ($input: DeclareNothingInput!) { declareNothing(input: $input) { __typename
  ... on NothingDeclared { changed ${BATCH} record { id } warnings { code } } ${REFUSED} } }`
export const ATTACH = `mutation ($input: AttachEvidenceInput!) { attachEvidence(input: $input) { __typename
  ... on EvidenceAttached { changed ${BATCH} evidence { id code title kind issuedOn record { id } file { name bytes type address sha256 } } } ${REFUSED} } }`

export interface Listed {
  id: string
  since: number
  form: { field: { name: string }; value: string | null; hidden: boolean }[]
  history: {
    change: string
    at: string | null
    batch: { batch: string } | null
    fields: { name: string; before: string; after: string }[]
  }[]
}

/** The college `X` of `fillCollege`, and an editor who is called 李老师. */
export async function openHandCollege(database: Parameters<typeof openCollege>[0]) {
  const college = await openCollege(database)
  await fillCollege(college)
  const editor = bearer(await college.tokenFor('editor', 'X', '李老师'))
  const ask = async (query: string, input: object, headers: Record<string, string> = editor) => {
    const { data, errors } = await college.ask(query, { input }, headers)
    if (errors) throw new Error(JSON.stringify(errors))
    return Object.values(data)[0] as any // eslint-disable-line @typescript-eslint/no-explicit-any
  }
  const list = async (type: string): Promise<Listed[]> => {
    const { data } = await college.ask(
      `{ records(type: "${type}", institution: "X", first: 100) { edges { node { id since form { field { name } value hidden }
        history { change at batch { batch } fields { name before after } } } } } }`,
      {},
      editor,
    )
    return data.records.edges.map(({ node }: { node: Listed }) => node)
  }
  const first = async (type: string): Promise<Listed> => (await list(type))[0]!
  const figure = async (indicator: string, year = 2022) =>
    (
      await college.ask(
        `{ indicator(id: "${indicator}") { series(institution: "X", from: ${year}, to: ${year}) { figures { value gap } } } }`,
        {},
        editor,
      )
    ).data.indicator.series.figures[0] as { value: number | null; gap: string | null }
  return { college, editor, ask, list, first, figure }
}
