import type { Database } from '@causeway/server/ground/database/database'
import {
  bearer,
  fillAdoptions,
  fillCurriculum,
  fillPlatforms,
  fillScores,
  openFilledCollege,
  type College,
} from './college.ts'

const REFUSED = `... on Refused { code zh: message(locale: ZH) en: message problems { field code message(locale: ZH) }
  batches { batch } records { label(locale: ZH) type { name } } }`
const BATCH = `batch { batch fileName byHand reason accepted updated withdrawn by { token name role }
  canRevert { possible code laterBatches { batch } } }`

const CHANGE = `mutation ($input: ChangeRecordInput!) { changeRecord(input: $input) { __typename
  ... on RecordChanged { changed revision ${BATCH} record { id since } warnings { code } } ${REFUSED} } }`
const WITHDRAW = `mutation ($input: WithdrawRecordInput!) { withdrawRecord(input: $input) { __typename
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
export async function openHandCollege(database: Database) {
  const college = await openFilledCollege(database)
  const editor = bearer(await college.tokenFor('editor', 'X', '李老师'))
  const ask = async (query: string, input: object, headers: Record<string, string> = editor) => {
    const { data, errors } = await college.ask(query, { input }, headers)
    if (errors) throw new Error(JSON.stringify(errors))
    return Object.values(data)[0] as any // eslint-disable-line @typescript-eslint/no-explicit-any
  }
  const list = async (type: string): Promise<Listed[]> => {
    const asked = college.as(editor)
    const { data } =
      await asked(`{ records(type: "${type}", institution: "X", first: 100) { edges { node { id since form { field { name } value hidden }
        history { change at batch { batch } fields { name before after } } } } } }`)
    return data.records.edges.map(({ node }: { node: Listed }) => node)
  }
  const first = async (type: string): Promise<Listed> => (await list(type))[0]!
  const figure = async (indicator: string, year = 2022) =>
    (
      await college.as(editor)(
        `{ indicator(id: "${indicator}") { series(institution: "X", from: ${year}, to: ${year}) { figures { value gap } } } }`,
      )
    ).data.indicator.series.figures[0] as { value: number | null; gap: string | null }
  type Known = { id: string; since: number }
  const change = (
    one: Known,
    fields: Record<string, string | null>,
    more: object = {},
    headers: Record<string, string> = editor,
  ) => {
    const asked = Object.entries(fields).map(([name, value]) => ({ name, value }))
    return ask(CHANGE, { record: one.id, since: one.since, fields: asked, ...more }, headers)
  }
  const withdraw = (one: Known, reason: string, headers: Record<string, string> = editor) =>
    ask(WITHDRAW, { record: one.id, since: one.since, reason }, headers)
  return { college, editor, ask, change, withdraw, list, first, figure }
}

/** Fills it with what all pages tell of. */
export async function fillWhole(college: College): Promise<void> {
  for (const fill of [fillCurriculum, fillPlatforms, fillAdoptions, fillScores]) await fill(college)
}

/** What fields ask for there, for `everyField`. */
export const GIVEN_FIELDS = {
  ...{ institution: '"X"', code: '"X"', 'standard.code': '"S1"', 'platform.code': '"A"', 'country.code': '"VN"' },
  ...{ 'subject.code': '"PA"', 'subject.kind': 'PROGRAMME', 'publicSubjects.kind': 'PARTNER', type: '"enrolment"' },
  ...{ indicator: '"EX02"', 'indicator.id': '"EX02"', id: '"international-influence"', recordType: '"enrolment"' },
  ...{ from: '2022', to: '2022', year: '2022', on: '"2023-06-30"', first: '3', locale: 'EN' },
  ...{ 'standardChanges.standard': '"S1"', 'standardChanges.from': '"1.0"', 'standardChanges.to': '"2.0"' },
  ...{ 'crosswalk.from': '"S1"', 'crosswalk.to': '"F1"', 'formChanges.from': '"2019"', 'formChanges.to': '"2022"' },
  ...{ 'change.from': '{ year: 2021 }', 'change.to': '{ year: 2022 }' },
  ...{ 'compareReleases.from': '"2022"', 'compareReleases.to': '"live"', 'codes.recordType': '"partner"' },
}

const NOT_PUBLISHED = {
  ...{ note: null, created_by: null, publish_at: null, published_by: null },
  ...{ came_out_at: null, withdrawn_at: null, withdrawn_by: null, reason: null },
}

/** A release of X as it is now, without figures. */
export async function insertRelease(database: Database): Promise<void> {
  const { revision } = await database.quick
    .selectFrom('institution_state')
    .select('revision')
    .where('institution', '=', 'X')
    .executeTakeFirstOrThrow()
  const made = {
    institution: 'X',
    id: 'r1',
    name: '2022',
    year: 2022,
    revision: Number(revision),
    created_at: '2024-08-30T00:00:00.000Z',
  }
  await database.write((db) =>
    db
      .insertInto('release')
      .values({ ...NOT_PUBLISHED, ...made })
      .execute(),
  )
}
