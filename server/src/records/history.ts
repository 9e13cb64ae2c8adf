import type { Connection, Database } from '../ground/database/database.ts'
import { describeChanges, type ChangedField } from './describe-changes.ts'
import { recordTypeOf } from './record-types.ts'
import { listVersions } from './store.ts'
import type { StoredRecord } from './stored-values.ts'

export const VERSION_CHANGES = ['NEW', 'CHANGED', 'WITHDRAWN', 'RESTORED'] as const

/** What happened to a record once. */
export interface RecordEvent {
  /** Revision from which it was so. */
  revision: number
  change: (typeof VERSION_CHANGES)[number]
  /** Id of the batch that did it; null: the taking back of one. */
  batch: string | null
  /** ISO date-time; null: not known. */
  at: string | null
  /** What is not as it was before. */
  fields: ChangedField[]
}

const MOST_VERSIONS = 200

/** What happened to a record, the latest first. */
export async function readHistory(
  database: Database,
  { type, institution, key }: Pick<StoredRecord, 'type' | 'institution' | 'key'>,
): Promise<RecordEvent[]> {
  const db = database.quick
  const versions = await listVersions(db, recordTypeOf(type), institution, key, MOST_VERSIONS)
  const batches = await readBatches(db, institution, versions)
  const moments = versions.flatMap((version, index) => momentsOf(version, versions[index - 1], versions[index + 1]))
  const described = await describeChanges(
    database,
    moments.map(({ before, after }) => ({ type, institution, key, row: null, before, after })),
  )
  return moments
    .map(({ revision, after, version, previous }, index): RecordEvent => {
      const made = batches.byRevision.get(revision) ?? null
      // A version that is opened again keeps the batch that it came with; the taking back has none of its own.
      const takenBack = made === null ? batches.byId.get((after === null ? version : previous)?.batch ?? '') : undefined
      return {
        revision,
        change:
          after === null ? 'WITHDRAWN' : made === null ? 'RESTORED' : previous?.until === revision ? 'CHANGED' : 'NEW',
        batch: made?.id ?? null,
        at: made?.created_at ?? takenBack?.reverted_at ?? null,
        fields: described[index]!.fields,
      }
    })
    .reverse()
}

interface Moment {
  revision: number
  before: StoredRecord['values'] | null
  after: StoredRecord['values'] | null
  version: StoredRecord
  previous: StoredRecord | undefined
}

function momentsOf(version: StoredRecord, previous?: StoredRecord, next?: StoredRecord): Moment[] {
  const before = previous?.until === version.since ? previous.values : null
  const moments: Moment[] = [{ revision: version.since, before, after: version.values, version, previous }]
  if (version.until !== null && next?.since !== version.until)
    moments.push({ revision: version.until, before: version.values, after: null, version, previous })
  return moments
}

async function readBatches(db: Connection, institution: string, versions: StoredRecord[]) {
  const revisions = [...new Set(versions.flatMap(({ since, until }) => (until === null ? [since] : [since, until])))]
  const ids = [...new Set(versions.map(({ batch }) => batch))]
  const columns = ['b.id', 'b.created_at', 'b.reverted_at'] as const
  const byRevision = await db
    .selectFrom('batch_institution as t')
    .innerJoin('batch as b', 'b.id', 't.batch')
    .select(['t.revision', ...columns])
    .where('t.institution', '=', institution)
    .where('t.revision', 'in', revisions.length > 0 ? revisions : [-1])
    .execute()
  const byId = await db
    .selectFrom('batch as b')
    .select([...columns])
    .where('b.id', 'in', ids.length > 0 ? ids : [''])
    .execute()
  return {
    byRevision: new Map(byRevision.map((row) => [row.revision, row])),
    byId: new Map(byId.map((row) => [row.id, row])),
  }
}
