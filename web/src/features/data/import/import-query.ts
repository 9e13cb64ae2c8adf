import { gql, type TypedDocumentNode } from 'urql'
import type { Gap } from '@causeway/shared/figure'
import type { Basis } from '@causeway/shared/period'
import type { Locale } from '@causeway/shared/words/words'
import { REFUSED_FIELDS, type Refused } from '../../../graph/refused.ts'
import type { UnitNode } from '../missing-query.ts'

export interface Option {
  key: string
  label: string
}

export interface TypeField {
  name: string
  label: string
  kind: string
  required: boolean
  /** What may stand in it, where that can be listed. */
  options: Option[]
}

interface ReadType {
  name: string
  label: string
  fields: TypeField[]
}

export interface ImportProblem {
  /** As the file numbers it; null: the whole file. */
  row: number | null
  column: string | null
  columnIndex: number | null
  field: string | null
  code: string
  /** null where it names a person. */
  value: string | null
  message: string
  /** What may have been meant, the likeliest first. */
  nearest: Option[]
  /** The row of the file that says something else of the same record. */
  otherRow: number | null
}

export interface FileColumn {
  index: number
  letter: string
  header: string
  field: { name: string; label: string } | null
  sure: 'NAME' | 'ALIAS' | 'CHOSEN' | 'NEAR' | 'NONE'
  suggestions: { name: string }[]
  /** Required fields of which it may hold something: one value for every row would be wrong. */
  mayHold: { name: string }[]
  samples: string[]
}

export interface FileRow {
  row: number
  cells: string[]
  outcome: 'NEW' | 'UPDATED' | 'UNCHANGED' | 'REJECTED' | 'LEFT_OUT' | null
  problems: ImportProblem[]
}

export interface RecordChange {
  /** Its id; null: it is not there yet. */
  record: string | null
  label: string
  row: number | null
  fields: { name: string; label: string; before: string; after: string }[]
}

export interface FigureState {
  value: number | null
  gap: Gap | null
}

export interface FigureChange {
  institution: { code: string; name: string }
  indicator: { id: string; code: string; name: string; unit: string; decimals: number }
  period: { label: string; year: number; basis: Basis }
  before: FigureState
  after: FigureState
}

export interface ImportReport {
  __typename: 'ImportReport'
  dryRun: boolean
  refused: boolean
  batch: { id: string; batch: string } | null
  fileName: string
  encoding: string | null
  recordType: ReadType | null
  /** Name of a mapping that ships, by which it was read; null: by its headers. */
  mapping: string | null
  accepted: number
  updated: number
  unchanged: number
  withdrawn: number
  rejected: number
  rowsRead: number
  rowsLeftOut: number
  rowsMerged: number
  problemCount: number
  problems: ImportProblem[]
  warningCount: number
  warnings: ImportProblem[]
  recognised: {
    recordType: { name: string; label: string }
    mapping: string | null
    share: number
    why: string
    missing: { label: string }[]
  }[]
  sheet: string | null
  sheets: string[]
  otherSheets: string[]
  headerRow: number | null
  /** The first rows of the sheet, titles and header among them. */
  head: { row: number; cells: string[] }[]
  columns: FileColumn[]
  rows: FileRow[]
  wrongRows: FileRow[]
  /** By field that names a record of another type and is wrong somewhere: what it could name. */
  codes: { field: string; options: Option[] }[]
  rejects?: { fileName: string; text?: string; workbook?: string; complete: boolean } | null
  newRecords: RecordChange[]
  updatedRecords: RecordChange[]
  withdrawnRecords: RecordChange[]
  figureChanges: { notReckoned: { name: string }[]; total: number; changes: FigureChange[] } | null
}

/** Whether a row is of a group and not of a person: it has a headcount. */
export function isGroupRow({ cells }: FileRow, { columns }: ImportReport): boolean {
  return columns.some(({ index, field }) => field?.name === 'headcount' && (cells[index] ?? '').trim() !== '')
}

/** Rows that could go in. Of a file that is refused the report tells only how many cannot. */
export function countRight({ refused, accepted, updated, unchanged, ...rows }: ImportReport): number {
  return refused ? Math.max(0, rows.rowsRead - rows.rowsLeftOut - rows.rejected) : accepted + updated + unchanged
}

export interface ImportUnderWay {
  __typename: 'ImportUnderWay'
  id: string
  rowsRead: number
  bytesRead: number
  bytes: number
}

export interface ImportInput {
  institution: string | null
  type: string | null
  file: File
  dryRun: boolean
  acceptValid: boolean
  replaces: { years: number[]; units: string[] } | null
  dataDate: string | null
  encoding: string | null
  mapping: string | null
  columns: { column: number; field: string | null }[] | null
  constants: { field: string; value: string }[] | null
  dateOrder: 'YMD' | 'DMY' | 'MDY' | null
  decimalComma: boolean | null
  addUp: boolean | null
  sheet: string | null
  headerRow: number | null
  corrections: { row: number; column: number; value: string }[]
  leaveOut: number[]
  figures: boolean
  /** How long to wait before it is said how far the file has come. */
  seconds: number
}

/** How many wrong rows are shown to be mended at once: the next come up once these are mended. */
export const WRONG_ROWS_SHOWN = 50
/** Those that are known, so that a value that is wrong in many rows is mended in one go. */
const WRONG_ROWS_FETCHED = 500
/** By indicator, on each basis that it has. */
const FIGURES_SHOWN = 200
/** Of each kind of change. */
const CHANGES_SHOWN = 50

const REPORT_FIELDS = /* GraphQL */ `
  ... on ImportUnderWay { id rowsRead bytesRead bytes }
  ... on ImportReport {
    dryRun
    refused
    batch { id batch }
    fileName
    encoding
    mapping
    recordType { name label(locale: $locale) fields { name label(locale: $locale) kind required options { key label(locale: $locale) } } }
    accepted updated unchanged withdrawn rejected rowsRead rowsLeftOut rowsMerged
    problemCount
    problems(first: 100) { ...Problem }
    warningCount
    warnings(first: 50) { ...Problem }
    recognised { recordType { name label(locale: $locale) } mapping share why(locale: $locale) missing { label(locale: $locale) } }
    sheet sheets otherSheets headerRow
    head(first: 30) { row cells }
    columns { index letter header field { name label(locale: $locale) } sure suggestions { name } mayHold { name } samples }
    rows(first: 20) { row cells outcome problems { ...Problem } }
    wrongRows(first: ${WRONG_ROWS_FETCHED}) { row cells outcome problems { ...Problem } }
    codes { field options { key label(locale: $locale) } }
    rejects { fileName complete text @include(if: $text) workbook @include(if: $workbook) }
    newRecords(first: 20) { ...Change }
    updatedRecords(first: ${CHANGES_SHOWN}) { ...Change }
    withdrawnRecords(first: ${CHANGES_SHOWN}) { ...Change }
    figureChanges {
      notReckoned { name(locale: $locale) }
      total
      changes(first: ${FIGURES_SHOWN}) {
        institution { code name(locale: $locale) }
        indicator { id code name(locale: $locale) unit(locale: $locale) decimals }
        period { label(locale: $locale) year basis }
        before { value gap }
        after { value gap }
      }
    }
  }
  ${REFUSED_FIELDS}
`
const FRAGMENTS = /* GraphQL */ `
  fragment Problem on ImportProblem {
    row
    column
    columnIndex
    field
    code
    value
    message(locale: $locale)
    otherRow
    nearest {
      key
      label(locale: $locale)
    }
  }
  fragment Change on RecordChange {
    record
    label(locale: $locale)
    row
    fields {
      name
      label(locale: $locale)
      before(locale: $locale)
      after(locale: $locale)
    }
  }
`

export type ImportAnswer = ImportReport | ImportUnderWay | Refused

export const ImportMutation: TypedDocumentNode<
  { importRecords: ImportAnswer },
  { input: ImportInput; text: boolean; workbook: boolean; locale: Locale }
> = gql`
  mutation ImportRecords($input: ImportRecordsInput!, $text: Boolean!, $workbook: Boolean!, $locale: Locale!) {
    importRecords(input: $input) {
      __typename
      ${REPORT_FIELDS}
    }
  }
  ${FRAGMENTS}
`

/** Of an import that takes longer than a request should. */
export const ProgressQuery: TypedDocumentNode<
  { importProgress: ImportAnswer | null },
  { input?: never; id: string; text: boolean; workbook: boolean; locale: Locale }
> = gql`
  query ImportProgress($id: ID!, $text: Boolean!, $workbook: Boolean!, $locale: Locale!) {
    importProgress(id: $id) {
      __typename
      ${REPORT_FIELDS}
    }
  }
  ${FRAGMENTS}
`

/** What can be imported, and for which units. */
export const ImportSetQuery: TypedDocumentNode<
  {
    recordTypes: { name: string; label: string; description: string }[]
    units?: { edges: { node: UnitNode }[] } | null
  },
  { institution: string; some: boolean; locale: Locale }
> = gql`
  query ImportSet($institution: ID!, $some: Boolean!, $locale: Locale!) {
    recordTypes {
      name
      label(locale: $locale)
      description(locale: $locale)
    }
    units: records(type: "unit", institution: $institution, first: 200) @include(if: $some) {
      edges {
        node {
          label(locale: $locale)
          fields {
            name
            value
          }
        }
      }
    }
  }
`
