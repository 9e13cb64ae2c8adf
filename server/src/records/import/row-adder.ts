import { fill, type Words } from '@causeway/shared/words/words'
import type { BatchWriter } from '../batch-rows.ts'
import type { CheckedRow, RowOutcome } from '../batch-writer.ts'
import type { RecordType } from '../record-type.ts'
import { recordTypeOf, fieldsOf } from '../record-types.ts'
import type { ImportTally } from './import-tally.ts'
import type { RowSettler } from './settle-rows.ts'
import type { SettledRow, SourceRow } from './source-row.ts'
import { isGroupRow } from '../natural-key.ts'
import type { StoredValues } from '../stored-values.ts'
import { shorten, type RowProblem } from './row-problem.ts'
import REFUSALS from './refusals.json' with { type: 'json' }

const SHOWN = { accepted: 'NEW', updated: 'UPDATED', unchanged: 'UNCHANGED' } as const

/** Where rows go in, and where what became of them is counted. */
interface Adding {
  writer: BatchWriter
  settler: RowSettler
  type: RecordType
  tally: ImportTally
}

/**
 * Brings rows into the batch, with the records that further columns of them make, and counts what became of each. Rows in chunks of
 * some hundreds.
 */
export async function addRows(rows: SettledRow[], { writer, settler, type, tally }: Adding): Promise<void> {
  const kept: { source: SourceRow; row: SettledRow; checked: CheckedRow }[] = []
  for (const row of rows) {
    const one = settler.toChecked(type, row, row.values)
    if ('code' in one) await tally.reject([{ source: row.source, problems: [one] }])
    else kept.push({ source: row.source, row, checked: one })
  }
  if (kept.length === 0) return
  const outcomes = await writer.add(kept.map(({ checked }) => checked))
  const placed = kept.filter((_, i) => outcomes[i] !== 'duplicate-key' && typeof outcomes[i] === 'string')
  const withMore = placed.map(({ row }) => row).filter(({ companion }) => companion)
  const further = await addCompanions(withMore, { writer, settler, type, tally })
  const isAgain = (outcome: RowOutcome) => outcome === 'duplicate-key' || outcome === 'duplicate-alike'
  const repeated = kept.filter((_, i) => isAgain(outcomes[i]!)).map(({ checked }) => checked)
  const again = await findEarlierRows(writer, repeated)
  for (const [i, { source, checked }] of kept.entries()) {
    const [outcome, other] = [outcomes[i]!, further.get(source)]
    if (typeof outcome !== 'string') {
      await tally.reject([{ source, problems: [settler.toCodeInUse(checked, outcome)] }])
    } else if (outcome === 'duplicate-key' || other === 'duplicate-key') {
      await tally.reject([{ source, problems: [duplicateKey(type, checked, again)] }])
    } else if (outcome === 'duplicate-alike' && other === undefined) {
      tally.rows.unchanged++
      tally.preview?.became(source, 'UNCHANGED')
      tally.warnings.add(duplicateRow(type, checked, again))
    } else {
      const own = outcome === 'duplicate-alike' ? 'unchanged' : outcome
      const became = own === 'unchanged' && (other === 'accepted' || other === 'updated') ? other : own
      tally.rows[became]++
      tally.preview?.became(source, SHOWN[became])
    }
  }
}

/** Records that further columns of rows make, and what became of them. */
async function addCompanions(
  rows: SettledRow[],
  { writer, settler, type }: Adding,
): Promise<Map<SourceRow, RowOutcome>> {
  if (rows.length === 0) return new Map()
  const other = recordTypeOf(type.companion!.type)
  const checked = rows.map((row) => {
    const one = settler.toChecked(other, row, row.companion!)
    if ('code' in one) throw new Error('the key of a companion is longer than that of its row')
    return one
  })
  const outcomes = await writer.add(checked, other.name)
  return new Map(rows.map((row, i) => [row.source, outcomes[i]!]))
}

/** The row of this file that came first with a key. */
interface EarlierRow {
  /** Null: it changed nothing, and left no trace of its number. */
  row: number | null
  values: StoredValues
}

/** By institution and key. */
type EarlierRows = ReadonlyMap<string, EarlierRow>

async function findEarlierRows(writer: BatchWriter, repeated: CheckedRow[]): Promise<EarlierRows> {
  if (repeated.length === 0) return new Map()
  const records = await writer.findRecords(repeated.map(({ institution, key }) => [institution, key]))
  return new Map(
    records.map((record) => [
      nameOf(record),
      { row: record.batch === writer.batch ? record.row : null, values: record.values },
    ]),
  )
}

/** Two rows of one file with one key: of groups always, else where they differ, one of them is wrong. */
function duplicateKey(type: RecordType, row: CheckedRow, earlier: EarlierRows): RowProblem {
  const before = earlier.get(nameOf(row))
  return {
    row: row.row,
    column: null,
    code: 'DUPLICATE_KEY',
    value: shorten(row.key),
    message: isGroupRow(type, row.values) ? sayGroup(type, row, before) : sayRecord(before),
    ...(before?.row != null && { otherRow: before.row }),
  }
}

/** Two rows of one file that are alike in everything. */
function duplicateRow(type: RecordType, row: CheckedRow, earlier: EarlierRows): RowProblem {
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
  return before?.row == null
    ? { zh: '前面一行', en: 'an earlier row' }
    : { zh: `第 ${before.row} 行`, en: `row ${before.row}` }
}

const nameOf = ({ institution, key }: { institution: string; key: string }) => `${institution}\n${key}`
