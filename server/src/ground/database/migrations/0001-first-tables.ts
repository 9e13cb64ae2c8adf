import { sql, type Kysely } from 'kysely'
import type { Tables } from '../database.ts'
import { dataType, type ColumnKind, type Kind } from '../columns.ts'
import TABLES from './0001-first-tables.json' with { type: 'json' }

/** `kind?` may be empty. */
type ColumnWord = ColumnKind | `${ColumnKind}?`

interface TableWords {
  key: string[]
  columns: Record<string, ColumnWord>
}

export async function up(db: Kysely<Tables>, kind: Kind): Promise<void> {
  for (const [table, { key, columns }] of Object.entries(TABLES as unknown as Record<string, TableWords>)) {
    let create = db.schema.createTable(table)
    for (const [name, word] of Object.entries(columns)) {
      const empty = word.endsWith('?')
      const column = { kind: word.replace('?', '') as ColumnKind }
      create = create.addColumn(name, dataType(column, kind), (c) => (empty ? c : c.notNull()))
    }
    create = create.addPrimaryKeyConstraint(`${table}_key`, key as never)
    await (kind === 'sqlite' ? create.modifyEnd(sql`strict, without rowid`) : create).execute()
  }
  await db.schema.createIndex('batch_institution_batch').on('batch_institution').column('batch').execute()
  await db.schema.createIndex('token_hash').on('token').column('hash').execute()
}
