import type { Kysely } from 'kysely'
import type { Tables } from '../database.ts'
import { dataType, type Kind } from '../columns.ts'

const COLUMNS: Record<string, string[]> = {
  batch: ['made_by', 'reason', 'reverted_by', 'revert_reason'],
  token: ['name'],
}

/** Who made a batch and why, and whose a token is. */
export async function up(db: Kysely<Tables>, kind: Kind): Promise<void> {
  const tables = await db.introspection.getTables()
  for (const [table, columns] of Object.entries(COLUMNS)) {
    const has = new Set(tables.find(({ name }) => name === table)!.columns.map(({ name }) => name))
    for (const column of columns)
      if (!has.has(column))
        await db.schema
          .alterTable(table)
          .addColumn(column, dataType({ kind: 'text' }, kind))
          .execute()
  }
}
