import type { Kysely } from 'kysely'
import type { Tables } from '../database.ts'
import { dataType, type Kind } from '../columns.ts'

/** Word reports that a college keeps, each of a release or of what was live. */
export async function up(db: Kysely<Tables>, kind: Kind): Promise<void> {
  const type = (holds: 'text' | 'integer' | 'bigint') => dataType({ kind: holds }, kind)
  let table = db.schema.createTable('report').ifNotExists()
  for (const [name, holds] of Object.entries({
    institution: 'text',
    id: 'text',
    title: 'text',
    template: 'text',
    year: 'integer',
    language: 'text',
    revision: 'bigint',
    kept_at: 'text',
    file: 'text',
    file_name: 'text',
  } as const))
    table = table.addColumn(name, type(holds), (column) => column.notNull())
  for (const name of ['partner', 'release', 'kept_by'] as const) table = table.addColumn(name, type('text'))
  await table.addPrimaryKeyConstraint('report_key', ['institution', 'id'] as never).execute()
}
