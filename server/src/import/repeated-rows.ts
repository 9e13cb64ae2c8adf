import type { BatchWriter, CheckedRow } from '../records/batch-writer.ts'
import type { RowProblem } from './row-problem.ts'
import { shorten } from './shorten.ts'

/** The row of this file that came first with the same key, by institution and key. */
export type EarlierRows = ReadonlyMap<string, number>

/** An earlier row that changed nothing left no trace of its number: it is not among them. */
export async function findEarlierRows(writer: BatchWriter, repeated: CheckedRow[]): Promise<EarlierRows> {
  if (repeated.length === 0) return new Map()
  const records = await writer.findRecords(repeated.map(({ institution, key }) => [institution, key]))
  const ours = records.filter(({ batch, row }) => batch === writer.batch && row !== null)
  return new Map(ours.map((record) => [nameOf(record), record.row!]))
}

/** Two rows of one file with one key that differ: one of them is wrong. */
export function duplicateKey(row: CheckedRow, earlier: EarlierRows): RowProblem {
  const { zh, en } = earlierRow(row, earlier)
  const otherRow = earlier.get(nameOf(row))
  return {
    row: row.row,
    column: null,
    code: 'DUPLICATE_KEY',
    value: shorten(row.key),
    message: {
      zh: `与文件中${zh}是同一条记录，内容却不同；请只保留正确的一行，确是两条的请加“源系统编号”列（source_id）区分`,
      en: `it is the same record as ${en} of the file, and says something else; keep the right one, or tell two that are two apart by a column "Source id" (source_id)`,
    },
    ...(otherRow !== undefined && { otherRow }),
  }
}

/** Two rows of one file that are alike in everything. */
export function duplicateRow(row: CheckedRow, earlier: EarlierRows): RowProblem {
  const { zh, en } = earlierRow(row, earlier)
  return {
    ...duplicateKey(row, earlier),
    code: 'DUPLICATE_ROW',
    message: { zh: `与${zh}完全相同，只计一次`, en: `it is alike ${en} in everything, and was counted once` },
  }
}

function earlierRow(row: CheckedRow, earlier: EarlierRows): { zh: string; en: string } {
  const number = earlier.get(nameOf(row))
  return number === undefined
    ? { zh: '前面一行', en: 'an earlier row' }
    : { zh: `第 ${number} 行`, en: `row ${number}` }
}

const nameOf = ({ institution, key }: { institution: string; key: string }) => `${institution}\n${key}`
