import type { Words } from '@causeway/shared/words/words'
import type { Connection } from '../../ground/database/database.ts'
import { readNames } from '../record-names.ts'
import { isKnownByCode, type RecordType } from '../record-type.ts'
import { recordTypeOf, fieldsOf } from '../record-types.ts'

/** Of a decision about persons: they have numbers, and no record type of their own. */
export const PERSON = 'person'

/** What was decided of one code: which thing it is. */
export interface Decision {
  /** Name of a record type, or `person`. */
  recordType: string
  /** A code, a spelling, the key of a record of a type without codes, or the hash of a person. */
  code: string
  /** Null: the thing was split up, and nothing takes its place. */
  sameAs: string | null
  relation: Relation
  /** YYYY-MM-DD; null: always. */
  from: string | null
  decidedBy: string
  reason: string | null
  /** Whose records it is about, and its own place among them. */
  institution: string
  key: string
  since: number
  batch: string
}

export type Relation = 'same' | 'renamed' | 'merged' | 'split' | 'duplicate'

/** What those things are called that something was decided of, by `type\ninstitution\ncode`; spellings that never were a code have no name. */
export async function readDecidedNames(db: Connection, decisions: readonly Decision[]): Promise<Map<string, Words>> {
  const names = new Map<string, Words>()
  const kinds = Map.groupBy(decisions, ({ recordType, institution }) => `${recordType}\n${institution}`)
  for (const [kind, own] of kinds) {
    const { recordType, institution } = own[0]!
    const type = recordType === PERSON ? null : recordTypeOf(recordType)
    if (type === null || !isKnownByCode(type)) continue
    const codes = own.flatMap(({ code, sameAs }) => (sameAs === null ? [code] : [code, sameAs]))
    for (const [code, name] of await readNames(db, type, institution, [...new Set(codes)])) {
      if (name.zh !== '' || name.en !== '') names.set(`${kind}\n${code}`, name)
    }
  }
  return names
}

/** A field that says which thing a record is about, and what kind of thing. */
interface CodeField {
  name: string
  /** A record type, or `person`. */
  recordType: string
}

/** The fields of a type that name other things: by a reference, a unit's code, a person's number. */
export function codeFieldsOf(type: RecordType): CodeField[] {
  return fieldsOf(type).flatMap(({ name, kind, to, codeOf }) => {
    const recordType = kind === 'person' ? PERSON : (to ?? codeOf)
    return recordType === undefined ? [] : [{ name, recordType }]
  })
}
