import type { Kysely } from 'kysely'
import type { Tables } from '../database.ts'
import { dataType, type Kind } from '../columns.ts'

/** Who is signed in on the page. */
export async function up(db: Kysely<Tables>, kind: Kind): Promise<void> {
  const text = dataType({ kind: 'text' }, kind)
  await db.schema
    .createTable('session')
    .ifNotExists()
    .addColumn('hash', text, (column) => column.notNull().primaryKey())
    .addColumn('token', text, (column) => column.notNull())
    .addColumn('expires_at', text, (column) => column.notNull())
    .execute()
}
