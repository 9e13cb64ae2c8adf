import { sql, type Kysely } from 'kysely'
import type { Database, Tables } from '../../ground/database/database.ts'
import { raiseRevisions } from '../../records/commit.ts'
import { listTables, type TableShape } from '../../ground/database/list-tables.ts'
import { DERIVED_TABLES, type Cell } from './backup-format.ts'

const ROWS_PER_READ = 5000
/** Below the limits of both databases (SQLite 32,766, PostgreSQL 65,535). */
const PARAMETERS_PER_INSERT = 20_000

/** The tables that a backup holds, without what a restore makes anew. */
export async function listBackedUpTables(kind: Database['kind'], db: Kysely<Tables>): Promise<TableShape[]> {
  const tables = (await listTables(kind, db)).filter((table) => !DERIVED_TABLES.has(table.name))
  return tables.map((table) => ({ ...table, columns: table.columns.filter((column) => column !== 'epoch') }))
}

/** All rows of a table in the order of its key, some thousands at a time. */
export async function* readRows(db: Kysely<Tables>, { name, columns, key }: TableShape): AsyncGenerator<Cell[][]> {
  const all = sql.join(columns.map((column) => sql.ref(column)))
  const order = sql.join(key.map((column) => sql.ref(column)))
  let last: Cell[] | undefined
  for (;;) {
    const after = last && sql`where (${order}) > (${sql.join(last)})`
    const { rows } = await sql<Record<string, Cell>>`
      select ${all} from ${sql.table(name)} ${after ?? sql``} order by ${order} limit ${sql.lit(ROWS_PER_READ)}`.execute(
      db,
    )
    if (rows.length > 0) yield rows.map((row) => columns.map((column) => row[column] ?? null))
    if (rows.length < ROWS_PER_READ) return
    const end = rows.at(-1)!
    last = key.map((column) => end[column]!)
  }
}

/** Takes the write lock of the whole database, so that no writer comes between emptying and filling. */
export async function lockAll(kind: Database['kind'], db: Kysely<Tables>): Promise<void> {
  if (kind === 'postgres')
    await sql`lock table institution_state, record_revision, batch, setting in exclusive mode`.execute(db)
}

export async function emptyTables(kind: Database['kind'], db: Kysely<Tables>): Promise<void> {
  for (const { name } of await listTables(kind, db)) {
    if (!['country', 'bloc_membership'].includes(name)) await sql`delete from ${sql.table(name)}`.execute(db)
  }
}

export async function insertRows(db: Kysely<Tables>, table: string, columns: string[], rows: Cell[][]): Promise<void> {
  const perInsert = Math.max(1, Math.floor(PARAMETERS_PER_INSERT / columns.length))
  const names = sql.join(columns.map((column) => sql.ref(column)))
  for (let from = 0; from < rows.length; from += perInsert) {
    const values = rows.slice(from, from + perInsert).map((row) => sql`(${sql.join(row)})`)
    await sql`insert into ${sql.table(table)} (${names}) values ${sql.join(values)}`.execute(db)
  }
}

export async function readRevisions(db: Kysely<Tables>): Promise<Map<string, number>> {
  const rows = await db.selectFrom('institution_state').select(['institution', 'revision']).execute()
  return new Map(rows.map(({ institution, revision }) => [institution, revision]))
}

/**
 * Where the institution had come further than the backup, figures made from its later revisions may still be in the memory of a
 * server: its counter goes on from there, and everything that figures read counts as changed.
 */
export async function raisePast(db: Kysely<Tables>, before: Map<string, number>): Promise<void> {
  const states = await db.selectFrom('institution_state').select(['institution', 'revision', 'data_date']).execute()
  const after = new Map(states.map((state) => [state.institution, state]))
  const at = new Date().toISOString()
  const raised = [...before].map(([institution, old]) => {
    const { revision, data_date } = after.get(institution) ?? { revision: 0, data_date: null }
    const dataDate = { before: data_date, after: data_date }
    return { institution, revision: Math.max(old, revision) + 1, types: ['data-date'], dataDate, at }
  })
  await raiseRevisions(db, raised)
}
