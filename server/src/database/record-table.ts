import { sql, type CreateTableBuilder, type Kysely, type RawBuilder } from 'kysely'
import { tableOf, type Field, type RecordType } from '../records/record-type.ts'
import type { Tables } from './database.ts'

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

/**
 * Makes the table of a record type from its declaration. Where it exists already, adds the columns that it lacks: so a later
 * migration that brings a field is this same call.
 */
export async function bringRecordTable(db: Kysely<Tables>, kind: Kind, type: RecordType): Promise<void> {
  const table = tableOf(type.name)
  const known = (await db.introspection.getTables()).find(({ name }) => name === table)
  if (!known) return createRecordTable(db, kind, type)
  const has = new Set(known.columns.map(({ name }) => name))
  for (const column of recordColumns(type)) {
    if (!has.has(column.name))
      await db.schema.alterTable(table).addColumn(column.name, dataType(column, kind)).execute()
  }
}

async function createRecordTable(db: Kysely<Tables>, kind: Kind, type: RecordType): Promise<void> {
  const table = tableOf(type.name)
  let create: CreateTableBuilder<string, string> = db.schema.createTable(table)
  for (const column of recordColumns(type)) {
    create = create.addColumn(column.name, dataType(column, kind), (c) => (column.required ? c.notNull() : c))
  }
  create = create.addPrimaryKeyConstraint(`${table}_key`, ['institution', 'key', 'since'] as never)
  await (kind === 'sqlite' ? create.modifyEnd(sql`strict, without rowid`) : create).execute()
  // References name a code, which is not the key where a source id is given. With `until`, or SQLite reads the institution's rows.
  if (type.fields.some((field) => field.name === 'code')) {
    await db.schema.createIndex(`${table}_code`).on(table).columns(['institution', 'code', 'until']).execute()
  }
  for (const { name } of type.fields.filter((field) => field.kind === 'record-key')) {
    await db.schema.createIndex(`${table}_${name}`).on(table).columns(['institution', name, 'until']).execute()
  }
}

/** Text is ordered by its bytes on both databases, whatever the server's own collation. */
export function dataType({ kind: column }: Pick<Column, 'kind'>, kind: Kind): RawBuilder<unknown> {
  if (column === 'text') return kind === 'postgres' ? sql`text collate "C"` : sql`text`
  return column === 'bigint' && kind === 'postgres' ? sql`bigint` : sql`integer`
}
