import { createHash } from 'node:crypto'
import { copyFileSync, chmodSync, createWriteStream, existsSync, renameSync, rmSync } from 'node:fs'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import type { Database } from '../database/database.ts'
import { listOwnColumns } from '../database/own-columns.ts'
import { FORMAT, FORMAT_VERSION, keyFileOf, type BackupLine, type BackupTable } from './backup-format.ts'
import { listBackedUpTables, readRows } from './store.ts'

interface BackupReport {
  file: string
  /** Null: the database has no personal hashes yet, and so no key. */
  keyFile: string | null
  tables: number
  rows: number
}

/**
 * Writes everything into one portable file, from one consistent state, while others read and write. The file is there whole or
 * not at all. The key of the personal hashes is laid beside it, readable by its owner only.
 * @param secretFile where the key lies
 */
export async function writeBackup(database: Database, secretFile: string, file: string): Promise<BackupReport> {
  const beside = `${file}.partial-${process.pid}`
  try {
    const written = await database.snapshot(async (db) => {
      const tables = await listBackedUpTables(database.kind, db)
      const own = await listOwnColumns(db)
      const count = { tables: tables.length, rows: 0 }
      const lines = toLines(
        database.kind,
        tables.map((table) => ({ table, own: own.get(table.name), rows: readRows(db, table) })),
        count,
      )
      await pipeline(Readable.from(lines), createGzip({ level: 6 }), createWriteStream(beside, { mode: 0o600 }))
      return count
    })
    renameSync(beside, file)
    return { file, keyFile: copyKey(secretFile, keyFileOf(file)), ...written }
  } finally {
    rmSync(beside, { force: true })
  }
}

interface TableRows {
  table: { name: string; columns: string[] }
  own: BackupTable['own']
  rows: ReturnType<typeof readRows>
}

async function* toLines(from: Database['kind'], tables: TableRows[], count: { rows: number }): AsyncGenerator<string> {
  const hash = createHash('sha256')
  const toText = (line: BackupLine) => {
    const text = `${JSON.stringify(line)}\n`
    hash.update(text)
    return text
  }
  yield toText({ format: FORMAT, version: FORMAT_VERSION, madeAt: new Date().toISOString(), from })
  for (const { table, own, rows } of tables) {
    yield toText({ table: table.name, columns: table.columns, ...(own && { own }) })
    for await (const some of rows) {
      count.rows += some.length
      yield some.map(toText).join('')
    }
  }
  yield `${JSON.stringify({ end: true, rows: count.rows, sha256: hash.digest('hex') })}\n`
}

function copyKey(secretFile: string, keyFile: string): string | null {
  // A key of an earlier backup under this name would read as this one's.
  rmSync(keyFile, { force: true })
  if (!existsSync(secretFile)) return null
  copyFileSync(secretFile, keyFile)
  chmodSync(keyFile, 0o600)
  return keyFile
}
