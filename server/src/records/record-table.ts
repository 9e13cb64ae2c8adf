import type { Column, DeclaredTable } from '../ground/database/columns.ts'
import { tableOf, type Field, type RecordType } from './record-type.ts'
import { RECORD_TYPES } from './record-types.ts'
import COLUMNS from './system-columns.json' with { type: 'json' }

/** What every record table has before its fields. */
const SYSTEM_COLUMNS: Column[] = COLUMNS as Column[]

/** The columns that hold one field: a date also as a day number. */
export function columnsOf(field: Field): Column[] {
  switch (field.kind) {
    case 'date':
      return [
        { name: field.name, kind: 'text' },
        { name: `${field.name}_day`, kind: 'integer' },
      ]
    case 'flag':
    case 'year':
    case 'level':
      return [{ name: field.name, kind: 'integer' }]
    case 'integer':
    case 'decimal':
      return [{ name: field.name, kind: 'bigint' }]
    default:
      return [{ name: field.name, kind: 'text' }]
  }
}

/** Every column of a type's table, in order. */
export function recordColumns(type: RecordType): Column[] {
  return [...SYSTEM_COLUMNS, ...type.fields.flatMap(columnsOf)]
}

/** The table of every declared type, a college's own fields among its columns. */
export function declaredTables(): DeclaredTable[] {
  return RECORD_TYPES.map((type) => ({
    name: tableOf(type.name),
    of: type.name,
    columns: recordColumns(type),
    indexes: indexesOf(type),
  }))
}

/** References name a code, which is not the key where a source id is given. With `until`, or SQLite reads the institution's rows. */
function indexesOf({ name, fields }: RecordType): DeclaredTable['indexes'] {
  const table = tableOf(name)
  return fields
    .filter((field) => field.name === 'code' || field.kind === 'record-key')
    .map((field) => ({ name: `${table}_${field.name}`, columns: ['institution', field.name, 'until'] }))
}
