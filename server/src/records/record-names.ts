import type { Words } from '@causeway/shared/words/words'
import { inParts } from '../ground/in-parts.ts'
import type { Connection, Database } from '../ground/database/database.ts'
import type { FieldOption } from './field-options.ts'
import type { RecordType } from './record-type.ts'
import { findRecordType, unknownType } from './record-types.ts'
import { holdsText, recordTable, selectCurrent } from './store.ts'
import type { StoredValues } from './stored-values.ts'
import { holds } from '../ground/database/database-then.ts'

const CODES_AT_ONCE = 500
const LONGEST_SEARCH = 200

/** What a record that has a name is called. */
export function nameOf({ title }: RecordType, values: StoredValues): Words {
  const first = (fields: string[]) => String(fields.map((name) => values[name]).find(Boolean) ?? '')
  return { zh: first(nameFields(title.zh)), en: first(nameFields(title.en)) }
}

/** What a list offers to be chosen, and what a reference may say. */
export function codeAndName(code: string, name: string): string {
  return name === '' || name === code ? code : `${code} ${name}`
}

/** The fields of which the first that is filled is the name. */
export function nameFields(alternatives: string[]): string[] {
  return alternatives[0]!.split('|')
}

/**
 * Names of the current records of a type that have codes, by code; those that are not there are left out, and so are codes that
 * records of different names share, as units of two standards may.
 */
export async function readNames(
  db: Connection,
  type: RecordType,
  institution: string,
  codes: readonly string[],
): Promise<Map<string, Words>> {
  const names = new Map<string, Words>()
  const shared = new Set<string>()
  for (const some of inParts(codes, CODES_AT_ONCE)) {
    const rows = await selectCurrent(db, type, institution).selectAll().where('code', 'in', some).execute()
    for (const row of rows) {
      const code = row['code'] as string
      const name = nameOf(type, row)
      const known = names.get(code)
      if (known && (known.zh !== name.zh || known.en !== name.en)) shared.add(code)
      names.set(code, name)
    }
  }
  for (const code of shared) names.delete(code)
  return names
}

/** The first of the codes that are there, with the names they go by; of one institution or (null) of all. */
export function listCodes(
  db: Connection,
  type: RecordType,
  institution: string | null,
  limit: number,
): Promise<FieldOption[]> {
  return selectCodes(db, type, institution, limit)
}

/** Those of an institution that hold a text in the code or in a name. @throws QuestionError UNKNOWN_RECORD_TYPE, where there are no codes */
export function searchCodes(
  { quick, kind }: Database,
  recordType: string,
  institution: string,
  search: string,
  limit: number,
): Promise<FieldOption[]> {
  const type = findRecordType(recordType)
  if (!type?.fields.some(({ name }) => name === 'code')) throw unknownType(recordType)
  const text = search.trim().slice(0, LONGEST_SEARCH)
  return selectCodes(quick, type, institution, limit, text === '' ? undefined : { kind, text })
}

async function selectCodes(
  db: Connection,
  type: RecordType,
  institution: string | null,
  limit: number,
  search?: { kind: Database['kind']; text: string },
): Promise<FieldOption[]> {
  const columns = [...new Set(['code', ...nameFields(type.title.zh), ...nameFields(type.title.en)])]
  let query = db
    .selectFrom(recordTable(type).table as `record_${string}`)
    .select(columns)
    .where(holds(db))
  if (institution !== null) query = query.where('institution', '=', institution)
  if (search) query = query.where(holdsText(search.kind, columns, search.text))
  const rows = await query.orderBy('code').limit(limit).execute()
  const codes = new Map<string, FieldOption>()
  for (const row of rows) {
    const code = String(row['code'])
    const name = nameOf(type, row)
    if (!codes.has(code)) codes.set(code, { key: code, label: { zh: name.zh || code, en: name.en || code } })
  }
  return [...codes.values()]
}

/** What is in one field of each current record of a type that has codes, by code; null: nothing. */
export async function readFieldByCode(
  db: Connection,
  type: RecordType,
  institution: string,
  field: string,
): Promise<Map<string, string | null>> {
  const rows = await selectCurrent(db, type, institution).selectAll().execute()
  return new Map(
    rows.map((row) => [String(row['code']), row[field] == null || row[field] === '' ? null : String(row[field])]),
  )
}
