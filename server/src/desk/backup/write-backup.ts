import { createHash } from 'node:crypto'
import { copyFileSync, chmodSync, createWriteStream, existsSync, renameSync, rmSync } from 'node:fs'
import { resolve } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import type { Database } from '../../ground/database/database.ts'
import { ownColumnsOf } from '../../ground/database/bring-tables.ts'
import { FILE_ROWS, listFileRows, type FilesFound } from '../evidence/file-rows.ts'
import { noteUnfinished, notesBeside, partialName, removeUnfinished } from '../../ground/files.ts'
import {
  FORMAT,
  FORMAT_VERSION,
  keyFileOf,
  LATER_TABLES,
  type BackupLine,
  type BackupTable,
  type Cell,
} from './backup-format.ts'
import { listBackedUpTables, readRows } from './store.ts'

interface BackupReport {
  file: string
  /** Null: the database has no personal hashes yet, and so no key. */
  keyFile: string | null
  tables: number
  rows: number
  /** Files of evidence that are in it, and hashes of those that are not where they should be. */
  files: number
  missingFiles: string[]
}

/**
 * Writes everything into one portable file, from one consistent state, while others read and write. The file is there whole or
 * not at all. The key of the personal hashes is laid beside it, readable by its owner only.
 * @param secretFile where the key is
 * @param evidence folder of the files of evidence; omitted: there are none
 */
export async function writeBackup(
  database: Database,
  secretFile: string,
  file: string,
  evidence?: string,
): Promise<BackupReport> {
  const notes = notesBeside(secretFile)
  await removeUnfinished(notes)
  const beside = partialName(resolve(file))
  const forget = await noteUnfinished(notes, beside)
  try {
    const written = await database.snapshot(async (db) => {
      const tables = await listBackedUpTables(database.kind, db)
      const count = { tables: tables.length, rows: 0 }
      const found: FilesFound = { checked: 0, missing: [], damaged: [] }
      const rows = tables.map((table): TableRows => ({
        ...{ table, own: ownColumnsOf(table), rows: readRows(db, table) },
        unlessEmpty: LATER_TABLES.has(table.name),
      }))
      if (evidence !== undefined)
        rows.push({
          table: { name: FILE_ROWS.table, columns: FILE_ROWS.columns },
          own: undefined,
          rows: listFileRows(db, evidence, found),
          unlessEmpty: true,
        })
      const lines = toLines(database.kind, rows, count)
      await pipeline(Readable.from(lines), createGzip({ level: 6 }), createWriteStream(beside, { mode: 0o600 }))
      const missingFiles = [...found.missing, ...found.damaged]
      return { ...count, files: found.checked - missingFiles.length, missingFiles }
    })
    renameSync(beside, file)
    return { file, keyFile: copyKey(secretFile, keyFileOf(file)), ...written }
  } finally {
    rmSync(beside, { force: true })
    await forget()
  }
}

interface TableRows {
  table: { name: string; columns: string[] }
  own: BackupTable['own']
  rows: AsyncGenerator<Cell[][]>
  /** An older Causeway reads a backup only without tables that it does not know. */
  unlessEmpty: boolean
}

async function* toLines(from: Database['kind'], tables: TableRows[], count: { rows: number }): AsyncGenerator<string> {
  const hash = createHash('sha256')
  const toText = (line: BackupLine) => {
    const text = `${JSON.stringify(line)}\n`
    hash.update(text)
    return text
  }
  yield toText({ format: FORMAT, version: FORMAT_VERSION, madeAt: new Date().toISOString(), from })
  for (const { table, own, rows, unlessEmpty } of tables) {
    const head = () => toText({ table: table.name, columns: table.columns, ...(own && { own }) })
    let isOpen = !unlessEmpty
    if (isOpen) yield head()
    for await (const some of rows) {
      if (!isOpen) yield head()
      isOpen = true
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
