import type { Connection, Database } from '../../ground/database/database.ts'
import {
  listRecords,
  listRecordsWhere,
  type RecordListRequest,
  type RecordPage,
  type StoredRecord,
} from '../list-records.ts'
import { readTogether } from '../read-together.ts'
import type { RecordType } from '../record-type.ts'
import { recordTypeOf } from '../record-types.ts'
import type { StoredValues } from '../stored-values.ts'
import { codeFieldsOf } from './decision.ts'
import type { Identity } from './identity.ts'
import { readIdentity } from './read-identity.ts'

/** A record as it is stored, and its values as the decisions make them: codes that another represents are read as that one. */
export interface CanonicalRecord {
  record: StoredRecord
  values: StoredValues
}

const CODES_AT_ONCE = 500

/**
 * The current records of a type that have one of these values in each of these fields, whichever of their codes they were written
 * with, in the order of their keys. Records that are the same as another are left out. `identity` null: nothing was decided.
 */
export async function listCanonical(
  db: Connection,
  identity: Identity | null,
  recordType: string,
  institution: string,
  wanted: Record<string, readonly string[]>,
): Promise<CanonicalRecord[]> {
  const type = recordTypeOf(recordType)
  const alike = new Map(Object.entries(wanted).map(([field, values]) => [field, likeOf(type, identity, field, values)]))
  const [longest] = [...alike].sort(([, a], [, b]) => b.length - a.length)
  const found: StoredRecord[] = []
  for (let at = 0; at === 0 || (longest && at < longest[1].length); at += CODES_AT_ONCE) {
    const some = new Map(alike)
    if (longest) some.set(longest[0], longest[1].slice(at, at + CODES_AT_ONCE))
    found.push(...(await listRecordsWhere(db, recordType, institution, Object.fromEntries(some))))
  }
  readTogether(found.sort((a, b) => (a.key < b.key ? -1 : 1)))
  return toCanonical(identity, type, found)
}

/** The same, of the institution as it is. */
export function readCanonical(
  database: Database,
  recordType: string,
  institution: string,
  wanted: Record<string, readonly string[]> = {},
): Promise<CanonicalRecord[]> {
  return database.snapshot(async (db) =>
    listCanonical(db, await readIdentity(db, institution, null), recordType, institution, wanted),
  )
}

/** Records of one type as the decisions make them, without those that are the same as another. */
export function toCanonical(
  identity: Identity | null,
  type: RecordType,
  records: readonly StoredRecord[],
): CanonicalRecord[] {
  if (identity === null) return records.map((record) => ({ record, values: record.values }))
  const { field, keys } = leftOutOf(identity, type)
  const isOut = new Set(keys)
  const codes = codeFieldsOf(type).filter(({ recordType }) => identity.aliases(recordType).size > 0)
  return records.flatMap((record) => {
    if (isOut.has(field === 'key' ? record.key : String(record.values[field]))) return []
    const values = { ...record.values }
    for (const { name, recordType } of codes) {
      const code = values[name]
      if (typeof code === 'string') values[name] = identity.canonical(recordType, code)
    }
    return [{ record, values }]
  })
}

/** A page of the records of a type as the decisions make them, in the order of their keys. */
export async function listCanonicalPage(
  database: Database,
  identity: Identity | null,
  request: RecordListRequest,
): Promise<Omit<RecordPage, 'records'> & { records: CanonicalRecord[] }> {
  const type = recordTypeOf(request.type)
  const { field, keys } = leftOutOf(identity, type)
  const { records, ...page } = await listRecords(database, { ...request, except: { field, values: keys } })
  return { ...page, records: toCanonical(identity, type, readTogether(records)) }
}

/** A thing of a register by its code, and the day for which it is described. */
export interface Registered extends CanonicalRecord {
  institution: string
  code: string
  /** Code that represents it since it was renamed or merged: what is said of it is said there. Null: it represents itself. */
  successor: string | null
  /** YYYY-MM-DD */
  on: string
}

export function toRegistered({ record, values }: CanonicalRecord, identity: Identity | null, on: string): Registered {
  const code = String(values['code'])
  const successor = identity?.canonical(record.type, code) ?? code
  return { record, values, institution: record.institution, code, successor: successor === code ? null : successor, on }
}

/** A page of a register; a thing that is the same as another is not in it. */
export async function listRegister(
  database: Database,
  type: string,
  { on, ...asked }: { institution: string; on: string; first: number; after: string | null },
): Promise<{ things: Registered[]; hasNext: boolean; totalCount: number | null }> {
  const identity = await readIdentity(database.quick, asked.institution, null)
  const { records, hasNext, totalCount } = await listCanonicalPage(database, identity, { type, ...asked })
  return { things: readTogether(records.map((it) => toRegistered(it, identity, on))), hasNext, totalCount }
}

/** Which records of a type are the same as another: by the field that names them. */
export function leftOutOf(identity: Identity | null, type: RecordType): { field: string; keys: readonly string[] } {
  const field = type.fields.some(({ name }) => name === 'code') ? 'code' : 'key'
  return { field, keys: identity?.leftOut(type.name) ?? [] }
}

function likeOf(type: RecordType, identity: Identity | null, field: string, values: readonly string[]): string[] {
  const named = codeFieldsOf(type).find(({ name }) => name === field)?.recordType
  return identity === null || named === undefined ? [...new Set(values)] : identity.alike(named, values)
}
