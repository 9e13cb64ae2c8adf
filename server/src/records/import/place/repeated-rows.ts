import { fill, type Words } from '@causeway/shared/words/words'
import type { BatchWriter } from '../../batch-rows.ts'
import type { CheckedRow } from '../../batch-writer.ts'
import { isGroupRow } from '../../natural-key.ts'
import type { RecordType } from '../../record-type.ts'
import { fieldsOf } from '../../record-types.ts'
import type { StoredValues } from '../../stored-values.ts'
import type { ImportTally } from '../report/import-tally.ts'
import { isSameTable, sayPlace } from '../ground/row-places.ts'
import { shorten, type RowProblem } from '../ground/row-problem.ts'
import { sheetAndRow, type SourceRow } from '../ground/source-row.ts'
import REFUSALS from '../ground/refusals.json' with { type: 'json' }

/** The row of this file that came first with a key. */
export interface EarlierRow {
  /** Null: it changed nothing, and left no trace of its number. */
  row: number | null
  values: StoredValues
  /** Where it is in another file, or on another sheet; absent: in this one. */
  elsewhere?: Words
}

/** By institution and key. */
export type EarlierRows = ReadonlyMap<string, EarlierRow>

/** Of rows whose key came before; `sources`: where in the file they are. */
export async function findEarlierRows(
  { writer, tally: { places, place } }: { writer: BatchWriter; tally: ImportTally },
  type: RecordType,
  repeated: readonly { checked: CheckedRow; source: SourceRow }[],
): Promise<EarlierRows> {
  if (repeated.length === 0) return new Map()
  const here = new Map(repeated.map(({ checked, source }) => [nameOf(checked), { ...place, ...sheetAndRow(source) }]))
  const records = await writer.findRecords(
    repeated.map(({ checked: { institution, key } }) => [institution, key]),
    type.name,
  )
  return new Map(
    records.map((record) => {
      const name = nameOf(record)
      const other = places.find(type, name)
      const elsewhere = other && !isSameTable(other, here.get(name)!) && sayPlace(other)
      const row = record.batch === writer.batch ? record.row : null
      return [name, { row, values: record.values, ...(elsewhere && { elsewhere }) }]
    }),
  )
}

/** Two rows of one file with one key: of groups always, else where they differ, one of them is wrong. */
export function duplicateKey(type: RecordType, row: CheckedRow, earlier: EarlierRows): RowProblem {
  const before = earlier.get(nameOf(row))
  return {
    row: row.row,
    column: null,
    code: 'DUPLICATE_KEY',
    value: shorten(row.key),
    message: isGroupRow(type, row.values) ? sayGroup(type, row, before) : sayRecord(before),
    ...(before?.row != null && !before.elsewhere && { otherRow: before.row }),
  }
}

/** Two rows of one file that are alike in everything. */
export function duplicateRow(type: RecordType, row: CheckedRow, earlier: EarlierRows): RowProblem {
  const { zh, en } = sayWhich(earlier.get(nameOf(row)))
  return {
    ...duplicateKey(type, row, earlier),
    code: 'DUPLICATE_ROW',
    message: { zh: `与${zh}完全相同，只计一次`, en: `it is alike ${en} in everything, and was counted once` },
  }
}

function sayRecord(before: EarlierRow | undefined): Words {
  const { zh, en } = sayWhich(before)
  return fill(REFUSALS.SAME_RECORD, { zh, en })
}

/** A group is known by all that is said of it, so that two rows of one may be its parts, two groups, or one that was written twice. */
function sayGroup(type: RecordType, row: CheckedRow, before: EarlierRow | undefined): Words {
  const { zh, en } = sayWhich(before)
  const other = fieldsOf(type).filter(
    ({ name }) =>
      before &&
      name !== 'headcount' &&
      name in row.values &&
      (row.values[name] ?? null) !== (before.values[name] ?? null),
  )
  const except: Words =
    other.length === 0
      ? { zh: '', en: '' }
      : {
          zh: `（须先使两行的${other.map(({ label }) => `「${label.zh}」`).join('、')}相同，或不导入该列）`,
          en: ` (once ${other.map(({ label }) => `"${label.en}"`).join(' and ')} of both rows are the same, or not read)`,
        }
  return fill(REFUSALS.SAME_GROUP, { zh, exceptZh: except.zh, en, exceptEn: except.en })
}

function sayWhich(before: EarlierRow | undefined): Words {
  if (before?.elsewhere) return before.elsewhere
  return before?.row == null
    ? { zh: '前面一行', en: 'an earlier row' }
    : { zh: `第 ${before.row} 行`, en: `row ${before.row}` }
}

export const nameOf = ({ institution, key }: { institution: string; key: string }) => `${institution}\n${key}`
