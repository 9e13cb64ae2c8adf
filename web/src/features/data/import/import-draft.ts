import { useSyncExternalStore } from 'react'
import type { NamedEncoding } from '@causeway/shared/text-encodings'
import { forgetAtSignOut } from '../../../session/use-session.tsx'
import type {
  ImportRecordsInput as ImportInput,
  ImportReport,
  SaidLine,
  WholeReport,
} from '../../../graph/generated.ts'
import { NONE_LEFT_OUT, type FilesLeftOut } from './dropped-files.ts'
import { stopRun } from './under-way.ts'

/** A row of the file; its sheet where several are read. */
export interface RowPlace {
  row: number
  sheet: string | null
  /** What is in it in the file, by which it is known again; null: nobody saw it. */
  content: string | null
}

export const isSameRow = (a: NamedRow, b: NamedRow): boolean => a.row === b.row && a.sheet === b.sheet

export const placeOf = ({ row, sheet, content }: RowPlace): RowPlace => ({ row, sheet, content })

/** As a spreadsheet names it. */
export const nameOfRow = ({ row, sheet }: NamedRow): string => (sheet === null ? String(row) : `${sheet}!${row}`)

/** One cell of a row, or the field of which one value holds for all rows and another for this. */
export interface CellPlace {
  column: number | null
  field: string | null
}

export interface Correction extends RowPlace, CellPlace {
  header: string
  before: string
  value: string
}

type NamedRow = Pick<RowPlace, 'row' | 'sheet'>

export const isSameCell = (a: CellPlace, b: CellPlace): boolean => a.column === b.column && a.field === b.field

/** Where in a reading something is put, and what; null takes it out. */
export type ReadingChange = [path: (string | number)[], value: unknown]

/** What was taken of a reading, so that it can be undone. */
export interface TakenMove {
  id: string
  sentence: string
  columns: number[]
  changes: ReadingChange[]
  /** The reading that it changed; null: none was there. */
  from: string | null
  /** It makes other columns, or other rows: what was taken after it may be of these. */
  isOfShape: boolean
  before: Pick<Draft, 'reading' | 'mapping' | 'columns' | 'constants' | 'ofSheets' | 'headerRow' | 'headRows'> &
    Partial<Pick<Draft, 'taken'>>
}

/** All that a person has said about a file. It outlives the page's parts: nothing is lost by looking at another tab. */
export interface Draft {
  /** Of those that go in together each has its own, in their order. */
  id: number
  /** The table that it was found in, by its id; null: it is as it was chosen. */
  foundIn: number | null
  /** What was chosen at once has one. */
  choice: number
  /** False: it is left out. */
  isOn: boolean
  /** Why it was, in the words of the server; null: nobody proposed it. */
  whyOff: string | null
  institution: string | null
  /** Anyone who brings it may change every institution. */
  everywhere: boolean
  file: File
  /** Of the file when it was first looked at; null: it was not yet. */
  fileHash: string | null
  /** null: recognised. */
  type: string | null
  mapping: string | null
  /** A mapping that is made here, as JSON; null: none is. */
  reading: string | null
  /** The mapping of which it is a change; null: of none. */
  madeOf: string | null
  /** What it was made of, in order. */
  taken: readonly TakenMove[]
  /** The type and the mapping were recognised, and nobody chose them. */
  typeFound: boolean
  /** The unit whose rows somebody came to bring; null: no one unit's. */
  forUnit: string | null
  /** Of a text file; null: shown by what it holds. */
  encoding: NamedEncoding | null
  /** Of a workbook; null: the one that has such a header. */
  sheet: string | null
  /** Sheets that are read alike, as one table; none: `sheet` says it. */
  sheets: readonly string[]
  /** null: found. */
  headerRow: number | null
  /** How many rows the header has; null: found. */
  headRows: number | null
  /** Lines under the header of which somebody said what they are. */
  lines: readonly (RowPlace & { role: SaidLine })[]
  /** What texts mean that the mapping does not know. */
  answers: readonly { recordType: string | null; field: string; text: string; value: string }[]
  /** First and last day of words that mean two, as a term does, as far as they were written: they hold once the file is looked at again. */
  terms: Readonly<Record<string, readonly [string, string]>>
  /** Columns that the mapping names, by that name: what they are called in this file. */
  renamed: Readonly<Record<string, string>>
  /** By index of the column: a field, or null: not read. */
  columns: Readonly<Record<number, string | null>>
  /** By field: what is the same in every row. */
  constants: Readonly<Record<string, string>>
  /** By field and sheet, of several that are read alike: what is the same in every row of that. */
  ofSheets: Readonly<Record<string, Readonly<Record<string, string>>>>
  corrections: readonly Correction[]
  /** Codes of rows that are the record that has the code, though partner, date or name differ. */
  sameRecords: readonly string[]
  leaveOut: readonly RowPlace[]
  /** The heads of its columns, as they were last seen: columns are spoken of by their places. */
  heads: readonly string[]
  /** The file is another edition of the one of which the rows were spoken: they are known by what is in them. */
  isOtherEdition: boolean
  /** The heads of that one; null: its columns have not been found in this one yet. */
  headsWere: readonly string[] | null
  /** What was said of the edition before and holds of this one, and the rows of which it does not. */
  carried: { kept: number; dropped: readonly string[] } | null
  /** The table that this one is read as, by its id; null: somebody said it of this one. */
  like: number | null
  dateOrder: ImportInput['dateOrder']
  decimalComma: boolean
  /** Rows of a headcount that are alike in all else are one. */
  addUp: boolean
  acceptValid: boolean
  replacesYear: number | null
  replacesUnit: string | null
  dataDate: string | null
}

export type Step = 'choose' | 'check' | 'preview' | 'done'

export interface ImportState {
  step: Step
  /** The table that is looked at. */
  draft: Draft | null
  /** Those that go in with it, or were left out. */
  aside: readonly Draft[]
  /** Of the table that is looked at; once it is done, of all. */
  report: ImportReport | null
  whole: WholeReport | null
  /** By the id of a table. */
  reports: ReadonlyMap<number, ImportReport>
  /** All rows are in the reports; false: the first ones are. */
  counted: boolean
  /** The college that the report is of. */
  institution: string | null
  /** Something was said that the report does not know yet. */
  unchecked: boolean
  /** How the file is read, as it is kept under a name already; null: it is not. */
  saved: string | null
  /** Files that were chosen with the tables and are not read. */
  leftOut: FilesLeftOut
}

export const NOTHING_CHOSEN: ImportState = {
  step: 'choose',
  draft: null,
  aside: [],
  report: null,
  whole: null,
  reports: new Map(),
  counted: true,
  institution: null,
  unchecked: false,
  saved: null,
  leftOut: NONE_LEFT_OUT,
}

/** Whether what was begun at one college is another's to see: what was begun where there was none is the first one's. */
export const isOf = (begunAt: string | null, institution: string | null): boolean =>
  begunAt === institution || begunAt === null

let state = NOTHING_CHOSEN
/** Those of the choice before, until one goes in. */
let former: readonly Draft[] = []
const listeners = new Set<() => void>()
forgetAtSignOut(() => {
  setImport(NOTHING_CHOSEN)
  former = []
})

export function setImport(next: ImportState): void {
  // What is found in a file that nobody has in hand any longer is of no use.
  if (next.draft?.choice !== state.draft?.choice) stopRun()
  if (next.step === 'done') former = []
  else if (state.draft && next.draft?.choice !== state.draft.choice) former = [state.draft, ...state.aside]
  state = next
  for (const listener of listeners) listener()
}

/** Tables that were in hand last, or still are. */
export function lastTables(): readonly Draft[] {
  return state.draft ? [state.draft, ...state.aside] : former
}

/** What is said of all that go in together. */
const OF_ALL = ['acceptValid', 'dataDate'] as const
/** By what is said of these a table is no longer read as another is. */
const OF_READING = ['type', 'mapping', 'reading', 'taken', 'answers', 'renamed', 'columns'] as const

/** Changes what was said of the table. What was found in it is no longer the last word. */
export function changeDraft(change: Partial<Draft>): void {
  if (!state.draft) return
  stopRun()
  const ofAll = Object.fromEntries(OF_ALL.flatMap((name) => (name in change ? [[name, change[name]]] : [])))
  const aside = state.aside.map((one) => ({ ...one, ...ofAll }))
  const like = OF_READING.some((name) => name in change) ? null : state.draft.like
  setImport({ ...state, draft: { ...state.draft, like, ...change }, aside, unchecked: true })
}

export function readImport(): ImportState {
  return state
}

export function useImportState(): ImportState {
  return useSyncExternalStore(subscribe, readImport, () => NOTHING_CHOSEN)
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

let lastId = 0

export const nextId = (): number => ++lastId

type Begun = Pick<Draft, 'institution' | 'everywhere' | 'file' | 'type' | 'forUnit'> & Partial<Pick<Draft, 'choice'>>

export function newDraft(begun: Begun): Draft {
  const id = nextId()
  return {
    ...{ id, foundIn: null, choice: id, isOn: true, whyOff: null, sheets: [] },
    ...begun,
    ...{
      fileHash: null,
      mapping: null,
      reading: null,
      madeOf: null,
      taken: [],
      typeFound: false,
      encoding: null,
      sheet: null,
      headerRow: null,
      headRows: null,
    },
    ...{ answers: [], renamed: {}, columns: {}, constants: {}, ofSheets: {}, corrections: [], sameRecords: [] },
    ...{ leaveOut: [], lines: [] },
    ...{ terms: {}, heads: [], isOtherEdition: false, headsWere: null, carried: null, like: null },
    ...{ dateOrder: null, decimalComma: false, addUp: false, acceptValid: false },
    ...{ replacesYear: null, replacesUnit: null, dataDate: null },
  }
}

/** Of columns, where the file is read as another type or by another mapping. */
export const NOTHING_SAID = {
  reading: null,
  madeOf: null,
  taken: [],
  answers: [],
  sameRecords: [],
  terms: {},
  renamed: {},
  columns: {},
  constants: {},
  ofSheets: {},
  addUp: false,
  like: null,
} as const

/** Another sheet is read anew: what was said of the rows, or recognised, of one says nothing of another. */
export function withSheet({ type, mapping, typeFound }: Draft, sheet: string): Partial<Draft> {
  return {
    sheet,
    ...(typeFound ? { type: null, mapping: null, typeFound: false } : { type, mapping }),
    ...{ headerRow: null, headRows: null },
    ...NOTHING_SAID,
    ...{ corrections: [], leaveOut: [], lines: [] },
  }
}

/** Others are read alike with the one sheet that was read, of whose rows what was said holds. */
export function withSheets({ corrections, leaveOut, lines }: Draft, sheet: string, others: readonly string[]) {
  const onSheet = <One extends RowPlace>(one: One): One => ({ ...one, sheet: one.sheet ?? sheet })
  return {
    ...{ sheet: null, sheets: [sheet, ...others] },
    ...{ corrections: corrections.map(onSheet), leaveOut: leaveOut.map(onSheet), lines: lines.map(onSheet) },
  }
}

/** The corrections with one more, or with one changed; back at what stood in the file it is none. */
export function withCorrection(corrections: readonly Correction[], one: Correction): Correction[] {
  const isOfCell = (other: Correction) => isSameRow(other, one) && isSameCell(other, one)
  const others = corrections.filter((other) => !isOfCell(other))
  const former = corrections.find(isOfCell)
  const before = former?.before ?? one.before
  return one.value === before ? others : [...others, { ...one, before }]
}
