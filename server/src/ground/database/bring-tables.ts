import { fill } from '@causeway/shared/words/words'
import { sql, type CreateTableBuilder, type Kysely } from 'kysely'
import { QuestionError } from '../question-error.ts'
import { dataType, isOwnColumn, type Column, type DeclaredTable, type Kind } from './columns.ts'
import type { Connection, Tables } from './database.ts'
import { listIndexes, listTables, type TableShape } from './list-tables.ts'
import { tellPlanner } from './planner.ts'
import REFUSALS from '../refusals.json' with { type: 'json' }

/** What a declaration has and the database has not. */
interface Missing {
  table: string
  isNew: boolean
  columns: Column[]
  indexes: DeclaredTable['indexes']
}

/**
 * What the declared tables lack. A field that is declared no more keeps its column, and what it holds.
 * @throws QuestionError OWN_FIELD_CHANGED where a column holds something else than an own field is declared as
 */
export async function findMissing(
  kind: Kind,
  db: Kysely<Tables>,
  declared: readonly DeclaredTable[],
): Promise<Missing[]> {
  const shapes = new Map((await listTables(kind, db)).map((shape) => [shape.name, shape]))
  const known = new Set(await listIndexes(kind, db))
  return declared.flatMap(({ name: table, of, columns, indexes }): Missing[] => {
    const shape = shapes.get(table)
    if (shape) checkOwnColumns(of, columns, shape)
    const missing = {
      ...{ table, isNew: !shape },
      columns: columns.filter(({ name }) => !shape?.columns.includes(name)),
      indexes: indexes.filter(({ name }) => !known.has(name)),
    }
    return missing.columns.length + missing.indexes.length > 0 ? [missing] : []
  })
}

/** Makes the tables, columns and indexes that are declared and missing: a new type or field needs no migration. */
export async function bringTables(db: Kysely<Tables>, kind: Kind, declared: readonly DeclaredTable[]): Promise<void> {
  const missing = await findMissing(kind, db, declared)
  for (const { table, isNew, columns, indexes } of missing) {
    if (isNew) await createTable(db, kind, table, columns)
    else
      for (const column of columns)
        await db.schema.alterTable(table).addColumn(column.name, dataType(column, kind)).execute()
    for (const index of indexes) await db.schema.createIndex(index.name).on(table).columns(index.columns).execute()
  }
  const indexed = missing.flatMap(({ table, isNew, indexes }) => (isNew || indexes.length > 0 ? [table] : []))
  if (kind === 'sqlite' && indexed.length > 0) await tellPlanner(db, indexed)
}

async function createTable(db: Kysely<Tables>, kind: Kind, table: string, columns: Column[]): Promise<void> {
  let create: CreateTableBuilder<string, string> = db.schema.createTable(table)
  for (const column of columns) {
    create = create.addColumn(column.name, dataType(column, kind), (c) => (column.required ? c.notNull() : c))
  }
  create = create.addPrimaryKeyConstraint(`${table}_key`, ['institution', 'key', 'since'] as never)
  await (kind === 'sqlite' ? create.modifyEnd(sql`strict, without rowid`) : create).execute()
}

function checkOwnColumns(recordType: string, declared: readonly Column[], { columns, texts }: TableShape): void {
  for (const column of declared.filter(({ name }) => isOwnColumn(name))) {
    if (!columns.includes(column.name) || texts.includes(column.name) === (column.kind === 'text')) continue
    throw new QuestionError('OWN_FIELD_CHANGED', fill(REFUSALS.OWN_FIELD_CHANGED, { recordType, name: column.name }))
  }
}

/** Columns of own fields, declared now or once, by name: whether they hold text. */
export function ownColumnsOf({ name, columns, texts }: TableShape): Record<string, 'text' | 'number'> | undefined {
  const own = name.startsWith('record_') ? columns.filter(isOwnColumn) : []
  if (own.length === 0) return undefined
  return Object.fromEntries(own.map((column) => [column, texts.includes(column) ? 'text' : 'number']))
}

/** Brings a column that a backup has and that no field declares: what it holds is not lost. */
export async function addOwnColumn(
  db: Connection,
  kind: Kind,
  table: string,
  column: string,
  holds: 'text' | 'number',
): Promise<void> {
  const type = dataType({ kind: holds === 'text' ? 'text' : 'bigint' }, kind)
  await db.schema.alterTable(table).addColumn(column, type).execute()
}
