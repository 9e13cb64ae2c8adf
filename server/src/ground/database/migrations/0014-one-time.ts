import type { Kysely } from 'kysely'
import type { Tables } from '../database.ts'
import { dataType, type Kind } from '../columns.ts'

/** Until when access may be taken up that is given for one sign-in. */
export async function up(db: Kysely<Tables>, kind: Kind): Promise<void> {
  const tables = await db.introspection.getTables()
  if (tables.find(({ name }) => name === 'token')!.columns.some(({ name }) => name === 'once_until')) return
  await db.schema
    .alterTable('token')
    .addColumn('once_until', dataType({ kind: 'text' }, kind))
    .execute()
}
