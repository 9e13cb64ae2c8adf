import { sql, type RawBuilder } from 'kysely'

export type Kind = 'sqlite' | 'postgres'
export type ColumnKind = 'text' | 'integer' | 'bigint'

export interface Column {
  name: string
  kind: ColumnKind
  required?: true
}

/** A table that must be there: made and widened after the migrations. Its key: institution, key, since. */
export interface DeclaredTable {
  name: string
  /** The record type that it keeps. */
  of: string
  columns: Column[]
  indexes: { name: string; columns: string[] }[]
}

/** Columns of the fields that a college declares for itself begin so. */
export function isOwnColumn(name: string): boolean {
  return name.startsWith('own_')
}

/** Text is ordered by its bytes on both databases, whatever the server's own collation. */
export function dataType({ kind: column }: Pick<Column, 'kind'>, kind: Kind): RawBuilder<unknown> {
  if (column === 'text') return kind === 'postgres' ? sql`text collate "C"` : sql`text`
  return column === 'bigint' && kind === 'postgres' ? sql`bigint` : sql`integer`
}
