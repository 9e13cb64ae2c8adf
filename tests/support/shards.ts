import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { openDatabase } from '@causeway/server/ground/database/open'
import { migrate } from '@causeway/server/records/migrate'
import { startPostgres } from './postgres-server.ts'

/**
 * Spreads a database of PostgreSQL over two servers, as its migration does where there is Citus, whose place `shards.sql` takes.
 * @returns what ends the second server
 */
export async function spread(address: string): Promise<() => Promise<void>> {
  const other = await startPostgres()
  const name = new URL(address).pathname.slice(1)
  await runAlone(new URL('/postgres', address).href, `create database ${name}_0`)
  await runAlone(address, `alter database ${name} set search_path = public, citus`)
  const nodes = [new URL(`/${name}_0`, address), new URL(other.address)]
  const places = nodes.map(
    ({ port, pathname }, i) => `set shards.port${i} = '${port}'; set shards.name${i} = '${pathname.slice(1)}';`,
  )
  await runAlone(address, places.join('\n') + readFileSync(join(import.meta.dirname, 'shards.sql'), 'utf8'))
  const database = await openDatabase(address)
  await migrate(database)
  await database.close()
  return async () => {
    await runAlone(new URL('/postgres', address).href, `drop database ${name}_0 with (force)`)
    await other.stop()
  }
}

async function runAlone(address: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: address })
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}
