import { UNKNOWN } from '@causeway/shared/unknown'
import { fromCursor, toCursor } from '../ground/cursor.ts'
import type { Column } from '../ground/database/columns.ts'
import type { Connection, Database } from '../ground/database/database.ts'
import { inParts } from '../ground/database/many.ts'
import { QuestionError } from '../ground/question-error.ts'
import { isAmong, type RecordKeys } from '../ground/database/list-conditions.ts'
import { conditionSql, fieldNamed, sortSql, type RecordCondition, type RecordSort } from './record-conditions.ts'
import { columnsOf } from './record-table.ts'
import type { Field, RecordType } from './record-type.ts'
import { fieldsOf, findRecordType, recordTypeOf, unknownType } from './record-types.ts'
import { findCurrent, recordTable, selectCurrent, toRecord } from './store.ts'
import { timesFactor, type StoredRecord as RecordVersion } from './stored-values.ts'
import { thenOf } from '../ground/database/database-then.ts'

/** A record as lists show it. */
export interface StoredRecord extends RecordVersion {
  /** `type/institution/key` */
  id: string
  /** Its place in the list; give it as `after` for what follows. */
  cursor: string
}

export interface RecordPage {
  records: StoredRecord[]
  hasNext: boolean
  endCursor: string | null
  /** Null: more than are worth counting. */
  totalCount: number | null
}

export interface RecordListRequest {
  type: string
  institution: string
  /** Values of one dimension are ORed, dimensions ANDed. A dimension is a field of the type. */
  filter?: readonly { dimension: string; in: readonly string[] }[] | null
  /** What fields must hold; all of them must. */
  where?: readonly RecordCondition[] | null
  /** What the list is sorted by; the key where it is absent. */
  sort?: RecordSort | null
  /** Only these: records whose key a statement selects. */
  among?: RecordKeys | null
  /** Records with one of these in the field are left out. */
  except?: { field: string; values: readonly string[] }
  /** As they were at this revision; null or absent: as they are. */
  revision?: number | null
  first: number
  after?: string | null
}

const PAGE = 1000

/** All of them, page by page. */
export async function listAllRecords(
  database: Database,
  request: Omit<RecordListRequest, 'first' | 'after'>,
): Promise<StoredRecord[]> {
  const records: StoredRecord[] = []
  for (let after: string | null = null; ;) {
    const page = await listRecords(database, { ...request, first: PAGE, after })
    records.push(...page.records)
    if (!page.hasNext) return records
    after = page.endCursor
  }
}

/** Beyond it a list says that there are more, not how many. */
const MOST_COUNTED = 100_000

/**
 * The records of a type that an institution has now, in the order of a sort and then of their keys, so that a page begins where the
 * last one ended whatever was imported in between.
 * @throws QuestionError UNKNOWN_RECORD_TYPE, UNKNOWN_DIMENSION, FILTER_TOO_LONG, BAD_CONDITION, BAD_PAGE
 */
export function listRecords(
  database: Database,
  { type: name, institution, filter, where, sort: asked, among, except, revision, first, after }: RecordListRequest,
): Promise<RecordPage> {
  const type = findRecordType(name)
  if (!type) throw unknownType(name)
  const listed = (where ?? []).flatMap(({ field, in: values }) => (values ? [{ dimension: field, in: values }] : []))
  const rest = (where ?? []).filter(({ in: values }) => !values)
  checkFilterSize([...(filter ?? []), ...listed, ...rest.map(() => ({ in: [] }))])
  for (const { dimension } of listed) fieldNamed(type, dimension)
  const conditions = [...(filter ?? []), ...listed].map(({ dimension, in: values }) =>
    toCondition(type, dimension, values),
  )
  const sort = asked ? sortSql(type, asked) : null
  return database.snapshot(async (db) => {
    const select = () => {
      let query = selectRecords(db, type, institution, conditions, { except, revision })
      for (const one of rest) query = query.where(conditionSql(db, database.kind, { type, institution }, one))
      return among ? query.where(isAmong(among, database.kind)) : query
    }
    let page = select().selectAll()
    if (sort) page = page.orderBy(sort.empty).orderBy(sort.value, sort.descending ? 'desc' : 'asc')
    if (after) page = sort ? page.where(sort.after(after)) : page.where('key', '>', fromCursor(after))
    const rows = await page
      .orderBy('key')
      .limit(first + 1)
      .execute()
    const { count } = await db
      .selectFrom(
        select()
          .select('key')
          .limit(MOST_COUNTED + 1)
          .as('some'),
      )
      .select((e) => e.fn.countAll<number>().as('count'))
      .executeTakeFirstOrThrow()
    const records = rows.slice(0, first).map((row) => toListed(toRecord(recordTable(type), row), sort?.cursorOf))
    return {
      records,
      hasNext: rows.length > first,
      endCursor: records.at(-1)?.cursor ?? null,
      totalCount: count > MOST_COUNTED ? null : count,
    }
  })
}

/** The current record of an id `type/institution/key`, or null. */
export async function findRecord(database: Database, id: string): Promise<StoredRecord | null> {
  const [name, institution, ...rest] = id.split('/')
  const type = findRecordType(name ?? '')
  if (!type || institution === undefined || rest.length === 0) return null
  const row = await selectCurrent(database.quick, type, institution)
    .selectAll()
    .where('key', '=', rest.join('/'))
    .executeTakeFirst()
  return row ? toListed(toRecord(recordTable(type), row)) : null
}

/** The records of a type by their keys, as they are or were at a revision, in no order; those that are not there are left out. */
export async function findRecords(
  db: Connection,
  kind: Database['kind'],
  recordType: string,
  institution: string,
  keys: string[],
  revision = thenOf(db)?.revision ?? null,
): Promise<StoredRecord[]> {
  const type = recordTypeOf(recordType)
  const table = recordTable(type)
  if (revision !== null) {
    const found: StoredRecord[] = []
    for (const some of inParts(keys)) {
      const rows = await selectCurrent(db, type, institution, revision).selectAll().where('key', 'in', some).execute()
      found.push(...rows.map((row) => toListed(toRecord(table, row))))
    }
    return found
  }
  const places = keys.map((key) => [institution, key])
  return (await findCurrent(db, kind, table, places)).map((one) => toListed(one))
}

/** The current records of a type that have one of these values in each of these fields, in no order. */
export async function listRecordsWhere(
  db: Connection,
  recordType: string,
  institution: string,
  values: Record<string, readonly string[]>,
): Promise<StoredRecord[]> {
  const type = recordTypeOf(recordType)
  const conditions = Object.entries(values).map(([field, some]) => ({ field, values: [...some], orEmpty: false }))
  const rows = await selectRecords(db, type, institution, conditions).selectAll().execute()
  return rows.map((row) => toListed(toRecord(recordTable(type), row)))
}

/** How many current records of a type name each code in a field. */
export async function countByCode(
  { quick }: Database,
  type: RecordType,
  institution: string,
  field: string,
): Promise<Map<string, number>> {
  const rows = await selectCurrent(quick, type, institution)
    .where(field, 'is not', null)
    .groupBy(field)
    .select((e) => [e.ref(field).as('code'), e.fn.countAll<number>().as('count')])
    .execute()
  return new Map(rows.map(({ code, count }) => [String(code), Number(count)]))
}

/** As lists show it. */
function toListed(record: RecordVersion, cursorOf = ({ key }: RecordVersion) => toCursor(key)): StoredRecord {
  return { ...record, id: `${record.type}/${record.institution}/${record.key}`, cursor: cursorOf(record) }
}

interface Condition {
  field: string
  values: (string | number)[]
  orEmpty: boolean
  /** Values of the field together with one of another: an instrument and its version. */
  versions?: { field: string; pairs: [value: string, version: string][] }
}

function selectRecords(
  db: Connection,
  type: RecordType,
  institution: string,
  conditions: Condition[],
  { except, revision }: Pick<RecordListRequest, 'except' | 'revision'> = {},
) {
  let query = selectCurrent(db, type, institution, revision)
  if (except && except.values.length > 0) query = query.where(except.field, 'not in', [...except.values])
  for (const { field, values, orEmpty, versions } of conditions) {
    query = query.where((e) =>
      e.or([
        e(field, 'in', values.length > 0 ? values : [null]),
        ...(orEmpty ? [e(field, 'is', null)] : []),
        ...(versions?.pairs ?? []).map(([value, version]) =>
          e.and([
            e(field, '=', value),
            version === '' ? e(versions!.field, 'is', null) : e(versions!.field, '=', version),
          ]),
        ),
      ]),
    )
  }
  return query
}

/** Fields that carry a dimension under another name. */
const FIELDS_OF_DIMENSIONS: Record<string, string[]> = {
  country: ['nationality'],
  partner: ['sponsor', 'host'],
  award: ['medal'],
  type: ['employer_type', 'audience', 'kind'],
  competency: ['standard_unit'],
  level: ['certificate_level'],
}

/** Dimensions whose categories are a value and its version, as `HSK/3.0`. */
const VERSIONS_OF_DIMENSIONS: Record<string, string> = { instrument: 'version', scale: 'scale_version' }

function toCondition(type: RecordType, dimension: string, values: readonly string[]): Condition {
  const fields = fieldsOf(type)
  const names = [dimension, ...(FIELDS_OF_DIMENSIONS[dimension] ?? [])]
  const field = names
    .map((name) => fields.find((candidate) => candidate.name === name))
    .find((found) => found !== undefined)
  if (!field) {
    const known = fields.map(({ name }) => name)
    throw new QuestionError('UNKNOWN_DIMENSION', {
      zh: `${type.label.zh}没有维度 ${dimension}；可用：${known.join('、')}。`,
      en: `A record of ${type.name} has no ${dimension}. It has ${known.join(', ')}.`,
      facts: { dimension, dimensions: known },
    })
  }
  const [column] = columnsOf(field)
  const version = VERSIONS_OF_DIMENSIONS[dimension]
  const pairs = values.flatMap((value): [string, string][] => {
    const at = value.lastIndexOf('/')
    return at < 0 ? [] : [[value.slice(0, at), value.slice(at + 1)]]
  })
  return {
    ...(version && fields.some(({ name }) => name === version) && { versions: { field: version, pairs } }),
    field: field.name,
    values: column!.kind === 'text' ? [...values] : values.flatMap((value) => toStoredNumbers(value, field, column!)),
    orEmpty: values.includes(UNKNOWN),
  }
}

const LARGEST_INTEGER = 2 ** 31 - 1

/** As the column holds it. None for a text that no number of that column equals: PostgreSQL would refuse to compare it. */
function toStoredNumbers(text: string, { factor = 1 }: Field, { kind }: Column): number[] {
  const number = text.trim() === '' ? NaN : timesFactor(Number(text), factor)
  const fits = Number.isSafeInteger(number) && (kind === 'bigint' || Math.abs(number) <= LARGEST_INTEGER)
  return fits ? [number] : []
}

const MOST_FILTERS = 20
const MOST_KEYS = 500

/** A filter becomes part of a statement, which has room for so much. @throws QuestionError FILTER_TOO_LONG */
export function checkFilterSize(filters: readonly { in: readonly string[] }[]): void {
  const keys = filters.reduce((sum, filter) => sum + filter.in.length, 0)
  if (filters.length <= MOST_FILTERS && keys <= MOST_KEYS) return
  throw new QuestionError('FILTER_TOO_LONG', {
    zh: `筛选最多 ${MOST_FILTERS} 项、${MOST_KEYS} 个取值。`,
    en: `There are at most ${MOST_FILTERS} filters, with ${MOST_KEYS} values in all.`,
    facts: { filters: MOST_FILTERS, values: MOST_KEYS },
  })
}
