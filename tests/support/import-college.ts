import { bearer, fillCollege, openCollege } from './college.ts'

/** All that a page shows of an import. */
const REPORT = `fragment report on ImportReport { id dryRun refused fileName encoding accepted updated unchanged withdrawn rejected
  rowsRead rowsLeftOut batch { id batch fileName accepted updated withdrawn by { name role } reason byHand } revision
  recordType { name } mapping headerRow sheet
  problemCount problems { row column columnIndex field code value message(locale: ZH) en: message } warningCount warnings { code }
  recognised { recordType { name } mapping share why(locale: ZH) missing { name } }
  columns { index letter header field { name } sure suggestions { name } samples }
  rows { row cells outcome problems { code } }
  wrongRows { row cells outcome problems { code columnIndex } }
  rejects { fileName text complete }
  newRecords { record label(locale: ZH) row fields { name before after } }
  updatedRecords { record label row fields { name before(locale: ZH) after(locale: ZH) } }
  withdrawnRecords { record label(locale: ZH) }
  figureChanges { complete total changes { indicator { code } period { basis year } before { value gap } after { value gap } } } }`

const IMPORT_DOCUMENT = `mutation ($input: ImportRecordsInput!) { importRecords(input: $input) { __typename
  ... on ImportUnderWay { id rowsRead bytes }
  ... on Refused { code zh: message(locale: ZH) en: message }
  ... on ImportReport { ...report } } } ${REPORT}`
export const PROGRESS_DOCUMENT = `query ($id: ID!) { importProgress(id: $id) { __typename
  ... on ImportUnderWay { id rowsRead bytes bytesRead } ... on Refused { code } ... on ImportReport { ...report } } } ${REPORT}`

export function csv(name: string, ...lines: string[]): File {
  return new File([`\ufeff${lines.join('\n')}\n`], name, { type: 'text/csv' })
}

/** The college `X` of `fillCollege`, an editor of it, and files that are sent as a page sends them. */
export async function openImportCollege(...[database, settings]: Parameters<typeof openCollege>) {
  const college = await openCollege(database, settings)
  await fillCollege(college)
  const editor = bearer(await college.tokenFor('editor', 'X'))
  const bring = (file: File, input: object = {}, headers: Record<string, string> = editor) =>
    college.send(
      IMPORT_DOCUMENT,
      { input: { institution: 'X', ...input, file: null } },
      { 'variables.input.file': file },
      headers,
    )
  const report = async (file: File, input: object = {}) => {
    const { data, errors } = await bring(file, input)
    if (errors) throw new Error(JSON.stringify(errors))
    return data.importRecords
  }
  return { college, editor, bring, report }
}
