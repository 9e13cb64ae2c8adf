import { fill, type Words } from '@causeway/shared/words/words'
import { ASKER_WAITS_MS, type Connection, type Database } from '../ground/database/database.ts'
import {
  countChanged,
  endVersionsOfBatch,
  listChangedAgain,
  listDangling,
  listPointing,
  listSharingCode,
  listWithinInstitution,
  reopenVersions,
  type BatchTouch,
} from '../ground/database/revert-versions.ts'
import { QuestionError } from '../ground/question-error.ts'
import type { MadeBy } from './batch-writer.ts'
import { findDataDate } from './data-date.ts'
import { lockBatchOrder, lockInstitutions } from './institutions.ts'
import { raiseRevisions } from './commit.ts'
import { typesIn } from './batches.ts'
import { pointersTo } from './pointers.ts'
import { isKnownByCode, type RecordType } from './record-type.ts'
import { RECORD_TYPES, recordTypeOf } from './record-types.ts'
import { recordTable } from './store.ts'
import REFUSALS from './refusals.json' with { type: 'json' }

/** In a sentence; the facts name all. */
const MOST_NAMED = 10

/** What is in the way of taking a batch back. */
interface Obstacles {
  /** Ids of later batches that changed the same records, or point to records of this one; the oldest first. */
  laterBatches: string[]
  /** What records would point to that is not there any more. */
  missing: { recordType: string; institution: string; code: string }[]
}

/** A batch that cannot be taken back. */
export class RevertRefused extends QuestionError {
  constructor(words: Words, obstacles: Partial<Obstacles> = {}) {
    super('REVERT_REFUSED', { ...words, facts: { laterBatches: [], missing: [], ...obstacles } })
  }
}

export interface Reverted {
  /** Codes of the institutions it changed. */
  institutions: string[]
  /** Records that the batch had brought and that are gone. */
  withdrawn: number
  /** Records that are as they were before it. */
  restored: number
}

/**
 * Takes a batch back, whole, in one transaction: what it brought is withdrawn, what it changed is as before.
 * @throws RevertRefused where it is not there, was taken back already, later batches rest on it, or records would point to nothing
 */
export function revertBatch(database: Database, batch: string, by?: MadeBy): Promise<Reverted> {
  return database.write(
    async (db) => {
      const { kind } = database
      const known = await findBatch(db, batch)
      if (!known) throw new RevertRefused({ zh: `没有批次 ${batch}。`, en: `There is no batch ${batch}.` })
      const touches = await listTouches(db, batch)
      await lockBatchOrder(db, kind, touches.length === 1 ? touches[0]!.institution : undefined)
      await lockInstitutions(
        db,
        kind,
        touches.map(({ institution }) => institution),
      )
      // Asked now that nobody else can be taking it back.
      if ((await findBatch(db, batch))?.reverted_at !== null) {
        throw takenBack(batch)
      }
      const types = typesOf(known)
      await refuseIfBuiltUpon(db, types, touches)

      const at = new Date().toISOString()
      const reverted = { reverted_at: at, reverted_by: by?.token ?? null, revert_reason: by?.reason ?? null }
      await db.updateTable('batch').set(reverted).where('id', '=', batch).execute()
      const result: Reverted = {
        institutions: touches.map(({ institution }) => institution),
        withdrawn: 0,
        restored: 0,
      }
      for (const touch of touches) {
        const { ended, changed, reopened } = await revertInstitution(db, kind, types, touch, at)
        result.withdrawn += ended - changed
        result.restored += reopened
      }
      return result
    },
    by && { waitMs: ASKER_WAITS_MS },
  )
}

/**
 * Why a batch cannot be taken back, as far as that can be known without trying; null: nothing is in the way that is seen from here.
 */
export async function findRevertRefusal(database: Database, batch: string): Promise<RevertRefused | null> {
  return database.snapshot(async (db) => {
    const known = await findBatch(db, batch)
    if (!known) return new RevertRefused({ zh: `没有批次 ${batch}。`, en: `There is no batch ${batch}.` })
    if (known.reverted_at !== null) return takenBack(batch)
    try {
      await refuseIfBuiltUpon(db, typesOf(known), await listTouches(db, batch))
      return null
    } catch (error) {
      if (error instanceof RevertRefused) return error
      throw error
    }
  })
}

function takenBack(batch: string): RevertRefused {
  return new RevertRefused({ zh: `批次 ${batch} 已经撤回。`, en: `The batch ${batch} was taken back already.` })
}

function findBatch(db: Connection, batch: string) {
  return db
    .selectFrom('batch')
    .select(['record_type', 'more_types', 'reverted_at'])
    .where('id', '=', batch)
    .executeTakeFirst()
}

/** The institutions a batch changed, in the order of their codes. */
async function listTouches(db: Connection, batch: string): Promise<BatchTouch[]> {
  const rows = await db
    .selectFrom('batch_institution')
    .select(['institution', 'revision'])
    .where('batch', '=', batch)
    .orderBy('institution')
    .execute()
  return rows.map(({ institution, revision }) => ({ institution, batch, made: revision }))
}

/** The types that a batch can have touched. Of what its companions were, older batches say nothing. */
function typesOf(batch: { record_type: string; more_types: string | null }): RecordType[] {
  const main = recordTypeOf(batch.record_type)
  const companion = main.companion ? [main.companion.type] : []
  return [...new Set([main.name, ...companion, ...typesIn(batch.more_types)])].map(recordTypeOf)
}

async function refuseIfBuiltUpon(db: Connection, types: RecordType[], touches: BatchTouch[]): Promise<void> {
  const later = new Set<string>()
  for (const touch of touches)
    for (const type of types) for (const id of await listLater(db, type, touch)) later.add(id)
  if (later.size > 0) throw builtUpon(touches[0]!.batch, await inOrder(db, [...later]))
}

function builtUpon(batch: string, ids: string[]): RevertRefused {
  // The newest first: in this order none of them is in the way of another.
  const list = ids.toReversed().join(', ')
  return new RevertRefused(fill(REFUSALS.CHANGED_LATER, { batch, list }), { laterBatches: ids })
}

async function listLater(db: Connection, type: RecordType, touch: BatchTouch): Promise<string[]> {
  const table = recordTable(type)
  const later = await listChangedAgain(db, table, touch)
  if (type.name === 'institution') later.push(...(await listWithinInstitution(db, table, touch)))
  for (const from of pointersTo(type)) later.push(...(await listPointing(db, from, table, touch)))
  return later
}

/** What the records restored point to may have gone meanwhile, and what others point to may go with the batch. */
async function refuseIfDangling(
  db: Connection,
  types: RecordType[],
  touch: BatchTouch,
  revision: number,
): Promise<void> {
  const missing: Obstacles['missing'] = []
  for (const target of RECORD_TYPES) {
    for (const from of pointersTo(target)) {
      if (!(types.includes(from.type) || types.includes(target))) continue
      const codes = await listDangling(db, from, recordTable(target), touch, revision)
      for (const code of codes) missing.push({ recordType: target.name, institution: touch.institution, code })
    }
  }
  if (missing.length === 0) return
  const list = (locale: keyof Words) =>
    missing
      .slice(0, MOST_NAMED)
      .map(({ recordType, code }) => `${recordTypeOf(recordType).label[locale]} ${code}`)
      .join(locale === 'zh' ? '、' : ', ')
  throw new RevertRefused(
    fill(REFUSALS.STILL_POINTED_TO, { batch: touch.batch, listZh: list('zh'), listEn: list('en') }),
    { missing },
  )
}

/** As they came: two of one millisecond by the revisions that they made. */
async function inOrder(db: Connection, ids: string[]): Promise<string[]> {
  const rows = await db
    .selectFrom('batch as b')
    .innerJoin('batch_institution as i', 'i.batch', 'b.id')
    .select((e) => ['b.id', e.fn.max('i.revision').as('revision')])
    .where('b.id', 'in', ids)
    .groupBy(['b.id', 'b.created_at'])
    .orderBy('b.created_at')
    .orderBy('revision')
    .orderBy('b.id')
    .execute()
  return rows.map(({ id }) => id)
}

async function revertInstitution(
  db: Connection,
  kind: Database['kind'],
  types: RecordType[],
  touch: BatchTouch,
  at: string,
): Promise<{ ended: number; changed: number; reopened: number }> {
  const { institution } = touch
  const before = (await lockInstitutions(db, kind, [institution])).get(institution)!
  const revision = before.revision + 1
  const total = { ended: 0, changed: 0, reopened: 0 }
  const changedTypes: string[] = []
  for (const type of types) {
    const table = recordTable(type)
    const ended = await endVersionsOfBatch(db, table, touch, revision)
    const reopened = await reopenVersions(db, table, touch, revision)
    if (ended + reopened > 0) changedTypes.push(type.name)
    total.ended += ended
    total.changed += await countChanged(db, table, touch)
    total.reopened += reopened
    if (isKnownByCode(type)) {
      const sharing = await listSharingCode(db, table, touch, revision)
      if (sharing.length > 0) throw builtUpon(touch.batch, await inOrder(db, sharing))
    }
  }
  await refuseIfDangling(db, types, touch, revision)
  const dataDate = { before: before.dataDate, after: await findDataDate(db, institution) }
  await raiseRevisions(db, [{ institution, revision, types: changedTypes, dataDate, at }])
  return total
}
