import { badCursor, fromCursor, toCursor } from '../ground/cursor.ts'
import type { Connection, Database } from '../ground/database/database.ts'
import type { SystemTables } from '../ground/database/tables.ts'

/** One import. */
export interface BatchFacts {
  id: string
  /** What its file holds above all. */
  recordType: string
  /** All of which it changed something, that one first. */
  recordTypes: string[]
  fileName: string
  /** SHA-256, hex. */
  fileHash: string
  /** Null: a workbook. */
  encoding: string | null
  /** ISO date-time. */
  createdAt: string
  /** Null: it holds. */
  revertedAt: string | null
  /** Id of the token it was made with; null: the command line. */
  madeBy: string | null
  /** Why, in the words of who made it. */
  reason: string | null
  revertedBy: string | null
  revertReason: string | null
  /** What it did to each institution it changed, in the order of their codes. */
  institutions: SystemTables['batch_institution'][]
  /** Its place in the list; give it as `after` for what follows. */
  cursor: string
}

interface BatchPage {
  batches: BatchFacts[]
  hasNext: boolean
  endCursor: string | null
  totalCount: number
}

/**
 * The imports that changed an institution, the latest first.
 * @throws QuestionError BAD_PAGE for a cursor of another list
 */
export async function listBatches(
  database: Database,
  { institution, first, after }: { institution: string; first: number; after?: string | null },
): Promise<BatchPage> {
  const { quick } = database
  const own = () =>
    quick
      .selectFrom('batch_institution as t')
      .innerJoin('batch as b', 'b.id', 't.batch')
      .where('t.institution', '=', institution)
  const start = after ? fromBatchCursor(after) : null
  let page = own().selectAll('b')
  if (start) {
    const [at, id] = start
    page = page.where((e) =>
      e.or([e('b.created_at', '<', at), e.and([e('b.created_at', '=', at), e('b.id', '<', id)])]),
    )
  }
  const rows = await page
    .orderBy('b.created_at', 'desc')
    .orderBy('b.id', 'desc')
    .limit(first + 1)
    .execute()
  const total = await own()
    .select((e) => e.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  const batches = await withInstitutions(quick, rows.slice(0, first))
  return { batches, hasNext: rows.length > first, endCursor: batches.at(-1)?.cursor ?? null, totalCount: total.count }
}

/** The batch of an id, or null. */
export async function findBatch(database: Database, id: string): Promise<BatchFacts | null> {
  const row = await database.quick.selectFrom('batch').selectAll().where('id', '=', id).executeTakeFirst()
  return row ? (await withInstitutions(database.quick, [row]))[0]! : null
}

async function withInstitutions(db: Connection, rows: SystemTables['batch'][]): Promise<BatchFacts[]> {
  if (rows.length === 0) return []
  const ids = rows.map(({ id }) => id)
  const touched = await db
    .selectFrom('batch_institution')
    .selectAll()
    .where('batch', 'in', ids)
    .orderBy('institution')
    .execute()
  const byBatch = Map.groupBy(touched, ({ batch }) => batch)
  return rows.map((row) => ({
    id: row.id,
    recordType: row.record_type,
    recordTypes: [row.record_type, ...typesIn(row.more_types)],
    fileName: row.file_name,
    fileHash: row.file_hash,
    encoding: row.encoding,
    createdAt: row.created_at,
    revertedAt: row.reverted_at,
    madeBy: row.made_by,
    reason: row.reason,
    revertedBy: row.reverted_by,
    revertReason: row.revert_reason,
    institutions: byBatch.get(row.id) ?? [],
    cursor: toCursor(`${row.created_at} ${row.id}`),
  }))
}

function fromBatchCursor(cursor: string): [createdAt: string, id: string] {
  const [createdAt, id] = fromCursor(cursor).split(' ')
  if (!createdAt || !id) throw badCursor()
  return [createdAt, id]
}

/** The further record types of a batch, as its column `more_types` holds them. */
export function typesIn(moreTypes: string | null): string[] {
  return moreTypes === null ? [] : moreTypes.split(',')
}
