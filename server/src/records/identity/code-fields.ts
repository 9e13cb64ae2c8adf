import type { RecordType } from '../record-type.ts'
import { fieldsOf } from '../record-types.ts'
import { PERSON } from '../types/same-as.ts'

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
