import type { Viewer } from '../../access/viewer.ts'
import { makeFormRowCheck } from '../../answers/forms/check-form-row.ts'
import type { Causeway } from '../../figures/causeway.ts'
import { makeImportedRowCheck } from '../../figures/indicators/check-mention.ts'
import { QuestionError } from '../../ground/question-error.ts'
import { levelName } from '../../ground/reference/scales.ts'
import type { BatchWriter } from '../../records/batch-rows.ts'
import { headerWithoutFile, type CheckedRow, type RowOutcome } from '../../records/batch-writer.ts'
import { commitBatch, type BatchResult } from '../../records/commit.ts'
import { makeRowChecker, type RowChecker } from '../../records/import/check/check-row.ts'
import type { RowPlan } from '../../records/import/columns/row-plan.ts'
import type { RowProblem } from '../../records/import/ground/row-problem.ts'
import { makeRowSettler, type RowSettler } from '../../records/import/check/settle-rows.ts'
import type { Field, RecordType } from '../../records/record-type.ts'
import { fieldsOf } from '../../records/record-types.ts'
import { refuseInUse } from '../../records/pointers.ts'
import { secretOf } from '../../records/secret.ts'
import type { StoredRecord, StoredValues } from '../../records/stored-values.ts'
import { findWarnings } from '../../records/warnings.ts'
import { fill } from '@causeway/shared/words/words'
import REFUSALS from '../refusals.json' with { type: 'json' }

/** One record as a person gives it. */
export interface HandRow {
  /** The record that is changed, as it is; null: a new one, or whichever has the same key. */
  stored: StoredRecord | null
  /** By field; of a record that is changed, those that change. */
  texts: ReadonlyMap<string, string>
  /** Set by the system, unchecked. */
  given?: StoredValues
}

export interface HandBatch {
  type: RecordType
  institution: string
  /** What the batch is called in place of a file. */
  doneBy: string
  reason: string | null
}

export interface PutByHand extends BatchResult {
  /** Keys of the records, in the order of the rows. */
  keys: string[]
  warnings: RowProblem[]
}

/**
 * Writes records down as a batch of their own, checked as the rows of a file are. The data date stays.
 * @param rowsOf asked inside the transaction
 * @throws QuestionError WRONG_FIELDS with the `problems` of each field, CODE_IN_USE, IN_USE, DUPLICATE_KEY
 */
export async function putByHand(
  causeway: Causeway,
  viewer: Viewer,
  { type, institution, doneBy, reason }: HandBatch,
  rowsOf: (writer: BatchWriter) => Promise<HandRow[]>,
): Promise<PutByHand> {
  const { database } = causeway
  const secret = await secretOf(causeway)
  const by = { token: viewer.token ?? null, reason }
  let warnings: RowProblem[] = []
  let keys: string[] = []
  const result = await commitBatch(
    database,
    headerWithoutFile({ recordType: type.name, doneBy, institution, by }, [doneBy, Date.now()]),
    async (writer) => {
      const rows = await rowsOf(writer)
      const checked: CheckedRow[] = []
      const problems: RowProblem[] = []
      for (const row of rows) {
        const checker = makeRowChecker(planOf(type, row), 1)
        const settler = makeRowSettler(secret, checker, writer, { type, institution })
        const one = await check(causeway, type, row, checker, settler)
        if (Array.isArray(one)) problems.push(...one)
        else checked.push(one)
      }
      if (problems.length > 0) throw wrongFields(problems)
      for (const [index, { stored }] of rows.entries())
        if (stored && stored.key !== checked[index]!.key)
          await giveUpKey(writer, database.kind, stored, checked[index]!)
      refuseOutcomes(await writer.add(checked))
      keys = checked.map(({ key }) => key)
      const found = await findWarnings(writer, type)
      warnings = found.map((one) => withoutRow({ ...one, column: one.field }))
      return 'keep'
    },
  )
  return { ...result, keys, warnings }
}

/** A plan that reads what was typed, field by field. */
function planOf(type: RecordType, { stored, texts }: HandRow): RowPlan {
  const all = stored ? typedTexts(type, stored.values) : new Map<string, string>()
  for (const [name, text] of texts) all.set(name, text)
  const fields = fieldsOf(type).filter((field) => !field.notInFiles)
  return {
    type,
    readings: fields.map((field) => ({
      ...{ field, column: null, cells: [], header: field.name },
      read: () => all.get(field.name) ?? '',
    })),
    institution: null,
    style: {},
    width: 0,
    unnamed: [],
  }
}

/** What fields must be together: it can be wrong of a field that was not touched. */
const TOGETHER = new Set([
  'REQUIRED',
  'ONE_REQUIRED',
  'EXACTLY_ONE',
  'REVERSED_RANGE',
  'ABOVE_WHOLE',
  'REQUIRED_WHERE',
  'ALLOWED_WHERE',
])

/** Looked up by what was typed; what was not typed again is as it is. */
const POINTING = new Set(['person', 'record-key', 'reference'])

async function check(
  causeway: Causeway,
  type: RecordType,
  { stored, texts, given }: HandRow,
  checker: RowChecker,
  settler: RowSettler,
): Promise<CheckedRow | RowProblem[]> {
  const source = { row: 1, cells: [] }
  const read = checker.check(source)
  const isTouched = ({ field, code }: RowProblem) => stored === null || TOGETHER.has(code) || texts.has(field ?? '')
  const problems = read.problems.filter(isTouched)
  // What is there already was checked when it came; a person is a hash there, and a key the one that is stored.
  const kept: StoredValues = {}
  if (stored)
    for (const field of fieldsOf(type)) {
      if (texts.has(field.name)) continue
      kept[field.name] = stored.values[field.name] ?? null
      if (POINTING.has(field.kind)) delete read.values[field.name]
      else read.values[field.name] = kept[field.name]!
    }
  if (problems.length === 0) {
    const values = { ...read.values, ...kept } as Record<string, string | number | null>
    const finding = makeImportedRowCheck(causeway.indicators)(values) ?? makeFormRowCheck(causeway)(values)
    if (finding && !finding.isDoubt)
      problems.push(checker.at({ row: 1 }, finding.field, null, finding.code, finding.message, finding.nearest))
  }
  if (problems.length > 0) return problems.map(withoutRow)
  const first = await settler.settle([{ source, read: { ...read, problems: [] } }])
  const rest = await settler.settleWaiting()
  const rejected = [...first.rejected, ...rest.rejected].flatMap((one) => one.problems)
  if (rejected.length > 0) return rejected.map(withoutRow)
  const row = [...first.settled, ...rest.settled][0]!
  const values = { ...row.values, ...kept, ...given } as typeof row.values
  const checked = settler.toChecked(type, row, values)
  return 'code' in checked ? [withoutRow(checked)] : { ...checked, row: null }
}

/** Another key is another record: the one that was is withdrawn, and nothing may point to it. */
async function giveUpKey(
  writer: BatchWriter,
  kind: 'sqlite' | 'postgres',
  stored: StoredRecord,
  { institution, key }: CheckedRow,
): Promise<void> {
  if ((await writer.findRecords([[institution, key]])).length > 0) throw duplicate()
  await refuseInUse(writer.connection, kind, stored)
  await writer.withdraw([[institution, stored.key]])
}

function refuseOutcomes(outcomes: RowOutcome[]): void {
  for (const outcome of outcomes) {
    if (outcome === 'duplicate-key') throw duplicate()
    if (typeof outcome !== 'string')
      throw new QuestionError('CODE_IN_USE', {
        ...fill(REFUSALS.CODE_IN_USE, { code: outcome.code }),
        facts: { uses: outcome.uses },
      })
  }
}

function wrongFields(problems: RowProblem[]): QuestionError {
  const fields = new Set(problems.map(({ field }) => field)).size
  return new QuestionError('WRONG_FIELDS', {
    zh: `有 ${fields} 项填写有误。`,
    en: `${fields} ${fields === 1 ? 'field is' : 'fields are'} wrong.`,
    facts: { problems },
  })
}

function duplicate(): QuestionError {
  return new QuestionError('DUPLICATE_KEY', REFUSALS.DUPLICATE_KEY)
}

const withoutRow = (problem: RowProblem): RowProblem => ({ ...problem, row: null })

/** What a person would type for what a record holds, by field; empty: nothing is there. Persons are their hashes. */
function typedTexts(type: RecordType, values: StoredValues): Map<string, string> {
  return new Map(fieldsOf(type).map((field) => [field.name, typedText(field, values)]))
}

export function typedText(field: Field, values: StoredValues): string {
  const value = values[field.name]
  if (value === null || value === undefined) return ''
  if (field.kind === 'level' && field.on)
    return levelName(String(values[field.on.scale]), String(values[field.on.version]), Number(value)).en
  return String(typeof value === 'number' && field.factor ? value / field.factor : value)
}

/** Fields whose text names a person, and is not shown. */
export function isHidden({ kind }: Field): boolean {
  return kind === 'person'
}
