import type { Kysely } from 'kysely'
import type { Tables } from '../database.ts'
import { dataType, type Kind } from '../columns.ts'

/** What a college releases, each one a revision, and the figures that the public reads of it. */
export async function up(db: Kysely<Tables>, kind: Kind): Promise<void> {
  const [text, number] = [dataType({ kind: 'text' }, kind), dataType({ kind: 'bigint' }, kind)]
  let releases = db.schema
    .createTable('release')
    .ifNotExists()
    .addColumn('year', dataType({ kind: 'integer' }, kind), (column) => column.notNull())
    .addColumn('revision', number, (column) => column.notNull())
  for (const name of ['institution', 'id', 'name', 'created_at'])
    releases = releases.addColumn(name, text, (column) => column.notNull())
  for (const name of [
    'note',
    'created_by',
    'publish_at',
    'published_by',
    'came_out_at',
    'withdrawn_at',
    'withdrawn_by',
    'reason',
  ])
    releases = releases.addColumn(name, text)
  await releases
    .addPrimaryKeyConstraint('release_key', ['institution', 'id'] as never[])
    .addUniqueConstraint('release_name', ['institution', 'name'] as never[])
    .execute()
  let figures = db.schema.createTable('release_figures').ifNotExists()
  for (const name of ['institution', 'release', 'indicator', 'basis', 'figures'])
    figures = figures.addColumn(name, text, (column) => column.notNull())
  await figures
    .addPrimaryKeyConstraint('release_figures_key', ['institution', 'release', 'indicator', 'basis'] as never[])
    .execute()
}
