import type { BatchWriter } from '../../batch-rows.ts'
import type { CheckedRow, RowOutcome } from '../../batch-writer.ts'
import type { RecordType } from '../../record-type.ts'
import { recordTypeOf } from '../../record-types.ts'
import type { ImportTally } from '../report/import-tally.ts'
import { duplicateKey, duplicateRow, findEarlierRows, nameOf } from './repeated-rows.ts'
import type { RowSettler } from '../check/settle-rows.ts'
import { sheetAndRow, type SettledRow, type SourceRow } from '../ground/source-row.ts'

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
  const outcomes = await writer.add(
    kept.map(({ checked }) => checked),
    type.name,
  )
  const placed = kept.filter((_, i) => outcomes[i] !== 'duplicate-key' && typeof outcomes[i] === 'string')
  const withMore = placed.map(({ row }) => row).filter(({ companion }) => companion)
  const further = await addCompanions(withMore, { writer, settler, type, tally })
  const isAgain = (outcome: RowOutcome) => outcome === 'duplicate-key' || outcome === 'duplicate-alike'
  for (const [i, { source, checked }] of kept.entries())
    if (!isAgain(outcomes[i]!)) tally.places.note(type, nameOf(checked), source, tally.place)
  const repeated = kept.filter((_, i) => isAgain(outcomes[i]!))
  const again = await findEarlierRows({ writer, tally }, type, repeated)
  for (const [i, { source, checked }] of kept.entries()) {
    const [outcome, other] = [outcomes[i]!, further.get(source)]
    if (typeof outcome !== 'string') {
      await tally.reject([{ source, problems: [settler.toCodeInUse(checked, outcome)] }])
    } else if (outcome === 'duplicate-key' || other === 'duplicate-key') {
      await tally.reject([{ source, problems: [duplicateKey(type, checked, again)] }])
    } else if (outcome === 'duplicate-alike' && other === undefined) {
      tally.rows.unchanged++
      tally.preview?.became(source, 'UNCHANGED')
      tally.warnings.add({ ...duplicateRow(type, checked, again), ...sheetAndRow(source) })
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
