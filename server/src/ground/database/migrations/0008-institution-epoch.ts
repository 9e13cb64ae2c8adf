import { sql, type Kysely } from 'kysely'
import type { Tables } from '../database.ts'
import { dataType, type Kind } from '../columns.ts'

/** The epoch of an institution beside its revision: both are of one row, on one node. */
export async function up(db: Kysely<Tables>, kind: Kind): Promise<void> {
  await db.schema
    .alterTable('institution_state')
    .addColumn('epoch', dataType({ kind: 'text' }, kind), (column) => column.notNull().defaultTo(''))
    .execute()
  await sql`update institution_state set epoch = coalesce((select value from setting where name = 'epoch'), '')`.execute(
    db,
  )
}
