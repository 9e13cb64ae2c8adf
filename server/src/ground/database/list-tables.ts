import { sql, type Kysely } from 'kysely'
import type { Database, Tables } from './database.ts'

export interface TableShape {
  name: string
  /** Names of all columns, in the order of the table. */
  columns: string[]
  /** Names of those that hold text. */
  texts: string[]
  /** Names of the columns of the primary key, in its order. */
  key: string[]
}

/** Every table of ours, without those that keep account of migrations, by name. */
export async function listTables(kind: Database['kind'], db: Kysely<Tables>): Promise<TableShape[]> {
  const rows = kind === 'sqlite' ? await readFromSqlite(db) : await readFromPostgres(db)
  const tables = new Map<string, TableShape & { keyed: [place: number, column: string][] }>()
  for (const { table, column, type, place } of rows) {
    const shape = tables.get(table) ?? { name: table, columns: [], texts: [], key: [], keyed: [] }
    tables.set(table, shape)
    shape.columns.push(column)
    if (type.toLowerCase() === 'text') shape.texts.push(column)
    if (Number(place) > 0) shape.keyed.push([Number(place), column])
  }
  return [...tables.values()].map(({ keyed, ...shape }) => ({
    ...shape,
    key: keyed.sort(([a], [b]) => a - b).map(([, column]) => column),
  }))
}

/** Names of all indexes of tables of ours that are no keys. */
export async function listIndexes(kind: Database['kind'], db: Kysely<Tables>): Promise<string[]> {
  const { rows } = await (
    kind === 'sqlite'
      ? sql<{ name: string }>`select name from sqlite_schema where type = 'index' and sql is not null`
      : sql<{ name: string }>`select indexname as name from pg_indexes where schemaname = current_schema()`
  ).execute(db)
  return rows.map(({ name }) => name)
}

interface ColumnRow {
  table: string
  column: string
  type: string
  /** Place in the primary key, from 1; 0: none. */
  place: number | string
}

async function readFromSqlite(db: Kysely<Tables>): Promise<ColumnRow[]> {
  const { rows } = await sql<ColumnRow>`
    select t.name as "table", c.name as "column", c.type as type, c.pk as place
    from sqlite_schema t join pragma_table_info(t.name) c
    where t.type = 'table' and t.name not like 'sqlite\\_%' escape '\\' and t.name not like 'kysely\\_%' escape '\\'
    order by t.name, c.cid`.execute(db)
  return rows
}

async function readFromPostgres(db: Kysely<Tables>): Promise<ColumnRow[]> {
  const { rows } = await sql<ColumnRow>`
    select t.relname as "table", a.attname as "column", y.typname as type,
      coalesce(array_position(i.indkey::int2[], a.attnum) + 1, 0)::int as place
    from pg_class t
    join pg_namespace n on n.oid = t.relnamespace and n.nspname = current_schema()
    join pg_attribute a on a.attrelid = t.oid and a.attnum > 0 and not a.attisdropped
    join pg_type y on y.oid = a.atttypid
    left join pg_index i on i.indrelid = t.oid and i.indisprimary
    where t.relkind in ('r', 'p') and t.relname not like 'kysely\\_%'
    order by t.relname collate "C", a.attnum`.execute(db)
  return rows
}
