import { sql } from 'kysely'
import { QuestionError } from '../question-error.ts'
import { isOwnField, typesWithOwnFields } from '../records/own-fields.ts'
import { tableOf } from '../records/record-type.ts'
import type { Connection, Database } from './database.ts'
import { bringRecordTable, columnsOf, dataType, type Column, type Kind } from './record-table.ts'

const COLUMNS_LOCK = 4_127_003

/**
 * Brings the columns that a college's own fields lie in; nothing is written where they are there. A field that is declared no more
 * keeps its column, and what stands in it.
 * @throws QuestionError OWN_FIELD_CHANGED where a column holds something else than the field is declared as
 */
export async function bringOwnColumns(database: Database): Promise<void> {
  const types = typesWithOwnFields()
  if (types.length === 0) return
  const tables = await database.quick.introspection.getTables()
  let isMissing = false
  for (const type of types) {
    const has = new Map(tables.find(({ name }) => name === tableOf(type.name))!.columns.map((one) => [one.name, one]))
    for (const field of type.fields.filter(({ name }) => isOwnField(name))) {
      for (const column of columnsOf(field)) {
        const there = has.get(column.name)
        if (!there) isMissing = true
        else if (isText(there.dataType) !== (column.kind === 'text')) throw changed(type.name, column)
      }
    }
  }
  if (!isMissing) return
  await database.write(async (db) => {
    if (database.kind === 'postgres') await sql`select pg_advisory_xact_lock(${sql.lit(COLUMNS_LOCK)})`.execute(db)
    for (const type of types) await bringRecordTable(db, database.kind, type)
  })
}

/** Columns of own fields, declared now or once, by table and name: whether they hold text. */
export async function listOwnColumns(db: Connection): Promise<Map<string, Record<string, 'text' | 'number'>>> {
  const own = new Map<string, Record<string, 'text' | 'number'>>()
  for (const { name, columns } of await db.introspection.getTables()) {
    const found = columns.filter((column) => name.startsWith('record_') && isOwnField(column.name))
    if (found.length === 0) continue
    const holds = ({ dataType }: { dataType: string }) => (isText(dataType) ? 'text' : 'number')
    own.set(name, Object.fromEntries(found.map((column) => [column.name, holds(column)])))
  }
  return own
}

/** Brings a column that a backup has and that no field declares: what stands in it is not lost. */
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

function isText(dataType: string): boolean {
  return dataType.toLowerCase() === 'text'
}

function changed(recordType: string, { name }: Column): QuestionError {
  return new QuestionError('OWN_FIELD_CHANGED', {
    zh: `自定字段 ${recordType}.${name} 原来的内容与现在声明的类型不同。已使用的字段不能改类型：请改回，或另取字段名。`,
    en: `The own field ${recordType}.${name} was of another kind when its column was made. A field that is in use keeps its kind: put it back, or take another name.`,
  })
}
