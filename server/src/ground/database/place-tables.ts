import { sql } from 'kysely'
import type { Kind } from './columns.ts'
import type { Connection } from './database.ts'
import { listTables } from './list-tables.ts'
import type { SystemTables } from './tables.ts'

/** Where the rows of a table are, where PostgreSQL has several nodes: with their institution, or all of them on each node. */
export type Place = 'institution' | 'everywhere'

const PLACES: Record<keyof SystemTables, Place> = {
  institution_state: 'institution',
  record_revision: 'institution',
  // A batch may touch several institutions.
  batch: 'everywhere',
  batch_institution: 'institution',
  reported_years: 'institution',
  figure_set: 'institution',
  hidden_cells: 'institution',
  // One row is of all institutions.
  ranked_figures: 'everywhere',
  saved_mapping: 'institution',
  report: 'institution',
  revision: 'institution',
  release: 'institution',
  release_figures: 'institution',
  // One text is of many institutions.
  kept_text: 'everywhere',
  // A token is found by what its bearer sends.
  token: 'everywhere',
  session: 'everywhere',
  setting: 'everywhere',
  country: 'everywhere',
  bloc_membership: 'everywhere',
}

/** Every table of records is with its institution. */
export function placeOf(table: string): Place {
  return PLACES[table as keyof SystemTables] ?? 'institution'
}

/** Names of the tables that a PostgreSQL with Citus holds on one node still; none where there is no Citus. */
export async function findUnplaced(kind: Kind, db: Connection): Promise<string[]> {
  if (kind === 'sqlite') return []
  const { rows } = await sql<{ has: boolean }>`select to_regclass('pg_dist_partition') is not null as has`.execute(db)
  if (!rows[0]!.has) return []
  const placed = await sql<{ name: string }>`select logicalrelid::text as name from pg_dist_partition`.execute(db)
  const names = new Set(placed.rows.map(({ name }) => name))
  return (await listTables(kind, db)).map(({ name }) => name).filter((name) => !names.has(name))
}

/** Rows of one institution are on one node, whichever table they are of: Citus keeps together what is distributed by columns of one type. */
export async function placeTables(kind: Kind, db: Connection): Promise<void> {
  for (const table of await findUnplaced(kind, db))
    await (
      placeOf(table) === 'institution'
        ? sql`select create_distributed_table(${sql.lit(table)}, 'institution')`
        : sql`select create_reference_table(${sql.lit(table)})`
    ).execute(db)
}
