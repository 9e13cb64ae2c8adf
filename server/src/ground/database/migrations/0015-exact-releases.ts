import type { Kysely } from 'kysely'
import type { Tables } from '../database.ts'
import { dataType, type Kind } from '../columns.ts'

/** The exact figures of a release beside its public ones; a release that was made before has none. */
export async function up(db: Kysely<Tables>, kind: Kind): Promise<void> {
  const tables = await db.introspection.getTables()
  if (tables.find(({ name }) => name === 'release_figures')!.columns.some(({ name }) => name === 'exact')) return
  await db.schema
    .alterTable('release_figures')
    .addColumn('exact', dataType({ kind: 'text' }, kind))
    .execute()
}
