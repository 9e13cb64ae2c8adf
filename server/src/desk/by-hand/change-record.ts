import { may, rightToChange, type Right } from '@causeway/shared/rights'
import { ofOthersToo, refusal, requireRight } from '../../access/refuse.ts'
import type { Viewer } from '../../access/viewer.ts'
import type { Causeway } from '../../figures/causeway.ts'
import { didYouMean, findNearest } from '../../ground/nearest.ts'
import { QuestionError } from '../../ground/question-error.ts'
import type { BatchWriter } from '../../records/batch-rows.ts'
import { headerWithoutFile } from '../../records/batch-writer.ts'
import { findBatch } from '../../records/batches.ts'
import { commitBatch, type BatchResult } from '../../records/commit.ts'
import { requireInstitution } from '../../records/institutions.ts'
import type { RecordType } from '../../records/record-type.ts'
import { fieldsOf, findRecordType, recordTypeOf } from '../../records/record-types.ts'
import { refuseInUse } from '../../records/pointers.ts'
import { revertBatch, type Reverted } from '../../records/revert.ts'
import type { StoredRecord } from '../../records/stored-values.ts'
import { putByHand, type PutByHand } from './put-by-hand.ts'
import { fill } from '@causeway/shared/words/words'
import REFUSALS from '../refusals.json' with { type: 'json' }

interface Addressed {
  /** `type/institution/key` */
  record: string
  /** Of the version that the person saw. */
  since: number
  reason?: string | null
}

export interface RecordChange extends Addressed {
  fields: readonly { name: string; value?: string | null }[]
}

const MOST_FIELDS = 200
const LONGEST_REASON = 1_000

/**
 * Changes fields of one record, as its own batch that can be taken back.
 * @throws QuestionError UNAUTHENTICATED, FORBIDDEN, UNKNOWN_RECORD, NOT_BY_HAND, CONFLICT, UNKNOWN_FIELD, and what `putByHand` throws
 */
export async function changeRecord(
  causeway: Causeway,
  viewer: Viewer,
  { record, since, fields, reason }: RecordChange,
): Promise<PutByHand & { record: string }> {
  const { type, institution, key } = addressOf(viewer, record)
  const texts = toTexts(type, fields)
  const batch = { type, institution, doneBy: 'changeRecord', reason: checkReason(reason) }
  const put = await putByHand(causeway, viewer, batch, async (writer) => [
    { stored: await findSeen(writer, institution, key, since), texts },
  ])
  return { ...put, record: `${type.name}/${institution}/${put.keys[0] ?? key}` }
}

/**
 * Takes one record out, as its own batch that can be taken back.
 * @throws QuestionError UNAUTHENTICATED, FORBIDDEN, UNKNOWN_RECORD, NOT_BY_HAND, CONFLICT, REASON_MISSING, IN_USE with the records
 */
export async function withdrawRecord(
  { database }: Causeway,
  viewer: Viewer,
  { record, since, reason: given }: Addressed,
): Promise<BatchResult & { institution: string }> {
  const { type, institution, key } = addressOf(viewer, record)
  const reason = checkReason(given)
  if (reason === null)
    throw new QuestionError('REASON_MISSING', { zh: '请写明撤出的原因。', en: 'Say why it is withdrawn.' })
  const by = { token: viewer.token ?? null, reason }
  const result = await commitBatch(
    database,
    headerWithoutFile({ recordType: type.name, doneBy: 'withdrawRecord', institution, by }, [record, Date.now()]),
    async (writer) => {
      const seen = await findSeen(writer, institution, key, since)
      await refuseInUse(writer.connection, database.kind, seen)
      await writer.withdraw([[institution, key]])
      return 'keep'
    },
  )
  return { ...result, institution }
}

/**
 * The record that an id names, of a type that may be changed by hand. The right is asked for before anything is looked up.
 * @param right to do something else with it than to change it
 */
export function addressOf(
  viewer: Viewer,
  id: string,
  right?: Right,
): { type: RecordType; institution: string; key: string } {
  const [name = '', institution = '', ...rest] = id.split('/')
  requireRight(viewer, right ?? rightToChange([name]), institution)
  const type = findRecordType(name)
  if (!type || rest.length === 0) throw unknownRecord()
  if (type.ofInstitution) throw new QuestionError('NOT_BY_HAND', REFUSALS.NOT_BY_HAND)
  return { type, institution, key: rest.join('/') }
}

/** as it is now, if that is what the person saw. */
async function findSeen(writer: BatchWriter, institution: string, key: string, since: number): Promise<StoredRecord> {
  const [stored] = await writer.findRecords([[institution, key]])
  if (!stored) throw unknownRecord()
  if (stored.since === since) return stored
  throw new QuestionError('CONFLICT', { ...REFUSALS.CONFLICT, facts: { since: stored.since } })
}

export function unknownRecord(): QuestionError {
  return new QuestionError('UNKNOWN_RECORD', REFUSALS.UNKNOWN_RECORD)
}

export function checkReason(reason: string | null | undefined): string | null {
  const text = reason?.trim() ?? ''
  if (text.length > LONGEST_REASON || /\p{Cc}/u.test(text.replaceAll(/[\t\n\r]/g, '')))
    throw new QuestionError('BAD_REASON', fill(REFUSALS.BAD_REASON, { most: LONGEST_REASON }))
  return text === '' ? null : text
}

function toTexts(type: RecordType, fields: RecordChange['fields']): Map<string, string> {
  const texts = new Map<string, string>()
  const known = fieldsOf(type).flatMap((field) => (field.notInFiles ? [] : [field.name]))
  for (const { name, value } of fields.slice(0, MOST_FIELDS)) {
    if (!known.includes(name)) {
      const near = didYouMean(findNearest(name, known))
      throw new QuestionError('UNKNOWN_FIELD', {
        zh: `「${type.label.zh}」没有可填写的字段 ${name}${near.zh || '。'}`,
        en: `Records of ${type.name} have no field "${name}" to be filled in${near.en || '.'}`,
      })
    }
    texts.set(name, value ?? '')
  }
  return texts
}

interface NothingToReport {
  institution: string
  recordType: string
  from: string
  to: string
  /** Null: the whole institution. */
  unit?: string | null
  direction?: string | null
  audience?: string | null
  signer: string
  note?: string | null
}

/**
 * Signs that there was nothing of a record type in a stretch of time, as its own batch that can be taken back.
 * @throws QuestionError UNAUTHENTICATED, FORBIDDEN, UNKNOWN_INSTITUTION, and what `putByHand` throws
 */
export async function declareNothing(
  causeway: Causeway,
  viewer: Viewer,
  { institution, recordType, from, to, unit, direction, audience, signer, note }: NothingToReport,
): Promise<PutByHand & { record: string }> {
  requireRight(viewer, 'records', institution)
  await requireInstitution(causeway.database, institution)
  const type = recordTypeOf('nothing-to-report')
  const texts = new Map(
    Object.entries({ record_type: recordType, from, to, unit, direction, audience, signer, note }).map(
      ([name, text]): [string, string] => [name, text ?? ''],
    ),
  )
  const batch = { type, institution, doneBy: 'declareNothing', reason: null }
  const put = await putByHand(causeway, viewer, batch, async () => [{ stored: null, texts }])
  return { ...put, record: `${type.name}/${institution}/${put.keys[0]!}` }
}

/**
 * Takes a batch back, whole.
 * @throws QuestionError UNAUTHENTICATED, FORBIDDEN where it changed an institution that the viewer may not change, REVERT_REFUSED with
 *   the `laterBatches` that rest on it
 */
export async function revertByHand(
  { database }: Causeway,
  viewer: Viewer,
  { batch, reason }: { batch: string; reason?: string | null },
): Promise<Reverted> {
  if (viewer.role === null) throw refusal(viewer)
  const by = { token: viewer.token ?? null, reason: checkReason(reason) }
  const found = await findBatch(database, batch)
  const right = rightToChange(found?.recordTypes ?? [])
  const mine = found?.institutions.filter(({ institution }) => may(viewer, right, institution)) ?? []
  // Whether there is one of another institution is nobody's business.
  if (mine.length === 0 && (viewer.institution !== null || !may(viewer, right, null))) throw refusal(viewer)
  if (found && mine.length < found.institutions.length) throw ofOthersToo()
  return revertBatch(database, batch, by)
}
