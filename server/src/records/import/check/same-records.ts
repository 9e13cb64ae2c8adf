import { toDay } from '@causeway/shared/day'
import { fill, type Words } from '@causeway/shared/words/words'
import { findMany } from '../../../ground/database/many.ts'
import type { BatchWriter } from '../../batch-rows.ts'
import type { FieldOption } from '../../field-options.ts'
import { foldName } from '../../identity/find-code.ts'
import { naturalKey } from '../../natural-key.ts'
import { readNames } from '../../record-names.ts'
import { identityOf, isKnownByCode, tableOf, type Field, type RecordType } from '../../record-type.ts'
import { fieldsOf, recordTypeOf } from '../../record-types.ts'
import type { StoredValues } from '../../stored-values.ts'
import { codeFromParts } from '../cells/code-from-name.ts'
import { isRunningNumber } from '../cells/running-number.ts'
import { isRowNumber, sayCells } from '../columns/code-source.ts'
import type { Reading, RowPlan } from '../columns/row-plan.ts'
import type { RowProblem } from '../ground/row-problem.ts'
import type { SettledRow, Values } from '../ground/source-row.ts'
import type { RowChecker } from './check-row.ts'
import REFUSALS from '../ground/refusals.json' with { type: 'json' }

/** A corrected date seldom moves by as much; what is renewed or comes back every year does. */
const HALF_A_YEAR = 183

const NOTHING: Words = { zh: '', en: '' }

/** What the importer decides about rows that would replace another record under the same code. */
export interface SameRecordsDecided {
  /** Codes that the importer confirms: the row is the record that has the code, whatever differs. */
  confirmed: ReadonlySet<string>
  /** True: every such row has to be confirmed. False: rows with a running number have to, the others are warnings. */
  asksAll: boolean
  warn(problem: RowProblem): void
}

interface Given {
  plan: RowPlan
  checker: RowChecker
  writer: BatchWriter
  decided: SameRecordsDecided
  /** Gives a row the code of what its open reference names, if that is there by now. */
  close(row: SettledRow, field: Field): Promise<boolean>
}

/** A field in which a row is another thing than the record with its code. */
interface Difference {
  field: Field
  before: string | number
  after: string | number
}

/** A row whose references are resolved, or open. */
interface AskedRow {
  row: SettledRow
  problems: RowProblem[]
  open: readonly Field[]
}

export interface SameRecords {
  /** Settles which record each row is, once its references are resolved. */
  settle(asked: readonly AskedRow[]): Promise<void>
}

/**
 * Finds rows that have the code of a record and are another thing: another partner, date or name. Null for types that are not known
 * by a code alone.
 */
export function makeSameRecords({ plan, checker, writer, decided, close }: Given): SameRecords | null {
  const { type, readings } = plan
  const code = readings.find(({ field }) => field.name === 'code')
  if (!isKnownByCode(type) || !code || type.name === 'institution') return null
  const identity = new Identity(type)

  /** Gives rows whose code is made of their cells the code of the record with the same identity, if exactly one has it. */
  const takeCodes = async (rows: readonly SettledRow[]): Promise<void> => {
    const made: SettledRow[] = []
    for (const row of rows)
      if (!(await writer.hasCode(row.institution, type.name, String(row.values['code'])))) made.push(row)
    const earlier: StoredValues[] = []
    for (const { name } of identity.first) {
      const filled = made.filter(({ values }) => values[name] != null)
      const found = await findMany<StoredValues>(
        ...([writer.connection, writer.kind, tableOf(type.name)] as const),
        [...new Set(['institution', 'batch', 'code', ...identity.names])],
        ['institution', name].map((column) => ({ name: column, kind: 'text' as const })),
        filled.map(({ institution, values }) => [institution, values[name]]),
      )
      earlier.push(...found.filter(({ batch }) => batch !== writer.batch))
    }
    for (const { institution, values } of made) {
      const same = earlier.filter((one) => one['institution'] === institution && identity.isSame(one, values))
      const codes = new Set(same.map((one) => String(one['code'])))
      if (codes.size === 1) values['code'] = [...codes][0]!
    }
  }

  const check = async (asked: readonly AskedRow[]): Promise<void> => {
    const keyOf = ({ row }: AskedRow): [string, string] => [row.institution, naturalKey(type, row.values)]
    const records = await writer.findRecords(asked.map(keyOf), type.name)
    const current = new Map(records.map((record) => [`${record.institution}\n${record.key}`, record]))
    for (const one of asked) {
      const before = current.get(keyOf(one).join('\n'))
      const own = String(one.row.values['code'])
      if (!before || before.batch === writer.batch || decided.confirmed.has(own)) continue
      const isNumber = isRowNumber(code, own) || isRunningNumber(own)
      const differences = identity.differences(before.values, one.row.values, isNumber)
      if (differences.length === 0) continue
      const problem = await say(one.row, own, differences)
      if (decided.asksAll || isNumber) one.problems.push(problem)
      else decided.warn({ ...problem, code: 'REPLACES_OTHER', nearest: [] })
    }
  }

  const say = async (row: SettledRow, own: string, differences: readonly Difference[]): Promise<RowProblem> => {
    const changed: Words[] = []
    for (const difference of differences) changed.push(await sayDifference(row.institution, difference))
    const facts = { code: own, header: code.header, cells: sayCells(plan) }
    const counted = isRowNumber(code, own) ? fill(REFUSALS.COUNTED, facts) : NOTHING
    const onPage = counted === NOTHING ? NOTHING : REFUSALS.CURE_OF_OTHER_RECORD_ON_PAGE
    const cure = decided.asksAll ? onPage : fill(REFUSALS.CURE_OF_OTHER_RECORD, facts)
    const message = fill(REFUSALS.OTHER_RECORD, {
      ...{ code: own, typeZh: type.label.zh, typeEn: type.label.en.toLowerCase() },
      ...{ countedZh: counted.zh, countedEn: counted.en, cureZh: cure.zh, cureEn: cure.en },
      changedZh: changed.map(({ zh }) => zh).join('，'),
      changedEn: changed.map(({ en }) => en).join(', '),
    })
    return checker.at(row.source, 'code', own, 'OTHER_RECORD', message, ownCode(row, code))
  }

  const sayDifference = async (institution: string, { field, before, after }: Difference): Promise<Words> => {
    const codes = [before, after].map(String)
    const to = field.to === undefined ? null : recordTypeOf(field.to)
    const names = to ? await readNames(writer.connection, to, institution, codes) : new Map<string, Words>()
    const [was, is] = codes.map((text) => ({ zh: names.get(text)?.zh || text, en: names.get(text)?.en || text }))
    const { label } = to ?? field
    return { zh: `${label.zh} ${was!.zh} → ${is!.zh}`, en: `${label.en} ${was!.en} → ${is!.en}` }
  }

  /** A code of its own for the row, if the code is in a cell that can be changed. */
  const ownCode = ({ values }: SettledRow, { column, isMadeOfRow, nameIn }: Reading): FieldOption[] => {
    const made = codeFromParts(identity.partsOf(values))
    return column === null || isMadeOfRow || nameIn || made === '' ? [] : [{ key: made, label: { zh: made, en: made } }]
  }

  return {
    async settle(asked) {
      const right = asked.filter(({ row, problems }) => problems.length === 0 && typeof row.values['code'] === 'string')
      for (const { row, open } of right)
        for (const field of open) if (identity.names.includes(field.name)) await close(row, field)
      if (code.isMadeOfRow) await takeCodes(right.map(({ row }) => row))
      await check(right)
    },
  }
}

/** The fields that tell records of a type apart beside their code. */
class Identity {
  readonly names: readonly string[]
  readonly #parts: readonly { fields: readonly Field[]; isRequired: boolean }[]
  readonly #starts: readonly Field[]
  readonly #hasNames: boolean

  constructor(type: RecordType) {
    const fields = new Map(fieldsOf(type).map((field) => [field.name, field]))
    this.#parts = identityOf(type).map((names) => ({
      fields: names.map((name) => fields.get(name)!),
      isRequired: names.length > 1 || fields.get(names[0]!)!.required === true,
    }))
    this.names = this.#parts.flatMap((part) => part.fields.map(({ name }) => name))
    this.#starts = 'starts' in type.span ? type.span.starts.map((name) => fields.get(name)!) : []
    this.#hasNames = this.#parts.some((part) => part.fields.length > 1)
  }

  /** The fields of the first part. */
  get first(): readonly Field[] {
    return this.#parts[0]?.fields ?? []
  }

  /** What a record has in each part. */
  partsOf(values: Values): string[] {
    return this.#parts.map(({ fields }) =>
      String(fields.map(({ name }) => values[name]).find((value) => value != null) ?? ''),
    )
  }

  /** Whether two records are alike in all parts; an optional one may be empty in either. */
  isSame(before: StoredValues, after: Values): boolean {
    return this.#parts.every(({ fields, isRequired }) => {
      const alike = compareFilled(fields, before, after)
      return alike.length === 0 ? !isRequired : alike.includes(true)
    })
  }

  /** Where a row is another thing than the record. A name or a small step of a date differs only under a running number. */
  differences(before: StoredValues, after: Values, isNumber: boolean): Difference[] {
    const found = this.#parts.flatMap(({ fields, isRequired }) => {
      const isCompared = isRequired && fields.some(({ kind }) => kind === 'reference' || (isNumber && kind === 'text'))
      const alike = isCompared ? compareFilled(fields, before, after) : []
      const isOther = alike.length > 0 && !alike.includes(true)
      return isOther ? fields.filter(({ name }) => before[name] != null && after[name] != null).slice(0, 1) : []
    })
    const most = isNumber && !this.#hasNames ? 0 : HALF_A_YEAR
    const moved = this.#starts.filter(({ name }) => daysBetween(before[name], after[name]) > most)
    return [...found, ...moved].map((field) => ({ field, before: before[field.name]!, after: after[field.name]! }))
  }
}

/** For each of the fields that both have: whether they have the same there. */
function compareFilled(fields: readonly Field[], before: StoredValues, after: Values): boolean[] {
  return fields.flatMap(({ name }) => {
    const [was, is] = [before[name], after[name]]
    return was == null || is == null ? [] : [foldName(String(was)) === foldName(String(is))]
  })
}

function daysBetween(before: unknown, after: unknown): number {
  return typeof before === 'string' && typeof after === 'string' ? Math.abs(toDay(before) - toDay(after)) : 0
}
