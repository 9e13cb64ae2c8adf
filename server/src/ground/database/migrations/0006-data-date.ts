import { sql, type Kysely } from 'kysely'
import type { Tables } from '../database.ts'
import { dataType, type Kind } from '../columns.ts'

/** Which batch set an institution's data date, and what it has reported by year. */
export async function up(db: Kysely<Tables>, kind: Kind): Promise<void> {
  const tables = await db.introspection.getTables()
  const has = (table: string, column: string) =>
    tables.find(({ name }) => name === table)?.columns.some(({ name }) => name === column) ?? false
  if (!has('batch_institution', 'data_date')) {
    await db.schema
      .alterTable('batch_institution')
      .addColumn('data_date', dataType({ kind: 'text' }, kind))
      .execute()
    await tellDataDates(db)
  }
  if (has('reported_years', 'institution')) return
  await db.schema
    .createTable('reported_years')
    .addColumn('institution', dataType({ kind: 'text' }, kind), (column) => column.primaryKey())
    .addColumn('definition', dataType({ kind: 'text' }, kind), (column) => column.notNull())
    .addColumn('revision', dataType({ kind: 'bigint' }, kind), (column) => column.notNull())
    .addColumn('reported', dataType({ kind: 'text' }, kind), (column) => column.notNull())
    .execute()
}

/**
 * Before, the latest day of all batches that nobody took back was the data date. So each of them that said a later day than all
 * before it set it, and every institution keeps the data date that it has.
 */
export async function tellDataDates(db: Kysely<Tables>): Promise<void> {
  await sql`
    update batch_institution set data_date = (select b.data_date from batch as b where b.id = batch_institution.batch)
    where exists (
      select 1 from batch as b
      where b.id = batch_institution.batch and b.reverted_at is null and b.data_date <> '1900-01-01'
        and not exists (
          select 1 from batch_institution as e join batch as before on before.id = e.batch
          where e.institution = batch_institution.institution and e.revision < batch_institution.revision
            and before.reverted_at is null and before.data_date >= b.data_date))`.execute(db)
}
