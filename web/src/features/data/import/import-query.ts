import type { FileRow, ImportReport } from '../../../graph/generated.ts'
import { graph, type AnswerOf } from '../../../graph/graph.ts'
import { Refused } from '../../../graph/send-change.ts'
import { UnitNode } from '../reporting.ts'

/** Whether a row is of a group and not of a person: it has a headcount. */
export function isGroupRow({ cells }: Pick<FileRow, 'cells'>, { columns }: ImportReport): boolean {
  return columns.some(({ index, field }) => field?.name === 'headcount' && (cells[index] ?? '').trim() !== '')
}

/** Rows that could go in. Of a file that is refused the report tells only how many cannot. */
export function countRight({ refused, accepted, updated, unchanged, ...rows }: ImportReport): number {
  return refused ? Math.max(0, rows.rowsRead - rows.rowsLeftOut - rows.rejected) : accepted + updated + unchanged
}

/** How many wrong rows are shown to be corrected at once: the next come up once these are corrected. */
export const WRONG_ROWS_SHOWN = 50

/**
 * What an import did, or would do. Of the wrong rows many are fetched, so that a value that is wrong in many rows is corrected in one
 * go; the head is the first rows of the sheet, titles and header among them.
 */
const ImportOutcome = graph(
  `
  fragment ImportOutcome on ImportRecordsResult { __typename ...ImportUnderWay ...WholeReport ...Refused }
  fragment WholeReport on ImportReport {
    ...ImportReport
    parts { ...ImportReport }
    sheetsFound { table name leftOut why(locale: $locale) }
    changesByType { recordType { name label(locale: $locale) } added updated }
  }
  fragment ImportUnderWay on ImportUnderWay {
    __typename id rowsRead bytesRead bytes soFar @include(if: $look) { ...WholeReport }
  }
  fragment ImportReport on ImportReport {
    __typename dryRun refused table tableSheets batch { id batch } fileName fileHash encoding mapping recordType { ...ReadType }
    accepted updated unchanged withdrawn rejected rowsRead rowsLeftOut rowsMerged sumsAgreed
    sums(first: 50) { ...StatedSum }
    created { recordType { name label(locale: $locale) } count entries { code name } }
    problemCount problems(first: 100) { ...ImportProblem }
    leftOutCount leftOut { ...ImportProblem }
    warningCount warnings(first: 50) { ...ImportProblem }
    recognised {
      recordType { name label(locale: $locale) } mapping share why(locale: $locale) missing { label(locale: $locale) }
      saved { added lacks fits }
    }
    asMapping reading moves { ...ImportMove } titleOffers { ...TitleOffer } words(first: 300) { ...UnknownWord }
    sheet sheets sheetsRead otherSheets headerRow head(first: 30) { row role content cells mergedLeft mergedAbove }
    columns { ...FileColumn }
    rows(first: 30) { ...FileRow }
    rowsAgain { row sheet was wasOn }
    wrongRows(first: 300) { ...FileRow }
    correctedAgain { ...CorrectedAgain }
    codes { field recordType { name label(locale: $locale) } makes needed { ...TypeField } options { ...Option } }
    rejects { fileName complete text @include(if: $text) workbook @include(if: $workbook) }
    newRecords(first: 20) { ...ImportedChange }
    updatedRecords(first: 50) { ...ImportedChange }
    withdrawnRecords(first: 50) { ...ImportedChange }
    figureChanges { notReckoned { name(locale: $locale) } total changes(first: 200) { ...FigureChange } }
  }
  fragment ImportMove on ImportMove {
    id kind columns sentence(locale: $locale) sure examples { before after(locale: $locale) } changes
  }
  fragment TitleOffer on TitleOffer { field value place line sheet }
  fragment CorrectedAgain on CorrectedAgain { column columnIndex text value count }
  fragment StatedSum on StatedSum { cell column stated read agrees }
  fragment UnknownWord on UnknownWord { recordType field of { ...TypeField } spelling column columnIndex code value count nearest { ...Option } }
  fragment ReadType on RecordType {
    name label(locale: $locale) fields { ...TypeField } needed { field indicators(locale: $locale) }
  }
  fragment TypeField on RecordTypeField { name label(locale: $locale) kind required options { ...Option } }
  fragment Option on FieldOption { key label(locale: $locale) }
  fragment FileColumn on FileColumn {
    index letter header field { name label(locale: $locale) } sure how(locale: $locale) suggestions { name } fits { name } mayHold { name } samples wrong
  }
  fragment FileRow on FileRow { row sheet cells content outcome problems { ...ImportProblem } }
  fragment ImportProblem on ImportProblem {
    row column columnIndex field code value message(locale: $locale) otherRow nearest { ...Option }
  }
  fragment ImportedChange on RecordChange {
    record label(locale: $locale) row
    fields { name label(locale: $locale) before(locale: $locale) after(locale: $locale) }
  }
  fragment FigureChange on ChangedFigure {
    institution { code name(locale: $locale) }
    indicator { id code name(locale: $locale) unit(locale: $locale) decimals }
    period { label(locale: $locale) year basis }
    before { ...FigureState }
    after { ...FigureState }
  }
  fragment FigureState on FigureState { value gap }
`,
  { Refused },
)

export const ImportMutation = graph(
  `
  mutation ImportRecords(
    $input: ImportRecordsInput!, $look: Boolean!, $text: Boolean!, $workbook: Boolean!, $locale: Locale!
  ) {
    importRecords(input: $input) { ...ImportOutcome }
  }
`,
  { ImportOutcome },
)

/** Of an import that takes longer than a request should. */
export const ProgressQuery = graph(
  `
  query ImportProgress($id: ID!, $look: Boolean!, $text: Boolean!, $workbook: Boolean!, $locale: Locale!) {
    importProgress(id: $id) { ...ImportOutcome }
  }
`,
  { ImportOutcome },
)

export type ImportAnswer = AnswerOf<typeof ImportMutation>['importRecords']

/** Which fields of a type hold codes of other records, and of which type these are. */
export const NamingFieldsQuery = graph(`
  query NamingFields($type: ID!) { recordTypes(names: [$type]) { name columns { field { name } namesA } } }
`)

/** What can be imported, and for which units. */
export const ImportSetQuery = graph(
  `
  query ImportSet($institution: ID!, $some: Boolean!, $locale: Locale!) {
    recordTypes { name label(locale: $locale) description(locale: $locale) themes }
    units: records(type: "unit", institution: $institution, first: 200) @include(if: $some) {
      edges { node { ...UnitNode } }
    }
  }
`,
  { UnitNode },
)
