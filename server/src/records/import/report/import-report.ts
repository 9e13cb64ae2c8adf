import type { Words } from '@causeway/shared/words/words'
import type { StatedSum } from '../columns/row-plan.ts'
import type { RowProblem } from '../ground/row-problem.ts'
import type { FoundSheet } from '../saved/find-sheets.ts'
import type { ImportPreview } from './import-preview.ts'

/** A record that the file lacks, though it is complete for where the record is. */
export interface Withdrawal {
  type: string
  institution: string
  key: string
  label: Words
}

/** An entry that a mapping made of a name that no register had. */
export interface CreatedEntry {
  type: string
  institution: string
  code: string
  name: string
}

/** What an import did, or would do. */
export interface ImportReport {
  /** Null in a dry run, in a refused import, and where nothing changed. */
  batch: string | null
  /** New records. */
  accepted: number
  updated: number
  /** Rows that said what was there already, or what an earlier row of the file said. */
  unchanged: number
  withdrawn: number
  /** The first of those withdrawn; null: the file replaces nothing. */
  withdrawals: Withdrawal[] | null
  rejected: number
  /** By record type: entries that names made, beside those that are accepted. */
  created: Record<string, number>
  /** The first of them. */
  entries: CreatedEntry[]
  /** Of a text file; null for a workbook. */
  encoding: string | null
  /** SHA-256 of its bytes, hex; null: it could not be opened, or there are several. */
  fileHash: string | null
  problems: RowProblem[]
  warnings: RowProblem[]
  /** Nothing was imported: a row, or the file as a whole, is wrong. */
  refused: boolean
  /** Rows under the header. */
  rowsRead: number
  /** Rows that are no data or were filtered out by the mapping. */
  rowsLeftOut: number
  /** Rows that became part of another, by `add_up` or `one_per` of the mapping. */
  rowsMerged: number
  /** Sums and counts that the file states and that are as they were read; those that are not are warnings. */
  sumsAgreed: number
  /** Those that differ, and the first that agree. */
  sums: StatedSum[]
  /** Where wrong rows were written to. */
  rejects: string | null
  /** Of all, those that are not listed among them. */
  problemCount: number
  warningCount: number
  /** The new revision of each institution that changed. */
  revisions: Record<string, number>
  /** What went in together; none: it is one table alone. */
  parts: readonly PartReport[]
  /** Of workbooks that nobody said a type or a sheet of: what their sheets are. */
  sheetsFound: readonly SheetsOfFile[]
}

/** What became of one of several tables. */
export interface PartReport {
  /** Which of those that were asked for: 0, and from 1 on those that go in with it. */
  asked: number
  fileName: string
  /** Of a workbook of which several parts are read; none: all of it. */
  sheets: readonly string[]
  report: ImportReport
  /** Null: nobody looks. */
  preview: ImportPreview | null
}

export interface SheetsOfFile {
  asked: number
  fileName: string
  sheets: readonly FoundSheet[]
}

/** The report as `--json` gives it: the names are a contract. A message says its sentence in both languages. */
export function toReportJson(report: ImportReport): object {
  const { batch, accepted, updated, unchanged, withdrawn, rejected, created, encoding } = report
  const both = ({ zh, en }: Words) => `${zh} / ${en}`
  const list = (problems: RowProblem[]) =>
    problems.map(({ file, row, sheet, column, code, value, message }) => ({
      row,
      ...(file !== undefined && { file }),
      ...(sheet !== undefined && { sheet }),
      ...{ column, code, value, message: both(message) },
    }))
  return {
    ...{ batch, accepted, updated, unchanged, withdrawn, rejected, created, encoding },
    problems: list(report.problems),
    warnings: list(report.warnings),
    ...(report.entries.length > 0 && { entries: report.entries }),
    ...(report.parts.length > 0 && { parts: report.parts.map(toPartJson) }),
    ...(report.withdrawals && {
      withdrawals: report.withdrawals.map(({ label, type: _, ...record }) => ({ ...record, label: both(label) })),
    }),
  }
}

function toPartJson({
  fileName,
  sheets,
  report: { accepted, updated, unchanged, rejected, rejects },
}: PartReport): object {
  return {
    ...{ file: fileName, ...(sheets.length > 0 && { sheets }), accepted, updated, unchanged, rejected },
    ...(rejects !== null && { rejects }),
  }
}
