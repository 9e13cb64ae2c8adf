import { didYouMean } from '../nearest.ts'
import { CodeFinder } from '../identity/find-code.ts'
import { settleDecision } from '../identity/settle-decision.ts'
import type { BatchWriter, CheckedRow, CodeInUse } from '../records/batch-writer.ts'
import { naturalKey } from '../records/natural-key.ts'
import { keyFieldsOf, type Field, type RecordType } from '../records/record-type.ts'
import { fieldsOf, recordTypeOf } from '../records/record-types.ts'
import { hashPerson, type Secret } from '../records/secret.ts'
import type { ReadRow, RowChecker } from './check-row.ts'
import { checkTogether } from './check-together.ts'
import { codeInUse } from './code-in-use.ts'
import { NearCodes } from './near-codes.ts'
import { RecordKeys } from './record-keys.ts'
import { RowInstitutions } from './row-institutions.ts'
import { CellProblem, type RowProblem } from './row-problem.ts'
import type { Values } from './row-values.ts'
import type { SourceRow } from './source-row.ts'

/** A row whose institution, references and persons are known. */
export interface SettledRow {
  source: SourceRow
  institution: string
  values: Values
  companion: Values | null
}

export interface RejectedRow {
  source: SourceRow
  problems: RowProblem[]
}

/** PostgreSQL indexes no key longer than some 2,700 bytes. */
const LONGEST_KEY_BYTES = 1_500
const MOST_PENDING = 50_000

const OF_NO_TYPE = new CellProblem('UNKNOWN_REFERENCE', {
  zh: '须在同一行写明台账类型',
  en: 'the record type has to stand in the same row',
})

/** Asks the database about rows that are right by themselves. What it cannot tell yet waits for the end of the file. */
export class RowSettler {
  readonly #secret: Secret
  readonly #type: RecordType
  readonly #checker: RowChecker
  readonly #writer: BatchWriter
  readonly institutions: RowInstitutions
  readonly #near: NearCodes
  readonly #codes: CodeFinder
  readonly #references: Field[]
  readonly #persons: Field[]
  readonly #recordKeys: Field[]
  readonly #keys: RecordKeys
  readonly #needsCurrent: boolean
  readonly #waiting: SettledRow[] = []

  constructor(
    secret: Secret,
    checker: RowChecker,
    writer: BatchWriter,
    given: { type: RecordType; institution: string | null },
  ) {
    this.#secret = secret
    this.#type = given.type
    this.#checker = checker
    this.#writer = writer
    this.#near = new NearCodes(writer.connection)
    this.#codes = new CodeFinder(writer.connection)
    this.institutions = new RowInstitutions(given, checker, writer, this.#near)
    this.#references = fieldsOf(given.type).filter((field) => field.kind === 'reference')
    this.#persons = fieldsOf(given.type).filter((field) => field.kind === 'person')
    this.#recordKeys = fieldsOf(given.type).filter((field) => field.kind === 'record-key')
    this.#keys = new RecordKeys(secret, writer.connection)
    this.#needsCurrent = checker.isPartial
  }

  async settle(
    rows: { source: SourceRow; read: ReadRow }[],
  ): Promise<{ settled: SettledRow[]; rejected: RejectedRow[] }> {
    const settled: SettledRow[] = []
    const rejected: RejectedRow[] = []
    for (const { source, read } of rows) {
      const problems: RowProblem[] = []
      const institution = await this.institutions.find(read, problems)
      const row: SettledRow = { source, institution, values: read.values, companion: read.companion }
      if (problems.length === 0) {
        const wait = await this.#checkReferences(row, problems)
        await this.#resolveRecordKeys(row, problems)
        for (const field of this.#persons) {
          const person = row.values[field.name]
          if (typeof person === 'string') row.values[field.name] = hashPerson(this.#secret, institution, person)
        }
        if (this.#type.name === 'same-as' && problems.length === 0)
          row.values = await settleDecision(this.#writer.connection, this.#secret, institution, row.values)
        if (problems.length === 0 && wait) {
          this.#waiting.push(row)
          continue
        }
      }
      if (problems.length > 0) rejected.push({ source, problems })
      else settled.push(row)
    }
    return this.#needsCurrent ? this.#keepWhatCanStand(settled, rejected) : { settled, rejected }
  }

  /** Rows that point to others of this very file, once it is read to its end. */
  async settleWaiting(): Promise<{ settled: SettledRow[]; rejected: RejectedRow[] }> {
    const selves = this.#references.filter((field) => field.to === this.#type.name)
    let settled = this.#waiting.splice(0)
    const rejected: RejectedRow[] = []
    for (;;) {
      const codes = new Set(settled.map((row) => `${row.institution}\n${String(row.values['code'])}`))
      const standing: SettledRow[] = []
      for (const row of settled) {
        const problems: RowProblem[] = []
        for (const field of selves) {
          const code = row.values[field.name]
          if (typeof code !== 'string' || codes.has(`${row.institution}\n${code}`)) continue
          if (await this.#writer.hasCode(row.institution, this.#type.name, code)) continue
          if (!(await this.#isMeant(row, field, code))) problems.push(await this.#unknownReference(row, field, code))
        }
        if (problems.length > 0) rejected.push({ source: row.source, problems })
        else standing.push(row)
      }
      if (standing.length === settled.length) break
      settled = standing
    }
    return this.#needsCurrent ? this.#keepWhatCanStand(settled, rejected) : { settled, rejected }
  }

  /** With its key, as the one door takes it; a problem where the key is too long to be one. */
  toChecked(type: RecordType, row: SettledRow, values: Values): CheckedRow | RowProblem {
    const key = naturalKey(type, values)
    if (key.length * 3 > LONGEST_KEY_BYTES && Buffer.byteLength(key) > LONGEST_KEY_BYTES) {
      return this.#checker.at(row.source.row, keyFieldsOf(type)[0]!, null, 'TOO_LONG', {
        zh: '构成唯一标识的各项内容合计过长，请精简',
        en: 'what the record is known by is too long in all; shorten it',
      })
    }
    return { row: row.source.row, institution: row.institution, key, values }
  }

  toCodeInUse(row: CheckedRow, found: CodeInUse): RowProblem {
    return codeInUse(this.#checker, row, found)
  }

  /** True where a reference may yet be found further down the file. */
  async #checkReferences(row: SettledRow, problems: RowProblem[]): Promise<boolean> {
    let wait = false
    for (const field of this.#references) {
      const code = row.values[field.name]
      if (typeof code !== 'string' || (await this.#writer.hasCode(row.institution, field.to!, code))) continue
      if (field.to === this.#type.name && this.#waiting.length < MOST_PENDING) wait = true
      else if (!(await this.#isMeant(row, field, code))) problems.push(await this.#unknownReference(row, field, code))
    }
    return wait
  }

  /** A spelling that was decided on, or a registered name: the row is given the code that it means. */
  async #isMeant(row: SettledRow, field: Field, text: string): Promise<boolean> {
    const code = await this.#codes.find(row.institution, field.to!, text)
    if (code === null || !(await this.#writer.hasCode(row.institution, field.to!, code))) return false
    row.values[field.name] = code
    for (const [theirs, ours] of Object.entries(this.#type.companion?.as ?? {}))
      if (row.companion && ours === field.name) row.companion[theirs] = code
    return true
  }

  /** Puts the key of the record that a row names in the place of what it said. */
  async #resolveRecordKeys({ source, institution, values }: SettledRow, problems: RowProblem[]): Promise<void> {
    for (const field of this.#recordKeys) {
      const [text, recordType] = [values[field.name], values[field.of!]]
      if (typeof text !== 'string') continue
      const found =
        typeof recordType === 'string'
          ? await this.#keys.resolve({ institution, recordType, text, unit: values['unit'] ?? null })
          : OF_NO_TYPE
      if (typeof found === 'string') values[field.name] = found
      else problems.push(this.#checker.at(source.row, field.name, null, found.code, found.message, found.nearest))
    }
  }

  async #unknownReference(row: SettledRow, field: Field, code: string): Promise<RowProblem> {
    const { label, name } = recordTypeOf(field.to!)
    const near = await this.#near.list(row.institution, field.to!, code)
    const meant = didYouMean(near.map(({ key }) => key))
    const message = {
      zh: `「${label.zh}」中没有这个编号；请先导入 ${name}，或改正编号${meant.zh}`,
      en: `there is no ${label.en.toLowerCase()} of this code; import it first, as ${name}, or mend the code${meant.en}`,
    }
    return this.#checker.at(row.source.row, field.name, code, 'UNKNOWN_REFERENCE', message, near)
  }

  /** A file that lacks required columns can only change records that are there; and what it lacks still has to fit. */
  async #keepWhatCanStand(
    settled: SettledRow[],
    rejected: RejectedRow[],
  ): Promise<{ settled: SettledRow[]; rejected: RejectedRow[] }> {
    const keys = settled.map((row): [string, string] => [row.institution, naturalKey(this.#type, row.values)])
    const current = new Map<string, Values>()
    for (const record of await this.#writer.findRecords(keys)) {
      current.set(`${record.institution}\n${record.key}`, record.values as Values)
    }
    const standing: SettledRow[] = []
    settled.forEach((row, i) => {
      const before = current.get(keys[i]!.join('\n'))
      const problems: RowProblem[] = []
      if (!before) {
        for (const field of this.#checker.missing) {
          problems.push(
            this.#checker.at(row.source.row, field.name, null, 'REQUIRED', {
              zh: '文件没有该列，而这条记录是新的：新记录必须填写该项',
              en: 'the file lacks this column, and the record is new: a new record needs it',
            }),
          )
        }
      } else {
        const merged = { ...before, ...row.values }
        const has = { has: () => true }
        checkTogether(this.#type, merged, has, (field, code, message) => {
          problems.push(this.#checker.at(row.source.row, field, null, code, message))
        })
      }
      if (problems.length > 0) rejected.push({ source: row.source, problems })
      else standing.push(row)
    })
    return { settled: standing, rejected }
  }
}
