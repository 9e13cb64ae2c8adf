import type { Words } from '@causeway/shared/words/words'
import { didYouMean } from '../../ground/nearest.ts'
import type { BatchWriter } from '../batch-rows.ts'
import type { CheckedRow, CodeInUse } from '../batch-writer.ts'
import { makeCodeFinder, type FindCode } from '../identity/find-code.ts'
import { settleDecision } from '../identity/decide.ts'
import { isGroupRow, naturalKey } from '../natural-key.ts'
import { keyFieldsOf, type Field, type RecordType } from '../record-type.ts'
import { fieldsOf, recordTypeOf } from '../record-types.ts'
import { hashPerson, type Secret } from '../secret.ts'
import type { ReadRow, RowChecker } from './check-row.ts'
import { checkTogether } from './check-together.ts'
import { NearCodes } from './near-codes.ts'
import type { ProblemCode } from './problem-codes.ts'
import { RecordKeys } from './record-keys.ts'
import { makeRowInstitutions, type RowInstitutions } from './row-institutions.ts'
import { CellProblem, type RowProblem } from './row-problem.ts'
import type { SourceRow, Values } from './source-row.ts'

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
  en: 'the record type has to be in the same row',
})

/** Asks the database about rows. What it cannot tell yet waits for the end of the file. */
export class RowSettler {
  readonly #secret: Secret
  readonly #type: RecordType
  readonly #checker: RowChecker
  readonly #writer: BatchWriter
  readonly institutions: RowInstitutions
  readonly #near: NearCodes
  readonly #findCode: FindCode
  readonly #references: Field[]
  readonly #persons: Field[]
  readonly #recordKeys: Field[]
  readonly #keys: RecordKeys
  readonly #needsCurrent: boolean
  readonly #waiting: AskedRow[] = []

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
    this.#findCode = makeCodeFinder(writer.connection)
    this.institutions = makeRowInstitutions(given, checker, writer, this.#near)
    this.#references = fieldsOf(given.type).filter((field) => field.kind === 'reference')
    this.#persons = fieldsOf(given.type).filter((field) => field.kind === 'person')
    this.#recordKeys = fieldsOf(given.type).filter((field) => field.kind === 'record-key')
    this.#keys = new RecordKeys(secret, writer.connection)
    this.#needsCurrent = checker.isPartial
  }

  /** Everything that is wrong with a row is reported at once: what its cells say, and what they point to. */
  async settle(
    rows: { source: SourceRow; read: ReadRow }[],
  ): Promise<{ settled: SettledRow[]; rejected: RejectedRow[] }> {
    const asked: AskedRow[] = []
    for (const { source, read } of rows) {
      const problems = [...read.problems]
      const institution = isWrong(problems, 'institution') ? null : await this.institutions.find(read, problems)
      const row: SettledRow = { source, institution: institution ?? '', values: read.values, companion: read.companion }
      if (institution === null) {
        // What it points to is another's or nobody's: that cannot be asked.
        asked.push({ row, problems })
        continue
      }
      const wait = await this.#checkReferences(row, problems)
      await this.#resolveRecordKeys(row, problems)
      for (const field of this.#persons) {
        const person = row.values[field.name]
        if (typeof person === 'string') row.values[field.name] = hashPerson(this.#secret, institution, person)
      }
      if (this.#type.name === 'same-as' && problems.length === 0)
        row.values = await settleDecision(this.#writer.connection, this.#secret, institution, row.values)
      ;(wait ? this.#waiting : asked).push({ row, problems })
    }
    return this.#part(asked)
  }

  /** Rows that point to others of this very file, once it is read to its end. */
  async settleWaiting(): Promise<{ settled: SettledRow[]; rejected: RejectedRow[] }> {
    const selves = this.#references.filter((field) => field.to === this.#type.name)
    const waiting = this.#waiting.splice(0)
    const nameOf = ({ row }: AskedRow) => `${row.institution}\n${String(row.values['code'])}`
    const wrong = waiting.filter(({ problems }) => problems.length > 0)
    // Of a row that is wrong already a code that a wrong row has is right, once that one is.
    const all = new Set(waiting.map(nameOf))
    for (const one of wrong) await this.#checkSelves(one, selves, all)
    let standing = waiting.filter(({ problems }) => problems.length === 0)
    for (;;) {
      const codes = new Set(standing.map(nameOf))
      for (const one of standing) await this.#checkSelves(one, selves, codes)
      const left = standing.filter(({ problems }) => problems.length === 0)
      if (left.length === standing.length) break
      standing = left
    }
    return this.#part(waiting)
  }

  async #checkSelves({ row, problems }: AskedRow, selves: Field[], codes: ReadonlySet<string>): Promise<void> {
    for (const field of selves) {
      const code = row.values[field.name]
      if (typeof code !== 'string' || codes.has(`${row.institution}\n${code}`)) continue
      if (await this.#writer.hasCode(row.institution, this.#type.name, code)) continue
      if (!(await this.#isMeant(row, field, code))) problems.push(await this.#unknownReference(row, field, code))
    }
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
    const code = await this.#findCode(row.institution, field.to!, text)
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
      // Which type it is of is known to be wrong already.
      if (isWrong(problems, field.of!)) continue
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
      en: `there is no ${label.en.toLowerCase()} of this code; import it first, as ${name}, or correct the code${meant.en}`,
    }
    return this.#checker.at(row.source.row, field.name, code, 'UNKNOWN_REFERENCE', message, near)
  }

  /** Those that stand, and those that do not. */
  async #part(asked: AskedRow[]): Promise<{ settled: SettledRow[]; rejected: RejectedRow[] }> {
    if (this.#needsCurrent) await this.#checkCurrent(asked)
    return {
      settled: asked.filter(({ problems }) => problems.length === 0).map(({ row }) => row),
      rejected: asked
        .filter(({ problems }) => problems.length > 0)
        .map(({ row, problems }) => ({ source: row.source, problems })),
    }
  }

  /** A file that lacks required columns can only change records that are there; and what it lacks still has to fit. */
  async #checkCurrent(asked: AskedRow[]): Promise<void> {
    const known = asked.filter(({ row, problems }) => this.#isKeyKnown(row, problems))
    const keys = known.map(({ row }): [string, string] => [row.institution, naturalKey(this.#type, row.values)])
    const current = new Map<string, Values>()
    for (const record of await this.#writer.findRecords(keys)) {
      current.set(`${record.institution}\n${record.key}`, record.values as Values)
    }
    known.forEach(({ row, problems }, i) => {
      const before = current.get(keys[i]!.join('\n'))
      if (!before) {
        for (const field of this.#checker.missing) {
          problems.push(
            this.#checker.at(row.source.row, field.name, null, 'REQUIRED', {
              zh: '文件没有该列，而这条记录是新的：新记录必须填写该项',
              en: 'the file lacks this column, and the record is new: a new record needs it',
            }),
          )
        }
        return
      }
      const already = [...problems]
      const merged = { ...before, ...row.values }
      const has = { has: () => true }
      const report = (field: string, code: ProblemCode, message: Words) => {
        if (!isWrong(already, field)) problems.push(this.#checker.at(row.source.row, field, null, code, message))
      }
      checkTogether(this.#type, merged, has, report, (field) => isWrong(already, field))
    })
  }

  /** Which record a row means, though not all of it is right. */
  #isKeyKnown({ institution, values }: SettledRow, problems: RowProblem[]): boolean {
    if (problems.length === 0) return true
    if (institution === '') return false
    const parts =
      values['source_id'] != null
        ? ['source_id', 'unit']
        : isGroupRow(this.#type, values)
          ? this.#type.fields.map(({ name }) => name)
          : [...keyFieldsOf(this.#type), 'source_id', 'headcount']
    return !parts.some((field) => isWrong(problems, field))
  }
}

/** A row on its way, and what is wrong with it so far. */
interface AskedRow {
  row: SettledRow
  problems: RowProblem[]
}

function isWrong(problems: readonly RowProblem[], name: string): boolean {
  return problems.some(({ field }) => field === name)
}

/** A row that would leave records pointing to a code that is gone. */
function codeInUse(checker: RowChecker, { row, values }: CheckedRow, { code, uses }: CodeInUse): RowProblem {
  const named = uses.map(({ recordType, count }) => ({ label: recordTypeOf(recordType).label, count }))
  const zh = named.map(({ label, count }) => `「${label.zh}」${count} 条`).join('、')
  const en = named.map(({ label, count }) => `${count} of "${label.en}"`).join(', ')
  return checker.at(row!, 'code', String(values['code']), 'CODE_IN_USE', {
    zh: `这条记录现在的编号是 ${code}，仍被${zh}记录引用，改号后这些记录将无所指；请保留编号 ${code}，或先以新编号另导入一条记录，再导入这些记录并改用新编号`,
    en: `the record has the code ${code}, and records still point to that (${en}); they would point to nothing. Keep the code ${code}, or first import a second record with the new code and then those records with it`,
  })
}
