import { bearer, fillCollege, openFilledCollege, type openCollege } from './college.ts'

/** All that a page shows of an import. */
const REPORT = `fragment report on ImportReport { id dryRun refused fileName fileHash encoding accepted updated unchanged withdrawn rejected
  rowsRead rowsLeftOut batch { id batch fileName accepted updated withdrawn by { name role } reason byHand } revision
  recordType { name } mapping headerRow sheet
  problemCount problems { row column columnIndex field code value otherRow message(locale: ZH) en: message } warningCount warnings { code message(locale: ZH) }
  recognised { recordType { name } mapping share why(locale: ZH) missing { name } }
  columns { index letter header field { name } sure suggestions { name } mayHold { name } samples }
  rows { row cells outcome problems { code } }
  wrongRows { row cells outcome problems { code columnIndex } }
  rejects { fileName text complete }
  newRecords { record label(locale: ZH) row fields { name before after } }
  updatedRecords { record label row fields { name before(locale: ZH) after(locale: ZH) } }
  withdrawnRecords { record label(locale: ZH) }
  figureChanges { complete total changes { indicator { code } period { basis year } before { value gap } after { value gap } } } }`

const ANSWER = `__typename
  ... on ImportUnderWay { id rowsRead bytes bytesRead soFar { ...report } }
  ... on Refused { code zh: message(locale: ZH) en: message }
  ... on ImportReport { ...report }`
const IMPORT_DOCUMENT = `mutation ($input: ImportRecordsInput!) { importRecords(input: $input) { ${ANSWER} } } ${REPORT}`
export const PROGRESS_DOCUMENT = `query ($id: ID!) { importProgress(id: $id) { ${ANSWER} } } ${REPORT}`

export const STOP_DOCUMENT =
  'mutation ($id: ID!) { stopImport(input: { id: $id }) { __typename ... on ImportStopped { stopped } ... on Refused { code } } }'

export function csv(name: string, ...lines: string[]): File {
  return new File([`\ufeff${lines.join('\n')}\n`], name, { type: 'text/csv' })
}

/** The college `X` of `fillCollege`, an editor of it, and files that are sent as a page sends them. */
export async function openImportCollege(...[database, settings]: Parameters<typeof openCollege>) {
  const college = await openFilledCollege(database, fillCollege, settings)
  const editor = bearer(await college.tokenFor('editor', 'X'))
  const bring = (file: File, input: object = {}, headers: Record<string, string> = editor) =>
    college.send(
      IMPORT_DOCUMENT,
      { input: { institution: 'X', ...input, file: null } },
      { 'variables.input.file': file },
      headers,
    )
  /** What came of it, however long that takes; where `seconds` are 0, that it is under way. */
  const report = async (file: File, input: { seconds?: number; [name: string]: unknown } = {}) => {
    const { data, errors } = await bring(file, input)
    if (errors) throw new Error(JSON.stringify(errors))
    let answer = data.importRecords
    while (answer.__typename === 'ImportUnderWay' && input.seconds !== 0) {
      await new Promise((resolve) => setTimeout(resolve, 100))
      answer = (await college.ask(PROGRESS_DOCUMENT, { id: answer.id }, editor)).data.importProgress
    }
    return answer
  }
  return { college, editor, bring, report }
}
