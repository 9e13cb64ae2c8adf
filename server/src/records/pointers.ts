import type { PointingTable } from '../ground/database/revert-versions.ts'
import type { RecordType } from './record-type.ts'
import { findRecordType, keyReferencesTo, referencesTo } from './record-types.ts'
import { recordTable } from './store.ts'

type Pointer = PointingTable & { type: RecordType }

/** The tables whose records may name a record of the type, by its code or by its key. */
export function pointersTo(type: RecordType): Pointer[] {
  return [
    ...referencesTo(type).map(({ from, field }): Pointer => ({ ...tableOf(from), field, by: 'code' })),
    ...keyReferencesTo(type).map(({ from, field, of }): Pointer => ({
      ...tableOf(from),
      field,
      by: 'key',
      only: { field: of, is: type.name },
    })),
    ...decisionsOn(type),
  ]
}

/** What was decided to be the same as a record rests on it; a unit need not be registered. */
function decisionsOn(type: RecordType): Pointer[] {
  const decisions = findRecordType('same-as')!
  const isDecidedOn = decisions.fields.some(({ choices }) => choices?.some(({ key }) => key === type.name))
  if (!isDecidedOn || type.name === 'unit' || type.name === 'institution') return []
  const by = type.fields.some(({ name }) => name === 'code') ? 'code' : 'key'
  return [{ ...tableOf(decisions), field: 'same_as', by, only: { field: 'record_type', is: type.name } }]
}

function tableOf(type: RecordType) {
  const { table, columns } = recordTable(type)
  return { type, table, columns }
}
