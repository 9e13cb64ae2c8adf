import type { PointingTable } from '../database/revert-versions.ts'
import type { RecordType } from './record-type.ts'
import { keyReferencesTo, referencesTo } from './record-types.ts'
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
  ]
}

function tableOf(type: RecordType) {
  const { table, columns } = recordTable(type)
  return { type, table, columns }
}
