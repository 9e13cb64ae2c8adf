import type { Kysely } from 'kysely'
import type { Tables } from '../database.ts'
import { dataType, type Kind } from '../columns.ts'

/** Of which record types a batch is, beside the one that its file holds above all. */
export async function up(db: Kysely<Tables>, kind: Kind): Promise<void> {
  const tables = await db.introspection.getTables()
  if (tables.find(({ name }) => name === 'batch')!.columns.some(({ name }) => name === 'more_types')) return
  await db.schema
    .alterTable('batch')
    .addColumn('more_types', dataType({ kind: 'text' }, kind))
    .execute()
}
