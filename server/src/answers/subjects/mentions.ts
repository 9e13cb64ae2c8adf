import type { Database } from '../../ground/database/database.ts'
import { leftOutOf } from '../../records/identity/canonical-records.ts'
import { readIdentity } from '../../records/identity/read-identity.ts'
import { listRecords, type RecordPage } from '../../records/list-records.ts'
import type { Field, RecordType } from '../../records/record-type.ts'
import { fieldsOf, RECORD_TYPES } from '../../records/record-types.ts'
import { typeOfKind, type Subject } from './subject.ts'

/** The records of one type that name a subject in one field. */
export interface Mention {
  type: RecordType
  field: Field
  page: RecordPage
}

export interface MentionRequest {
  /** Of this record type only. */
  type: string | null
  /** In this field only. */
  field: string | null
  first: number
  after: string | null
}

/**
 * The records that name a subject, whichever of its codes they were written with, by type and field in the order of the contract.
 * Fields that name it nowhere are left out. How many types there are bounds how many statements this takes, not how many records.
 */
export async function readMentions(
  database: Database,
  { institution, kind, code }: Subject,
  { type: onlyType, field: onlyField, first, after }: MentionRequest,
): Promise<Mention[]> {
  const identity = await readIdentity(database.quick, institution, null)
  const thing = typeOfKind(kind)
  const codes = thing === null ? [code] : (identity?.alike(thing, [code]) ?? [code])
  const places = placesNaming(kind).filter(
    ({ type, field }) =>
      (onlyType === null || type.name === onlyType) && (onlyField === null || field.name === onlyField),
  )
  const found: Mention[] = []
  for (const { type, field } of places) {
    const out = leftOutOf(identity, type)
    const page = await listRecords(database, {
      ...{ type: type.name, institution, first, after },
      filter: [{ dimension: field.name, in: codes }],
      except: { field: out.field, values: out.keys },
    })
    if (page.totalCount !== 0) found.push({ type, field, page })
  }
  return found
}

/** The fields that name things of a kind. */
export function placesNaming(kind: string): { type: RecordType; field: Field }[] {
  const thing = typeOfKind(kind)
  return RECORD_TYPES.filter(({ notOfSubjects }) => !notOfSubjects).flatMap((type) =>
    fieldsOf(type)
      .filter(({ kind: read, to, codeOf }) => (thing === null ? read === 'country' : (to ?? codeOf) === thing))
      .map((field) => ({ type, field })),
  )
}
