import { fill } from '@causeway/shared/words/words'
import { toDay } from '@causeway/shared/day'
import type { Connection, Database } from '../../ground/database/database.ts'
import { QuestionError } from '../../ground/question-error.ts'
import type { BatchWriter } from '../batch-rows.ts'
import { headerWithoutFile, type MadeBy } from '../batch-writer.ts'
import { commitBatch } from '../commit.ts'
import { findInstitution } from '../institutions.ts'
import { naturalKey } from '../natural-key.ts'
import { tableOf } from '../record-type.ts'
import { RECORD_TYPES, recordTypeOf, findRecordType } from '../record-types.ts'
import { type Secret, hashPerson } from '../secret.ts'
import { findBadDecision } from './check-decisions.ts'
import { PERSON, type Decision } from './decision.ts'
import { readDecisions } from './read-identity.ts'
import { countFrom, hasValue, listKeysOfSource } from './store.ts'
import REFUSALS from '../refusals.json' with { type: 'json' }

/** A decision as a person makes it: codes as they know them. */
export type NewDecision = Omit<Decision, 'institution' | 'key' | 'since' | 'batch'>

interface Decided {
  /** Null: it was decided so already. */
  batch: string | null
  /** The code as records have it. */
  code: string
  sameAs: string | null
  /** Of institutions: records of the predecessor that are of the successor's time, and stay where they are. */
  leftBehind: number
}

/**
 * Writes a decision down as a record, in its own batch that can be reverted.
 * @throws QuestionError UNKNOWN_INSTITUTION, SAME_AS_INCOMPLETE, SAME_AS_TWICE, SAME_AS_CIRCLE, SAME_AS_UNKNOWN, SAME_AS_TOO_MANY
 */
export async function decideSameAs(
  database: Database,
  secret: Secret,
  institution: string,
  decision: NewDecision,
  by?: MadeBy,
): Promise<Decided> {
  await requireInstitution(database, institution)
  if ((decision.relation === 'split') !== (decision.sameAs === null)) throw incomplete()
  const decided: Decided = { batch: null, code: decision.code, sameAs: decision.sameAs, leftBehind: 0 }
  const { batch } = await commit(database, institution, decision, by, async (writer) => {
    const values = await settleDecision(writer.connection, secret, institution, toValues(decision))
    decided.code = String(values['code'])
    decided.sameAs = values['same_as'] as string | null
    const key = naturalKey(recordTypeOf('same-as'), values)
    await refuseIfDecidedOtherwise(writer, institution, decided, decision.recordType)
    await writer.add([{ row: 1, institution, key, values }])
    const bad = await findBadDecision(writer.connection, institution, writer.batch)
    if (bad) throw new QuestionError(bad.code, { ...bad.words, facts: { nearest: bad.nearest } })
    if (decision.recordType === 'institution' && decided.sameAs !== null)
      decided.leftBehind = await countLeftBehind(writer.connection, decided.code, decision.from)
  })
  return { ...decided, batch }
}

/**
 * Takes a decision back: the records are as they were before it.
 * @throws QuestionError UNKNOWN_INSTITUTION, UNKNOWN_DECISION
 */
export async function undoSameAs(
  database: Database,
  secret: Secret,
  institution: string,
  { recordType, code }: Pick<NewDecision, 'recordType' | 'code'>,
  by?: MadeBy,
): Promise<string> {
  await requireInstitution(database, institution)
  const { batch } = await commit(database, institution, { recordType, code, undo: true }, by, async (writer) => {
    const settled = await settleDecision(writer.connection, secret, institution, { record_type: recordType, code })
    const found = (await readDecisions(writer.connection, institution)).filter(
      (one) => one.recordType === recordType && (one.code === code || one.code === settled['code']),
    )
    if (found.length === 0)
      throw new QuestionError('UNKNOWN_DECISION', fill(REFUSALS.UNKNOWN_DECISION, { institution, recordType, code }))
    await writer.withdraw(found.map((one) => [institution, one.key]))
  })
  return batch!
}

/** What is, in the order of type and code. */
export async function listSameAs(database: Database, institution: string): Promise<Decision[]> {
  await requireInstitution(database, institution)
  return readDecisions(database.quick, institution)
}

async function commit(
  database: Database,
  institution: string,
  about: object,
  by: MadeBy | undefined,
  work: (writer: BatchWriter) => Promise<void>,
): Promise<{ batch: string | null }> {
  const header = headerWithoutFile({ recordType: 'same-as', doneBy: 'causeway same-as', institution, by }, about)
  return commitBatch(database, header, async (writer) => {
    await work(writer)
    return 'keep'
  })
}

function toValues(decision: NewDecision): Record<string, string | null> {
  return {
    record_type: decision.recordType,
    code: decision.code,
    same_as: decision.sameAs,
    relation: decision.relation,
    from: decision.from,
    decided_by: decision.decidedBy,
    reason: decision.reason,
  }
}

/** A decision is not overwritten in passing: who decides otherwise undoes the first. */
async function refuseIfDecidedOtherwise(
  writer: BatchWriter,
  institution: string,
  { code, sameAs }: Decided,
  recordType: string,
): Promise<void> {
  const before = (await readDecisions(writer.connection, institution)).find(
    (one) => one.recordType === recordType && one.code === code,
  )
  if (!before || before.sameAs === sameAs) return
  throw new QuestionError('SAME_AS_TWICE', {
    zh: `编号 ${code} 已有认定${before.sameAs ? `（同于 ${before.sameAs}）` : '（拆分）'}；请先撤除（same-as undo），再另作认定。`,
    en: `What ${code} is was decided already: ${before.sameAs ? `the same as ${before.sameAs}` : 'it was split'}. Undo that first (same-as undo).`,
    facts: { sameAs: before.sameAs },
  })
}

async function requireInstitution(database: Database, institution: string): Promise<void> {
  if (await findInstitution(database, institution)) return
  throw new QuestionError('UNKNOWN_INSTITUTION', {
    zh: `没有代码为“${institution}”的院校。`,
    en: `There is no institution with the code "${institution}".`,
    facts: { institution },
  })
}

function incomplete(): QuestionError {
  return new QuestionError('SAME_AS_INCOMPLETE', REFUSALS.SAME_AS_INCOMPLETE)
}

/**
 * Records that an institution has although they would go to its successor, were they imported today: a merger moves none. `from`:
 * first day of the successor, YYYY-MM-DD; null: always.
 */
async function countLeftBehind(db: Connection, institution: string, from: string | null): Promise<number> {
  let count = 0
  for (const type of RECORD_TYPES) {
    if (type.ofInstitution) continue
    const since =
      from === null
        ? null
        : 'class' in type.span
          ? { column: type.span.class, least: Number(from.slice(0, 4)) }
          : { column: 'first_day', least: toDay(from) }
    count += await countFrom(db, tableOf(type.name), institution, since)
  }
  return count
}

type Values = Record<string, string | number | null>

/** The codes of a decision as records have them: persons hashed, records of types without codes by their keys. */
export async function settleDecision(
  db: Connection,
  secret: Secret,
  institution: string,
  values: Values,
): Promise<Values> {
  const settled = { ...values }
  for (const field of ['code', 'same_as']) {
    const text = values[field]
    if (typeof text !== 'string' || text === '') continue
    settled[field] =
      values['record_type'] === PERSON
        ? hashPerson(secret, institution, text)
        : await findKey(db, institution, String(values['record_type']), text)
  }
  return settled
}

/** A record as people name it: its id, its key, or its source id, with or without the unit that gave it. */
async function findKey(db: Connection, institution: string, recordType: string, text: string): Promise<string> {
  const type = findRecordType(recordType)
  // As imports read codes, so that what was decided is what they look for.
  if (!type || type.fields.some(({ name }) => name === 'code')) return text.normalize('NFKC').trim()
  const prefix = `${recordType}/${institution}/`
  const own = text.startsWith(prefix) ? text.slice(prefix.length) : text
  for (const key of [own, `~${own}`, `~/${own}`])
    if (await hasValue(db, tableOf(recordType), 'key', institution, key)) return key
  const [key, another] = await listKeysOfSource(db, tableOf(recordType), institution, own)
  return key !== undefined && another === undefined ? key : own
}
