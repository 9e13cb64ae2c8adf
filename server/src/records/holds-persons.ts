import { fieldsOf, findRecordType } from './record-types.ts'

/** Whether a record of the type may name a person. */
export function holdsPersons(type: string): boolean {
  const recordType = findRecordType(type)
  return recordType !== undefined && fieldsOf(recordType).some(({ kind }) => kind === 'person')
}
