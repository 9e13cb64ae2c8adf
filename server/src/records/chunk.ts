import { kept } from '../ground/kept.ts'
import type { CheckedRow, CodeInUse } from './batch-writer.ts'
import { isKnownByCode, type RecordType } from './record-type.ts'
import { referencesTo } from './record-types.ts'
import type { StoredRecord } from './stored-values.ts'

/** How many records of each type point to a code, by `institution\ncode`. */
export type UsesByCode = ReadonlyMap<string, CodeInUse['uses']>

/** Some hundred rows: what is there of their records, and what becomes of them. */
export class Chunk {
  readonly type: RecordType
  readonly rows: readonly CheckedRow[]
  readonly started: StoredRecord[] = []
  /** [until, institution, key, since] */
  readonly ended: unknown[][] = []
  /** By institution and key. */
  readonly #records = new Map<string, Map<string, StoredRecord>>()
  readonly #codes = new Map<string, string>()
  /** Of the codes that rows give up: what points to them, the chunk's own records left out. */
  #uses: UsesByCode = new Map()

  constructor(type: RecordType, rows: readonly CheckedRow[]) {
    this.type = type
    this.rows = rows
  }

  know(record: StoredRecord): void {
    kept(this.#records, record.institution, () => new Map()).set(record.key, record)
  }

  knowUses(uses: UsesByCode): void {
    this.#uses = uses
  }

  find({ institution, key }: Pick<CheckedRow, 'institution' | 'key'>): StoredRecord | undefined {
    return this.#records.get(institution)?.get(key)
  }

  start(record: StoredRecord): void {
    const before = this.find(record)?.values['code']
    if (typeof before === 'string') this.#codes.delete(`${record.institution}\n${before}`)
    this.started.push(record)
    this.know(record)
    const code = record.values['code']
    if (typeof code === 'string') this.knowCode(record.institution, code, record.key)
  }

  knowCode(institution: string, code: string, key: string): void {
    this.#codes.set(`${institution}\n${code}`, key)
  }

  /** A code names one record, though records with a `source_id` have that as their key. */
  codeIsTaken({ institution, key, values }: CheckedRow): boolean {
    if (!isKnownByCode(this.type)) return false
    const owner = this.#codes.get(`${institution}\n${values['code']}`)
    return owner !== undefined && owner !== key
  }

  /** The code that the record of a row has now and would have no more; null: it keeps it. */
  givenUpCode(row: CheckedRow): string | null {
    if (!isKnownByCode(this.type) || row.values['code'] === undefined) return null
    const code = this.find(row)?.values['code']
    return typeof code === 'string' && code !== row.values['code'] ? code : null
  }

  /** What would point to nothing if the row were placed now; null: nothing would. */
  codeInUse(row: CheckedRow): CodeInUse | null {
    const code = this.givenUpCode(row)
    if (code === null) return null
    const uses = [...(this.#uses.get(`${row.institution}\n${code}`) ?? [])]
    const fields = referencesTo(this.type).flatMap(({ from, field }) => (from === this.type ? [field] : []))
    const count = this.rows.filter((other) => this.#pointsTo(other, row, code, fields)).length
    if (count > 0) uses.push({ recordType: this.type.name, count })
    return uses.length === 0 ? null : { code, uses }
  }

  /** Rows before it count as they are by then; those after it, by what is there and by what they bring. */
  #pointsTo(other: CheckedRow, row: CheckedRow, code: string, fields: string[]): boolean {
    if (other.institution !== row.institution) return false
    const is = this.find(other)?.values
    return fields.some((field) =>
      other === row
        ? (row.values[field] === undefined ? is?.[field] : row.values[field]) === code
        : is?.[field] === code || other.values[field] === code,
    )
  }
}
