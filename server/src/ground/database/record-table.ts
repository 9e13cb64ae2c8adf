import { sql, type RawBuilder } from 'kysely'
import type { Field, RecordType } from '../../records/record-type.ts'

export type Kind = 'sqlite' | 'postgres'
export type ColumnKind = 'text' | 'integer' | 'bigint'

export interface Column {
  name: string
  kind: ColumnKind
  required?: true
}

/** What every record table has before its fields. */
const SYSTEM_COLUMNS: Column[] = [
  { name: 'institution', kind: 'text', required: true },
  { name: 'key', kind: 'text', required: true },
  { name: 'since', kind: 'bigint', required: true },
  { name: 'until', kind: 'bigint' },
  { name: 'batch', kind: 'text', required: true },
  { name: 'row', kind: 'integer' },
  { name: 'first_day', kind: 'integer' },
  { name: 'last_day', kind: 'integer' },
  { name: 'unit', kind: 'text' },
  { name: 'source_id', kind: 'text' },
  { name: 'note', kind: 'text' },
]

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

/** Text is ordered by its bytes on both databases, whatever the server's own collation. */
export function dataType({ kind: column }: Pick<Column, 'kind'>, kind: Kind): RawBuilder<unknown> {
  if (column === 'text') return kind === 'postgres' ? sql`text collate "C"` : sql`text`
  return column === 'bigint' && kind === 'postgres' ? sql`bigint` : sql`integer`
}
