import type { Kysely } from 'kysely'
import type { Tables } from '../database.ts'
import { dataType, type Kind } from '../columns.ts'

/** What the public does not see of figures, so that a start settles nothing anew. */
export async function up(db: Kysely<Tables>, kind: Kind): Promise<void> {
  const key = { institution: 'text', indicator: 'text', basis: 'text', year: 'integer' } as const
  let table = db.schema.createTable('hidden_cells').ifNotExists()
  for (const [name, holds] of Object.entries({
    ...key,
    definition: 'text',
    revision: 'bigint',
    hidden: 'text',
  } as const))
    table = table.addColumn(name, dataType({ kind: holds }, kind), (column) => column.notNull())
  await table.addPrimaryKeyConstraint('hidden_cells_key', Object.keys(key) as never[]).execute()
}
