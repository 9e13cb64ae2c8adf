import type { Kysely } from 'kysely'
import type { Tables } from '../database.ts'
import { dataType, type Kind } from '../columns.ts'

/** The whole of an indicator in every institution, in one row. */
export async function up(db: Kysely<Tables>, kind: Kind): Promise<void> {
  const key = { indicator: 'text', basis: 'text', scope: 'text', year: 'integer', profile: 'text' } as const
  let table = db.schema.createTable('ranked_figures').ifNotExists()
  for (const [name, holds] of Object.entries({
    ...key,
    definition: 'text',
    figures: 'text',
  } as const))
    table = table.addColumn(name, dataType({ kind: holds }, kind), (column) => column.notNull())
  await table.addPrimaryKeyConstraint('ranked_figures_key', Object.keys(key) as never[]).execute()
}
