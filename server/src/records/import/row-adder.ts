import type { BatchWriter, CheckedRow, RowOutcome } from '../batch-writer.ts'
import type { RecordType } from '../record-type.ts'
import { recordTypeOf } from '../record-types.ts'
import type { ImportTally } from './import-tally.ts'
import { duplicateKey, duplicateRow, findEarlierRows } from './repeated-rows.ts'
import type { RowSettler, SettledRow } from './settle-rows.ts'
import type { SourceRow } from './source-row.ts'

const SHOWN = { accepted: 'NEW', updated: 'UPDATED', unchanged: 'UNCHANGED' } as const

/** Brings rows into the batch, with the records that further columns of them make, and counts what became of each. */
export class RowAdder {
  readonly #writer: BatchWriter
  readonly #settler: RowSettler
  readonly #type: RecordType
  readonly #tally: ImportTally

  constructor(writer: BatchWriter, settler: RowSettler, type: RecordType, tally: ImportTally) {
    this.#writer = writer
    this.#settler = settler
    this.#type = type
    this.#tally = tally
  }

  /** Rows in chunks of some hundreds. */
  async add(rows: SettledRow[]): Promise<void> {
    const checked: CheckedRow[] = []
    const kept: SettledRow[] = []
    for (const row of rows) {
      const one = this.#settler.toChecked(this.#type, row, row.values)
      if ('code' in one) await this.#tally.reject([{ source: row.source, problems: [one] }])
      else {
        checked.push(one)
        kept.push(row)
      }
    }
    if (checked.length === 0) return
    const outcomes = await this.#writer.add(checked)
    const further = await this.#addCompanions(
      kept.filter((row, i) => row.companion && outcomes[i] !== 'duplicate-key' && typeof outcomes[i] === 'string'),
    )
    const again = await findEarlierRows(
      this.#writer,
      checked.filter((_, i) => outcomes[i] === 'duplicate-key' || outcomes[i] === 'duplicate-alike'),
    )
    for (let i = 0; i < kept.length; i++) {
      const { source } = kept[i]!
      const outcome = outcomes[i]!
      if (typeof outcome !== 'string') {
        await this.#tally.reject([{ source, problems: [this.#settler.toCodeInUse(checked[i]!, outcome)] }])
      } else if (outcome === 'duplicate-key' || further.get(source) === 'duplicate-key') {
        await this.#tally.reject([{ source, problems: [duplicateKey(this.#type, checked[i]!, again)] }])
      } else if (outcome === 'duplicate-alike' && !further.has(source)) {
        this.#tally.rows.unchanged++
        this.#tally.preview?.became(source, 'UNCHANGED')
        this.#tally.warnings.add(duplicateRow(this.#type, checked[i]!, again))
      } else {
        const own = outcome === 'duplicate-alike' ? 'unchanged' : outcome
        const other = further.get(source)
        const became = own === 'unchanged' && (other === 'accepted' || other === 'updated') ? other : own
        this.#tally.rows[became]++
        this.#tally.preview?.became(source, SHOWN[became])
      }
    }
  }

  /** Records that further columns of rows make, and what became of them. */
  async #addCompanions(rows: SettledRow[]): Promise<Map<SourceRow, RowOutcome>> {
    if (rows.length === 0) return new Map()
    const other = recordTypeOf(this.#type.companion!.type)
    const checked: CheckedRow[] = []
    for (const row of rows) {
      const one = this.#settler.toChecked(other, row, row.companion!)
      if ('code' in one) throw new Error('the key of a companion is longer than that of its row')
      checked.push(one)
    }
    const outcomes = await this.#writer.add(checked, other.name)
    return new Map(rows.map((row, i) => [row.source, outcomes[i]!]))
  }
}
