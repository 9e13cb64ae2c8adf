import { useSyncExternalStore } from 'react'
import type { NamedEncoding } from '@causeway/shared/text-encodings'
import { forgetAtSignOut } from '../../../session/use-session.tsx'
import type { ImportRecordsInput as ImportInput, ImportReport, SaidLine } from '../../../graph/generated.ts'

/** A row of the file; its sheet where several are read. */
export interface RowPlace {
  row: number
  sheet: string | null
}

export const isSameRow = (a: RowPlace, b: RowPlace): boolean => a.row === b.row && a.sheet === b.sheet

export const placeOf = ({ row, sheet }: RowPlace): RowPlace => ({ row, sheet })

/** As a spreadsheet names it. */
export const nameOfRow = ({ row, sheet }: RowPlace): string => (sheet === null ? String(row) : `${sheet}!${row}`)

interface Correction extends RowPlace {
  column: number
  header: string
  before: string
  value: string
}

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
  before: Pick<Draft, 'reading' | 'mapping' | 'columns' | 'constants' | 'headerRow' | 'headRows'> &
    Partial<Pick<Draft, 'taken'>>
}

/** All that a person has said about a file. It outlives the page's parts: nothing is lost by looking at another tab. */
export interface Draft {
  institution: string | null
  /** Anyone who brings it may change every institution. */
  everywhere: boolean
  file: File
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
  /** null: found. */
  headerRow: number | null
  /** How many rows the header has; null: found. */
  headRows: number | null
  /** Lines under the header of which somebody said what they are. */
  lines: readonly (RowPlace & { role: SaidLine })[]
  /** What texts mean that the mapping does not know. */
  answers: readonly { recordType: string | null; field: string; text: string; value: string }[]
  /** Columns that the mapping names, by that name: what they are called in this file. */
  renamed: Readonly<Record<string, string>>
  /** By index of the column: a field, or null: not read. */
  columns: Readonly<Record<number, string | null>>
  /** By field: what is the same in every row. */
  constants: Readonly<Record<string, string>>
  corrections: readonly Correction[]
  leaveOut: readonly RowPlace[]
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

interface ImportState {
  step: Step
  draft: Draft | null
  report: ImportReport | null
  /** The college that the report is of. */
  institution: string | null
  /** Something was said that the report does not know yet. */
  unchecked: boolean
}

export const NOTHING_CHOSEN: ImportState = {
  step: 'choose',
  draft: null,
  report: null,
  institution: null,
  unchecked: false,
}

/** Whether what was begun at one college is another's to see: what was begun where there was none is the first one's. */
export const isOf = (begunAt: string | null, institution: string | null): boolean =>
  begunAt === institution || begunAt === null

let state = NOTHING_CHOSEN
const listeners = new Set<() => void>()
forgetAtSignOut(() => setImport(NOTHING_CHOSEN))

export function setImport(next: ImportState): void {
  state = next
  for (const listener of listeners) listener()
}

/** Changes what was said of the file. What was found in it is no longer the last word. */
export function changeDraft(change: Partial<Draft>): void {
  if (state.draft) setImport({ ...state, draft: { ...state.draft, ...change }, unchecked: true })
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

export function newDraft(begun: Pick<Draft, 'institution' | 'everywhere' | 'file' | 'type' | 'forUnit'>): Draft {
  return {
    ...begun,
    ...{
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
    ...{ answers: [], renamed: {}, columns: {}, constants: {}, corrections: [], leaveOut: [], lines: [] },
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
  renamed: {},
  columns: {},
  constants: {},
  addUp: false,
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

/** As the server takes it. Beside a mapping only what it does not say is chosen. */
export function toInput(draft: Draft, { dryRun, figures }: { dryRun: boolean; figures: boolean }): ImportInput {
  const columns = Object.entries(draft.columns).map(([column, field]) => ({ column: Number(column), field }))
  const constants = Object.entries(draft.constants)
    .filter(([, value]) => value.trim() !== '')
    .map(([field, value]) => ({ field, value }))
  const replaces = draft.replacesYear !== null || draft.replacesUnit !== null
  const { type, file, mapping, reading, sheet, encoding, headerRow, headRows, acceptValid, dateOrder, dataDate } = draft
  return {
    // A register of institutions is of none of them.
    institution: type === 'institution' && draft.everywhere ? null : draft.institution,
    ...{
      type,
      file,
      mapping: reading === null ? mapping : null,
      mappingText: reading,
      sheet,
      encoding,
      headerRow,
      headRows,
      acceptValid,
      dateOrder,
      dataDate,
      dryRun,
      figures,
    },
    replaces: replaces
      ? {
          years: draft.replacesYear === null ? [] : [draft.replacesYear],
          units: draft.replacesUnit === null ? [] : [draft.replacesUnit],
        }
      : null,
    answers: mapping === null && reading === null ? null : [...draft.answers],
    renamed: mapping === null ? null : Object.entries(draft.renamed).map(([was, is]) => ({ was, is })),
    columns: columns.length > 0 ? columns : null,
    constants: mapping === null && constants.length > 0 ? constants : null,
    decimalComma: draft.decimalComma || null,
    addUp: draft.addUp || null,
    corrections: draft.corrections.map(({ row, sheet, column, value }) => ({ row, sheet, column, value })),
    leaveOut: draft.leaveOut.flatMap(({ row, sheet }) => (sheet === null ? [row] : [])),
    leaveOutOn: draft.leaveOut.flatMap(({ row, sheet }) => (sheet === null ? [] : [{ row, sheet }])),
    lines: draft.lines.map(({ row, sheet, role }) => ({ row, sheet, role })),
    seconds: 2,
  }
}

/** The corrections with one more, or with one changed; back at what stood in the file it is none. */
export function withCorrection(corrections: readonly Correction[], one: Correction): Correction[] {
  const isOfCell = (other: Correction) => isSameRow(other, one) && other.column === one.column
  const others = corrections.filter((other) => !isOfCell(other))
  const former = corrections.find(isOfCell)
  const before = former?.before ?? one.before
  return one.value === before ? others : [...others, { ...one, before }]
}

/** An import that brings rows in, while nobody has been said yet what came of it. */
interface BegunImport {
  id: string
  fileName: string
  institution: string | null
  /** As long as the page stays, by which its draft is known. */
  file?: File
}

const KEY = 'begun-import'

let begun: BegunImport | null = readKept()
forgetAtSignOut(() => noteBegun(null))

/** Notes it where a page that is loaded anew finds it. */
export function noteBegun(now: BegunImport | null): void {
  begun = now
  try {
    if (now) sessionStorage.setItem(KEY, JSON.stringify({ ...now, file: undefined }))
    else sessionStorage.removeItem(KEY)
  } catch {
    // A browser that keeps nothing: as long as the page stays, it is known here.
  }
}

/** That of a college, which may be the first one, added where there was none. */
export function readBegun(institution: string | null): BegunImport | null {
  return begun && isOf(begun.institution, institution) ? begun : null
}

/** Whether it is still to be known; from now on it is not. */
export function takeBegun(id: string): boolean {
  if (begun?.id !== id) return false
  noteBegun(null)
  return true
}

function readKept(): BegunImport | null {
  try {
    return JSON.parse(sessionStorage.getItem(KEY) ?? 'null') as BegunImport | null
  } catch {
    return null
  }
}
