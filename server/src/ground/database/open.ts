import { fileURLToPath } from 'node:url'
import type { Database } from './database.ts'
import { openPostgres } from './postgres.ts'
import { openSqlite } from './sqlite.ts'

/**
 * Opens the database of an address: `file:PATH` or `postgres://…`. Runs no migration. `threaded`: queries over records and writes
 * on SQLite leave this thread's event loop alone, and on PostgreSQL no query over records goes on for ever, as a server needs it.
 * `replicas`: where PostgreSQL is read besides.
 * @throws the driver's error, with its `code`, where the database cannot be opened
 */
export async function openDatabase(
  url: string,
  { threaded = false, replicas = [] }: { threaded?: boolean; replicas?: readonly string[] } = {},
): Promise<Database> {
  const database = /^postgres(ql)?:\/\//.test(url)
    ? await openPostgres(url, { boundedReads: threaded, replicas })
    : await openSqlite(toPath(url), { threaded })
  return Object.assign(database, { address: url })
}

/** `file:data/causeway.db` is relative to where the process is; `file:///data/causeway.db` is not. */
function toPath(url: string): string {
  if (url.startsWith('file://')) return fileURLToPath(url)
  return url.startsWith('file:') ? url.slice('file:'.length) : url
}
