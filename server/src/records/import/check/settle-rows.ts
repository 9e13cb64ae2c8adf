import { fill, type Words } from '@causeway/shared/words/words'
import type { BatchWriter } from '../../batch-rows.ts'
import type { CheckedRow, CodeInUse } from '../../batch-writer.ts'
import { settleDecision } from '../../identity/decide.ts'
import { isGroupRow, naturalKey } from '../../natural-key.ts'
import { keyFieldsOf, type Field, type RecordType } from '../../record-type.ts'
import { fieldsOf, recordTypeOf } from '../../record-types.ts'
import { hashPerson, type Secret } from '../../secret.ts'
import type { ReadRow, RowChecker } from './check-row.ts'
import { checkTogether } from './check-together.ts'
import { NearCodes } from './near-codes.ts'
import type { RowPlan } from '../columns/row-plan.ts'
import type { ProblemCode } from '../ground/problem-codes.ts'
import { RecordKeys } from './record-keys.ts'
import { makeReferences, type Offered, type Referring } from './references.ts'
import { makeSameRecords, type SameRecordsDecided } from './same-records.ts'
import { makeRowInstitutions } from './row-institutions.ts'
import { CellProblem, type RowProblem } from '../ground/row-problem.ts'
import type { SettledRow, SourceRow, Values } from '../ground/source-row.ts'
import REFUSALS from '../ground/refusals.json' with { type: 'json' }

export interface RejectedRow {
  source: SourceRow
  problems: RowProblem[]
}

/** PostgreSQL indexes no key longer than some 2,700 bytes. */
const LONGEST_KEY_BYTES = 1_500
const MOST_PENDING = 50_000

const OF_NO_TYPE = new CellProblem('UNKNOWN_REFERENCE', REFUSALS.TYPE_NEEDED)

export type RowSettler = ReturnType<typeof makeRowSettler>

/** Whose rows they are, and what else the file brings. */
export interface Settling extends Referring {
  /** What --institution said; null: the rows say it. */
  institution: string | null
  /** How the rows are read, and what is decided of those that replace another record; absent: a row replaces what has its code. */
  replacing?: { plan: RowPlan; decided: SameRecordsDecided }
}

/** Asks the database about rows. What it cannot tell yet waits for the end of the file. */
export function makeRowSettler(secret: Secret, checker: RowChecker, writer: BatchWriter, given: Settling) {
  const { type } = given
  const near = new NearCodes(writer.connection)
  const references = makeReferences(given, checker, writer, near)
  const institutions = makeRowInstitutions(given, checker, writer, near)
  const keys = new RecordKeys(secret, writer.connection)
  const close = (row: SettledRow, field: Field) => references.close(row, field, () => false)
  const same = given.replacing ? makeSameRecords({ ...given.replacing, checker, writer, close }) : null
  const ofKind = (kind: Field['kind']) => fieldsOf(type).filter((field) => field.kind === kind)
  const [persons, recordKeys] = [ofKind('person'), ofKind('record-key')]
  const waiting: AskedRow[] = []

  /** Everything that is wrong with a row is reported at once: what its cells say, and what they point to. */
  const ask = async (rows: readonly { source: SourceRow; read: ReadRow }[]): Promise<AskedRow[]> => {
    const placed: AskedRow[] = []
    for (const { source, read } of rows) {
      const problems = [...read.problems]
      const institution = isWrong(problems, 'institution')
        ? null
        : (institutions.known(read) ?? (await institutions.find(read, problems)))
      const row = { source, institution: institution ?? '', values: read.values, companion: read.companion }
      placed.push({ row, problems, open: [] })
    }
    await askPlaced(placed)
    return placed
  }

  /** Rows whose institution is known; empty: it is another's or nobody's. */
  const askPlaced = async (placed: AskedRow[]): Promise<void> => {
    await references.learn(placed.map(({ row }) => row))
    for (const asked of placed) {
      const { row, problems } = asked
      const { institution } = row
      // What it points to is another's or nobody's: that cannot be asked.
      if (institution === '') continue
      asked.open = await references.ask(row, problems)
      if (recordKeys.length > 0) await resolveRecordKeys(asked)
      for (const field of persons) {
        const person = row.values[field.name]
        if (typeof person === 'string') row.values[field.name] = hashPerson(secret, institution, person)
      }
      if (type.name === 'same-as' && problems.length === 0)
        row.values = await settleDecision(writer.connection, secret, institution, row.values)
    }
  }

  const settle = async (rows: readonly { source: SourceRow; read: ReadRow }[]): Promise<SettledRows> => {
    const asked = await ask(rows)
    const ready: AskedRow[] = []
    for (const one of asked) {
      if (one.open.length === 0) ready.push(one)
      else if (waiting.length < MOST_PENDING) waiting.push(one)
      else {
        await refuseOpen(one, () => false)
        ready.push(one)
      }
    }
    return part(ready)
  }

  /** Rows that point to others of this very file, once it is read to its end. */
  const settleWaiting = async (): Promise<SettledRows> => {
    const waited = waiting.splice(0)
    const nameOf = ({ row }: AskedRow) => `${row.institution}\n${String(row.values['code'])}`
    const wrong = waited.filter(({ problems }) => problems.length > 0)
    // Of a row that is wrong already a code that a wrong row has is right, once that one is.
    const all = new Set(waited.map(nameOf))
    for (const one of wrong) await checkSelves(one, all)
    let standing = waited.filter(({ problems }) => problems.length === 0)
    for (;;) {
      const codes = new Set(standing.map(nameOf))
      for (const one of standing) await checkSelves(one, codes)
      const left = standing.filter(({ problems }) => problems.length === 0)
      if (left.length === standing.length) break
      standing = left
    }
    return part(waited)
  }

  const checkSelves = (asked: AskedRow, offered: ReadonlySet<string>): Promise<void> =>
    refuseOpen(asked, (_, code) => offered.has(`${asked.row.institution}\n${code}`))

  const refuseOpen = async ({ row, problems, open }: AskedRow, offered: Offered): Promise<void> => {
    for (const field of open)
      if (!(await references.close(row, field, offered))) problems.push(await references.unknown(row, field))
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

  /** Puts the key of the record that a row names in the place of what it said. */
  const resolveRecordKeys = async (asked: AskedRow): Promise<void> => {
    const { row, problems } = asked
    const { source, institution, values } = row
    for (const field of recordKeys) {
      const [text, recordType] = [values[field.name], values[field.of!]]
      if (typeof text !== 'string') continue
      // Which type it is of is known to be wrong already.
      if (isWrong(problems, field.of!)) continue
      const named =
        typeof recordType === 'string' ? { institution, recordType, text, unit: values['unit'] ?? null } : null
      const found = named ? await keys.resolve(named) : OF_NO_TYPE
      if (typeof found === 'string') {
        values[field.name] = found
        continue
      }
      const problem = checker.at(source, field.name, null, found.code, found.message, found.nearest)
      const mayCome = named !== null && found.code === 'UNKNOWN_REFERENCE' && given.mayCome?.has(named.recordType)
      if (!mayCome) problems.push(problem)
      else
        asked.openKeys = [
          ...(asked.openKeys ?? []),
          { field, recordType: named.recordType, keys: keys.candidates(named), problem },
        ]
    }
  }

  /** Finds out which record a row is, and refuses rows that would replace another one. */
  const checkSame = async (asked: readonly AskedRow[]): Promise<void> => same?.settle(asked)

  /** Those that stand, and those that do not. */
  const part = async (asked: AskedRow[]): Promise<SettledRows> => {
    await checkSame(asked)
    await checkCurrent(asked)
    return {
      settled: asked.filter(({ problems }) => problems.length === 0).map(({ row }) => row),
      rejected: asked
        .filter(({ problems }) => problems.length > 0)
        .map(({ row, problems }) => ({ source: row.source, problems })),
    }
  }

  /** A file that lacks required columns can only change records that are there; and what it lacks still has to fit. */
  const checkCurrent = async (asked: AskedRow[]): Promise<void> => {
    if (!checker.isPartial) return
    const known = asked.filter(({ row, problems }) => isKeyKnown(row, problems))
    const keys = known.map(({ row }): [string, string] => [row.institution, naturalKey(type, row.values)])
    const current = new Map<string, Values>()
    for (const record of await writer.findRecords(keys, type.name)) {
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

  return {
    institutions,
    references,
    ask,
    askPlaced,
    settle,
    settleWaiting,
    checkSame,
    checkCurrent,
    toChecked,
    toCodeInUse,
  }
}

/** A row on its way, and what is wrong with it so far. */
export interface AskedRow {
  row: SettledRow
  problems: RowProblem[]
  /** References to what is not there, or not yet. */
  open: readonly Field[]
  /** Records that are named by their key and are not there yet; absent: there are none. */
  openKeys?: readonly OpenKey[]
}

/** A record that may come with another row of the file. */
export interface OpenKey {
  field: Field
  recordType: string
  /** Those that it may have. */
  keys: readonly string[]
  /** What is wrong where it does not come. */
  problem: RowProblem
}

interface SettledRows {
  settled: SettledRow[]
  rejected: RejectedRow[]
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
