import { sql } from 'kysely'
import type { Connection, Database } from './database.ts'

/** Rows of a table, rows of one institution, versions of one record. */
const OF_KEY = '1000000 20000 2 1'
/** Rows of a table, rows of one institution, versions with one code. */
const OF_INDEX = '1000000 20000 2'

/**
 * Tells SQLite how records lie. Without it, it takes an institution for some ten rows and reads all of them for every reference
 * that it follows, where the index of codes would name the one. Said once and not measured, so that a query runs alike on an
 * empty database and on a full one.
 */
export async function tellPlanner(db: Connection, tables: readonly string[]): Promise<void> {
  const { rows } = await sql`select 1 from sqlite_schema where name = 'sqlite_stat1'`.execute(db)
  // Makes the table of statistics, which nothing else can; later it would measure, and for long.
  if (rows.length === 0) await sql`analyze`.execute(db)
  for (const table of tables) {
    await sql`delete from sqlite_stat1 where tbl = ${table}`.execute(db)
    await sql`insert into sqlite_stat1 (tbl, idx, stat) values (${table}, ${table}, ${OF_KEY})`.execute(db)
    await sql`insert into sqlite_stat1 (tbl, idx, stat)
      select tbl_name, name, ${OF_INDEX} from sqlite_master
      where type = 'index' and tbl_name = ${table} and sql is not null`.execute(db)
  }
  // Read anew what was just written.
  await sql`analyze sqlite_master`.execute(db)
}

/** From which size PostgreSQL measures a table by itself, within a minute (`autovacuum_analyze_threshold`, `_scale_factor`). */
const [FROM_ROWS, FROM_SHARE] = [50, 0.1]

/**
 * Has PostgreSQL measure tables that grew by so much that it would soon do so by itself: until then it takes a table for as small as
 * it was, and reads all of one for each row of another. `rows` were added, by table, and are committed: nothing that fails here fails
 * them. One that somebody measures already is left to them.
 */
export async function measureGrown({ kind, quick }: Database, rows: ReadonlyMap<string, number>): Promise<void> {
  if (kind !== 'postgres') return
  for (const [table, count] of rows) if (count > FROM_ROWS) await measure(quick, table, count).catch(() => {})
}

async function measure(quick: Connection, table: string, grown: number): Promise<void> {
  const { rows } = await sql<{ known: number }>`
    select greatest(reltuples, 0) as known from pg_class where oid = ${table}::regclass`.execute(quick)
  if (grown > FROM_ROWS + FROM_SHARE * rows[0]!.known)
    await sql`analyze (skip_locked) ${sql.table(table)}`.execute(quick)
}
