import type { Kysely } from 'kysely'
import type { Tables } from '../database.ts'
import { dataType, type Kind } from '../columns.ts'

/** Mappings that a college keeps under a name, with their earlier versions. */
export async function up(db: Kysely<Tables>, kind: Kind): Promise<void> {
  const type = (holds: 'text' | 'integer') => dataType({ kind: holds }, kind)
  let table = db.schema.createTable('saved_mapping').ifNotExists()
  for (const [name, holds] of Object.entries({
    institution: 'text',
    name: 'text',
    version: 'integer',
    record_types: 'text',
    heads: 'text',
    mapping: 'text',
    saved_at: 'text',
  } as const))
    table = table.addColumn(name, type(holds), (column) => column.notNull())
  for (const name of ['unit', 'saved_by', 'removed_at', 'removed_by'] as const)
    table = table.addColumn(name, type('text'))
  await table.addPrimaryKeyConstraint('saved_mapping_key', ['institution', 'name', 'version'] as never[]).execute()
}
