import { formatQuantity } from '@causeway/shared/format-figure'
import type { Words } from '@causeway/shared/words/words'
import type { Database, Connection } from '../ground/database/database.ts'
import { describeRecords, type DescribedField } from './describe-record.ts'
import { fieldsOf, recordTypeOf } from './record-types.ts'
import type { StoredRecord, StoredValues } from './stored-values.ts'
import { listVersions } from './store.ts'

export interface DescribedChange {
  type: string
  institution: string
  key: string
  row: number | null
  label: Words
  /** Fields that are not as they were; of a new record those that are filled. */
  fields: ChangedField[]
}

export interface ChangedField {
  name: string
  label: Words
  before: Words
  after: Words
}

interface Change {
  type: string
  institution: string
  key: string
  row: number | null
  /** Null: it was not there. */
  before: StoredValues | null
  /** Null: it is there no more. */
  after: StoredValues | null
}

const NOTHING: Words = { zh: '', en: '' }

/** Changes in words; what records point to is looked up once for all of them. */
export async function describeChanges(database: Database, changes: readonly Change[]): Promise<DescribedChange[]> {
  const versions = changes.flatMap((change) => [toRecord(change, change.before), toRecord(change, change.after)])
  const described = await describeRecords(database, versions)
  return changes.map(({ type, institution, key, row, before, after }, index) => {
    const [was, is] = [described[index * 2]!, described[index * 2 + 1]!]
    const { label } = after ? is : was
    const declared = fieldsOf(recordTypeOf(type))
    const fields = is.fields.flatMap((field, at) =>
      toChanged(before && was.fields[at]!, after && field, field, declared[at]!.unit),
    )
    return { type, institution, key, row, label, fields }
  })
}

function toChanged(
  was: DescribedField | null,
  is: DescribedField | null,
  { name, label }: DescribedField,
  unit: Words | undefined,
): ChangedField[] {
  if ((was?.value ?? null) === (is?.value ?? null)) return []
  return [{ name, label, before: inUnit(was, unit), after: inUnit(is, unit) }]
}

/** A number with what it is counted in. */
function inUnit(field: DescribedField | null, unit: Words | undefined): Words {
  const { value, text } = field ?? { value: null, text: NOTHING }
  if (unit === undefined || typeof value !== 'number') return text
  const decimals = decimalsOf(value)
  return { zh: formatQuantity(value, decimals, unit, 'ZH'), en: formatQuantity(value, decimals, unit, 'EN') }
}

/** As many as the number is written with. */
function decimalsOf(value: number): number {
  return String(value).split('.')[1]?.length ?? 0
}

function toRecord({ type, institution, key, row }: Change, values: StoredValues | null): StoredRecord {
  return { type, institution, key, row, since: 0, until: null, batch: '', values: values ?? {} }
}

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
      // A version that is opened again keeps the batch that it came with; the taking back has none.
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
