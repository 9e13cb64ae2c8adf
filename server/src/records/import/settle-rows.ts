import { fill, type Words } from '@causeway/shared/words/words'
import { didYouMean } from '../../ground/nearest.ts'
import type { BatchWriter } from '../batch-rows.ts'
import type { CheckedRow, CodeInUse } from '../batch-writer.ts'
import { makeCodeFinder } from '../identity/find-code.ts'
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
import { makeRowInstitutions } from './row-institutions.ts'
import { CellProblem, type RowProblem } from './row-problem.ts'
import type { SourceRow, Values } from './source-row.ts'
import REFUSALS from './refusals.json' with { type: 'json' }

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

const OF_NO_TYPE = new CellProblem('UNKNOWN_REFERENCE', REFUSALS.TYPE_NEEDED)

export type RowSettler = ReturnType<typeof makeRowSettler>

/** Asks the database about rows. What it cannot tell yet waits for the end of the file. */
export function makeRowSettler(
  secret: Secret,
  checker: RowChecker,
  writer: BatchWriter,
  given: { type: RecordType; institution: string | null },
) {
  const { type } = given
  const near = new NearCodes(writer.connection)
  const findCode = makeCodeFinder(writer.connection)
  const institutions = makeRowInstitutions(given, checker, writer, near)
  const keys = new RecordKeys(secret, writer.connection)
  const ofKind = (kind: Field['kind']) => fieldsOf(type).filter((field) => field.kind === kind)
  const [references, persons, recordKeys] = [ofKind('reference'), ofKind('person'), ofKind('record-key')]
  const waiting: AskedRow[] = []

  /** Everything that is wrong with a row is reported at once: what its cells say, and what they point to. */
  const settle = async (
    rows: { source: SourceRow; read: ReadRow }[],
  ): Promise<{ settled: SettledRow[]; rejected: RejectedRow[] }> => {
    const placed: AskedRow[] = []
    for (const { source, read } of rows) {
      const problems = [...read.problems]
      const institution = isWrong(problems, 'institution')
        ? null
        : (institutions.known(read) ?? (await institutions.find(read, problems)))
      const row = { source, institution: institution ?? '', values: read.values, companion: read.companion }
      placed.push({ row, problems })
    }
    await learnReferences(placed)
    const asked: AskedRow[] = []
    for (const { row, problems } of placed) {
      const { institution } = row
      if (institution === '') {
        // What it points to is another's or nobody's: that cannot be asked.
        asked.push({ row, problems })
        continue
      }
      const pointsTo = references.some(({ name }) => typeof row.values[name] === 'string')
      const wait = pointsTo && (await checkReferences(row, problems))
      if (recordKeys.length > 0) await resolveRecordKeys(row, problems)
      for (const field of persons) {
        const person = row.values[field.name]
        if (typeof person === 'string') row.values[field.name] = hashPerson(secret, institution, person)
      }
      if (type.name === 'same-as' && problems.length === 0)
        row.values = await settleDecision(writer.connection, secret, institution, row.values)
      ;(wait ? waiting : asked).push({ row, problems })
    }
    return part(asked)
  }

  /** Rows that point to others of this very file, once it is read to its end. */
  const settleWaiting = async (): Promise<{ settled: SettledRow[]; rejected: RejectedRow[] }> => {
    const selves = references.filter((field) => field.to === type.name)
    const waited = waiting.splice(0)
    const nameOf = ({ row }: AskedRow) => `${row.institution}\n${String(row.values['code'])}`
    const wrong = waited.filter(({ problems }) => problems.length > 0)
    // Of a row that is wrong already a code that a wrong row has is right, once that one is.
    const all = new Set(waited.map(nameOf))
    for (const one of wrong) await checkSelves(one, selves, all)
    let standing = waited.filter(({ problems }) => problems.length === 0)
    for (;;) {
      const codes = new Set(standing.map(nameOf))
      for (const one of standing) await checkSelves(one, selves, codes)
      const left = standing.filter(({ problems }) => problems.length === 0)
      if (left.length === standing.length) break
      standing = left
    }
    return part(waited)
  }

  const checkSelves = async (
    { row, problems }: AskedRow,
    selves: Field[],
    codes: ReadonlySet<string>,
  ): Promise<void> => {
    for (const field of selves) {
      const code = row.values[field.name]
      if (typeof code !== 'string' || codes.has(`${row.institution}\n${code}`)) continue
      if (await writer.hasCode(row.institution, type.name, code)) continue
      if (!(await isMeant(row, field, code))) problems.push(await unknownReference(row, field, code))
    }
  }

  /** With its key, as the one door takes it; a problem where the key is too long to be one. */
  const toChecked = (type: RecordType, row: SettledRow, values: Values): CheckedRow | RowProblem => {
    const key = naturalKey(type, values)
    if (key.length * 3 > LONGEST_KEY_BYTES && Buffer.byteLength(key) > LONGEST_KEY_BYTES) {
      return checker.at(row.source, keyFieldsOf(type)[0]!, null, 'TOO_LONG', REFUSALS.TOO_LONG)
    }
    return { row: row.source.row, institution: row.institution, key, values }
  }

  const toCodeInUse = (row: CheckedRow, found: CodeInUse): RowProblem => codeInUse(checker, row, found)

  const learnReferences = async (rows: AskedRow[]): Promise<void> => {
    for (const { name, to } of references) {
      const codes = rows.flatMap(({ row: { institution, values } }): [string, string][] => {
        const code = values[name]
        return institution !== '' && typeof code === 'string' ? [[institution, code]] : []
      })
      await writer.learnCodes(to!, codes)
    }
  }

  /** True where a reference may yet be found further down the file. */
  const checkReferences = async (row: SettledRow, problems: RowProblem[]): Promise<boolean> => {
    let wait = false
    for (const field of references) {
      const code = row.values[field.name]
      if (typeof code !== 'string' || (await writer.hasCode(row.institution, field.to!, code))) continue
      if (field.to === type.name && waiting.length < MOST_PENDING) wait = true
      else if (!(await isMeant(row, field, code))) problems.push(await unknownReference(row, field, code))
    }
    return wait
  }

  /** A spelling that was decided on, or a registered name: the row is given the code that it means. */
  const isMeant = async (row: SettledRow, field: Field, text: string): Promise<boolean> => {
    const code = await findCode(row.institution, field.to!, text)
    if (code === null || !(await writer.hasCode(row.institution, field.to!, code))) return false
    row.values[field.name] = code
    for (const [theirs, ours] of Object.entries(type.companion?.as ?? {}))
      if (row.companion && ours === field.name) row.companion[theirs] = code
    return true
  }

  /** Puts the key of the record that a row names in the place of what it said. */
  const resolveRecordKeys = async (
    { source, institution, values }: SettledRow,
    problems: RowProblem[],
  ): Promise<void> => {
    for (const field of recordKeys) {
      const [text, recordType] = [values[field.name], values[field.of!]]
      if (typeof text !== 'string') continue
      // Which type it is of is known to be wrong already.
      if (isWrong(problems, field.of!)) continue
      const found =
        typeof recordType === 'string'
          ? await keys.resolve({ institution, recordType, text, unit: values['unit'] ?? null })
          : OF_NO_TYPE
      if (typeof found === 'string') values[field.name] = found
      else problems.push(checker.at(source, field.name, null, found.code, found.message, found.nearest))
    }
  }

  const unknownReference = async (row: SettledRow, field: Field, code: string): Promise<RowProblem> => {
    const { label, name } = recordTypeOf(field.to!)
    const nearest = await near.list(row.institution, field.to!, code)
    const meant = didYouMean(nearest.map(({ key }) => key))
    const message = {
      zh: `「${label.zh}」中没有这个编号；请先导入 ${name}，或改正编号${meant.zh}`,
      en: `there is no ${label.en.toLowerCase()} of this code; import it first, as ${name}, or correct the code${meant.en}`,
    }
    return checker.at(row.source, field.name, code, 'UNKNOWN_REFERENCE', message, nearest)
  }

  /** Those that stand, and those that do not. */
  const part = async (asked: AskedRow[]): Promise<{ settled: SettledRow[]; rejected: RejectedRow[] }> => {
    if (checker.isPartial) await checkCurrent(asked)
    return {
      settled: asked.filter(({ problems }) => problems.length === 0).map(({ row }) => row),
      rejected: asked
        .filter(({ problems }) => problems.length > 0)
        .map(({ row, problems }) => ({ source: row.source, problems })),
    }
  }

  /** A file that lacks required columns can only change records that are there; and what it lacks still has to fit. */
  const checkCurrent = async (asked: AskedRow[]): Promise<void> => {
    const known = asked.filter(({ row, problems }) => isKeyKnown(row, problems))
    const keys = known.map(({ row }): [string, string] => [row.institution, naturalKey(type, row.values)])
    const current = new Map<string, Values>()
    for (const record of await writer.findRecords(keys)) {
      current.set(`${record.institution}\n${record.key}`, record.values as Values)
    }
    known.forEach(({ row, problems }, i) => {
      const before = current.get(keys[i]!.join('\n'))
      if (!before) {
        for (const field of checker.missing) {
          problems.push(checker.at(row.source, field.name, null, 'REQUIRED', REFUSALS.NEW_NEEDS_IT))
        }
        return
      }
      const already = [...problems]
      const merged = { ...before, ...row.values }
      const has = { has: () => true }
      const report = (field: string, code: ProblemCode, message: Words) => {
        if (!isWrong(already, field)) problems.push(checker.at(row.source, field, null, code, message))
      }
      checkTogether(type, merged, has, report, (field) => isWrong(already, field))
    })
  }

  /** Which record a row means, though not all of it is right. */
  const isKeyKnown = ({ institution, values }: SettledRow, problems: RowProblem[]): boolean => {
    if (problems.length === 0) return true
    if (institution === '') return false
    const parts =
      values['source_id'] != null
        ? ['source_id', 'unit']
        : isGroupRow(type, values)
          ? type.fields.map(({ name }) => name)
          : [...keyFieldsOf(type), 'source_id', 'headcount']
    return !parts.some((field) => isWrong(problems, field))
  }

  return { institutions, settle, settleWaiting, toChecked, toCodeInUse }
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
  return checker.at(
    { row: row! },
    'code',
    String(values['code']),
    'CODE_IN_USE',
    fill(REFUSALS.CODE_IN_USE, { code, zh, en }),
  )
}
